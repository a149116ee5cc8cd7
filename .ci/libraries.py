"""Names the Debian and Ubuntu packages of the system libraries that Qt needs here and does not find."""

import ctypes
import sys

# What PySide6-Essentials links to and does not carry: library, package (names as in Debian 12; newer
# systems give the same names to their renamed packages).
ALWAYS = (
    ("libGL.so.1", "libgl1"),
    ("libEGL.so.1", "libegl1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
)
# What a window on an X11 or Wayland screen needs besides.
SCREEN = (
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-glx.so.0", "libxcb-glx0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-sync.so.1", "libxcb-sync1"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libwayland-client.so.0", "libwayland-client0"),
    ("libwayland-cursor.so.0", "libwayland-cursor0"),
    ("libwayland-egl.so.1", "libwayland-egl1"),
)


def loads(library: str) -> bool:
    """Whether the system's loader finds `library` and all that it links to."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(*, screen: bool) -> list[str]:
    """The packages to install; those for a screen only where one is wanted."""
    wanted = ALWAYS + SCREEN if screen else ALWAYS
    return [package for library, package in wanted if not loads(library)]


if __name__ == "__main__" and sys.platform == "linux":
    print(" ".join(missing(screen="screen" in sys.argv[1:])))
