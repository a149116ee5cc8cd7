"""`check`: everything that is wrong with a pack, found before the event and said where it stands."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.compile import compile_form, form_id_of, form_names, read_form_book
from kiosk.pack.findings import EnoughError, Finding, Report, Severity
from kiosk.pack.lint.choices import check_choices
from kiosk.pack.lint.columns import check_columns
from kiosk.pack.lint.consents import check_consents, check_roles
from kiosk.pack.lint.context import FormContext
from kiosk.pack.lint.data import Files, check_files
from kiosk.pack.lint.event.facts import check_facts
from kiosk.pack.lint.event.live import check_live
from kiosk.pack.lint.event.promises import check_promises
from kiosk.pack.lint.event.texts import check_texts
from kiosk.pack.lint.event.workbook import EventCheck
from kiosk.pack.lint.expressions.meaning import check_meaning
from kiosk.pack.lint.expressions.rules import check_expressions
from kiosk.pack.lint.media import check_media, used_files
from kiosk.pack.lint.refusals import check_refusal
from kiosk.pack.lint.structure import check_structure
from kiosk.pack.lint.values import check_values
from kiosk.pack.lint.wording import check_wording
from kiosk.pack.staff import sheets
from kiosk.pack.staff.event import EventParts, read_event
from kiosk.pack.staff.excel import read_workbook
from kiosk.pack.staff.sources import EVENT, PackSource, read_source
from kiosk.pack.staff.xlsform import XlsForm

_WHOLE: Mapping[ErrorCode, tuple[str, str]] = {
    ErrorCode.PACK_NOT_FOUND: ("there is nothing of that name", "check the name"),
    ErrorCode.PACK_WITHOUT_FORMS: ("there is no questionnaire", "put an XLSForm into its folder forms"),
    ErrorCode.PACK_TOO_LARGE: ("it is larger than the kiosk takes", "take out what is not needed"),
    ErrorCode.PACK_UNSAFE: ("it is not safe to open", "save it as a plain .xlsx, or ask where it came from"),
    ErrorCode.PACK_UNREADABLE: ("it cannot be read", "ask for a fresh copy"),
}
_FORM_RULES = (
    check_columns,
    check_structure,
    check_choices,
    check_expressions,
    check_meaning,
    check_values,
    check_wording,
    check_media,
    check_roles,
)


def check_pack(path: Path) -> tuple[Finding, ...]:
    """All findings of the pack at `path`, mistakes and advice, file by file; none where it is clean.

    Never raises for what a pack may hold: what cannot be opened at all is a finding too.
    """
    report = Report()
    try:
        source = read_source(path)
    except KioskError as fault:
        return (_whole(path.name, fault),)
    forms = _forms(source, report)
    parts = None
    with suppress(EnoughError):
        parts = _event(source, forms, report)
    files = Files(source)
    for name, form in forms.items():
        with suppress(EnoughError):
            _form(source, name, form, forms, parts, report, files)
    _pack(source, forms, parts, report)
    return report.ordered()


def _whole(name: str, fault: KioskError) -> Finding:
    """A fault that concerns a whole file."""
    wrong, do = _WHOLE.get(fault.code, ("it cannot be read", "ask for a fresh copy"))
    detail = str(fault.facts.get("reason") or fault.facts.get("limit") or "")
    return Finding(name, "", 0, "", f"{wrong} ({detail})" if detail else wrong, do)


def _forms(source: PackSource, report: Report) -> dict[str, XlsForm]:
    forms: dict[str, XlsForm] = {}
    for place, data in source.forms.items():
        name = place if source.event is not None else PurePosixPath(place).name
        try:
            forms[name] = read_form_book(data, name)
        except KioskError as fault:
            report.add(_whole(name, fault))
            continue
        if name.lower().endswith(".xlsx") and data.startswith(b"\xd0\xcf\x11\xe0"):
            wrong, do = "it is an .xls with the name of an .xlsx", "open it in Excel and save it as .xlsx"
            report.add(Finding(name, "", 0, "", wrong, do, Severity.ADVICE))
    return forms


def _event(source: PackSource, forms: Mapping[str, XlsForm], report: Report) -> EventParts | None:
    if source.event is None:
        if len(source.forms) != 1:
            report.add(Finding(source.path.name, "", 0, "", "there is no event.xlsx in it", "see `new`"))
        return None
    try:
        book = read_workbook(source.event, EVENT, sheets.SHEETS)
    except KioskError as fault:
        report.add(_whole(EVENT, fault))
        return None
    names = form_names(forms, {})
    parts = read_event(book, names, report)
    check = EventCheck(book, parts, report)
    check.check()
    check_promises(check)
    check_texts(check, source.hashes())
    check_facts(check)
    check_live(check, forms, names)
    check_consents(check, frozenset(role for form in forms.values() for role in _roles(form)))
    return parts


def _roles(form: XlsForm) -> list[str]:
    return [form.survey.value(row, "kiosk::role") for row in form.survey.filled()]


def _form(
    source: PackSource,
    name: str,
    form: XlsForm,
    forms: Mapping[str, XlsForm],
    parts: EventParts | None,
    report: Report,
    files: Files,
) -> None:
    activities = parts.activities if parts else ()
    form_id = form_id_of(form)
    context = FormContext(
        form,
        report,
        frozenset(attachment.name for attachment in source.attachments),
        parts,
        tuple(activity for activity in activities if activity.form_id == form_id),
    )
    for rule in _FORM_RULES:
        rule(context)
    check_files(context, files)
    try:
        compile_form(form)
    except KioskError as fault:
        check_refusal(context, fault)
    if parts is not None and not context.activities:
        wrong, do = "no activity uses this form", "name it in the sheet activities, or take it out"
        report.add(Finding(name, "", 0, "", wrong, do, Severity.ADVICE))
    first = next(other for other, that in forms.items() if form_id_of(that) == form_id)
    if first != name:
        wrong = f'the form_id "{form_id}" is that of {first} too'
        context.say(form.settings, next(form.settings.filled(), None), "form_id", wrong, "give each its own")


def _pack(source: PackSource, forms: Mapping[str, XlsForm], parts: EventParts | None, report: Report) -> None:
    """Files that nothing reads."""
    if parts is None:
        return
    used = frozenset(name for form in forms.values() for name in used_files(FormContext(form, report)))
    used |= {f"media/{name}" for text in parts.text_recordings.values() for name in text.words.values()}
    for attachment in source.attachments:
        if attachment.name.startswith("media/") and attachment.name not in used:
            wrong, do = "no form uses this file", "take it out, or name it in a form"
            report.add(Finding(attachment.name, "", 0, "", wrong, do, Severity.ADVICE))
