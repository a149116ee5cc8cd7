"""Languages as authors write them in column headers: "Punjabi (pa)", "pa", "Urdu"."""

import re

from kiosk.words import LANGUAGES

_WITH_CODE = re.compile(r"^(?P<name>.*?)\s*\(\s*(?P<code>[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\s*\)\s*$")
_BY_NAME = {language.english.lower(): code for code, language in LANGUAGES.items()}


def language_code(name: str) -> str:
    """The code of a language written by an author.

    "Punjabi (pa)" is pa; "default", pyxform's word for a column without a language, is en;
    a name alone is looked up among the languages the program knows, else kept, lower-cased.
    """
    written = name.strip()
    if found := _WITH_CODE.match(written):
        return found["code"].lower()
    lowered = written.lower()
    if lowered in ("", "default"):
        return "en"
    return _BY_NAME.get(lowered, lowered)


def has_code(name: str) -> bool:
    """Whether the author gave a code, "Punjabi (pa)", as other tools need it."""
    return _WITH_CODE.match(name.strip()) is not None
