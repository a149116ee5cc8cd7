"""How a function is made from a plain one: its arguments worked out, and turned to what it takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.forms.xpath.context import Context, Evaluate
from kiosk.forms.xpath.syntax import XPathError
from kiosk.forms.xpath.tree import Node
from kiosk.forms.xpath.values import Value, to_number, to_text

MANY = 10_000


@dataclass(frozen=True)
class Function:
    """A function takes `least` to `most` arguments; `build` makes a closure of a call from theirs."""

    least: int
    most: int
    build: Callable[[Sequence[Evaluate]], Evaluate]


def of_text(work: Callable[..., Value], least: int, most: int | None = None) -> Function:
    """A function of texts. With no argument at all, where that is allowed, of the context node's text."""

    def build(arguments: Sequence[Evaluate]) -> Evaluate:
        if not arguments and least == 0:
            return lambda context: work(context.node.text())
        if len(arguments) == 1:
            only = arguments[0]
            return lambda context: work(to_text(only(context)))
        return lambda context: work(*[to_text(each(context)) for each in arguments])

    return Function(least, least if most is None else most, build)


def of_numbers(work: Callable[..., float], least: int, most: int | None = None) -> Function:
    """A function of numbers."""

    def build(arguments: Sequence[Evaluate]) -> Evaluate:
        return lambda context: work(*[to_number(each(context), context.env.zone) for each in arguments])

    return Function(least, least if most is None else most, build)


def of_values(work: Callable[[Context, list[Value]], Value], least: int, most: int | None = None) -> Function:
    """A function that sees its context, and its arguments as they come."""

    def build(arguments: Sequence[Evaluate]) -> Evaluate:
        return lambda context: work(context, [each(context) for each in arguments])

    return Function(least, least if most is None else most, build)


def nodes_of(value: Value, name: str) -> list[Node]:
    """`value` where it is nodes, else XPathError."""
    if isinstance(value, list):
        return value
    raise XPathError(f"{name}() takes nodes")


def texts_of(values: Sequence[Value]) -> list[str]:
    """The text of every value, and of every node of those that are nodes."""
    found: list[str] = []
    for value in values:
        found += [node.text() for node in value] if isinstance(value, list) else [to_text(value)]
    return found
