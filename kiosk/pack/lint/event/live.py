"""The event's one live question: there, answered by choosing, and short enough for a chart."""

from collections.abc import Mapping

from kiosk.pack.lint.context import meant
from kiosk.pack.lint.event.workbook import EventCheck
from kiosk.pack.staff.workbook import Row, Sheet
from kiosk.pack.staff.xlsform import Question, XlsForm

_MOST_BARS = 12
COUNTED = ("select_one", "select_multiple", "range")
_DO = "write form/question, for instance park/how_often: one that people answer by choosing"


def check_live(check: EventCheck, forms: Mapping[str, XlsForm], names: Mapping[str, str]) -> None:
    """`names` gives a form's id by whatever event.xlsx may call it."""
    for sheet, row in check.rows("event"):
        if sheet.value(row, "key").lower() != "live_question":
            continue
        named, _, wanted = sheet.value(row, "value").partition("/")
        if not wanted:
            continue  # its shape is checked with the other keys
        ids = {name.lower(): form_id for name, form_id in names.items()}
        by_activity = {one.id: one.form_id for one in check.parts.activities}
        form_id = ids.get(named.lower()) or by_activity.get(named, "")
        form = next((one for name, one in forms.items() if names.get(_stem(name)) == form_id), None)
        if form is None:
            do = meant(named, [*ids, *by_activity], _DO)
            check.say(sheet, row, "value", f'live_question names no form "{named}"', do)
        else:
            _question(check, sheet, row, form, wanted)


def _stem(name: str) -> str:
    return name.rpartition("/")[2].lower()


def _question(check: EventCheck, sheet: Sheet, row: Row, form: XlsForm, wanted: str) -> None:
    questions = [one for one in form.questions() if not one.ends and not one.is_section]
    found = next((one for one in questions if one.name == wanted), None)
    if found is None:
        known = [one.name for one in questions if one.type in COUNTED]
        wrong = f'live_question: {form.file} asks nothing called "{wanted}"'
        check.say(sheet, row, "value", wrong, meant(wanted, known, _DO))
    elif found.type not in COUNTED:
        wrong = f'live_question: "{wanted}" is of type {found.type}, which no chart can show'
        check.say(sheet, row, "value", wrong, "name one that people answer by choosing")
    elif (count := _choices(form, found)) > _MOST_BARS:
        wrong = f'live_question: "{wanted}" has {count} choices'
        check.say(sheet, row, "value", wrong, f"name one with at most {_MOST_BARS}")


def _choices(form: XlsForm, question: Question) -> int:
    rows = form.choices.filled()
    return sum(form.choices.value(row, "list_name") == question.list_name for row in rows)
