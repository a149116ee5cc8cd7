"""The sheet `replies`, in event.xlsx or a workbook of its own: read, and looked at for mistakes."""

import re
from collections.abc import Collection
from datetime import date

from kiosk.errors import KioskError
from kiosk.pack.findings import Report, Say
from kiosk.pack.model import Reply
from kiosk.pack.staff import sheets
from kiosk.pack.staff.rows import SheetReader, suggestion
from kiosk.pack.staff.workbook import Row, Sheet, Workbook
from kiosk.storage.sealed.reference import parse

SHEET = "replies"
_APART = re.compile(r"[,;\n]")
_WRITTEN = "write it as 2027-06-12"
REASONED = ("cannot", "late")  # residents are told why


def read_replies(reader: SheetReader) -> tuple[Reply, ...]:
    """The replies of the sheet; what does not fit is left at its default and told to the reader's report."""
    return tuple(
        Reply(
            reader.value(sheet, row, "id"),
            reader.value(sheet, row, "date"),
            reader.one_of(sheet, row, "status", sheets.STATUSES, "deciding"),
            reader.text(sheet, row, "theme"),
            reader.text(sheet, row, "said"),
            reader.text(sheet, row, "did"),
            reader.text(sheet, row, "because"),
            references_written(sheet.value(row, "references")),
            sheet.value(row, "by_when"),
            sheet.value(row, "activity"),
        )
        for sheet, row in reader.rows(SHEET)
    )


def check_replies(sheet: Sheet, say: Say, activities: Collection[str] | None = None) -> None:
    """Days that are none, reasons that are missing, references that are not whole, ids used twice.

    And activities that are none of `activities`, where it is known which there are.
    """
    seen: dict[str, int] = {}
    for row in sheet.filled():
        activity = sheet.value(row, "activity")
        if activity and activities is not None and activity not in activities:
            near = suggestion(activity, activities)
            do = f'did you mean "{near}"?' if near else "write the id of an activity, or leave it blank"
            say(sheet, row, "activity", f'there is no activity "{activity}"', do)
        for column in ("date", "by_when"):
            value = sheet.value(row, column)
            if value and not is_day(value):
                say(sheet, row, column, f'the day is "{value}"', _WRITTEN)
        _status(sheet, row, say)
        for reference in references_written(sheet.value(row, "references")):
            if not _is_reference(reference):
                do = "it has nine signs: check each one, with commas between references"
                say(sheet, row, "references", f'"{reference}" is not a whole reference', do)
        identity = sheet.value(row, "id")
        if identity and identity in seen:
            wrong = f'"{identity}" is there twice, first in row {seen[identity]}'
            say(sheet, row, "id", wrong, "give each its own")
        seen.setdefault(identity, row.number)


def replies_of(
    book: Workbook, report: Report, activities: Collection[str] | None = None
) -> tuple[Reply, ...]:
    """The replies of a workbook on its own, and what is wrong with it into `report`, by row and column."""
    reader = SheetReader(book, report, file=book.file)
    sheet = book.sheet(SHEET)
    if not sheet.rows:
        reader.wrong(sheet, None, "", "there is no sheet replies, or it is empty", "copy it from event.xlsx")
    for header in sheet.headers:
        if header.name not in (*sheets.SHEETS[SHEET].names, "note", "notes"):
            reader.advise(
                sheet, header.name, f'"{header.written}" is not read here', "fine for your own notes"
            )
    found = read_replies(reader)
    check_replies(sheet, reader.wrong, activities)
    return found


def is_day(text: str) -> bool:
    """Whether `text` is a day, written as 2027-06-12."""
    try:
        return len(text) == len("2027-06-12") and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _status(sheet: Sheet, row: Row, say: Say) -> None:
    status = sheet.value(row, "status").lower()
    if status in REASONED and not sheet.text(row, "because"):
        say(sheet, row, "because", f'"{status}" says no reason', "residents are told why: write it")


def references_written(written: str) -> tuple[str, ...]:
    """What was written between commas; where only spaces stand between whole references, each of these."""
    found: list[str] = []
    for part in (part.strip() for part in _APART.split(written)):
        words = part.split()
        several = len(words) > 1 and all(_is_reference(word) for word in words)
        found += words if several else [part] if part else []
    return tuple(parse(one) if _is_reference(one) else one for one in found)


def _is_reference(text: str) -> bool:
    try:
        parse(text)
    except KioskError:
        return False
    return True
