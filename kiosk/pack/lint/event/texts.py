"""Texts of the program that the event says otherwise: known, whole, recorded, checked by somebody."""

import re
from collections.abc import Collection

from kiosk.pack.lint.context import ADVICE, meant
from kiosk.pack.lint.event.workbook import DAY, EventCheck
from kiosk.pack.staff import sheets
from kiosk.pack.staff.workbook import Row, Sheet
from kiosk.pack.texts import event_texts, key_of
from kiosk.words import facts_of, program_texts

_MOST_WORDS = 15
_SENTENCE = re.compile(r"[^.!?]+")


def check_texts(check: EventCheck, files: Collection[str]) -> None:
    """The sheet texts; `files` are those of the pack, as media/NAME."""
    known = program_texts()
    own = check.parts.event.default_language
    theirs = {key_of(text, own) for text in event_texts(check.parts)}
    for sheet, row in check.rows("texts"):
        key = " ".join(sheet.value(row, "key").split())
        if key == sheets.ALL_WORDS:
            _language(check, sheet, row)
        elif key and not (key in theirs and not sheet.text(row, "text")):
            _text(check, sheet, row, key, known)
        _recordings(check, sheet, row, files)
        _days(check, sheet, row)


def _text(check: EventCheck, sheet: Sheet, row: Row, key: str, known: Collection[str]) -> None:
    if key not in known:
        do = meant(key, known, "write it as the screen says it in English, to the letter")
        if sheet.text(row, "text"):
            check.say(sheet, row, "key", f'"{key}" is not a text of the program', do)
        else:
            do = "clear the row, or record it with its words of now"
            check.say(sheet, row, "key", f'no text is "{key}" any more, so nothing says it', do, ADVICE)
        return
    if not sheet.text(row, "text") and not sheet.text(row, "recording"):
        check.say(sheet, row, "text", "your own words are blank", "write them, or delete the row")
    for header in sheet.columns("text"):
        cell = row.cells.get(header.index)
        if cell is None or not cell.text:
            continue
        if lost := facts_of(key) ^ facts_of(cell.text):
            wrong = f"{', '.join(sorted(lost))} must stand in both: the kiosk puts a fact there"
            check.say(sheet, row, header, wrong, "copy it from the key as it is")
        longest = max((len(part.split()) for part in _SENTENCE.findall(cell.text)), default=0)
        if longest > _MOST_WORDS:
            wrong = f"a sentence of {longest} words"
            check.say(sheet, row, header, wrong, f"at most {_MOST_WORDS}, one idea each", ADVICE)


def _language(check: EventCheck, sheet: Sheet, row: Row) -> None:
    """The row that says who has checked all words of a language."""
    languages = check.parts.event.languages
    checked = sheet.text(row, "checked_by", check.parts.event.default_language)
    if not checked:
        do = "write their name under checked_by::Punjabi (pa), or delete the row"
        check.say(sheet, row, "checked_by", "nobody is named who checked the words", do)
    for code in checked.words:
        if code not in languages:
            wrong = f"{code} is not among the languages of the event"
            check.say(sheet, row, "checked_by", wrong, "add it there, or name nobody here", ADVICE)
    if sheet.text(row, "text"):
        wrong = f"words beside {sheets.ALL_WORDS} are not read"
        check.say(sheet, row, "text", wrong, "give them a row of their own, with its key", ADVICE)


def _recordings(check: EventCheck, sheet: Sheet, row: Row, files: Collection[str]) -> None:
    media = [name.removeprefix("media/") for name in files if name.startswith("media/")]
    for header in sheet.columns("recording"):
        name = row.cells[header.index].text if header.index in row.cells else ""
        if name and name not in media:
            do = meant(name, media, "put it into media")
            check.say(sheet, row, header, f'there is no file "{name}" in media', do)


def _days(check: EventCheck, sheet: Sheet, row: Row) -> None:
    default = check.parts.event.default_language
    names, days = sheet.text(row, "checked_by", default), sheet.text(row, "checked_on", default)
    for code, day in days.words.items():
        if not DAY.match(day):
            check.say(sheet, row, "checked_on", f'the date is "{day}"', "write it as 2027-06-12")
        elif code not in names.words:
            check.say(
                sheet, row, "checked_by", f"there is a day for {code} and no name", "write who checked it"
            )
    for code in names.words:
        if code not in days.words:
            check.say(
                sheet, row, "checked_on", f"there is no day for {code}", "write when, as 2027-06-12", ADVICE
            )
