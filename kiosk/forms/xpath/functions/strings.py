"""Functions of text, and of true and false."""

import re
import uuid
from collections.abc import Sequence

from kiosk.forms.xpath.context import Context, Evaluate
from kiosk.forms.xpath.functions.kit import MANY, Function, of_text, of_values, texts_of
from kiosk.forms.xpath.functions.patterns import pattern
from kiosk.forms.xpath.values import Value, is_empty, to_boolean, to_number, to_text

_SPACE = " \t\r\n"
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def _substring(context: Context, values: list[Value]) -> Value:
    """XPath 1.0, section 4.2: 1-based, its numbers rounded, infinity and not-a-number allowed."""
    zone, text = context.env.zone, to_text(values[0])
    start = _round(to_number(values[1], zone))
    end = start + _round(to_number(values[2], zone)) if len(values) > 2 else float("inf")
    if not start < end:
        return ""
    first = 0 if start < 1 else min(len(text), int(min(start, len(text) + 1)) - 1)
    last = len(text) if end > len(text) else max(0, int(end) - 1)
    return text[first:last]


def _round(value: float) -> float:
    finite = value - value == 0
    return float((value + 0.5) // 1) if finite else value


def _substr(context: Context, values: list[Value]) -> Value:
    """OpenRosa: 0-based, the end not included, negative ones counted from the end."""
    text, length = to_text(values[0]), len(to_text(values[0]))
    ends = [_whole(to_number(each, context.env.zone)) for each in values[1:]] + [length]
    start, end = (max(0, min(length, each + length if each < 0 else each)) for each in ends[:2])
    return text[start:end]


def _whole(value: float) -> int:
    return int(value) if value - value == 0 else 0


def _translate(text: str, old: str, new: str) -> Value:
    table: dict[int, str | None] = {}
    for at, letter in enumerate(old):
        table.setdefault(ord(letter), new[at] if at < len(new) else None)
    return text.translate(table)


def _before(text: str, mark: str) -> Value:
    head, found, _ = text.partition(mark) if mark else ("", "", "")
    return head if found else ""


def _after(text: str, mark: str) -> Value:
    return text.partition(mark)[2] if mark else text


def _if(arguments: Sequence[Evaluate]) -> Evaluate:
    test, then, other = arguments
    return lambda context: then(context) if to_boolean(test(context)) else other(context)


def _coalesce(arguments: Sequence[Evaluate]) -> Evaluate:
    def evaluate(context: Context) -> Value:
        for argument in arguments:
            value = argument(context)
            if not is_empty(value):
                return value
        return ""

    return evaluate


def _once(arguments: Sequence[Evaluate]) -> Evaluate:
    """The node's own value where it has one, so that what was drawn or stamped once stays."""

    def evaluate(context: Context) -> Value:
        had = context.current.text()
        if had:
            return had
        value = arguments[0](context)
        return "" if is_empty(value) else value

    return evaluate


def _uuid(context: Context, values: list[Value]) -> Value:
    chance = context.env.random
    if not values:
        return str(uuid.UUID(int=chance.getrandbits(128), version=4))
    length = _whole(to_number(values[0], context.env.zone))
    return "".join(chance.choice(_SIGNS) for _ in range(max(0, min(length, MANY))))


def _string(context: Context, values: list[Value]) -> Value:
    return to_text(values[0]) if values else context.node.text()


FUNCTIONS = {
    "string": of_values(_string, 0, 1),
    "concat": of_values(lambda context, values: "".join(texts_of(values)), 0, MANY),
    "join": of_values(lambda context, values: to_text(values[0]).join(texts_of(values[1:])), 1, MANY),
    "substring": of_values(_substring, 2, 3),
    "substr": of_values(_substr, 2, 3),
    "substring-before": of_text(_before, 2),
    "substring-after": of_text(_after, 2),
    "translate": of_text(_translate, 3),
    "string-length": of_text(lambda text: float(len(text)), 0, 1),
    "normalize-space": of_text(lambda text: re.sub(f"[{_SPACE}]+", " ", text.strip(_SPACE)), 0, 1),
    "contains": of_text(lambda text, part: part in text, 2),
    "starts-with": of_text(lambda text, part: text.startswith(part), 2),
    "ends-with": of_text(lambda text, part: text.endswith(part), 2),
    "upper-case": of_text(str.upper, 1),
    "lower-case": of_text(str.lower, 1),
    "regex": of_text(lambda text, source: pattern(source).fullmatch(text) is not None, 2),
    "uuid": of_values(_uuid, 0, 1),
    "true": of_values(lambda context, values: True, 0),
    "false": of_values(lambda context, values: False, 0),
    "boolean": of_values(lambda context, values: to_boolean(values[0]), 1),
    "not": of_values(lambda context, values: not to_boolean(values[0]), 1),
    "boolean-from-string": of_text(lambda text: text in {"true", "1"}, 1),
    "if": Function(3, 3, _if),
    "coalesce": Function(2, MANY, _coalesce),
    "once": Function(1, 1, _once),
}
