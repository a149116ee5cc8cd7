"""Functions of nodes, instances, repeats and words."""

import hashlib
from collections.abc import Sequence

from kiosk.forms.xpath.context import Context, Evaluate
from kiosk.forms.xpath.functions.kit import MANY, Function, nodes_of, of_values
from kiosk.forms.xpath.syntax import XPathError
from kiosk.forms.xpath.tree import XML_NAMESPACE, Node, NodeKind, in_document_order
from kiosk.forms.xpath.values import Value, to_number, to_text

_MERSENNE = 2**31 - 1
_PARK_MILLER = 16807
_NAMED = {NodeKind.ELEMENT, NodeKind.ATTRIBUTE, NodeKind.INSTRUCTION, NodeKind.NAMESPACE}


def _subject(context: Context, values: list[Value], name: str) -> Node | None:
    nodes = nodes_of(values[0], name) if values else [context.node]
    return nodes[0] if nodes else None


def _name(context: Context, values: list[Value]) -> Value:
    node = _subject(context, values, "name")
    return node.name if node is not None and node.kind in _NAMED else ""


def _local_name(context: Context, values: list[Value]) -> Value:
    node = _subject(context, values, "local-name")
    return node.local if node is not None and node.kind in _NAMED else ""


def _namespace_uri(context: Context, values: list[Value]) -> Value:
    node = _subject(context, values, "namespace-uri")
    return node.uri if node is not None else ""


def _lang(context: Context, values: list[Value]) -> Value:
    wanted = to_text(values[0]).lower()
    at: Node | None = context.node
    while at is not None:
        spoken = at.attribute(f"{{{XML_NAMESPACE}}}lang").lower()
        if spoken:
            return spoken == wanted or spoken.startswith(f"{wanted}-")
        at = at.parent
    return False


def _id(context: Context, values: list[Value]) -> Value:
    value = values[0]
    texts = [node.text() for node in value] if isinstance(value, list) else [to_text(value)]
    wanted = {each for text in texts for each in text.split()}
    root = context.node.root()
    return [node for node in root.descendants() if node.attribute("id") in wanted and node.attribute("id")]


def _position(context: Context, values: list[Value]) -> Value:
    """With a node, its place among its siblings of the same name (OpenRosa): a repeat's number."""
    if not values:
        return float(context.position)
    node = _subject(context, values, "position")
    if node is None or node.parent is None:
        return 1.0
    family = node.parent.named(node.key)
    return float(next((n for n, each in enumerate(family, 1) if each is node), 1))


def _count_non_empty(context: Context, values: list[Value]) -> Value:
    return float(sum(node.text() != "" for node in nodes_of(values[0], "count-non-empty")))


def _instance(context: Context, values: list[Value]) -> Value:
    node = context.env.instance(to_text(values[0]))
    return [] if node is None else [node]


def _pulldata(context: Context, values: list[Value]) -> Value:
    """`instance(1)/root/item[3 = 4]/2`: the first that is found."""
    source = context.env.instance(to_text(values[0]))
    wanted, column, sought = (to_text(each) for each in values[1:4])
    rows = [] if source is None else [row for root in source.elements() for row in root.elements()]
    for row in rows:
        if any(cell.text() == sought for cell in row.named(column)):
            return next((cell.text() for cell in row.named(wanted)), "")
    return ""


def _indexed_repeat(arguments: Sequence[Evaluate]) -> Evaluate:
    """`//repeat[position() = index]/target`, written the other way round (OpenRosa)."""
    if len(arguments) % 2 == 0:
        raise XPathError("indexed-repeat() takes a target, then pairs of a repeat and a number")

    def evaluate(context: Context) -> Value:
        anywhere = Context(context.env, context.node, current=context.env.root)
        targets = nodes_of(arguments[0](anywhere), "indexed-repeat")
        for repeat, index in zip(arguments[1::2], arguments[2::2], strict=True):
            wanted = to_number(index(context), context.env.zone)
            nodes = nodes_of(repeat(anywhere), "indexed-repeat")
            chosen = {id(node) for node in nodes if _place(node) == wanted}
            targets = [node for node in targets if _inside(node, chosen)]
        return targets

    return evaluate


def _place(node: Node) -> int:
    family = node.parent.named(node.key) if node.parent is not None else [node]
    return next(n for n, each in enumerate(family, 1) if each is node)


def _inside(node: Node, chosen: set[int]) -> bool:
    at: Node | None = node
    while at is not None:
        if id(at) in chosen:
            return True
        at = at.parent
    return False


def _randomize(context: Context, values: list[Value]) -> Value:
    """The nodes shuffled; with a seed, always alike: Fisher-Yates inside out, drawn by Park and Miller."""
    nodes = in_document_order(nodes_of(values[0], "randomize"))
    if len(values) == 1:
        return context.env.random.sample(nodes, len(nodes))
    state = _seed(values[1], context) % _MERSENNE
    if state <= 0:
        state += _MERSENNE - 1
    shuffled: list[Node] = []
    for at, node in enumerate(nodes):
        state = state * _PARK_MILLER % _MERSENNE
        to = int((state - 1) / (_MERSENNE - 1) * (at + 1))
        if to == at:
            shuffled.append(node)
        else:
            shuffled.append(shuffled[to])
            shuffled[to] = node
    return shuffled


def _seed(value: Value, context: Context) -> int:
    """A whole number from a number; from other text, the first 8 bytes of its sha256, as in JavaRosa."""
    number = to_number(value, context.env.zone)
    if number - number == 0:
        return int(number)
    text = to_text(value)
    if isinstance(value, float) or not text:
        return 0
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big", signed=True)


FUNCTIONS: dict[str, Function] = {
    "name": of_values(_name, 0, 1),
    "local-name": of_values(_local_name, 0, 1),
    "namespace-uri": of_values(_namespace_uri, 0, 1),
    "lang": of_values(_lang, 1),
    "id": of_values(_id, 1),
    "position": of_values(_position, 0, 1),
    "last": of_values(lambda context, values: float(context.size), 0),
    "count": of_values(lambda context, values: float(len(nodes_of(values[0], "count"))), 1),
    "count-non-empty": of_values(_count_non_empty, 1),
    "current": of_values(lambda context, values: [context.current], 0),
    "instance": of_values(_instance, 1),
    "pulldata": of_values(_pulldata, 4),
    "indexed-repeat": Function(3, 11, _indexed_repeat),
    "depend": of_values(lambda context, values: values[0], 1, MANY),
    "randomize": of_values(_randomize, 1, 2),
    "jr:itext": of_values(lambda context, values: context.env.itext(to_text(values[0])), 1),
}
