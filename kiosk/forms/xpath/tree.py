"""The XML tree that expressions walk: the instances of a form, and any document in tests."""

from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from xml.parsers import expat

XFORMS = "http://www.w3.org/2002/xforms"
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"

_PLAIN = frozenset({"", XFORMS})


class NodeKind(IntEnum):
    DOCUMENT = 0
    ELEMENT = 1
    ATTRIBUTE = 2
    TEXT = 3
    COMMENT = 4
    INSTRUCTION = 5
    NAMESPACE = 6


class UnsafeXmlError(ValueError):
    """The XML brings a document type or entities, which no form needs."""


class Node:
    """One node. `key` is what a name test compares: the local name, after `{uri}` where that matters.

    `relevant` is false for a node, or anything inside it, that the form hides just now: paths do not see it.
    `path` is the generic path (no positions) of a node of a form's instance, else empty.
    """

    __slots__ = (
        "_named",
        "attributes",
        "children",
        "key",
        "kind",
        "local",
        "name",
        "namespaces",
        "own_relevant",
        "parent",
        "path",
        "relevant",
        "uri",
        "value",
    )

    def __init__(
        self, kind: NodeKind, name: str = "", uri: str = "", value: str = "", parent: "Node | None" = None
    ) -> None:
        self.kind = kind
        self.name = name
        self.local = name.rpartition(":")[2]
        self.uri = uri
        self.key = self.local if uri in _PLAIN else key_of(self.local, uri)
        self.value = value
        self.parent = parent
        self.children: list[Node] = []
        self.attributes: list[Node] = []
        self.namespaces: Mapping[str, str] = {}
        self.relevant = True
        self.own_relevant = True
        self.path = ""
        self._named: dict[str, list[Node]] | None = None

    def text(self) -> str:
        """The string-value of XPath."""
        if self.kind > NodeKind.ELEMENT:
            return self.value
        children = self.children
        if not children:
            return ""
        if len(children) == 1 and children[0].kind is NodeKind.TEXT:
            return children[0].value
        return "".join(node.value for node in self.descendants() if node.kind is NodeKind.TEXT)

    def set_text(self, value: str) -> None:
        """Make `value` the only content of this leaf."""
        self.children = [Node(NodeKind.TEXT, value=value, parent=self)] if value else []
        self._named = None

    def named(self, key: str) -> list["Node"]:
        """The child elements of that key, in order. The list is shared: do not change it."""
        if self._named is None:
            named: dict[str, list[Node]] = {}
            for child in self.children:
                if child.kind is NodeKind.ELEMENT:
                    named.setdefault(child.key, []).append(child)
            self._named = named
        return self._named.get(key, [])

    def elements(self) -> list["Node"]:
        return [child for child in self.children if child.kind is NodeKind.ELEMENT]

    def attribute(self, key: str, default: str = "") -> str:
        """The value of the attribute of that key (`id`, or `{uri}local`)."""
        return next((node.value for node in self.attributes if node.key == key), default)

    def insert(self, at: int, child: "Node") -> None:
        child.parent = self
        self.children.insert(at, child)
        self._named = None

    def append(self, child: "Node") -> None:
        self.insert(len(self.children), child)

    def remove(self, child: "Node") -> None:
        self.children = [each for each in self.children if each is not child]
        self._named = None

    def descendants(self) -> Iterator["Node"]:
        """Every node below this one in document order, without attributes."""
        for child in self.children:
            yield child
            yield from child.descendants()

    def root(self) -> "Node":
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def copy(self) -> "Node":
        """This node and all inside it, anew, without a parent."""
        twin = Node(self.kind, self.name, self.uri, self.value)
        twin.key, twin.path, twin.namespaces = self.key, self.path, self.namespaces
        for child in self.children:
            twin.append(child.copy())
        for attribute in self.attributes:
            other = attribute.copy()
            other.parent = twin
            twin.attributes.append(other)
        return twin


def key_of(local: str, uri: str) -> str:
    """OpenRosa forms name their nodes without a prefix, in no namespace or in that of XForms."""
    return local if uri in _PLAIN else f"{{{uri}}}{local}"


def in_document_order(nodes: Iterable[Node]) -> list[Node]:
    """Each node once, in document order; nodes of different trees in the order their trees were met."""
    unique = {_identity(node): node for node in nodes}
    if len(unique) < 2:
        return list(unique.values())
    trees: dict[int, int] = {}
    places: dict[int, dict[int, tuple[int, int]]] = {}

    def place(node: Node) -> tuple[tuple[int, int], ...]:
        parent = node.parent
        if parent is None:
            return ((trees.setdefault(id(node), len(trees)), 0),)
        if id(parent) not in places:
            at = {id(child): (1, n) for n, child in enumerate(parent.children)}
            at.update({id(each): (0, n) for n, each in enumerate(parent.attributes)})
            places[id(parent)] = at
        return (*place(parent), places[id(parent)].get(id(node), (-1, 0)))

    return sorted(unique.values(), key=place)


def _identity(node: Node) -> object:
    """Namespace nodes are made as they are asked for: their element and prefix tell them apart."""
    return (id(node.parent), node.name) if node.kind is NodeKind.NAMESPACE else id(node)


def parse_xml(text: str, *, allow_doctype: bool = False) -> Node:
    """The document node of `text`. ValueError where it is no XML; UnsafeXmlError for a document type."""
    builder = _Builder(allow_doctype)
    try:
        builder.parser.Parse(text.encode("utf-8"), True)
    except expat.ExpatError as fault:
        raise ValueError(str(fault)) from fault
    return builder.document


class _Builder:
    """Receives what expat reads; text that is in one piece becomes one node."""

    def __init__(self, allow_doctype: bool) -> None:
        self.document = Node(NodeKind.DOCUMENT)
        self.document.namespaces = {"xml": XML_NAMESPACE}
        self.at = self.document
        self.text: list[str] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text.append
        self.parser.CommentHandler = lambda data: self.add(NodeKind.COMMENT, "", data)
        self.parser.ProcessingInstructionHandler = lambda name, data: self.add(
            NodeKind.INSTRUCTION, name, data
        )
        self.parser.ordered_attributes = True
        if not allow_doctype:
            self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.EntityDeclHandler = self.refuse

    def refuse(self, *_: object) -> None:
        raise UnsafeXmlError("a document type or an entity")

    def flush(self) -> None:
        if self.text:
            self.at.append(Node(NodeKind.TEXT, value="".join(self.text)))
            self.text.clear()

    def add(self, kind: NodeKind, name: str, data: str) -> None:
        self.flush()
        self.at.append(Node(kind, name, value=data))

    def start(self, name: str, attributes: list[str]) -> None:
        self.flush()
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        declared = {key[6:]: value for key, value in pairs if key == "xmlns" or key.startswith("xmlns:")}
        scope = {**self.at.namespaces, **declared} if declared else self.at.namespaces
        element = Node(NodeKind.ELEMENT, name, _uri(name, scope, scope.get("", "")))
        element.namespaces = scope
        for key, value in pairs:
            if not declared or not (key == "xmlns" or key.startswith("xmlns:")):
                element.attributes.append(
                    Node(NodeKind.ATTRIBUTE, key, _uri(key, scope, ""), value, parent=element)
                )
        self.at.append(element)
        self.at = element

    def end(self, _: str) -> None:
        self.flush()
        self.at = self.at.parent or self.document


def _uri(name: str, scope: Mapping[str, str], unprefixed: str) -> str:
    prefix, colon, _ = name.partition(":")
    return scope.get(prefix, "") if colon else unprefixed
