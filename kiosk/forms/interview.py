"""One resident's filling-in of one form: what is asked, what was answered, what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from random import Random
from uuid import UUID

from kiosk.clock import Clock, today
from kiosk.forms.filling.actions import Actions, beside
from kiosk.forms.filling.asking import Asking
from kiosk.forms.filling.checks import has_type
from kiosk.forms.filling.choices import Choices
from kiosk.forms.filling.instance import MOST_REPEATS, Instance
from kiosk.forms.filling.recalculation import Recalculation
from kiosk.forms.filling.sources import Sources
from kiosk.forms.form import Control, Form
from kiosk.forms.kinds import SELECTS, Kind
from kiosk.forms.questions import HiddenQuestion, Problem, ProblemKind, Question
from kiosk.forms.xpath.context import Environment
from kiosk.forms.xpath.tree import Node

__all__ = ["HiddenQuestion", "Interview", "Problem", "ProblemKind", "Question"]

_NUMBERS = re.compile(r"\[\d+\]")
_UID = "uid"


class Interview:
    """Answers to one form, in the making. Nothing of it outlives the object, and nothing is logged.

    `answers` go in by reference before anything is worked out. `random` makes chance repeatable. `data` gives
    the bytes of a data file by name. KioskError(FORM_UNREADABLE) where a data file cannot be read.
    """

    def __init__(
        self,
        form: Form,
        *,
        language: str,
        clock: Clock,
        random: Random | None = None,
        answers: Mapping[str, str] | None = None,
        data: Callable[[str], bytes] | None = None,
    ) -> None:
        self.form = form
        self._language = language
        self._clock = clock
        self._instance = Instance(form)
        chance = random or Random()
        self._env = Environment(
            root=self._instance.document,
            now=clock.now,
            random=chance,
            instance=Sources(form.instances, data, form.title).find,
            itext=self._itext,
            choice_name=self._choice_name,
            language=lambda: self._language,
            form=form.title,
        )
        self._choices = Choices(form, self._env, chance.random())
        self._asking = Asking(form, self._instance, self._env, self._choices)
        self._actions = Actions(form.actions, self._env)
        self._rules = Recalculation(form, self._instance, self._env, self._names, self._actions.for_repeats)
        self._start(answers or {})

    # the language

    @property
    def language(self) -> str:
        """The code of the language that questions are asked in; answers stay when it changes."""
        return self._language

    @language.setter
    def language(self, code: str) -> None:
        self._language = code
        self._rules.after_language()

    # asking

    def questions(self) -> tuple[Question, ...]:
        """The questions to ask just now, in order: relevant ones of a kind that the window has."""
        asked = self._asking.asked()
        return tuple(self._asking.question(control, node, self._language) for control, node in asked)

    def question(self, path: str) -> Question:
        """One question by its reference, relevant or not. KeyError where the form has none there."""
        control, node = self._control(path)
        return self._asking.question(control, node, self._language)

    def hidden(self) -> tuple[HiddenQuestion, ...]:
        """The questions that a rule of the form hides just now, and that rule."""
        return tuple(self._asking.hidden(self._language))

    # answering

    def answer(self, path: str, value: str) -> None:
        """Puts `value` (XForms text, empty for none) in, and works out what depends on it.

        Anything is taken, so that a page can show what is wrong with it. KeyError if there is no such node.
        """
        node = self._node(path)
        if node.text() == value:
            return
        node.set_text(value)
        self._rules.after_value(node.path, *self._actions.after(node))

    def problems(self, path: str) -> tuple[Problem, ...]:
        """What is wrong with one answer: nothing given, not of its type, or against the author's rule."""
        control, node = self._control(path)
        reference, value, bind = self._instance.reference(node), node.text(), control.bind
        if not node.relevant or not control.shown or control.kind is Kind.NOTE:
            return ()
        if not value.strip():
            if not self._asking.holds(bind.required, node, unless_there=False):
                return ()
            message = self._asking.say(bind.required_message, node, self._language)
            return (Problem(reference, ProblemKind.REQUIRED, message),)
        names = self._names(node) if control.kind in SELECTS else frozenset()
        if not has_type(control.kind, value, names, control.range):
            return (Problem(reference, ProblemKind.TYPE),)
        if self._asking.holds(bind.constraint, node, unless_there=True):
            return ()
        message = self._asking.say(bind.constraint_message, node, self._language)
        return (Problem(reference, ProblemKind.CONSTRAINT, message),)

    def all_problems(self) -> tuple[Problem, ...]:
        """What is wrong with any question that is asked, in order."""
        asked = [self._instance.reference(node) for _, node in self._asking.asked()]
        return tuple(problem for path in asked for problem in self.problems(path))

    def answers(self) -> dict[str, str]:
        """What is to be saved: reference → value of every relevant leaf that holds one, in the form's order.

        The instance's own id is left out: a record has another, which cannot be told from anything here.
        """
        return {
            self._instance.reference(node): value
            for node in self._instance.leaves()
            if node.relevant and (value := node.text()) and not self._is_id(node)
        }

    # repeats

    def repeats(self) -> tuple[str, ...]:
        """References of the repeats that a person may add to, without a number: `/data/member`."""
        return tuple(
            f"{self._instance.reference(holder)}/{path.rpartition('/')[2]}"
            for path, repeat in self.form.repeats.items()
            if not repeat.fixed
            for holder in self._instance.nodes.get(path.rpartition("/")[0], ())
            if self._takes_more(holder, path)
        )

    def repeat_label(self, path: str) -> str:
        """The words over the repeat `path`, or over one copy of it, as `/data/member[2]`; empty for none."""
        node, generic = self._instance.find(path), _NUMBERS.sub("", path)
        repeat = self.form.repeats[generic]
        return self._asking.say(repeat.label, node, self._language) if node else ""

    def add_repeat(self, path: str) -> str:
        """Adds a copy of the repeat `path`, as in `repeats()`; its reference. KeyError if there is none."""
        holder, generic = self._holder(path)
        added = self._instance.resize(holder, generic, len(self._instance.family(holder, generic)) + 1)
        self._actions.for_repeats(added)
        self._rules.after_presence(generic)
        return self._instance.reference(self._instance.family(holder, generic)[-1])

    def remove_repeat(self, path: str) -> None:
        """Takes the copy `path` (`/data/member[2]`) out, with its answers. KeyError where there is none."""
        node = self._node(path)
        if node.path not in self.form.repeats or node.parent is None:
            raise KeyError(path)
        node.parent.remove(node)
        self._instance.index()
        self._rules.after_presence(node.path)

    # inside

    def _start(self, answers: Mapping[str, str]) -> None:
        for path, bind in self.form.binds.items():
            for node in self._instance.nodes.get(path, ()) if bind.preload else ():
                node.set_text(self._preload(bind.preload, bind.preload_params) or node.text())
        self._actions.at_start(self._instance.nodes)
        for path, value in answers.items():
            self._actions.for_repeats(self._instance.make_room(path))
            found = self._instance.find(path)
            if found is not None and not found.elements():
                found.set_text(value)
        self._rules.everything()

    def _preload(self, kind: str, params: str) -> str:
        """Of what a phone would fill in by itself, only the day and an id: a record keeps no more of time."""
        if kind == _UID:
            return f"uuid:{UUID(int=self._env.random.getrandbits(128), version=4)}"
        return today(self._clock).isoformat() if (kind, params) == ("date", "today") else ""

    def _is_id(self, node: Node) -> bool:
        bind = self.form.binds.get(node.path)
        return bind is not None and bind.preload == _UID

    def _control(self, path: str) -> tuple[Control, Node]:
        node = self._node(path)
        return self.form.controls[node.path], node

    def _node(self, path: str) -> Node:
        node = self._instance.find(path)
        if node is None:
            raise KeyError(path)
        return node

    def _takes_more(self, holder: Node, path: str) -> bool:
        family = self._instance.family(holder, path)
        return holder.relevant and len(family) < MOST_REPEATS and all(each.relevant for each in family)

    def _holder(self, path: str) -> tuple[Node, str]:
        outer, _, _ = path.rpartition("/")
        generic = _NUMBERS.sub("", path)
        if generic not in self.form.repeats:
            raise KeyError(path)
        return self._node(outer), generic

    def _names(self, node: Node) -> frozenset[str]:
        return self._choices.names(self.form.controls[node.path], node)

    def _itext(self, key: str) -> str:
        phrase = self.form.book.find(key, "", self._language)
        return phrase.say(self._env, self._instance.document.elements()[0]) if phrase else ""

    def _choice_name(self, value: str, path: str, node: Node) -> str:
        path = path.strip()
        generic = path if path.startswith("/") else _resolved(node.path, path)
        control = self.form.controls.get(generic)
        if control is None:
            return ""
        return self._choices.label(control, beside(node, generic) or node, value, self._language)


def _resolved(context: str, path: str) -> str:
    """A relative path with only names and `..`, from the node at `context`."""
    steps = context.strip("/").split("/")
    for step in path.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in {".", ""}:
            steps.append(step)
    return "/" + "/".join(steps)
