"""Turns a form's controls into questions: which are asked just now, and in which words."""

from collections.abc import Iterator, Sequence

from kiosk.forms.filling.actions import ancestors, inside
from kiosk.forms.filling.choices import Choices
from kiosk.forms.filling.instance import Instance
from kiosk.forms.filling.reasons import Reasons
from kiosk.forms.form import Control, Form, Section
from kiosk.forms.kinds import SELECTS
from kiosk.forms.questions import HiddenQuestion, Question
from kiosk.forms.wording.phrases import Wording
from kiosk.forms.xpath.compile import Program
from kiosk.forms.xpath.context import Environment
from kiosk.forms.xpath.tree import Node


class Asking:
    """The questions of one filling-in, made anew each time: nothing here changes an answer."""

    def __init__(self, form: Form, instance: Instance, env: Environment, choices: Choices) -> None:
        self._form = form
        self._instance = instance
        self._env = env
        self._choices = choices
        self._reasons = Reasons(form, choices, self.say)

    def asked(self) -> Iterator[tuple[Control, Node]]:
        """The questions to ask just now in order, each with its node."""
        return self._walk(self._form.body, self._instance.document)

    def _walk(self, body: Sequence[Control | Section], holder: Node) -> Iterator[tuple[Control, Node]]:
        """`holder` is the nearest copy of a repeat around `body`."""
        for part in body:
            if isinstance(part, Control):
                if part.shown and (node := inside(holder, part.path)) is not None and node.relevant:
                    yield part, node
            elif part.repeat is None:
                yield from self._walk(part.children, holder)
            else:
                parent = inside(holder, part.path.rpartition("/")[0])
                for copy in self._instance.family(parent, part.path) if parent is not None else ():
                    yield from self._walk(part.children, copy)

    def hidden(self, language: str) -> Iterator[HiddenQuestion]:
        """The questions that some rule hides just now, each with the outermost rule that does."""
        for control in self._form.questions:
            for node in self._instance.nodes.get(control.path, ()) if control.shown else ():
                hiding = [each for each in ancestors(node) if not each.own_relevant]
                if hiding and (rule := self._form.binds[hiding[-1].path].relevant):
                    label = self.say(control.label, node, language)
                    reference, at, tree = self._instance.reference(node), hiding[-1], rule.tree
                    words = self._reasons.words(tree, at, language)
                    values = tuple(self._reasons.values(tree, at, language))
                    yield HiddenQuestion(reference, label, rule.source.strip(), words, values)

    def question(self, control: Control, node: Node, language: str) -> Question:
        """The question that `control` asks at `node`."""
        book, hint, bind = self._form.book, control.hint, control.bind
        guidance = book.find(hint.key, "guidance", language) if hint.key else None
        picture = book.media(control.label, "image", language)
        reference = self._instance.reference(node)
        return Question(
            path=reference,
            name=control.name,
            kind=control.kind,
            appearance=control.appearance,
            label=self.say(control.label, node, language),
            hint=self.say(hint, node, language),
            guidance=guidance.say(self._env, node) if guidance else "",
            required=self.holds(bind.required, node, unless_there=False),
            readonly=self.holds(bind.readonly, node, unless_there=False),
            value=node.text(),
            choices=self._choices.of(control, node, language) if control.kind in SELECTS else (),
            range=control.range,
            image=picture or book.media(control.label, "big-image", language),
            audio=book.media(control.label, "audio", language),
            groups=tuple(self._headings(control, node, language)),
            role=self._form.roles.get(control.path, ""),
            repeat=bool(control.repeat),
            repeat_path=reference.rpartition("]")[0] + "]" if control.repeat else "",
            specify_other=control.path.endswith("_other") and control.path[:-6] in self._form.or_other,
        )

    def say(self, wording: Wording, node: Node, language: str) -> str:
        """A text of the form, with the answers it speaks of as seen from `node`."""
        phrase = self._form.book.wording(wording, language)
        return phrase.say(self._env, node) if phrase else ""

    def holds(self, rule: Program | None, node: Node, *, unless_there: bool) -> bool:
        """Whether a rule of the author's holds at `node`; `unless_there` where the author made none."""
        return unless_there if rule is None else rule.boolean(self._env, node)

    def _headings(self, control: Control, node: Node, language: str) -> Iterator[str]:
        above = {each.path: each for each in ancestors(node)}
        for heading in control.groups:
            if said := self.say(heading.label, above.get(heading.path, node), language):
                yield said
