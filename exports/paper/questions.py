"""The questions of a form as paper asks them: numbered, with all their choices, in one language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from exports.paper.directions import ALWAYS, NEVER, Asked, Directions
from kiosk.forms.definition import read_form
from kiosk.forms.form import Control, Form, Section
from kiosk.forms.form import Range as Scale
from kiosk.forms.kinds import Kind
from kiosk.forms.wording.phrases import Wording
from kiosk.forms.wording.plain import plain_text
from kiosk.forms.xpath.context import Environment
from kiosk.forms.xpath.tree import Node, NodeKind
from kiosk.forms.xpath.values import to_text
from kiosk.pack.model import FormSource
from kiosk.words import Words

OTHER = "_other"  # what pyxform puts after the name of a select for its "Other"
LONGEST_LIST = 30  # choices; a longer list is written in


@dataclass(frozen=True)
class Choice:
    """One box to tick. `other` is followed by a line to write on."""

    name: str
    label: str
    image: str = ""
    other: bool = False


@dataclass(frozen=True)
class Question:
    """One question on paper; `number` is 0 for a note, which is only read. `path` as the form has it."""

    path: str
    number: int
    kind: Kind
    label: str
    hint: str = ""
    direction: str = ""
    role: str = ""
    long: bool = False
    choices: tuple[Choice, ...] = ()
    scale: Scale | None = None
    image: str = ""


@dataclass(frozen=True)
class Group:
    """Questions under one heading; `again` where the form can ask them more than once."""

    title: str = ""
    direction: str = ""
    again: bool = False
    questions: list[Question] = field(default_factory=list)


def questions_of(source: FormSource, words: Words) -> list[Group]:
    """The questions of a form in the order of its paper, in the language of `words`.

    What a kiosk cannot ask is not on paper either. KioskError(FORM_UNREADABLE).
    """
    form = read_form(source.xml, roles=source.roles, or_other=source.or_other)
    return list(_Reader(form, words).groups())


class _Reader:
    def __init__(self, form: Form, words: Words) -> None:
        self.form, self.words = form, words
        document = Node(NodeKind.DOCUMENT)
        document.append(form.template.copy())
        self.env = Environment(document, lambda: datetime.now(UTC), instance=form.instances.get)
        self.document = document
        self.choices = {path: tuple(self._choices(each)) for path, each in form.controls.items()}
        numbered = [each for each in form.questions if self._asks(each) and each.kind is not Kind.NOTE]
        self.numbers = {each.path: number for number, each in enumerate(numbered, 1)}
        asked = {
            path: Asked(number, {choice.name: choice.label for choice in self.choices[path]})
            for path, number in self.numbers.items()
        }
        self.directions = Directions(form, asked, words)

    def groups(self) -> Iterator[Group]:
        yield from self._inside(self.form.body, Group())

    def _inside(self, children: Sequence[Control | Section], group: Group) -> Iterator[Group]:
        for child in children:
            if isinstance(child, Control):
                if self._asks(child):
                    group.questions.append(self._question(child))
                continue
            if group.questions:
                yield group
            repeats = child.repeat is not None
            label = child.label or (child.repeat.label if child.repeat else Wording())
            inner = Group(
                self._say(label) or group.title,
                self.directions.of(child.path) or group.direction,
                repeats or group.again,
            )
            yield from self._inside(child.children, inner)
            group = Group(group.title, group.direction, group.again)
        if group.questions:
            yield group

    def _asks(self, control: Control) -> bool:
        """Whether paper has it. The words for "Other" stand on the line beside that box."""
        of = control.path.removesuffix(OTHER)
        never = control.bind.relevant is not None and control.bind.relevant.tree == NEVER
        return control.shown and not never and not (of != control.path and of in self.form.or_other)

    def _question(self, control: Control) -> Question:
        return Question(
            path=control.path,
            number=self.numbers.get(control.path, 0),
            kind=control.kind,
            label=self._say(control.label) or control.name,
            hint=self._say(control.hint),
            direction=self.directions.of(control.path),
            role=self.form.roles.get(control.path, ""),
            long="multiline" in control.appearance,
            choices=self.choices[control.path],
            scale=control.range,
            image=self.form.book.media(control.label, "image", self.words.language),
        )

    def _say(self, wording: Wording) -> str:
        phrase = self.form.book.wording(wording, self.words.language)
        return phrase.outline() if phrase else ""

    def _choices(self, control: Control) -> Iterator[Choice]:
        for item in control.items:
            yield self._choice(control, item.name, self._say(item.label), item.label)
        itemset = control.itemset
        if itemset is None:
            return
        for node in itemset.everything.nodes(self.env, self.document):
            name = itemset.name.text(self.env, node).strip()
            if itemset.label_key is not None:
                wording = Wording(key=to_text(itemset.label_key.value(self.env, node)))
                yield self._choice(control, name, self._say(wording), wording)
            else:
                label = plain_text(itemset.label.text(self.env, node)) if itemset.label else ""
                yield self._choice(control, name, label, Wording())

    def _choice(self, control: Control, name: str, label: str, wording: Wording) -> Choice:
        other = control.path in self.form.or_other and name == "other"
        own = name == "other" and label == "Other" and bool(self.form.or_other)  # pyxform's English word
        said = self.words("Something else") if own else label or name
        return Choice(name, said, self.form.book.media(wording, "image", self.words.language), other)


def unsaid_rules(source: FormSource) -> Mapping[str, str]:
    """The rules that paper cannot put into words, by path: staff see them before they print."""
    reader = _Reader(read_form(source.xml, roles=source.roles, or_other=source.or_other), Words("en"))
    rules = {path: bind.relevant for path, bind in reader.form.binds.items() if bind.relevant is not None}
    shown = [*reader.numbers, *(path.rpartition("/")[0] for path in reader.numbers)]
    return {
        path: rule.source.strip()
        for path, rule in rules.items()
        if path in shown and rule.tree != ALWAYS and not reader.directions.said(rule, path)
    }
