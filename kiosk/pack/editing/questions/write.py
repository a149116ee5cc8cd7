"""A questionnaire written as a plain XLSForm, which Excel, ODK and KoboToolbox open."""

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO

from kiosk.pack.dress import dress
from kiosk.pack.editing.questions import mark
from kiosk.pack.editing.questions.appearance import appearance_of, type_of
from kiosk.pack.editing.questions.model import LISTED, Option, Question, Questionnaire
from kiosk.pack.editing.questions.rules import constraint, relevant
from kiosk.pack.model import Text
from kiosk.pack.template.forms import NOTES
from kiosk.words import language_of

Table = list[tuple[str, ...]]
Column = tuple[str, Callable[..., str]]  # its header, and what it says of a question or a choice

READ_ME = "read me"
_MADE_HERE = (
    ("Made with Event Kiosk, in the office: The event, Questions.",),
    ("Change it there, and it can be changed there again.",),
    ("Once it is saved in another program, it is changed in that program only.",),
)


def write(form: Questionnaire) -> bytes:
    """The workbook, with our mark. The same questionnaire gives the same bytes."""
    from openpyxl import Workbook  # noqa: PLC0415 - only when a form is written

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in tables(form).items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, start=1):
            for index, words in enumerate(row, start=1):
                if words:
                    cell = sheet.cell(number, index, words)
                    cell.data_type = "s"  # an "=" at its beginning is a sign, no formula
        dress(sheet, rows[0], NOTES.get(name, {}), {})
    told = book.create_sheet(READ_ME)
    for line in _MADE_HERE:
        told.append(line)
    mark.prepare(book)
    made = BytesIO()
    book.save(made)
    return mark.marked(made.getvalue())


def tables(form: Questionnaire) -> Mapping[str, Table]:
    """The sheets, row by row, headers first. Some columns are there only where they are used."""
    options = [(one, option) for one in form.questions if one.kind in LISTED for option in one.options]
    return {
        "survey": _rows(_survey(form), form.questions),
        "choices": _rows(_choices(form, [option for _, option in options]), options),
        "settings": [
            ("form_title", "form_id", "version", "default_language"),
            (form.title, form.form_id, str(form.version), written_as(form.languages[0])),
        ],
    }


def written_as(code: str) -> str:
    """A language as it stands in a header: "Punjabi (pa)"."""
    return f"{language_of(code).english} ({code})"


def _rows(columns: list[Column], things: Iterable[object]) -> Table:
    return [
        tuple(header for header, _ in columns),
        *(tuple(say(thing) for _, say in columns) for thing in things),
    ]


def _survey(form: Questionnaire) -> list[Column]:
    questions = form.questions
    columns: list[Column] = [("type", type_of), ("name", lambda one: one.name)]
    columns += _each(form.languages, "label", lambda one: one.label)
    columns += _each(form.languages, "hint", lambda one: one.hint)
    columns += [
        ("required", lambda one: "yes" if one.required else ""),
        ("relevant", lambda one: relevant(one.when)),
        ("constraint", lambda one: constraint(one.least, one.most)),
    ]
    if any(one.message for one in questions):
        columns += _each(form.languages, "constraint_message", lambda one: one.message)
    columns += [("appearance", appearance_of), ("kiosk::role", _role)]
    return columns + _recordings(form.languages, [one.recordings for one in questions])


def _choices(form: Questionnaire, options: list[Option]) -> list[Column]:
    columns: list[Column] = [
        ("list_name", lambda pair: pair[0].name),
        ("name", lambda pair: pair[1].name),
    ]
    columns += _each(form.languages, "label", lambda pair: pair[1].label)
    if any(option.picture for option in options):
        columns.append(("image", lambda pair: pair[1].picture))
    spoken = _recordings(form.languages, [option.recordings for option in options])
    return columns + [(header, _of_option(say)) for header, say in spoken]


def _of_option(say: Callable[[Option], str]) -> Callable[[tuple[Question, Option]], str]:
    return lambda pair: say(pair[1])


def _role(question: Question) -> str:
    return question.role


def _each(languages: Iterable[str], name: str, text: Callable[..., Text]) -> list[Column]:
    """A column a language."""
    return [(f"{name}::{written_as(code)}", _in(code, text)) for code in languages]


def _in(code: str, text: Callable[..., Text]) -> Callable[..., str]:
    return lambda thing: text(thing).words.get(code, "")


def _recordings(languages: Iterable[str], recorded: list[Text]) -> list[Column]:
    used = [code for code in languages if any(text.has(code) for text in recorded)]
    return _each(used, "audio", lambda thing: thing.recordings)
