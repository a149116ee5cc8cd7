"""Functions of select questions and check lists."""

from kiosk.forms.xpath.context import Context
from kiosk.forms.xpath.functions.kit import MANY, Function, of_text, of_values
from kiosk.forms.xpath.syntax import XPathError
from kiosk.forms.xpath.values import Value, to_boolean, to_number, to_text


def _selected(text: str, name: str) -> Value:
    return f" {name.strip()} " in f" {text} " if name.strip() else not text.strip()


def _selected_at(context: Context, values: list[Value]) -> Value:
    index = to_number(values[1], context.env.zone)
    names = to_text(values[0]).split()
    return names[int(index)] if 0 <= index < len(names) else ""


def _truths(value: Value) -> list[bool]:
    """Whether each value holds, as boolean() has it; of nodes, each by its text."""
    return [node.text() != "" for node in value] if isinstance(value, list) else [to_boolean(value)]


def _within(total: float, least: float, most: float) -> bool:
    return (least == -1 or total >= least) and (most == -1 or total <= most)


def _checklist(context: Context, values: list[Value]) -> Value:
    least, most = (to_number(each, context.env.zone) for each in values[:2])
    return _within(sum(held for value in values[2:] for held in _truths(value)), least, most)


def _weighted_checklist(context: Context, values: list[Value]) -> Value:
    zone = context.env.zone
    least, most = (to_number(each, zone) for each in values[:2])
    if len(values) % 2:
        raise XPathError("weighted-checklist() takes pairs of a value and a weight")
    total = 0.0
    for value, weight in zip(values[2::2], values[3::2], strict=True):
        held = _truths(value)
        weights = [node.text() for node in weight] if isinstance(weight, list) else [weight]
        total += sum(to_number(each, zone) for holds, each in zip(held, weights, strict=False) if holds)
    return _within(total, least, most)


def _choice_name(context: Context, values: list[Value]) -> Value:
    return context.env.choice_name(to_text(values[0]), to_text(values[1]), context.node)


FUNCTIONS: dict[str, Function] = {
    "selected": of_text(_selected, 2),
    "is-selected": of_text(_selected, 2),
    "selected-at": of_values(_selected_at, 2),
    "count-selected": of_text(lambda text: float(len(text.split())), 1),
    "checklist": of_values(_checklist, 2, MANY),
    "weighted-checklist": of_values(_weighted_checklist, 2, MANY),
    "jr:choice-name": of_values(_choice_name, 2),
}
