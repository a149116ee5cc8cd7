"""miniaudio without the internet radio that comes with it, so that a worker starts quickly."""

import sys
from types import ModuleType

_RADIO = "urllib.request"  # with http, email and ssl behind it: a quarter of the worker's start

if _RADIO in sys.modules:
    import miniaudio
else:
    sys.modules[_RADIO] = ModuleType(_RADIO)
    try:
        import miniaudio
    finally:
        del sys.modules[_RADIO]

__all__ = ["miniaudio"]
