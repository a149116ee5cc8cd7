"""Regular expressions as forms write them, in the way of Java and JavaScript, for Python's engine."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from kiosk.forms.xpath.syntax import XPathError

# A class by name, an escaped sign, or a bracket: what tells whether one stands inside brackets.
_PIECE = re.compile(r"\\p\{(?:Is)?(\w+)\}|\\P\{(?:Is)?(\w+)\}|\\.|[\[\]]", re.DOTALL)
_POSIX = {
    "Alpha": "a-zA-Z",
    "Lower": "a-z",
    "Upper": "A-Z",
    "Digit": "0-9",
    "Alnum": "a-zA-Z0-9",
    "Punct": r"!-/:-@\[-`{-~",
    "Space": r"\s",
    "Alphabetic": "L",
}
_PLANE = 0x10000


@lru_cache(maxsize=256)
def pattern(source: str) -> re.Pattern[str]:
    r"""`source` compiled: `\d` and `\w` are ASCII as in Java, `\p{L}` the letters of every script.

    XPathError where it is no regular expression.
    """
    depth = 0
    pieces: list[str] = []
    at = 0
    for match in _PIECE.finditer(source):
        pieces.append(source[at : match.start()])
        at = match.end()
        piece = match.group()
        depth += {"[": 1, "]": -1}.get(piece, 0)
        if name := match.group(1) or match.group(2):
            piece = _class(name, outside=depth <= 0, negative=match.group(2) is not None)
        pieces.append(piece)
    pieces.append(source[at:])
    try:
        return re.compile("".join(pieces), re.ASCII)
    except (re.error, OverflowError, RecursionError) as fault:
        raise XPathError(f"{source!r} is no regular expression: {fault}") from fault


def _class(name: str, *, outside: bool, negative: bool) -> str:
    body = _POSIX.get(name, name)
    if body == name or len(body) == 1:
        body = _letters(body)
    if outside:
        return f"[{'^' if negative else ''}{body}]"
    if negative:
        raise XPathError(rf"\P{{{name}}} inside brackets")
    return body


@lru_cache(maxsize=32)
def _letters(category: str) -> str:
    """The inside of a bracket that holds every character of a Unicode category, such as L, Lu or Nd."""
    body = "".join(_ranges(category))
    if not body:
        raise XPathError(rf"\p{{{category}}} is not known here")
    return body


def _ranges(category: str) -> Iterator[str]:
    first: int | None = None
    for code in range(_PLANE + 1):
        held = code < _PLANE and unicodedata.category(chr(code)).startswith(category)
        if held and first is None:
            first = code
        elif not held and first is not None:
            yield f"\\u{first:04x}-\\u{code - 1:04x}"
            first = None
