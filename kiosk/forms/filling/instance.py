"""The answers of one filling-in: the live copy of a form's primary instance."""

import re
from collections.abc import Iterator

from kiosk.forms.form import Form
from kiosk.forms.xpath.tree import Node, NodeKind

_STEP = re.compile(r"([^\[\]]+)(?:\[(\d+)\])?")
MOST_REPEATS = 200


class Instance:
    """A tree of answers. `nodes` finds them by generic path, in document order.

    A node's reference is its path with the number of each repeat: `/data/member[2]/name`.
    """

    def __init__(self, form: Form) -> None:
        self._form = form
        self._rank = {path: rank for rank, path in enumerate(form.paths)}
        self.document = Node(NodeKind.DOCUMENT)
        self.document.append(form.template.copy())
        self.nodes: dict[str, list[Node]] = {}
        self._by_reference: dict[str, Node] = {}
        self._references: dict[int, str] = {}
        self.index()

    def index(self) -> None:
        """Finds every node anew, after repeats came or went."""
        self.nodes, self._by_reference, self._references = {}, {}, {}
        self._index(self.document, "")

    def _index(self, holder: Node, outer: str) -> None:
        counts: dict[str, int] = {}
        for element in holder.elements():
            reference = f"{outer}/{element.name}"
            if element.path in self._form.repeats:
                counts[element.path] = counts.get(element.path, 0) + 1
                reference += f"[{counts[element.path]}]"
            self.nodes.setdefault(element.path, []).append(element)
            self._by_reference[reference] = element
            self._references[id(element)] = reference
            self._index(element, reference)

    def find(self, reference: str) -> Node | None:
        """The node of `reference`; a repeat without a number is its first."""
        return self._by_reference.get(reference) or self._by_reference.get(self._numbered(reference))

    def _numbered(self, reference: str) -> str:
        path = numbered = ""
        for name, number in self._steps(reference):
            path += f"/{name}"
            numbered += f"/{name}" + (f"[{number}]" if path in self._form.repeats else "")
        return numbered

    @staticmethod
    def _steps(reference: str) -> Iterator[tuple[str, int]]:
        for step in reference.strip("/").split("/"):
            match = _STEP.fullmatch(step)
            name, number = match.groups() if match else (step, None)
            yield name or "", int(number or 1)

    def make_room(self, reference: str) -> list[Node]:
        """Adds the copies of repeats that `reference` speaks of, so that it can be found; the new ones."""
        added: list[Node] = []
        path, node = "", self.document
        for name, number in self._steps(reference):
            path += f"/{name}"
            if path in self._form.repeats and number > len(node.named(name)):
                added += self.resize(node, path, number)
            family = node.named(name)
            if len(family) < number:
                break
            node = family[number - 1]
        return added

    def reference(self, node: Node) -> str:
        return self._references[id(node)]

    def leaves(self) -> Iterator[Node]:
        """Every node that can hold an answer, in document order."""
        for element in self.document.descendants():
            if element.kind is NodeKind.ELEMENT and not element.elements():
                yield element

    def family(self, holder: Node, path: str) -> list[Node]:
        """The copies of the repeat at `path` inside `holder`."""
        return [child for child in holder.elements() if child.path == path]

    def resize(self, holder: Node, path: str, wanted: int) -> list[Node]:
        """Makes `holder` hold so many copies of the repeat at `path`, MOST_REPEATS at most; the new ones."""
        family = self.family(holder, path)
        wanted = max(0, min(wanted, MOST_REPEATS))
        for extra in family[wanted:]:
            holder.remove(extra)
        added = [self._form.templates[path].copy() for _ in range(wanted - len(family))]
        for fresh in added:
            refresh(fresh, holder.relevant)
            holder.insert(self._place(holder, path), fresh)
        if wanted != len(family):
            self.index()
        return added

    def _place(self, holder: Node, path: str) -> int:
        """Before whatever the form has after this repeat."""
        rank = self._rank[path]
        later = (at for at, child in enumerate(holder.children) if self._rank.get(child.path, -1) > rank)
        return next(later, len(holder.children))


def refresh(node: Node, around: bool) -> bool:
    """Works out anew whether `node` and all inside it are relevant; whether its own state changed."""
    relevant = around and node.own_relevant
    changed = relevant != node.relevant
    node.relevant = relevant
    for child in node.elements():
        refresh(child, relevant)
    return changed
