"""Languages as authors write them in column headers: "Punjabi (pa)", "pa", "Urdu"."""

import re

from kiosk.forms.languages import language_code

__all__ = ["has_code", "language_code"]

_WITH_CODE = re.compile(r"^.*\(\s*[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*\s*\)\s*$")


def has_code(name: str) -> bool:
    """Whether the author gave a code, "Punjabi (pa)", as other tools need it."""
    return _WITH_CODE.match(name) is not None
