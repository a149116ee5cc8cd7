"""How this program starts itself again in a process of its own, from a checkout, a wheel or a bundle."""

import sys


def program(module: str = "kiosk") -> list[str]:
    """The command line that runs `module` as this very program. A bundle has no `-m`: its entry reads it."""
    if getattr(sys, "frozen", False):
        return [sys.executable] if module == "kiosk" else [sys.executable, "--module", module]
    return [sys.executable, "-m", module]
