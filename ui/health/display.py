"""Whether there is a screen to open a window on, found out without starting Qt, which would abort."""

import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

WAIT = 1.0  # seconds for an X server to answer


def screen_here(environment: Mapping[str, str]) -> bool:
    """Whether Qt would find a screen. A platform chosen by QT_QPA_PLATFORM is taken at its word."""
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return environment.get("QT_QPA_PLATFORM") != "offscreen"
    return _wayland(environment) or _x11(environment.get("DISPLAY", ""))


def _wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    folder = Path(environment.get("XDG_RUNTIME_DIR", "/run/user"))
    return bool(name) and (folder / name).exists()


def _x11(display: str) -> bool:
    """Whether an X server answers at `display`, as HOST:NUMBER.SCREEN."""
    host, found, number = display.rpartition(":")
    import socket  # noqa: PLC0415 - only where it is asked

    number = number.partition(".")[0]
    if not found or not number.isdigit():
        return False
    try:
        if host in ("", "unix"):
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(WAIT)
                connection.connect(f"/tmp/.X11-unix/X{number}")  # noqa: S108 - where X servers listen
        else:
            socket.create_connection((host, 6000 + int(number)), WAIT).close()
    except OSError:
        return False
    return True


def missing_library(environment: Mapping[str, str]) -> str:
    """The first system library that the X11 window lacks, as `libxcb-icccm.so.4`; empty where all are there.

    Qt itself would end the process on the spot.
    """
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None or not environment.get("DISPLAY"):
        return ""
    import ctypes  # noqa: PLC0415 - only where it is asked

    plugin = Path(spec.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if (environment.get("QT_QPA_PLATFORM") or "xcb") != "xcb" or not plugin.is_file():
        return ""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as fault:
        return str(fault).partition(":")[0]
    return ""
