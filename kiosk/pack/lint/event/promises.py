"""Promises: whole, about something, and true to their rung (COPRODUCTION.md)."""

from kiosk.pack.lint.context import meant
from kiosk.pack.lint.event.workbook import EventCheck
from kiosk.pack.model import ActivityKind, Rung
from kiosk.pack.staff import sheets

_PROMISED = (ActivityKind.QUESTIONS, ActivityKind.IDEAS)


def check_promises(check: EventCheck) -> None:
    ids = [activity.id for activity in check.parts.activities]
    seen: dict[str, int] = {}
    for sheet, row in check.rows("promises"):
        activity = sheet.value(row, "activity")
        if activity and activity not in ids:
            do = meant(activity, ids, "write the id of an activity")
            check.say(sheet, row, "activity", f'there is no activity "{activity}"', do)
        elif activity in seen:
            wrong = f'"{activity}" is promised twice, first in row {seen[activity]}'
            check.say(sheet, row, "activity", wrong, "keep one promise an activity")
        seen.setdefault(activity, row.number)
        for part, name in sheets.PROMISE_PARTS.items():
            if not sheet.text(row, part):
                do = "residents are told before the first question: write it"
                check.say(sheet, row, part, f"the promise does not say {name}", do)
        rung = sheets.RUNGS.get(sheet.value(row, "rung").lower())
        if rung is Rung.COPRODUCE and sheet.value(row, "residents_decide").lower() not in sheets.YES:
            wrong = '"Decide together" is promised, and residents are not among those who decide'
            do = "write yes if they are; if not, choose another rung, such as involve"
            check.say(sheet, row, "residents_decide", wrong, do)
    for sheet, row in check.rows("activities"):
        identity = sheet.value(row, "id")
        asked = any(act.id == identity and act.kind in _PROMISED for act in check.parts.activities)
        if identity and asked and identity not in seen:
            do = "add a row to the sheet promises: what can change, what cannot, who decides, by when"
            check.say(sheet, row, "id", f'"{identity}" asks people and promises nothing', do)
