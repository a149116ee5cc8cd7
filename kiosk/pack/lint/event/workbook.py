"""event.xlsx: its sheets, keys and columns, and that what it names is there."""

import re
from collections import Counter
from collections.abc import Iterator

from kiosk.pack.findings import Report, Severity
from kiosk.pack.lint.context import ADVICE, meant
from kiosk.pack.model import ActivityKind
from kiosk.pack.staff import sheets
from kiosk.pack.staff.event import EventParts
from kiosk.pack.staff.replies import check_replies
from kiosk.pack.staff.rows import suggestion
from kiosk.pack.staff.sources import EVENT
from kiosk.pack.staff.workbook import CellKind, Row, Sheet, Workbook

_ID = re.compile(r"^[A-Za-z0-9][A-Za-z0-9_-]*$")
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_LEFT = re.compile(r"\[[^\]]{3,}\]|\bTODO\b|\bXXX\b")


class EventCheck:
    """Looks at event.xlsx as a workbook and at what was read from it."""

    def __init__(self, book: Workbook, parts: EventParts, report: Report) -> None:
        self.book = book
        self.parts = parts
        self.report = report
        self.say = report.of(EVENT)

    def rows(self, name: str) -> Iterator[tuple[Sheet, Row]]:
        sheet = self.book.sheet(name)
        return ((sheet, row) for row in sheet.filled())

    def check(self) -> None:
        self._sheets()
        self._columns()
        self._keys()
        self._twice()
        self._activities()
        self._words()
        self._dates()
        self._replies()

    def _replies(self) -> None:
        sheet, event = self.book.sheet("replies"), self.parts.event
        check_replies(sheet, self.say, [activity.id for activity in self.parts.activities])
        several = len(self.parts.promises) > 1
        for row in sheet.filled():
            since = sheet.value(row, "date") >= (event.date or "9")
            if several and since and not sheet.value(row, "activity"):
                wrong = "it answers no promise: it names no activity"
                do = "write the id of the activity, if it answers what was promised there"
                self.say(sheet, row, "activity", wrong, do, ADVICE)

    def _sheets(self) -> None:
        there = {name.strip().lower() for name in self.book.names}
        for name in self.book.names:
            lowered = name.strip().lower()
            near = suggestion(lowered, sheets.SHEETS)
            if lowered not in sheets.SHEETS and near and near not in there:
                blank = Sheet(name, (), ())
                self.say(blank, None, "", f'the sheet "{name}" is not read', f'rename it to "{near}"')
        for name in ("event", "activities"):
            if not self.book.sheet(name).rows and not self.report.has_mistake(EVENT, name):
                do = "start from the pack that `new` writes"
                self.say(self.book.sheet(name), None, "", f"there is no sheet {name}, or it is empty", do)

    def _columns(self) -> None:
        for name, columns in sheets.SHEETS.items():
            sheet = self.book.sheet(name)
            known = (*columns.names, "note", "notes")
            for header in sheet.headers:
                if header.name not in known:
                    do = meant(header.name, known, "fine for your own notes")
                    severity = ADVICE if do.startswith("fine") else Severity.MISTAKE
                    self.say(sheet, None, header.name, f'"{header.written}" is not read here', do, severity)
            for column in columns.needed if sheet.rows else ():
                if not sheet.columns(column):
                    self.say(sheet, None, "", f'there is no column "{column}"', "add it to row 1")

    def _keys(self) -> None:
        event = self.parts.event
        seen: Counter[str] = Counter()
        for sheet, row in self.rows("event"):
            key = sheet.value(row, "key").lower()
            seen[key] += 1
            if key and key not in sheets.EVENT_KEYS:
                do = meant(key, sheets.EVENT_KEYS, "delete the row")
                self.say(sheet, row, "key", f'"{key}" is not a key the kiosk knows', do)
            elif seen[key] > 1:
                self.say(
                    sheet, row, "key", f"{key} is there twice, and the first one counts", "keep one of them"
                )
            if key == "event_id" and event.id and not _ID.match(event.id):
                do = "use letters, digits, - and _, without spaces"
                self.say(sheet, row, "value", f'the event_id "{event.id}" cannot be used', do)
            if key == "default_language" and event.default_language not in event.languages:
                wrong = f"default_language {event.default_language} is not among the languages"
                self.say(sheet, row, "value", wrong, "add it to languages, or choose one of them")
            if key == "live_question" and event.live_question and "/" not in event.live_question:
                do = "write form/question, for instance park/how_often"
                self.say(sheet, row, "value", f'live_question is "{event.live_question}"', do)
        if self.book.sheet("event").rows and not event.office_key:
            wrong = "office_key is blank, so this event is only practice"
            do = "before the real event, make a key with `keys new` and paste it here"
            self.say(self.book.sheet("event"), None, "", wrong, do, ADVICE)

    def _twice(self) -> None:
        for name in ("consents", "ideas", "texts"):
            seen: dict[str, int] = {}
            column = "key" if name == "texts" else "id"
            for sheet, row in self.rows(name):
                identity = sheet.value(row, column)
                if identity in seen and identity:
                    wrong = f'"{identity}" is there twice, first in row {seen[identity]}'
                    self.say(sheet, row, column, wrong, "give each its own")
                seen.setdefault(identity, row.number)

    def _activities(self) -> None:
        kinds = Counter(activity.kind for activity in self.parts.activities)
        if kinds[ActivityKind.ABOUT] > 1:
            wrong, do = 'there are two activities of kind "about"', "keep one: it follows every activity"
            self.say(self.book.sheet("activities"), None, "", wrong, do)

    def _words(self) -> None:
        """Translations that are blank, words left as a template wrote them, faults of formulas."""
        practice = not self.parts.event.office_key
        for name, columns in sheets.SHEETS.items():
            for sheet, row in self.rows(name):
                for column in columns.translated:
                    if name != "event" or sheet.value(row, "key").lower() in sheets.TRANSLATED_KEYS:
                        self._translated(sheet, row, column)
                for header in sheet.headers:
                    cell = row.cells.get(header.index)
                    if cell and cell.kind is CellKind.FAULT:
                        self.say(
                            sheet, row, header, f"the formula gives {cell.text}", "write the words themselves"
                        )
                    elif cell and (left := _LEFT.search(cell.text)):
                        wrong, do = f'"{left[0]}" is still as the template wrote it', "write your own words"
                        self.say(sheet, row, header, wrong, do, ADVICE if practice else Severity.MISTAKE)

    def _translated(self, sheet: Sheet, row: Row, column: str) -> None:
        default = self.parts.event.default_language
        words = sheet.text(row, column, default)
        if sheet.name == "texts" or not words:
            return  # where an event has no words of its own, the program has
        for code in self.parts.event.languages:
            if not words.has(code):
                header = next((head for head in sheet.columns(column) if head.language == code), None)
                wrong = f"the words in {code} are blank"
                if header:
                    self.say(
                        sheet, row, header, wrong, "translate them, or take the language out of the event"
                    )
                else:
                    do = f"add a column {column}::… ({code})"
                    self.say(sheet, row, column, wrong, do)

    def _dates(self) -> None:
        for sheet, row in self.rows("event"):
            key, value = sheet.value(row, "key").lower(), sheet.value(row, "value")
            if key == "date" and value and not DAY.match(value):
                self.say(sheet, row, "value", f'the date is "{value}"', "write it as 2027-06-12")
