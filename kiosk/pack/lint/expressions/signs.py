"""Signs of other languages, and brackets and quotes that do not close, in an expression."""

import re

_CURLY = re.compile("[‘’“”]")
_LOUD = re.compile(r"\b(AND|And|OR|Or|DIV|MOD)\b(?!\s*\()")
_REFERENCE = re.compile(r"\$\{[^}]*\}")
_INSTEAD = {"==": "=", "&&": "and", "||": "or", "<>": "!=", "=>": ">=", "=<": "<=", "!(": "not("}


def wrong_signs(written: str) -> tuple[str, str] | None:
    """What is wrong with an expression's signs and what to write instead, or None."""
    outside, closed = _outside_quotes(written)
    if _CURLY.search(outside):
        return "curly quotes are not read", "write straight ones: ' or \""
    if not closed:
        return "a quote is opened and not closed", "close it with the same sign"
    for sign, better in _INSTEAD.items():
        if sign in outside:
            return f'"{sign}" is not a sign of expressions', f'write "{better}"'
    if word := _LOUD.search(_REFERENCE.sub("", outside)):
        return f'"{word[0]}" is not read in capitals', f"write {word[0].lower()}"
    depth = {"(": 0, "[": 0}
    for letter in outside:
        if letter in "([":
            depth[letter] += 1
        elif letter in ")]":
            opening = "(" if letter == ")" else "["
            depth[opening] -= 1
            if depth[opening] < 0:
                return f'a "{letter}" closes what was never opened', "delete it, or open it"
    for opening, count in depth.items():
        if count:
            return f'a "{opening}" is opened and not closed', "close it"
    return None


def _outside_quotes(written: str) -> tuple[str, bool]:
    """The text without what is quoted, and whether every quote is closed."""
    outside: list[str] = []
    quote = ""
    for letter in written:
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        else:
            outside.append(letter)
    return "".join(outside), not quote
