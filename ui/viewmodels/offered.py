"""What may be chosen on a question's page, and an answer as a resident reads it back."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kiosk.forms.kinds import Kind
from kiosk.words import Words
from ui.viewmodels.moments import MOMENTS, shown_moment

if TYPE_CHECKING:
    from kiosk.forms.questions import Choice, Question

MOST_RANGE_BUTTONS = 11  # 0 to 10 fits one page; more becomes − and +
OTHER_PICTURE = "image://icon/other/083f3b"
# What somebody typed keeps its own direction on a mirrored page: 07700 900123 stays in that order.
ISOLATE, END_ISOLATE = "\u2068", "\u2069"


def plain_number(number: Decimal) -> str:
    return f"{number.normalize():f}"


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
        return [{"name": "OK", "label": words("Yes, I have read this"), "picture": ""}]
    if question.kind is Kind.RANGE:
        return [{"name": step, "label": step, "picture": ""} for step in range_steps(question)]
    pictured = any(choice.image for choice in question.choices)
    return [
        {
            "name": choice.name,
            "label": label_of(choice, words),
            "picture": OTHER_PICTURE if choice.other and pictured else media(choice.image),
        }
        for choice in question.choices
    ]


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


def spoken_choice(question: Question, name: str, label: str, words: Words) -> str:
    """The name of a choice's control: its label, and its place in an order."""
    chosen = question.value.split()
    if question.kind is not Kind.RANK or name not in chosen:
        return label
    return words("{choice}, number {place}", choice=label, place=chosen.index(name) + 1)


def said_choice(question: Question, name: str, label: str, words: Words) -> str:
    """What is said as a choice is pressed."""
    if name not in question.value.split():
        return words("{choice}, not chosen", choice=label)
    if question.kind is Kind.RANK:
        return spoken_choice(question, name, label, words)
    return words("{choice}, chosen", choice=label)


def shown_answer(question: Question, words: Words) -> str:
    """An answer as a resident reads it back: the words of choices, a date as day, month, year."""
    if not question.value:
        return words("Not answered")
    if question.kind is Kind.ACKNOWLEDGE:
        return words("Yes")
    if question.kind in MOMENTS:
        return shown_moment(question)
    if question.choices:
        labels = {choice.name: label_of(choice, words) for choice in question.choices}
        chosen = [labels.get(name, name) for name in question.value.split()]
        if question.kind is Kind.RANK:
            chosen = [f"{place}. {label}" for place, label in enumerate(chosen, 1)]
        return ", ".join(chosen)
    return f"{ISOLATE}{question.value}{END_ISOLATE}"
