"""What may be chosen on a question's page, and an answer as a resident reads it back."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kiosk.forms.kinds import Kind
from kiosk.words import Words, language_of
from ui.viewmodels.question.moments import MOMENTS, shown_moment
from ui.viewmodels.question.sketch import DRAWN, is_drawing

if TYPE_CHECKING:
    from kiosk.forms.form import Range
    from kiosk.forms.questions import Choice, Question

MOST_RANGE_BUTTONS = 11  # 0 to 10 fits one page; more becomes − and +
OTHER_PICTURE = "image://icon/other/083f3b"
FACES = {
    2: (1, 5),
    3: (2, 3, 4),
    4: (1, 2, 4, 5),
    5: (1, 2, 3, 4, 5),
}  # which of the five
# What somebody typed keeps its own direction on a mirrored page: 07700 900123 stays in that order.
ISOLATE, END_ISOLATE = "\u2068", "\u2069"


def plain_number(number: Decimal) -> str:
    return f"{number.normalize():f}"


def stepped(bounds: Range, value: str, way: int) -> str:
    """One step up or down from `value`, within the range; the start where nothing is chosen yet."""
    low, high = sorted((bounds.start, bounds.end))
    number = Decimal(value) + way * abs(bounds.step) if value else bounds.start
    return plain_number(min(max(number, low), high))


def range_steps(question: Question) -> list[str]:
    """The values of a range from its start, or none where they are too many for buttons."""
    bounds = question.range
    if bounds is None or not bounds.step:
        return []
    step = abs(bounds.step) if bounds.end >= bounds.start else -abs(bounds.step)
    count = int((bounds.end - bounds.start) / step) + 1
    if count > MOST_RANGE_BUTTONS:
        return []
    return [plain_number(bounds.start + place * step) for place in range(count)]


def asked_words(question: Question, words: Words) -> str:
    """What is asked: ours for the words of an "Other", which a form has in English only."""
    if question.specify_other:
        return words("What else? Please say.")
    return question.label or question.name


def label_of(choice: Choice, words: Words) -> str:
    """A choice in words: ours for the "Other" that a form has without any."""
    return words("Something else") if choice.other else choice.label or choice.name


def offered(question: Question, words: Words, media: Callable[[str], str]) -> list[dict[str, Any]]:
    """Each choice with its name, its label and its picture."""
    if question.kind is Kind.ACKNOWLEDGE:
        agreed = words("Yes, please") if question.role == "together" else words("Yes, I have read this")
        return [{"name": "OK", "label": agreed, "picture": ""}]
    if question.kind is Kind.RANGE:
        return _range(question, words)
    if smiles(question) and not any(choice.image for choice in question.choices):
        names = [(choice.name, label_of(choice, words)) for choice in question.choices]
        return [_faced(name, label, place, len(names)) for place, (name, label) in enumerate(names)]
    pictured = any(choice.image for choice in question.choices)
    return [
        {
            "name": choice.name,
            "label": label_of(choice, words),
            "picture": OTHER_PICTURE if choice.other and pictured else media(choice.image),
        }
        for choice in question.choices
    ]


def recordings_of(question: Question) -> dict[str, str]:
    """The pack's recordings of a question and its choices, by the words that they say."""
    said = {choice.label: choice.audio for choice in question.choices if choice.audio}
    return said | ({question.label: question.audio} if question.audio else {})


def smiles(question: Question) -> bool:
    """Whether the author asks for faces, and there are as many as faces can tell apart."""
    count = len(range_steps(question)) if question.kind is Kind.RANGE else len(question.choices)
    scale = question.kind in (Kind.RANGE, Kind.SELECT_ONE)
    return scale and count in FACES and not {"smileys", "kiosk-smileys"}.isdisjoint(question.appearance)


def is_scale(question: Question, count: int) -> bool:
    """Whether its `count` choices are points of one scale, to stand in a row."""
    rated = question.kind is Kind.SELECT_ONE and ("likert" in question.appearance or smiles(question))
    return count > 1 and (question.kind is Kind.RANGE or rated)


def columns_of(question: Question) -> int:
    """How many columns the author asks for, as in columns-3; 0 where it is left to the page."""
    asked = (
        word.removeprefix("columns-") for word in sorted(question.appearance) if word.startswith("columns-")
    )
    return next((int(count) for count in asked if count.isdecimal()), 0)


def _range(question: Question, words: Words) -> list[dict[str, Any]]:
    steps = range_steps(question)
    if not smiles(question):
        return [{"name": step, "label": step, "picture": ""} for step in steps]
    said = {
        1: words("Very unhappy"),
        2: words("Unhappy"),
        3: words("In between"),
        4: words("Happy"),
        5: words("Very happy"),
    }
    labels = [said[face] for face in FACES[len(steps)]]
    return [_faced(step, labels[place], place, len(steps)) for place, step in enumerate(steps)]


def _faced(name: str, label: str, place: int, count: int) -> dict[str, Any]:
    face = FACES[count][place]
    return {"name": name, "label": label, "picture": f"image://icon/face-{face}/083f3b"}


def after_press(question: Question, name: str) -> list[str]:
    """What is chosen once the choice `name` was pressed: a rank keeps the order of the presses."""
    chosen = question.value.split()
    if name in chosen:
        return [each for each in chosen if each != name]
    if question.kind is Kind.RANK:
        return [*chosen, name]
    if question.kind is not Kind.SELECT_MULTIPLE:
        return [name]
    return [each.name for each in question.choices if each.name in (*chosen, name)]


def numbered(question: Question, name: str, label: str) -> str:
    """A choice's label, with its place in an order where one is made: "2. Seats"."""
    chosen = question.value.split()
    if question.kind is not Kind.RANK or name not in chosen:
        return label
    return f"{chosen.index(name) + 1}. {label}"


def said_choice(question: Question, name: str, label: str, words: Words) -> str:
    """What is said as a choice is pressed."""
    if name not in question.value.split():
        return words("{choice}, not chosen", choice=label)
    if question.kind is Kind.RANK:
        return numbered(question, name, label)
    return words("{choice}, chosen", choice=label)


def shown_answer(question: Question, words: Words) -> str:
    """An answer as a resident reads it back: the words of choices, a date as day, month, year."""
    if not question.value:
        return words("Not answered")
    if question.kind is Kind.ACKNOWLEDGE:
        return words("Yes")
    if question.kind in DRAWN and is_drawing(question.value):
        return words("A drawing")
    if question.kind in MOMENTS:
        return shown_moment(question, words)
    if question.choices:
        labels = {choice.name: label_of(choice, words) for choice in question.choices}
        chosen = [labels.get(name, name) for name in question.value.split()]
        if question.kind is Kind.RANK:
            chosen = [f"{place}. {label}" for place, label in enumerate(chosen, 1)]
        return f"{language_of(words.language).comma} ".join(chosen)
    if smiles(question):
        labels = {each["name"]: each["label"] for each in _range(question, words)}
        return str(labels.get(question.value, question.value))
    return f"{ISOLATE}{question.value}{END_ISOLATE}"
