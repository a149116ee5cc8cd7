"""Where "Other" is offered: pyxform adds it to a list for all who use it; here one question has it."""

from collections.abc import Mapping
from typing import Any

from kiosk.pack.staff.xlsform import Question, XlsForm

_OWN = "_with_other"


def keep_others_apart(form: XlsForm, book: Mapping[str, Any]) -> None:
    """Give a list that is asked both with and without `or_other` a twin for the first. Changes `book`."""
    asked = [question for question in form.questions() if question.list_name]
    plain = {question.list_name for question in asked if not question.or_other}
    kind, name = form.survey.column("type"), form.choices.column("list_name")
    if kind is None or name is None:
        return
    rows = dict(zip((row.number for row in form.survey.rows), book["survey"], strict=True))
    for question in asked:
        if question.or_other and question.list_name in plain:
            rows[question.row.number][kind.written] = _renamed(question, form)
    for twin in {
        question.list_name: _twin(question, form) for question in asked if question.or_other
    }.items():
        if twin[0] in plain:
            copies = [row for row in book.get("choices", ()) if row.get(name.written, "").strip() == twin[0]]
            book["choices"].extend({**row, name.written: twin[1]} for row in copies)


def _twin(question: Question, form: XlsForm) -> str:
    """A name for the twin of the question's list that no list of the form has."""
    taken = {form.choices.value(row, "list_name") for row in form.choices.filled()}
    name = question.list_name + _OWN
    while name in taken:
        name += "_"
    return name


def _renamed(question: Question, form: XlsForm) -> str:
    head, _, tail = question.written.partition(question.list_name)
    if head.split() and tail.split():
        return f"{head}{_twin(question, form)}{tail}"
    return question.written
