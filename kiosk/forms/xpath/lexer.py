"""An expression's characters to its tokens, by the rules of XPath 1.0, section 3.7."""

import re
from dataclasses import dataclass

from kiosk.forms.xpath.syntax import XPathError

_NAME = r"[^\W\d][\w.\-·]*"
_TOKEN = re.compile(
    rf"""(?P<space>\s+)
    | (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<string>"[^"]*"|'[^']*')
    | (?P<variable>\${_NAME}(?::{_NAME})?)
    | (?P<sign>::|//|\.\.|!=|<=|>=|[()\[\].@,/|+\-=<>*])
    | (?P<name>{_NAME}(?::(?!:)(?:{_NAME}|\*))?)""",
    re.VERBOSE,
)
_WORD_OPERATOR = re.compile(r"and|or|mod|div")
# After one of these, or at the start, a name or a star begins an operand; anywhere else it is an operator.
_BEFORE_OPERAND = {
    "@",
    "::",
    "(",
    "[",
    ",",
    "/",
    "//",
    "|",
    "+",
    "-",
    "=",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "operator",
}


@dataclass(frozen=True)
class Token:
    """`kind` is number, string, variable, name, operator or the sign itself."""

    kind: str
    text: str
    at: int


def tokens(source: str) -> list[Token]:
    """The tokens of `source`; XPathError names the character that cannot begin one."""
    found: list[Token] = []
    at = 0
    while at < len(source):
        operand = not found or found[-1].kind in _BEFORE_OPERAND
        if not operand and (word := _WORD_OPERATOR.match(source, at)):
            found.append(Token("operator", word.group(), at))
            at = word.end()
            continue
        match = _TOKEN.match(source, at)
        if match is None:
            raise XPathError(f"{source[at]!r} at character {at + 1} of {source!r}")
        kind, text = match.lastgroup or "", match.group()
        if kind == "sign":
            kind = "operator" if text == "*" and not operand else "name" if text == "*" else text
        if kind == "string":
            text = text[1:-1]
        if kind != "space":
            found.append(Token(kind, text, at))
        at = match.end()
    return found
