"""What a questionnaire is: its controls, its rules and its words, as read from an XForm."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal

from kiosk.forms.kinds import SUPPORTED, Kind
from kiosk.forms.reading.plan import Plan
from kiosk.forms.wording.phrases import Phrasebook, Wording
from kiosk.forms.xpath.compile import Program
from kiosk.forms.xpath.tree import Node


@dataclass(frozen=True)
class Range:
    """The ends and the step of a range question, as the author wrote them."""

    start: Decimal
    end: Decimal
    step: Decimal


@dataclass(frozen=True)
class Bind:
    """What holds for one node: its type and its rules. A rule that is not there is None."""

    path: str
    type: str = "string"
    relevant: Program | None = None
    required: Program | None = None
    readonly: Program | None = None
    constraint: Program | None = None
    calculate: Program | None = None
    required_message: Wording = field(default_factory=Wording)
    constraint_message: Wording = field(default_factory=Wording)
    preload: str = ""
    preload_params: str = ""


@dataclass(frozen=True)
class Item:
    """A choice written into the control itself."""

    name: str
    label: Wording


@dataclass(frozen=True)
class Itemset:
    """Choices drawn from nodes. At each, `label` gives the words, or `label_key` the id of a text.

    `fixed` means that the nodes are not answers themselves, `settled` that no answer changes which they are;
    `everything` finds them without their filter.
    """

    nodes: Program
    everything: Program
    name: Program
    label: Program | None
    label_key: Program | None
    fixed: bool
    settled: bool


@dataclass(frozen=True)
class Heading:
    """The label of a group, and the group's path: what it says of answers, it says from there."""

    path: str
    label: Wording


@dataclass(frozen=True)
class Control:
    """One question of the body. `groups` are the labelled groups around it, outermost first.

    `repeat` is the generic path of the nearest repeat around it, or empty. `header` marks the row of labels
    that a table-list puts above its questions: not a question itself.
    """

    path: str
    kind: Kind
    element: str
    appearance: AbstractSet[str]
    label: Wording
    hint: Wording
    bind: Bind
    items: tuple[Item, ...] = ()
    itemset: Itemset | None = None
    range: Range | None = None
    groups: tuple[Heading, ...] = ()
    repeat: str = ""
    header: bool = False

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def shown(self) -> bool:
        """Whether the window has a page for it."""
        return self.kind in SUPPORTED and not self.header


@dataclass(frozen=True)
class Repeat:
    """A part that can be asked again: as often as `count` says; `fixed` where people cannot add to it."""

    path: str
    label: Wording
    count: Program | None = None
    fixed: bool = False


@dataclass(frozen=True)
class Section:
    """A group or repeat of the body, in order with what is inside it."""

    path: str
    label: Wording
    children: tuple["Control | Section", ...]
    repeat: Repeat | None = None


@dataclass(frozen=True)
class Action:
    """A `setvalue`: when one of `events` happens (to `watched`, if named), `path` gets `value`."""

    events: AbstractSet[str]
    path: str
    value: Program | str
    watched: str = ""


@dataclass(frozen=True)
class Form:
    """A questionnaire, read once and shared by every visit; an Interview fills it in.

    `languages` are codes, in the form's order. `roles` is our `kiosk::role` by path, `or_other` the selects
    written with it. `paths` are the generic paths of all nodes, in order; `template` the primary instance's
    root element as a visit starts; `templates` what each repeat adds; `instances` the secondary ones by id.
    """

    id: str
    title: str
    version: str
    languages: tuple[str, ...]
    default_language: str
    body: tuple[Control | Section, ...]
    binds: Mapping[str, Bind]
    repeats: Mapping[str, Repeat]
    actions: tuple[Action, ...]
    book: Phrasebook
    plan: Plan
    paths: tuple[str, ...]
    template: Node
    templates: Mapping[str, Node]
    instances: Mapping[str, Node]
    roles: Mapping[str, str]
    or_other: AbstractSet[str]
    controls: Mapping[str, Control] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "controls", {control.path: control for control in _controls(self.body)})

    @property
    def questions(self) -> tuple[Control, ...]:
        """Every control of the body in order, those that the window has no page for too."""
        return tuple(self.controls.values())


def _controls(children: Sequence[Control | Section]) -> Iterator[Control]:
    for child in children:
        if isinstance(child, Section):
            yield from _controls(child.children)
        else:
            yield child
