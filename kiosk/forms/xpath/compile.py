"""Syntax trees to closures: an expression is worked out by calling, never by reading it again."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.errors import ErrorCode, KioskError
from kiosk.forms.xpath.context import Context, Environment, Evaluate
from kiosk.forms.xpath.functions import FUNCTIONS, Function
from kiosk.forms.xpath.moments import Moment
from kiosk.forms.xpath.parser import parse
from kiosk.forms.xpath.paths import compile_filtered, compile_path
from kiosk.forms.xpath.predicates import Keep, compile_predicate
from kiosk.forms.xpath.syntax import (
    Binary,
    Call,
    Expression,
    Filtered,
    Literal,
    Negative,
    Path,
    Variable,
    XPathError,
)
from kiosk.forms.xpath.tree import Node, in_document_order
from kiosk.forms.xpath.values import Value, compare, is_empty, to_boolean, to_number, to_text


@dataclass(frozen=True)
class Program:
    """An expression ready to run. `faults` are calls that can never work, each in a few words."""

    source: str
    tree: Expression = field(repr=False, compare=False)
    run: Evaluate = field(repr=False, compare=False)
    faults: tuple[str, ...] = ()

    @classmethod
    def of(cls, tree: Expression, namespaces: Mapping[str, str] | None = None) -> "Program":
        """A program of a tree that was made from another, and has no source of its own."""
        compiler = _Compiler(namespaces or {})
        return cls("", tree, compiler.compile(tree), tuple(compiler.faults))

    def value(self, env: Environment, node: Node) -> Value:
        """KioskError(FORM_UNREADABLE) where a function cannot take what it is given."""
        try:
            return self.run(Context(env, node))
        except (XPathError, RecursionError) as fault:
            reason = f"{fault}: {self.source.strip()!r}"
            raise KioskError(ErrorCode.FORM_UNREADABLE, form=env.form, reason=reason) from fault

    def text(self, env: Environment, node: Node) -> str:
        """The value as a node keeps it: not-a-number is no answer."""
        value = self.value(env, node)
        return "" if is_empty(value) else to_text(value)

    def number(self, env: Environment, node: Node) -> float:
        return to_number(self.value(env, node), env.zone)

    def boolean(self, env: Environment, node: Node) -> bool:
        return to_boolean(self.value(env, node))

    def nodes(self, env: Environment, node: Node) -> list[Node]:
        """The nodes that a path finds; none where the expression is no path."""
        value = self.value(env, node)
        return value if isinstance(value, list) else []


def compile_xpath(source: str, namespaces: Mapping[str, str] | None = None) -> Program:
    """`source` as a program; XPathError where it does not follow the grammar."""
    return replace(Program.of(parse(source), namespaces), source=source)


class _Compiler:
    def __init__(self, namespaces: Mapping[str, str]) -> None:
        self.namespaces = namespaces
        self.faults: list[str] = []

    def compile(self, tree: Expression) -> Evaluate:
        match tree:
            case Literal(value):
                return lambda context: value
            case Path():
                start = self.compile(tree.start) if tree.start is not None else None
                return compile_path(tree, start, self.namespaces, self.compile)
            case Call():
                return self.call(tree)
            case Binary():
                return self.binary(tree)
            case Negative(operand):
                inner = self.compile(operand)
                return lambda context: -to_number(inner(context), context.env.zone)
            case Filtered(operand, predicates):
                return compile_filtered(self.compile(operand), [self.predicate(each) for each in predicates])
            case Variable(name):
                return self.fault(f"${name} is not a variable here")

    def predicate(self, tree: Expression) -> Keep:
        return compile_predicate(tree, self.namespaces, self.compile)

    def fault(self, reason: str) -> Evaluate:
        self.faults.append(reason)

        def fail(context: Context) -> Value:
            raise XPathError(reason)

        return fail

    def call(self, tree: Call) -> Evaluate:
        function: Function | None = FUNCTIONS.get(tree.name)
        if function is None:
            return self.fault(f"there is no function {tree.name}()")
        given = len(tree.arguments)
        if not function.least <= given <= function.most:
            return self.fault(f"{tree.name}() does not take {given} arguments")
        return function.build([self.compile(each) for each in tree.arguments])

    def binary(self, tree: Binary) -> Evaluate:
        left, right = self.compile(tree.left), self.compile(tree.right)
        match tree.operator:
            case "or":
                return lambda context: to_boolean(left(context)) or to_boolean(right(context))
            case "and":
                return lambda context: to_boolean(left(context)) and to_boolean(right(context))
            case "|":
                return lambda context: in_document_order([*_nodes(left(context)), *_nodes(right(context))])
            case "=" | "!=" | "<" | "<=" | ">" | ">=" as sign:
                return lambda context: compare(sign, left(context), right(context), context.env.zone)
            case sign:
                return _arithmetic(sign, left, right)


def _arithmetic(sign: str, left: Evaluate, right: Evaluate) -> Evaluate:
    work = {"+": float.__add__, "-": float.__sub__, "*": float.__mul__, "div": divide, "mod": remainder}[sign]

    def evaluate(context: Context) -> Value:
        zone = context.env.zone
        return work(to_number(left(context), zone), to_number(right(context), zone))

    return evaluate


def divide(left: float, right: float) -> float:
    """IEEE 754 division: by nothing gives infinity, or not-a-number."""
    if right:
        return left / right
    if not left or math.isnan(left):
        return math.nan
    return math.copysign(math.inf, left) * math.copysign(1.0, right)


def remainder(left: float, right: float) -> float:
    """The remainder with the sign of the dividend."""
    return math.fmod(left, right) if right and math.isfinite(left) else math.nan


def _nodes(value: Value) -> list[Node]:
    if isinstance(value, list):
        return value
    raise XPathError(f"| joins paths, not {'a date' if isinstance(value, Moment) else type(value).__name__}")
