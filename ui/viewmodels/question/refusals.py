"""What is wrong with an answer and how to put it right, in the form's words or else ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.forms.kinds import Kind
from kiosk.words import Words
from ui.viewmodels.question.sketch import DRAWN

if TYPE_CHECKING:
    from kiosk.forms.questions import Problem, Question

WRITTEN = {Kind.TEXT, Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.TIME, Kind.DATETIME}


def words_for(problem: Problem, question: Question, words: Words) -> str:
    """What is wrong and how to put it right: the form's own words, else ours."""
    if problem.message:
        return problem.message
    if problem.kind == "required":
        return _required(question, words)
    return _wrong_type(question, words) if problem.kind == "type" else _does_not_fit(words)


def _required(question: Question, words: Words) -> str:
    if question.kind in WRITTEN:
        return words("Please fill this in to go on.")
    if question.kind in DRAWN:
        return words("Please draw, or write instead, to go on.")
    return words("Please choose one to go on.")


def _wrong_type(question: Question, words: Words) -> str:
    if question.kind is Kind.DATE:
        return words("This is not a date. Write the day, the month and the year, as 14 6 1985.")
    if question.kind is Kind.TIME:
        return words("This is not a time. Write the hour and the minutes, as 14 30.")
    if question.kind is Kind.DATETIME:
        return words("This is not a date and a time. Write them as 14 6 1985, then 14 30.")
    if question.kind is Kind.INTEGER:
        return words("Please write a whole number, as 7.")
    if question.kind is Kind.DECIMAL:
        return words("Please write a number, as 2.5.")
    return _does_not_fit(words)


def _does_not_fit(words: Words) -> str:
    return words("This answer does not fit. Please change it.")
