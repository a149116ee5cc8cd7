"""Location paths and predicates to closures."""

from collections.abc import Callable, Mapping, Sequence

from kiosk.forms.xpath.axes import AXES, REVERSE, Axis, passes
from kiosk.forms.xpath.context import Context, Evaluate
from kiosk.forms.xpath.syntax import Expression, Path, Step, XPathError
from kiosk.forms.xpath.tree import Node, in_document_order, key_of
from kiosk.forms.xpath.values import Hidden, Value, to_boolean

Walk = Callable[[list[Node], Context], list[Node]]

# From nodes of which none lies inside another, these give such nodes again, in document order, each once.
_FLAT = frozenset({"child", "attribute", "self", "namespace"})
_WELL_KNOWN = {
    "jr": "http://openrosa.org/javarosa",
    "orx": "http://openrosa.org/xforms",
    "odk": "http://www.opendatakit.org/xforms",
    "h": "http://www.w3.org/1999/xhtml",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


def compile_path(
    path: Path,
    start: Evaluate | None,
    namespaces: Mapping[str, str],
    compiler: Callable[[Expression], Evaluate],
) -> Evaluate:
    """A path as a closure that gives its nodes in document order, without those that are not relevant."""
    walks: list[Walk] = []
    flat = path.start is None
    for step in _shortened(path.steps):
        walk = _step(step, namespaces, [compiler(each) for each in step.predicates])
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


def compile_filtered(operand: Evaluate, predicates: Sequence[Evaluate]) -> Evaluate:
    """`(…)[…]`: predicates over a whole node-set."""

    def evaluate(context: Context) -> Value:
        nodes = operand(context)
        if not isinstance(nodes, list):
            raise XPathError("only nodes can have a predicate")
        for predicate in predicates:
            nodes = _kept(nodes, predicate, context)
        return nodes

    return evaluate


def resolve(name: str, namespaces: Mapping[str, str], *, attribute: bool = False) -> str:
    """The key of a name in an expression; a prefix that nobody declared stands for itself."""
    prefix, colon, local = name.partition(":")
    if not colon:
        return name
    uri = namespaces.get(prefix) or _WELL_KNOWN.get(prefix) or prefix
    return key_of("" if local == "*" else local, uri)


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


def _step(step: Step, namespaces: Mapping[str, str], predicates: Sequence[Evaluate]) -> Walk:
    key = resolve(step.test, namespaces)
    if step.axis == "child" and step.test != "*" and not step.test.endswith(("()", ":*")):
        return _named_children(key, predicates)
    if step.test == "node()" and not predicates and step.axis in {"self", "parent"}:
        if step.axis == "self":
            return lambda nodes, context: nodes
        return lambda nodes, context: [node.parent for node in nodes if node.parent is not None]
    axis, test = AXES[step.axis], passes(step.test, step.target, step.axis, key)
    return _along(axis, test, predicates, backwards=step.axis in REVERSE)


def _named_children(key: str, predicates: Sequence[Evaluate]) -> Walk:
    def walk(nodes: list[Node], context: Context) -> list[Node]:
        if len(nodes) == 1 and not predicates:
            return nodes[0].named(key)
        found: list[Node] = []
        for node in nodes:
            kept = node.named(key)
            for predicate in predicates:
                kept = _kept(kept, predicate, context)
            found.extend(kept)
        return found

    return walk


def _along(
    axis: Axis, test: Callable[[Node], bool], predicates: Sequence[Evaluate], *, backwards: bool
) -> Walk:
    def walk(nodes: list[Node], context: Context) -> list[Node]:
        found: list[Node] = []
        for node in nodes:
            kept = [each for each in axis(node) if test(each)]
            for predicate in predicates:
                kept = _kept(kept, predicate, context)
            found.extend(reversed(kept) if backwards else kept)
        return found

    return walk


def _ordered(walk: Walk) -> Walk:
    def ordered(nodes: list[Node], context: Context) -> list[Node]:
        found = walk(nodes, context)
        return found if len(nodes) < 2 else in_document_order(found)

    return ordered


def _kept(nodes: list[Node], predicate: Evaluate, context: Context) -> list[Node]:
    """The relevant nodes for which `predicate` holds; a number holds at that position."""
    nodes = [node for node in nodes if node.relevant]
    kept: list[Node] = []
    inner = Context(context.env, context.node, 1, len(nodes), context.current)
    for position, node in enumerate(nodes, 1):
        inner.node, inner.position = node, position
        value = predicate(inner)
        if value == position if isinstance(value, float) else to_boolean(value):
            kept.append(node)
    return kept
