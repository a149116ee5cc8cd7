"""What a form does on an event: `setvalue` at the start, for a new copy of a repeat, and after an answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kiosk.forms.form import Action
from kiosk.forms.xpath.context import Environment
from kiosk.forms.xpath.tree import Node

FIRST_LOAD = "odk-instance-first-load"
NEW_REPEAT = "odk-new-repeat"
CHANGED = "xforms-value-changed"


class Actions:
    """The actions of one form, done on the answers of one filling-in."""

    def __init__(self, actions: Sequence[Action], env: Environment) -> None:
        self._actions = actions
        self._env = env

    def at_start(self, nodes: Mapping[str, Sequence[Node]]) -> None:
        """Sets what is worked out once, when the filling-in begins; `nodes` are all nodes by path."""
        for action in self._actions:
            if FIRST_LOAD in action.events:
                for node in nodes.get(action.path, ()):
                    self._set(action, node)

    def for_repeats(self, added: Iterable[Node]) -> None:
        """Sets what each new copy of a repeat starts with."""
        for copy in added:
            for node in [copy, *copy.descendants()]:
                for action in self._actions:
                    if NEW_REPEAT in action.events and node.path == action.path:
                        self._set(action, node)

    def after(self, node: Node) -> set[str]:
        """Sets what the answer at `node` triggers; the generic paths that were set."""
        changed: set[str] = set()
        for action in self._actions:
            if CHANGED in action.events and action.watched == node.path:
                target = beside(node, action.path)
                if target is not None:
                    self._set(action, target)
                    changed.add(action.path)
        return changed

    def _set(self, action: Action, node: Node) -> None:
        value = action.value
        node.set_text(value if isinstance(value, str) else value.text(self._env, node))


def ancestors(node: Node) -> Iterator[Node]:
    """`node`, and whatever it lies in, nearest first."""
    at: Node | None = node
    while at is not None:
        yield at
        at = at.parent


def beside(node: Node, path: str) -> Node | None:
    """The node of the generic `path` that shares with `node` whatever copies of repeats it can."""
    shared = next((at for at in ancestors(node) if not at.path or path.startswith(f"{at.path}/")), None)
    return None if shared is None else inside(shared, path)


def inside(holder: Node, path: str) -> Node | None:
    """The node of the generic `path` below `holder`, by first copies."""
    node: Node | None = holder
    for name in path[len(holder.path) :].strip("/").split("/"):
        if node is None:
            return None
        if ":" in name:
            node = next((child for child in node.elements() if child.name == name), None)
        elif name:
            node = next(iter(node.named(name)), None)
    return node
