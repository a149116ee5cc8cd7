"""What an expression is worked out in: a node, its place among others, and the form around it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from random import Random

from kiosk.forms.xpath.tree import Node
from kiosk.forms.xpath.values import Value


def _nothing(*_: object) -> str:
    return ""


@dataclass
class Environment:
    """What lies outside the node: where absolute paths start, time, chance, and the form's own look-ups.

    `instance` gives the element of a secondary instance by id, or None; `itext` words by id, in the language
    of the moment; `choice_name` the label of a choice, by its value and the path of its question as written.
    `language` is the code of that language; `form` is the title, for messages.
    """

    root: Node
    now: Callable[[], datetime]
    random: Random = field(default_factory=Random)
    instance: Callable[[str], Node | None] = lambda _: None
    itext: Callable[[str], str] = _nothing
    choice_name: Callable[[str, str, Node], str] = _nothing
    language: Callable[[], str] = lambda: "en"
    form: str = ""
    zone: tzinfo = field(init=False)

    def __post_init__(self) -> None:
        zone = self.now().tzinfo
        if zone is None:
            raise ValueError("the clock has no zone")
        self.zone = zone


class Context:
    """The context of XPath 1.0, section 1; `current` is the node that the whole expression started from."""

    __slots__ = ("current", "env", "node", "position", "size")

    def __init__(
        self, env: Environment, node: Node, position: int = 1, size: int = 1, current: Node | None = None
    ) -> None:
        self.env = env
        self.node = node
        self.position = position
        self.size = size
        self.current = node if current is None else current


Evaluate = Callable[[Context], Value]
