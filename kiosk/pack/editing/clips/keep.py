"""A recording kept: its file in media, and its name written wherever we may."""

from dataclasses import replace

from kiosk.pack.editing.book import must_be_closed, write_whole
from kiosk.pack.editing.clips.lines import Line, Place
from kiosk.pack.editing.draft import FORMS, Draft
from kiosk.pack.editing.questions.files import open_form, save_form
from kiosk.pack.editing.questions.model import Question
from kiosk.pack.editing.table import Table
from kiosk.pack.model import Text


def keep(draft: Draft, line: Line, sound: bytes, default_language: str) -> None:
    """Write the MP3, then its name into event.xlsx and into forms of ours. Excel's forms stay as they are.

    KioskError: WORKBOOK_OPEN, WORKBOOK_KEPT, WORKBOOK_CHANGED and those of the disk; then the recording may
    lie in media without a name, and the text counts as not recorded.
    """
    named = [place for place in line.places if place.ours and place.named != line.file]
    for name in {place.file for place in named}:
        must_be_closed(draft.folder / name)
    draft.media.mkdir(exist_ok=True)
    write_whole(draft.media / line.file, sound)
    _in_event(draft, line, [place for place in named if place.key], default_language)
    for name in dict.fromkeys(place.file for place in named if not place.key):
        _in_form(draft, line, name, [place for place in named if place.file == name])


def _in_event(draft: Draft, line: Line, places: list[Place], default_language: str) -> None:
    if not places:
        return
    opened = draft.read(draft.event_file)
    if opened.book is not None:
        sheet = opened.sheet("texts")
        if sheet is None:
            sheet = opened.book.create_sheet("texts")
            sheet.append(("key",))
        table = Table(sheet, default_language)
        for place in places:
            row = next((row for row in table.rows() if _key(table, row) == place.key), 0)
            if not row:
                row = table.add_row()
                table.put(row, "key", place.key)
            table.put(row, "recording", line.file, line.language)
    draft.save(opened)


def _key(table: Table, row: int) -> str:
    return " ".join(table.value(row, "key").split())


def _in_form(draft: Draft, line: Line, name: str, places: list[Place]) -> None:
    file = open_form(draft.folder / FORMS / name.removeprefix(f"{FORMS}/"))
    asked = {place.question: [one for one in places if one.question == place.question] for place in places}
    questions = tuple(
        _spoken(one, asked[one.name], line) if one.name in asked else one for one in file.form.questions
    )
    save_form(file, replace(file.form, questions=questions))


def _spoken(question: Question, places: list[Place], line: Line) -> Question:
    names = {place.choice for place in places}
    options = tuple(
        replace(one, recordings=_with(one.recordings, line)) if one.name in names else one
        for one in question.options
    )
    recordings = _with(question.recordings, line) if "" in names else question.recordings
    return replace(question, options=options, recordings=recordings)


def _with(recordings: Text, line: Line) -> Text:
    return Text({**recordings.words, line.language: line.file})
