"""The axes of XPath 1.0, each a walk from one node, nearest first."""

from collections.abc import Callable, Iterable, Mapping

from kiosk.forms.xpath.tree import XML_NAMESPACE, Node, NodeKind

Axis = Callable[[Node], Iterable[Node]]


def _ancestors(node: Node) -> Iterable[Node]:
    while node.parent is not None:
        node = node.parent
        yield node


def _ancestors_or_self(node: Node) -> Iterable[Node]:
    yield node
    yield from _ancestors(node)


def _descendants_or_self(node: Node) -> Iterable[Node]:
    yield node
    yield from node.descendants()


def _siblings(node: Node, *, after: bool) -> list[Node]:
    if node.parent is None or node.kind in {NodeKind.ATTRIBUTE, NodeKind.NAMESPACE}:
        return []
    family = node.parent.children
    at = next(n for n, each in enumerate(family) if each is node)
    return family[at + 1 :] if after else family[:at][::-1]


def _following(node: Node) -> Iterable[Node]:
    if node.kind is NodeKind.ATTRIBUTE and node.parent is not None:
        yield from node.parent.descendants()
        node = node.parent
    for each in _ancestors_or_self(node):
        for sibling in _siblings(each, after=True):
            yield from _descendants_or_self(sibling)


def _preceding(node: Node) -> Iterable[Node]:
    if node.kind is NodeKind.ATTRIBUTE and node.parent is not None:
        node = node.parent
    for each in _ancestors_or_self(node):
        for sibling in _siblings(each, after=False):
            yield from reversed([sibling, *sibling.descendants()])


def _namespaces(node: Node) -> list[Node]:
    if node.kind is not NodeKind.ELEMENT:
        return []
    in_scope = node.namespaces.items()
    return [
        Node(NodeKind.NAMESPACE, prefix, value=uri, parent=node)
        for prefix, uri in in_scope
        if uri and uri != XML_NAMESPACE
    ]


AXES: Mapping[str, Axis] = {
    "self": lambda node: (node,),
    "child": lambda node: node.children,
    "parent": lambda node: () if node.parent is None else (node.parent,),
    "attribute": lambda node: node.attributes,
    "descendant": lambda node: node.descendants(),
    "descendant-or-self": _descendants_or_self,
    "ancestor": _ancestors,
    "ancestor-or-self": _ancestors_or_self,
    "following-sibling": lambda node: _siblings(node, after=True),
    "preceding-sibling": lambda node: _siblings(node, after=False),
    "following": _following,
    "preceding": _preceding,
    "namespace": _namespaces,
}
REVERSE = frozenset({"ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})


def passes(test: str, target: str, axis: str, key_of_test: str) -> Callable[[Node], bool]:
    """The node test of a step. `key_of_test` is the test's name with its prefix resolved."""
    if test == "node()":
        return lambda node: True
    if test.endswith("()"):
        kind = {
            "text()": NodeKind.TEXT,
            "comment()": NodeKind.COMMENT,
            "processing-instruction()": NodeKind.INSTRUCTION,
        }[test]
        return lambda node: node.kind is kind and (not target or node.name == target)
    principal = {"attribute": NodeKind.ATTRIBUTE, "namespace": NodeKind.NAMESPACE}.get(axis, NodeKind.ELEMENT)
    if test == "*":
        return lambda node: node.kind is principal
    if test.endswith(":*"):
        return lambda node: node.kind is principal and node.key.startswith(key_of_test)
    return lambda node: node.kind is principal and node.key == key_of_test
