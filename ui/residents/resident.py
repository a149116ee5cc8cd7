"""One made-up resident: chooses an activity, answers, checks, saves, and leaves a clean screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from PySide6.QtGui import QAccessible

from kiosk.forms.kinds import Kind
from kiosk.forms.questions import Question
from kiosk.visit.rounds import plain_path
from kiosk.visit.step import Step
from kiosk.visit.visit import Visit
from kiosk.words import Words
from ui.residents.imagination import chosen, moments, written
from ui.residents.screen import CHOICES, Screen
from ui.viewmodels.kiosk import KioskModel
from ui.viewmodels.question.moments import MOMENTS, joined, names_of, parts_of
from ui.viewmodels.question.sketch import DRAWN

MOST_PAGES = 200  # a visit that takes longer has lost its way
CHOSEN = {Kind.SELECT_ONE, Kind.SELECT_MULTIPLE}
MOST_ROUNDS = 3  # of a part that can be asked again
MOST_TRIES = 4  # at an answer that is refused


@dataclass
class Remembered:
    """What a resident meant to say, by question path, for one activity; and the reference they were given."""

    activity: str
    answers: dict[str, str] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)
    reference: str = ""
    saved: bool = False


class Resident:
    """Uses the screen by what is named on it. `pictures` gets a PNG of each page, in order."""

    def __init__(
        self,
        screen: Screen,
        model: KioskModel,
        chance: Random,
        *,
        number: int = 1,
        pictures: Path | None = None,
    ) -> None:
        self._screen = screen
        self._model = model
        self._chance = chance
        self._number = number
        self._pictures = pictures
        self._taken = 0

    def visit(self, card: str) -> Remembered:
        """Go through the activity on the card called `card`, from Welcome to Welcome."""
        self._picture("welcome")
        self._find_and_press(card)
        visit = self._model.at.visit
        if visit is None:
            raise LookupError(f"pressing {card!r} began nothing")
        remembered = Remembered(visit.activity.id)
        for _ in range(MOST_PAGES):
            page = self._model.page
            self._picture(page)
            if page == "welcome":
                break
            if page == "thanks":
                remembered.saved = True
                remembered.reference = visit.reference
            self._go_on(page, visit, remembered)
        else:
            raise LookupError(f"the visit to {card!r} never came to an end")
        return remembered

    @property
    def _words(self) -> Words:
        return self._model.words()

    def _picture(self, page: str) -> None:
        if self._pictures is not None:
            self._taken += 1
            self._screen.picture(self._pictures / f"{self._number:02}-{self._taken:02}-{page}.png")

    def _find_and_press(self, name: str, *roles: QAccessible.Role) -> None:
        """Press `name`, on this sub-page or on one that More leads to."""
        for _ in range(MOST_PAGES):
            if self._screen.find(name, *roles):
                self._screen.press(name, *roles)
                return
            if not self._screen.find(self._words("More")):
                break
            self._screen.press(self._words("More"))
        raise LookupError(f"nothing here is called {name!r}; there are {self._screen.texts()}")

    def _go_on(self, page: str, visit: Visit, remembered: Remembered) -> None:
        words = self._words
        if page == "question":
            self._answer(visit, remembered)
        elif page == "ask" and visit.step is Step.AGE:
            self._find_and_press(words("Yes"))
        elif page == "ask" and visit.step is Step.ABOUT:
            self._find_and_press(
                words("Yes, go on") if self._chance.random() < 0.6 else words("No, thank you")
            )
        elif page == "ask" and visit.step is Step.ANOTHER:
            more = visit.rounds < MOST_ROUNDS and self._chance.random() < 0.4
            self._find_and_press(words("Yes") if more else words("No"))
        elif page == "promise":
            self._find_and_press(words("Start"))
        elif page == "thanks":
            self._find_and_press(words("Finish and clear"))
        elif page == "check":
            self._find_and_press(self._model.check.forwardName)
        else:
            self._find_and_press(words("Continue"))

    def _answer(self, visit: Visit, remembered: Remembered) -> None:
        """Answer the question that is shown; try again when it is refused; skip what may be skipped."""
        question, path = visit.question, visit.path
        about = visit.in_about
        into = remembered.about if about else remembered.answers
        skips = self._model.question.skippable and self._chance.random() < 0.15
        for _ in range(MOST_TRIES):
            if not skips:
                self._put_in(question, visit, into)
                if self._model.page != "question" or visit.path != path:
                    return  # a choice that goes on by itself
            self._find_and_press(self._words("Continue"))
            if self._model.page != "question" or visit.path != path:
                return
        raise LookupError(f"no answer to {question.name} was taken")

    def _put_in(self, question: Question, visit: Visit, into: dict[str, str]) -> None:
        labels = {choice["name"]: choice["label"] for choice in self._model.question.choices}
        if question.kind is Kind.NOTE or (question.kind in CHOSEN and not labels):
            return
        if question.kind is Kind.ACKNOWLEDGE:
            into[question.path] = "OK"
            self._choose(["OK"], labels, question)
        elif labels:
            names = chosen(question, list(labels), self._chance)
            into[question.path] = " ".join(names)
            self._choose(names, labels, question)
        elif question.kind is Kind.RANGE:
            self._find_and_press(self._words("More of it"))
            into[question.path] = visit.question.value
        elif question.kind in DRAWN:
            self._draw(question, visit, into)
        elif question.kind in MOMENTS:
            self._write_moment(question, visit, into)
        else:
            text = written(question, visit.source.roles.get(plain_path(question.path), ""), self._chance)
            into[question.path] = text
            self._type(self._model.question.label, text)

    def _choose(self, names: list[str], labels: Mapping[str, str], question: Question) -> None:
        """Tick exactly `names`, or number them in their order."""
        before = set(self._model.question.chosen)
        if question.kind is Kind.RANK:
            while self._model.question.chosen:
                name = self._model.question.chosen[0]
                self._back_to_the_top()
                self._find_and_press(self._model.question.names[list(labels).index(name)])
            labels = {name: labels[name] for name in names}
            before = set()
        for name in labels:
            wanted, is_chosen = name in names, name in before
            swaps = question.kind is not Kind.SELECT_MULTIPLE and not wanted  # the new choice unticks it
            if wanted != is_chosen and not swaps:
                self._back_to_the_top()
                self._find_and_press(labels[name], *CHOICES)  # not a button that is called the same

    def _back_to_the_top(self) -> None:
        if self._screen.find(self._words("Question")):
            self._screen.press(self._words("Question"))

    def _draw(self, question: Question, visit: Visit, into: dict[str, str]) -> None:
        """A line or two with a finger; some sign with their name instead."""
        if question.kind is Kind.SIGNATURE and self._chance.random() < 0.5:
            self._find_and_press(self._words("I would rather not draw"))
            self._screen.write(written(question, "detail:name", self._chance))
            self._screen.press(self._words("Done"))
        else:
            place = next(c for c in self._screen.controls() if c.name == self._words("A place to draw")).rect
            steps = range(2, 9)
            self._screen.drag(*(place.topLeft() + place.center() * at / 20 for at in steps))
        into[question.path] = visit.question.value

    def _write_moment(self, question: Question, visit: Visit, into: dict[str, str]) -> None:
        """A day or a time that the question will take, as somebody would who read what it asks for."""
        thought_of = moments(self._chance)
        fitting = (each for each in thought_of if _fits(visit, question.path, joined(question, each)))
        parts, names = next(fitting, thought_of[0]), names_of(self._words)
        for part in parts_of(question):
            self._type(names[part], parts[part])
        into[question.path] = joined(question, parts)

    def _type(self, field: str, text: str) -> None:
        """Open the field called `field`, clear it, write, and press Done."""
        self._back_to_the_top()
        self._find_and_press(field)
        for _ in range(len(self._model.typing.text)):
            self._screen.press(self._words("Delete"))
        self._screen.write(text)
        self._screen.press(self._words("Done"))


def _fits(visit: Visit, path: str, value: str) -> bool:
    """Whether the question would take `value`; its answer is left empty."""
    visit.interview.answer(path, value)
    taken = not visit.interview.problems(path)
    visit.interview.answer(path, "")
    return taken
