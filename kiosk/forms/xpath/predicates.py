"""Predicates to closures: which nodes of a list they keep."""

from collections.abc import Callable, Mapping
from typing import TypeGuard

from kiosk.forms.xpath.context import Context, Evaluate
from kiosk.forms.xpath.names import resolve
from kiosk.forms.xpath.references import calls
from kiosk.forms.xpath.syntax import Binary, Call, Expression, Literal, Path
from kiosk.forms.xpath.tree import Node
from kiosk.forms.xpath.values import Hidden, to_boolean

Keep = Callable[[list[Node], Context], list[Node]]

_TRUTHS = frozenset({"=", "!=", "<", "<=", ">", ">=", "and", "or"})
_POSITIONS = frozenset({"position", "last"})


def compile_predicate(
    tree: Expression, namespaces: Mapping[str, str], compiler: Callable[[Expression], Evaluate]
) -> Keep:
    """A predicate as a closure from nodes to the relevant ones it keeps.

    What a choice filter mostly is, `column = an answer`, asks for the answer once, not for every choice.
    """
    if isinstance(tree, Binary) and tree.operator == "and" and _splits(tree.left) and _splits(tree.right):
        first, second = (compile_predicate(each, namespaces, compiler) for each in (tree.left, tree.right))
        return lambda nodes, context: second(first(nodes, context), context)
    general = _one_by_one(compiler(tree))
    if isinstance(tree, Binary) and tree.operator == "=":
        for column, answer in ((tree.left, tree.right), (tree.right, tree.left)):
            if _is_column(column) and _is_elsewhere(answer):
                key = resolve(column.steps[0].test, namespaces)
                return _matching(key, compiler(answer), general)
    return general


def _splits(tree: Expression) -> bool:
    """Whether a part of an `and` may be a predicate of its own: true or false wherever a node stands."""
    return isinstance(tree, Binary) and tree.operator in _TRUTHS and _POSITIONS.isdisjoint(calls(tree))


def _is_column(tree: Expression) -> TypeGuard[Path]:
    if not isinstance(tree, Path) or tree.absolute or tree.start is not None or len(tree.steps) != 1:
        return False
    [step] = tree.steps
    return step.axis == "child" and not step.predicates and not step.test.endswith(("*", "()"))


def _is_elsewhere(tree: Expression) -> bool:
    """Whether a value is the same for every node that the predicate looks at."""
    if isinstance(tree, Path):
        known = tree.absolute or tree.start == Call("current", ())
        return known and not any(step.predicates for step in tree.steps)
    return isinstance(tree, Literal) and isinstance(tree.value, str)


def _matching(key: str, answer: Evaluate, general: Keep) -> Keep:
    def keep(nodes: list[Node], context: Context) -> list[Node]:
        value = answer(context)
        if isinstance(value, str):
            texts = {value}
        elif isinstance(value, Hidden):
            texts = {""}
        elif isinstance(value, list):
            texts = {each.text() for each in value}
        else:
            return general(nodes, context)
        return [node for node in nodes if node.relevant and _holds(node.named(key), texts)]

    return keep


def _holds(cells: list[Node], texts: set[str]) -> bool:
    if len(cells) == 1 and cells[0].relevant:
        return cells[0].text() in texts
    shown = [cell for cell in cells if cell.relevant]
    return any(cell.text() in texts for cell in shown) if shown or not cells else "" in texts


def _one_by_one(predicate: Evaluate) -> Keep:
    """The nodes for which `predicate` holds; a number holds at that position."""

    def keep(nodes: list[Node], context: Context) -> list[Node]:
        nodes = [node for node in nodes if node.relevant]
        kept: list[Node] = []
        inner = Context(context.env, context.node, 1, len(nodes), context.current)
        for position, node in enumerate(nodes, 1):
            inner.node, inner.position = node, position
            value = predicate(inner)
            if value == position if isinstance(value, float) else to_boolean(value):
                kept.append(node)
        return kept

    return keep
