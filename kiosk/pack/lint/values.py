"""What an author puts in beforehand: defaults, counts, and what no answer could fill."""

import re
from datetime import UTC
from itertools import pairwise

from kiosk.forms.xpath.moments import is_time, read_moment
from kiosk.pack.lint.context import FormContext, meant
from kiosk.pack.staff import sheets
from kiosk.pack.staff.xlsform import SELECTS, Question

__all__ = ["NUMBERS", "UTC", "check_values", "is_number"]

NUMBERS = frozenset({"integer", "decimal", "range"})
FACES = range(2, 6)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_WORKED_OUT = re.compile(r"\$\{|\(|^\.|[-+*/] | (div|mod) ")


def is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text.strip()) is not None


def check_values(context: FormContext) -> None:
    """Defaults of the wrong kind, counts that are none, too many faces, sections without questions."""
    for question in context.questions:
        _default(context, question)
        _faces(context, question)
        if question.type == "note" and context.form.survey.value(question.row, "required"):
            wrong, do = "a note has no answer, so it cannot be required", "clear it, or use acknowledge"
            context.survey(question, "required", wrong, do, advice=True)
        if context.form.survey.value(question.row, "relevant").lower() in sheets.NO:
            context.survey(
                question, "relevant", "the question is never asked", "clear it, or delete the row", True
            )
    _sections(context)


def _default(context: FormContext, question: Question) -> None:
    value = context.form.survey.value(question.row, "default")
    if not value or _WORKED_OUT.search(value):
        return
    wrong, do = f'"{value}" cannot be the answer', ""
    names = context.choice_names(question)
    if question.type in SELECTS and names:
        odd = next((name for name in value.split() if name not in names), "")
        if odd:
            do = meant(odd, names, "its choices are: " + ", ".join(names[:8]))
    elif question.type in NUMBERS and not is_number(value):
        do = "write it in figures"
    elif question.type in ("date", "dateTime") and read_moment(value, UTC) is None:
        do = "write it as 2027-06-12, or clear it"
    elif question.type == "time" and not is_time(value):
        do = "write it as 14:30:00, or clear it"
    if do:
        context.survey(question, "default", wrong, do)


def _faces(context: FormContext, question: Question) -> None:
    asked = {"smileys", "kiosk-smileys"} & set(context.form.survey.value(question.row, "appearance").split())
    count = len(context.lists.get(question.list_name, ()))
    if asked and question.type == "select_one" and count not in FACES:
        wrong = f"there are no {count} faces that can be told apart"
        context.survey(question, "appearance", wrong, "offer 2 to 5 choices", advice=True)


def _sections(context: FormContext) -> None:
    rows = context.rows
    for row, following in pairwise(rows):
        if row.is_section and not row.ends and following.ends:
            context.survey(row, "type", f"there is no question in this {row.type}", "add one, or delete it")
    for row in rows:
        count = context.form.survey.value(row.row, "repeat_count") if not row.ends else ""
        if row.type == "repeat" and count and not is_number(count) and not _WORKED_OUT.search(count):
            do = f"write a number, or ${{{count}}} where that is a question"
            context.survey(row, "repeat_count", f'"{count}" is no number', do)
