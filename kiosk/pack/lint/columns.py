"""Columns and sheets of a form: there, spelt right, once."""

from collections import Counter

from kiosk.pack.lint.context import ADVICE, FormContext, words
from kiosk.pack.staff.rows import suggestion
from kiosk.pack.staff.workbook import Sheet
from kiosk.pack.staff.xlsform import CHOICES_ALIASES, SETTINGS_ALIASES, SHEETS, SURVEY_ALIASES

_SURVEY = words(
    "type name label hint guidance_hint required required_message relevant constraint constraint_message "
    "calculation appearance default choice_filter parameters repeat_count read_only trigger image big-image "
    "audio video autoplay rows note notes comment comments disabled kiosk::role body::accuracythreshold "
    "query intent save_to"
)
_CHOICES = words("list_name name label image big-image audio video note notes geometry")
_SETTINGS = words(
    "form_title form_id version default_language instance_name public_key submission_url style name "
    "auto_send auto_delete allow_choice_duplicates clean_text_values namespaces add_none_option "
    "omit_instanceid id_string title client_editable"
)
_NEEDED = {"survey": ("type", "name", "label"), "choices": ("list_name", "name", "label")}
_TOO_SHORT = 3  # a column of two letters is near to anything


def check_columns(context: FormContext) -> None:
    form = context.form
    _sheets(context)
    for sheet, known, aliases in (
        (form.survey, _SURVEY, SURVEY_ALIASES),
        (form.choices, _CHOICES, CHOICES_ALIASES),
        (form.settings, _SETTINGS, SETTINGS_ALIASES),
    ):
        _twice(context, sheet)
        _unknown(context, sheet, known | frozenset(aliases))
        if sheet.headers and (sheet.name != "choices" or sheet.rows):
            for name in _NEEDED.get(sheet.name, ()):
                if not sheet.columns(name):
                    context.say(sheet, None, "", f'there is no column "{name}"', "add it to row 1")
    _refused_settings(context)


def _sheets(context: FormContext) -> None:
    form = context.form
    if not form.survey.headers:
        near = suggestion("survey", [name for name in form.book.names if name != "survey"])
        do = f'rename the sheet "{near}" to survey' if near else "add a sheet called survey"
        context.say(form.survey, None, "", "there is no sheet called survey, or it has no headers", do)
    wanted = {name.lower() for name in form.book.names}
    for name in form.book.names:
        near = suggestion(name, ("choices", "settings"))
        if near and name.lower() not in SHEETS and near not in wanted and form.survey.headers:
            wrong = f'the sheet "{name}" is not read'
            context.say(form.book.sheet(name.lower()), None, "", wrong, f'rename it to "{near}"')
    if form.book.sheet("entities").rows:
        wrong, do = (
            "entities are not for a kiosk: they follow one person from form to form",
            "delete the sheet",
        )
        context.say(form.book.sheet("entities"), None, "", wrong, do)
    if form.book.sheet("osm").rows:
        context.say(form.book.sheet("osm"), None, "", "the kiosk has no map", "delete the sheet")


def _twice(context: FormContext, sheet: Sheet) -> None:
    seen = Counter((header.name, header.language) for header in sheet.headers)
    for header in sheet.headers:
        if seen[header.name, header.language] > 1 and header.name in _SURVEY | _CHOICES | _SETTINGS:
            seen[header.name, header.language] = 0
            wrong = f'the column "{header.written}" is there twice'
            context.say(sheet, None, header.name, wrong, "keep one of them")


def _unknown(context: FormContext, sheet: Sheet, known: frozenset[str]) -> None:
    for header in sheet.headers:
        if header.name in known or header.name.startswith(("kiosk_", "bind::", "body::", "instance::")):
            continue
        near = suggestion(header.name, known) if len(header.name) > _TOO_SHORT else ""
        if header.name.startswith("kiosk::"):
            do = (
                'use "kiosk::role"'
                if sheet.name == "survey"
                else "kiosk:: columns are for the survey sheet only"
            )
            context.say(sheet, None, header.name, f'"{header.written}" is not a column of ours', do)
        elif near and not _used_in_filter(context, sheet, header.name):
            wrong = f'"{header.written}" is not a column of XLSForm, so it is not read'
            context.say(sheet, None, header.name, wrong, f'did you mean "{near}"?')
        elif sheet.name == "survey":
            wrong = f'"{header.written}" is not a column of XLSForm, so it is not read'
            context.say(sheet, None, header.name, wrong, "fine for your own notes", ADVICE)


def _used_in_filter(context: FormContext, sheet: Sheet, name: str) -> bool:
    """Columns of the choices sheet may have any name that a choice_filter speaks of."""
    survey = context.form.survey
    filters = " ".join(survey.value(row, "choice_filter") for row in survey.filled())
    return sheet.name == "choices" and name in filters


def _refused_settings(context: FormContext) -> None:
    settings = context.form.settings
    row = next(settings.filled(), None)
    for name in ("public_key", "submission_url"):
        if row and settings.value(row, name):
            wrong = f"{name} is not used: the kiosk seals answers itself and sends nothing"
            context.say(settings, row, name, wrong, "clear the cell")
    if row and not settings.value(row, "form_id"):
        wrong = "form_id is blank, so the name of the file stands in for it"
        context.say(settings, row, "form_id", wrong, "write a short name that never changes", ADVICE)
