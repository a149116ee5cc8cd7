"""Sources compiled into a pack: the only module that calls pyxform, and only when it has to."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.findings import Finding, Report
from kiosk.pack.model import (
    Activity,
    ActivityKind,
    Event,
    FormSource,
    LeftOut,
    Pack,
    Text,
)
from kiosk.pack.staff import sheets
from kiosk.pack.staff.event import EventParts, read_event
from kiosk.pack.staff.excel import read_workbook
from kiosk.pack.staff.languages import language_code
from kiosk.pack.staff.others import keep_others_apart
from kiosk.pack.staff.sources import EVENT, PackSource
from kiosk.pack.staff.workbook import Sheet
from kiosk.pack.staff.xlsform import LISTED, SHEETS, WITHOUT_ANSWER, Question, XlsForm, has_page, xlsform

_TRANSLATED = ("label", "hint", "image", "audio")
_ROW = re.compile(r"\[row\s*:\s*(\d+)\]\s*")
_LINK = re.compile(r"\s*Learn more:?\s*\S+")


def compile_pack(source: PackSource) -> Pack:
    """The pack of a folder, a zip or one XLSForm; the same bytes of sources give the same pack.

    KioskError: FORM_UNREADABLE where pyxform refuses a form, PACK_UNREADABLE, PACK_MISTAKES where
    event.xlsx lacks what no event can do without. Other mistakes are for `check` to find.
    """
    forms = {name: read_form_book(data, name) for name, data in source.forms.items()}
    data = {name.partition("/")[2] for name in source.hashes() if name.startswith("data/")}
    compiled = {name: compile_form(form, data) for name, form in forms.items()}
    if source.event is None:
        return _single(source, forms, compiled)
    report = Report()
    book = read_workbook(source.event, EVENT, sheets.SHEETS)
    parts = read_event(book, form_names(forms, compiled), report)
    _guard_event(source, parts, report)
    return Pack(
        event=parts.event,
        activities=parts.activities,
        forms={form.form_id: form for form in compiled.values()},
        promises=parts.promises,
        consents=parts.consents,
        replies=parts.replies,
        ideas=parts.ideas,
        profile=parts.profile,
        tablets=parts.tablets,
        texts=parts.texts,
        text_recordings=parts.text_recordings,
        checked=parts.checked,
        practice=not parts.event.office_key,
        source=source.digest,
        media=source.hashes(),
    )


def read_form_book(data: bytes, name: str) -> XlsForm:
    form = xlsform(read_workbook(data, name, SHEETS))
    for _ in form.questions():
        pass  # finds sections too deep to compile
    return form


def form_names(forms: Mapping[str, XlsForm], compiled: Mapping[str, FormSource]) -> Mapping[str, str]:
    """Each form's id by what event.xlsx may call it: its file, with or without its ending, or its id."""
    names: dict[str, str] = {}
    for name in forms:
        form_id = compiled[name].form_id if name in compiled else form_id_of(forms[name])
        path = PurePosixPath(name)
        for called in (path.name, path.stem, form_id):
            names.setdefault(called.lower(), form_id)
    return names


def form_id_of(form: XlsForm) -> str:
    return form.setting("form_id") or PurePosixPath(form.file).stem


def compile_form(form: XlsForm, data: AbstractSet[str] = frozenset()) -> FormSource:
    """One XLSForm compiled, with what XForms cannot carry; `data` are the files of the pack's data folder.

    KioskError(FORM_UNREADABLE).
    """
    result = _convert(form)
    version = form.setting("version")
    digest = sha256(result.encode()).hexdigest()[:8]
    questions = [question for question in form.questions() if not question.ends]
    return FormSource(
        form_id=form_id_of(form),
        version=f"{version}.{digest}" if version else digest,
        title=form.setting("form_title") or form_id_of(form),
        xml=result,
        roles={
            question.path: role
            for question in questions
            if (role := form.survey.value(question.row, "kiosk::role"))
        },
        or_other=tuple(question.path for question in questions if question.or_other),
        left_out=tuple(_left_out(form, questions, data)),
    )


def refusal(fault: Exception) -> tuple[int, str]:
    """pyxform's refusal as the row it names (0 where none) and its reason in one line."""
    said = " ".join(str(fault).split())
    row = int(found[1]) if (found := _ROW.search(said)) else 0
    return row, _LINK.sub("", _ROW.sub("", said)).rstrip(" .") or type(fault).__name__


def _convert(form: XlsForm) -> str:
    from pyxform.xls2xform import convert  # noqa: PLC0415 - heavy, and only for compiling

    if not form.survey.headers:
        raise KioskError(ErrorCode.FORM_UNREADABLE, form=form.file, reason='it has no sheet "survey"')
    try:
        return str(convert(_as_pyxform(form), form_name=None, validate=False).xform)
    except Exception as fault:  # pyxform fails on odd forms in ways of its own besides its errors
        row, reason = refusal(fault)
        raise KioskError(
            ErrorCode.FORM_UNREADABLE, form=form.file, reason=f"row {row}: {reason}" if row else reason
        ) from fault


def _as_pyxform(form: XlsForm) -> dict[str, Any]:
    """The workbook as pyxform's own reader would have it, without our columns."""
    book: dict[str, Any] = {
        "sheet_names": list(form.book.names),
        "fallback_form_name": PurePosixPath(form.file).stem,
    }
    for name in SHEETS:
        sheet = form.survey if name == "survey" else form.book.sheet(name)
        headers = [header for header in sheet.headers if not header.name.startswith("kiosk::")]
        written = [header.written for header in headers]
        if twice := next((head for head in written if written.count(head) > 1), ""):
            reason = f'sheet {name}: two columns are called "{twice}"'
            raise KioskError(ErrorCode.FORM_UNREADABLE, form=form.file, reason=reason)
        if headers:
            book[name] = list(_numbered(sheet, {header.index: header.written for header in headers}))
            book[f"{name}_header"] = [dict.fromkeys(written)]
    keep_others_apart(form, book)
    return book


def _numbered(sheet: Sheet, headers: Mapping[int, str]) -> Iterator[dict[str, str]]:
    """Rows with blank ones left in, so that pyxform's row numbers are Excel's."""
    for row in sheet.rows:
        yield {headers[index]: cell.text for index, cell in row.cells.items() if index in headers}


def _left_out(form: XlsForm, questions: Sequence[Question], data: AbstractSet[str]) -> Iterator[LeftOut]:
    """What the window does not have, lists whose file is not there, and those that search() would fetch."""
    for question in questions:
        appearance = form.survey.value(question.row, "appearance")
        other_app = any(word.startswith("ex:") or word == "printer" for word in appearance.split())
        lacks_file = question.type in LISTED and question.list_name not in data
        nothing_to_choose = lacks_file or "search(" in appearance
        known = question.type in WITHOUT_ANSWER or has_page(question.type, appearance)
        if question.is_section or (known and not other_app and not nothing_to_choose):
            continue
        label = form.survey.text(question.row, "label", language_code(form.default_language))
        required = form.survey.value(question.row, "required").lower() in sheets.YES
        kind = "external app" if other_app else question.type
        yield LeftOut(question.path, kind, label, required)


def form_languages(form: XlsForm) -> tuple[str, ...]:
    """The languages of a form's words, its default first."""
    default = language_code(form.default_language)
    found: list[str] = []
    for sheet in (form.survey, form.choices):
        for column in sheet.headers:
            if column.name in _TRANSLATED and any(column.index in row.cells for row in sheet.rows):
                found.append(column.language or default)
    ordered = dict.fromkeys(found) or {default: None}
    return tuple(sorted(ordered, key=lambda code: code != default))


def _single(source: PackSource, forms: Mapping[str, XlsForm], compiled: Mapping[str, FormSource]) -> Pack:
    if len(forms) != 1:
        reason = "there is no event.xlsx in it"
        raise KioskError(ErrorCode.PACK_UNREADABLE, path=source.path, reason=reason)
    (form,), (sheet,) = compiled.values(), forms.values()
    languages = form_languages(sheet)
    title = Text({languages[0]: form.title})
    return Pack(
        event=Event(form.form_id, title, languages=languages, default_language=languages[0]),
        activities=(Activity(form.form_id, ActivityKind.QUESTIONS, title, Text(), "", form.form_id),),
        forms={form.form_id: form},
        practice=True,
        source=source.digest,
        media=source.hashes(),
    )


def _guard_event(source: PackSource, parts: EventParts, report: Report) -> None:
    """Refuse an event that cannot be run at all."""
    lacking = [
        not parts.event.id,
        not parts.event.title,
        not parts.activities,
        any(not act.form_id and act.kind is not ActivityKind.IDEAS for act in parts.activities),
    ]
    if any(lacking):
        if not parts.activities:
            say = "nothing to choose on Welcome: add a row for each activity"
            report.add(Finding(EVENT, "activities", 0, "", "there are no activities", say))
        first = report.mistakes()[0]
        raise KioskError(
            ErrorCode.PACK_MISTAKES, path=source.path, count=len(report.mistakes()), first=str(first)
        )
