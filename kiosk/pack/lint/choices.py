"""Choice lists: there, named, worded, and short enough to choose from."""

import re

from kiosk.pack.lint.context import ADVICE, FormContext, meant
from kiosk.pack.staff.sheets import YES
from kiosk.pack.staff.workbook import Row
from kiosk.pack.staff.xlsform import FROM_FILE, SELECTS, Question

_MOST_AT_ONCE = 12  # what a page and its "more" hold at the largest size without tiring anybody


def check_choices(context: FormContext) -> None:
    used = {question.list_name for question in context.questions} | _spoken_of(context)
    for question in context.questions:
        if question.type in SELECTS or question.type == "rank":
            _list_of(context, question)
        elif question.type in FROM_FILE and question.list_name:
            _file_of(context, question)
    for name, rows in context.lists.items():
        _rows(context, name, rows)
        if name and name not in used:
            wrong = f'the list "{name}" is used by no question'
            do = "delete it, or name it in a type"
            context.say(context.form.choices, rows[0], "list_name", wrong, do, ADVICE)


def _list_of(context: FormContext, question: Question) -> None:
    name = question.list_name
    if not name or name.startswith("${"):
        return
    if name not in context.lists:
        do = meant(name, context.lists, "add its rows to the sheet choices")
        context.survey(question, "type", f'there is no choice list "{name}"', do)
        return
    rows = context.lists[name]
    if len(rows) > _MOST_AT_ONCE and not context.form.survey.value(question.row, "choice_filter"):
        wrong = f"{len(rows)} choices are many to read on one screen"
        do = f"at most {_MOST_AT_ONCE}, or ask in two steps with a choice_filter"
        context.survey(question, "type", wrong, do, advice=True)
    if question.type == "select_multiple":
        for row in rows:
            if " " in context.form.choices.value(row, "name"):
                wrong = "a name with a space cannot be told from two answers"
                context.say(context.form.choices, row, "name", wrong, "use _ instead of the space")


def _file_of(context: FormContext, question: Question) -> None:
    if question.type == "select_one_external":
        return
    if f"data/{question.list_name}" not in context.files | {f"data/{name}" for name in context.files}:
        known = [name.partition("/")[2] for name in context.files if name.startswith("data/")]
        do = meant(question.list_name, known, "put it into the folder data")
        context.survey(question, "type", f'there is no file "{question.list_name}" in data', do)


def _rows(context: FormContext, name: str, rows: tuple[Row, ...]) -> None:
    choices = context.form.choices
    seen: dict[str, int] = {}
    twice_is_fine = context.form.setting("allow_choice_duplicates").lower() in YES
    for row in rows:
        choice = choices.value(row, "name")
        if not name:
            context.say(
                choices, row, "list_name", "the row belongs to no list", "write the list's name, or clear it"
            )
        if not choice:
            context.say(choices, row, "name", "the choice has no name", "write a short name without spaces")
        elif choice in seen and not twice_is_fine and name:
            wrong = f'"{choice}" is in the list "{name}" twice, first in row {seen[choice]}'
            context.say(choices, row, "name", wrong, "give each choice its own name")
        elif not any(choices.value(row, part) for part in ("label", "image", "audio")) and choices.column(
            "label"
        ):
            context.say(choices, row, "label", "the choice has no words", "write what a resident should read")
        seen.setdefault(choice, row.number)


def _spoken_of(context: FormContext) -> frozenset[str]:
    """Lists may be read by instance('name') or a range's labels, too: the words of every expression."""
    survey = context.form.survey
    columns = ("calculation", "choice_filter", "relevant", "constraint", "default", "parameters")
    spoken = " ".join(survey.value(row, column) for row in survey.filled() for column in columns)
    return frozenset(re.findall(r"[\w.-]+", spoken))
