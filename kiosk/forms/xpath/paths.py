"""Location paths and predicates to closures."""

from collections.abc import Callable, Mapping, Sequence

from kiosk.forms.xpath.axes import AXES, REVERSE, Axis, passes
from kiosk.forms.xpath.context import Context, Evaluate
from kiosk.forms.xpath.names import resolve
from kiosk.forms.xpath.predicates import Keep, compile_predicate
from kiosk.forms.xpath.syntax import Expression, Path, Step, XPathError
from kiosk.forms.xpath.tree import Node, in_document_order
from kiosk.forms.xpath.values import Hidden, Value

Walk = Callable[[list[Node], Context], list[Node]]

# From nodes of which none lies inside another, these give such nodes again, in document order, each once.
_FLAT = frozenset({"child", "attribute", "self", "namespace"})


def compile_path(
    path: Path,
    start: Evaluate | None,
    namespaces: Mapping[str, str],
    compiler: Callable[[Expression], Evaluate],
) -> Evaluate:
    """A path as a closure that gives its nodes in document order, without those that are not relevant."""
    walks: list[Walk] = []
    flat = path.start is None
    for place, step in enumerate(steps := _shortened(path.steps)):
        keeps = [compile_predicate(each, namespaces, compiler) for each in step.predicates]
        walk = _step(step, namespaces, keeps)
        if path.absolute and step.axis == "child" and not keeps and place < len(steps) - 1:
            walk = _near(walk)
        walks.append(walk if flat and step.axis in _FLAT else _ordered(walk))
        flat = flat and step.axis in _FLAT
    absolute = path.absolute

    def evaluate(context: Context) -> Value:
        if start is not None:
            begun = start(context)
            if not isinstance(begun, list):
                raise XPathError("a path starts from nodes")
            nodes = begun
        else:
            nodes = [context.env.root if absolute else context.node]
        for walk in walks:
            nodes = walk(nodes, context)
        for node in nodes:
            if not node.relevant:
                return [each for each in nodes if each.relevant] or Hidden()
        return nodes

    return evaluate


def _near(walk: Walk) -> Walk:
    """On its way through a repeat that `current` is in, an absolute path keeps to that copy (OpenRosa)."""

    def near(nodes: list[Node], context: Context) -> list[Node]:
        found = walk(nodes, context)
        if len(found) < 2 or not found[0].path:  # only nodes of a form's own instance have a path
            return found
        at: Node | None = context.current
        while at is not None:
            if at.path == found[0].path and any(at is node for node in found):
                return [at]
            at = at.parent
        return found

    return near


def compile_filtered(operand: Evaluate, predicates: Sequence[Keep]) -> Evaluate:
    """`(…)[…]`: predicates over a whole node-set."""

    def evaluate(context: Context) -> Value:
        nodes = operand(context)
        if not isinstance(nodes, list):
            raise XPathError("only nodes can have a predicate")
        for keep in predicates:
            nodes = keep(nodes, context)
        return nodes

    return evaluate


def _shortened(steps: Sequence[Step]) -> list[Step]:
    """`//a` as one step, where no predicate counts positions."""
    found: list[Step] = []
    for step in steps:
        anywhere = found and found[-1] == Step("descendant-or-self", "node()")
        if anywhere and step.axis == "child" and not step.predicates:
            found[-1] = Step("descendant", step.test, (), step.target)
        else:
            found.append(step)
    return found


def _step(step: Step, namespaces: Mapping[str, str], predicates: Sequence[Keep]) -> Walk:
    key = resolve(step.test, namespaces)
    if step.axis == "child" and step.test != "*" and not step.test.endswith(("()", ":*")):
        return _named_children(key, predicates)
    if step.test == "node()" and not predicates and step.axis in {"self", "parent"}:
        if step.axis == "self":
            return lambda nodes, context: nodes
        return lambda nodes, context: [node.parent for node in nodes if node.parent is not None]
    axis, test = AXES[step.axis], passes(step.test, step.target, step.axis, key)
    return _along(axis, test, predicates, backwards=step.axis in REVERSE)


def _named_children(key: str, predicates: Sequence[Keep]) -> Walk:
    def walk(nodes: list[Node], context: Context) -> list[Node]:
        if len(nodes) == 1 and not predicates:
            return nodes[0].named(key)
        found: list[Node] = []
        for node in nodes:
            kept = node.named(key)
            for keep in predicates:
                kept = keep(kept, context)
            found.extend(kept)
        return found

    return walk


def _along(axis: Axis, test: Callable[[Node], bool], predicates: Sequence[Keep], *, backwards: bool) -> Walk:
    def walk(nodes: list[Node], context: Context) -> list[Node]:
        found: list[Node] = []
        for node in nodes:
            kept = [each for each in axis(node) if test(each)]
            for keep in predicates:
                kept = keep(kept, context)
            found.extend(reversed(kept) if backwards else kept)
        return found

    return walk


def _ordered(walk: Walk) -> Walk:
    def ordered(nodes: list[Node], context: Context) -> list[Node]:
        found = walk(nodes, context)
        return found if len(nodes) < 2 else in_document_order(found)

    return ordered
