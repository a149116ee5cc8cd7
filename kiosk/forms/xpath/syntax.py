"""What an expression is made of, once read."""

from dataclasses import dataclass


class XPathError(ValueError):
    """An expression that cannot be read or worked out; the message says where or why."""


@dataclass(frozen=True)
class Literal:
    value: str | float


@dataclass(frozen=True)
class Variable:
    name: str


@dataclass(frozen=True)
class Call:
    name: str
    arguments: tuple["Expression", ...]


@dataclass(frozen=True)
class Binary:
    """`operator` is one of or and = != < <= > >= + - * div mod |."""

    operator: str
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True)
class Negative:
    operand: "Expression"


@dataclass(frozen=True)
class Step:
    """`test` is a name (`a`, `p:a`, `*`, `p:*`) or a type (`node()`, `text()`, …); `target` names a PI."""

    axis: str
    test: str
    predicates: tuple["Expression", ...] = ()
    target: str = ""


@dataclass(frozen=True)
class Path:
    """Steps from a start: another expression, or the root where `absolute`, or the context node."""

    start: "Expression | None"
    absolute: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Filtered:
    """An expression with predicates: `(…)[1]`."""

    operand: "Expression"
    predicates: tuple["Expression", ...]


Expression = Literal | Variable | Call | Binary | Negative | Path | Filtered
