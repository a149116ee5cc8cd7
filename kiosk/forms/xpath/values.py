"""The values of expressions, and how each kind becomes another (XPath 1.0, section 4, and OpenRosa)."""

import math
import operator
import re
from collections.abc import Callable
from datetime import tzinfo
from decimal import Decimal

from kiosk.forms.xpath.moments import Moment, read_moment
from kiosk.forms.xpath.tree import Node

Value = str | float | bool | Moment | list[Node]


class Hidden(list[Node]):
    """No nodes, because those that a path found are not relevant: compared as one blank answer (JavaRosa)."""


_NUMBER = re.compile(r"[ \t\r\n]*-?(?:\d+(?:\.\d*)?|\.\d+)[ \t\r\n]*", re.ASCII)
_ORDER: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
# As JavaRosa does, so that 0.1 + 0.2 = 0.3.
_CLOSE = 1e-12


def to_text(value: Value) -> str:
    """As string() makes it: the first node's text, a number without an exponent, NaN and Infinity by name."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return value[0].text() if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Moment):
        return value.text()
    return number_text(value)


def number_text(value: float) -> str:
    if math.isfinite(value):
        if value == int(value):
            return str(int(value))
        text = repr(value)
        return text if "e" not in text else format(Decimal(text), "f")
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def to_number(value: Value, zone: tzinfo) -> float:
    """As number() makes it; the text of a date or dateTime becomes days since 1970-01-01 (OpenRosa)."""
    if isinstance(value, float):
        return value
    if isinstance(value, Moment):
        return value.days()
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    text = value if isinstance(value, str) else to_text(value)
    if _NUMBER.fullmatch(text):
        return float(text)
    moment = read_moment(text, zone)
    return math.nan if moment is None else moment.days()


def to_boolean(value: Value) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return True if isinstance(value, Moment) else bool(value)


def is_empty(value: Value) -> bool:
    """Whether a value counts as no answer: empty text, no node, or not a number."""
    return (isinstance(value, float) and math.isnan(value)) or to_text(value) == ""


def compare(sign: str, left: Value, right: Value, zone: tzinfo) -> bool:
    """One of = != < <= > >= (XPath 1.0, section 3.4).

    As in JavaRosa and the forms of the web: two moments are ordered as instants, and nodes against true or
    false are ordered by their numbers.
    """
    if isinstance(left, list):
        if isinstance(right, bool) and sign not in _ORDER:
            return _compare_single(sign, bool(left), right, zone)
        return any(_compare_any(sign, text, right, zone) for text in _texts(left))
    if isinstance(right, list):
        return compare(_MIRROR[sign], right, left, zone)
    return _compare_single(sign, left, right, zone)


def _compare_any(sign: str, left: str, right: Value, zone: tzinfo) -> bool:
    if isinstance(right, list):
        return any(_compare_single(sign, left, text, zone) for text in _texts(right))
    return _compare_single(sign, left, right, zone)


def _texts(nodes: list[Node]) -> list[str]:
    return [""] if isinstance(nodes, Hidden) else [node.text() for node in nodes]


def _compare_single(sign: str, left: Value, right: Value, zone: tzinfo) -> bool:
    if sign in _ORDER:
        moments = _moment(left, zone), _moment(right, zone)
        if moments[0] and moments[1]:
            return _ORDER[sign](moments[0].at.timestamp(), moments[1].at.timestamp())
        return _ORDER[sign](to_number(left, zone), to_number(right, zone))
    return _equal(left, right, zone) == (sign == "=")


def _equal(left: Value, right: Value, zone: tzinfo) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    one, other = to_number(left, zone), to_number(right, zone)
    return one == other or abs(one - other) < _CLOSE


def _moment(value: Value, zone: tzinfo) -> Moment | None:
    if isinstance(value, Moment):
        return value
    return read_moment(value, zone) if isinstance(value, str) else None
