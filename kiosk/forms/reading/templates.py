"""What a new filling-in starts from, and what each repeat adds: made ready once, when a form is read."""

from collections.abc import Container

from kiosk.forms.xpath.tree import Node, NodeKind, key_of

_TEMPLATE = key_of("template", "http://openrosa.org/javarosa")


def take_templates(top: Node, repeats: Container[str]) -> tuple[Node, dict[str, Node]]:
    """A copy of the instance with one of each repeat in it, and a clean copy of each repeat by path."""
    templates: dict[str, Node] = {}
    return _clean(top, repeats, templates), templates


def _clean(element: Node, repeats: Container[str], templates: dict[str, Node]) -> Node:
    copy = Node(element.kind, element.name, element.uri, element.value)
    copy.key, copy.path, copy.namespaces = element.key, element.path, element.namespaces
    real = {child.path for child in element.elements() if not _is_template(child)}
    for child in element.children:
        if child.kind is not NodeKind.ELEMENT:
            if child.kind is NodeKind.TEXT and (not element.elements() or child.value.strip()):
                copy.append(child.copy())
            continue
        ready, marked = _clean(child, repeats, templates), _is_template(child)
        if child.path in repeats and (marked or child.path not in templates):
            templates[child.path] = ready.copy()
        if not (marked and child.path in real):
            copy.append(ready)
    copy.attributes = [each.copy() for each in element.attributes if each.key != _TEMPLATE]
    for attribute in copy.attributes:
        attribute.parent = copy
    return copy


def _is_template(node: Node) -> bool:
    return any(each.key == _TEMPLATE for each in node.attributes)
