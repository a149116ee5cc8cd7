"""The texts of a draft that can be recorded in a language, and where each recording's name stands."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.pack.compile import read_form_book
from kiosk.pack.editing.clips.heard import HEARD
from kiosk.pack.editing.draft import Draft
from kiosk.pack.editing.questions.mark import Maker, maker
from kiosk.pack.editing.questions.names import plain_name
from kiosk.pack.editing.questions.write import written_as
from kiosk.pack.findings import Report
from kiosk.pack.model import Text
from kiosk.pack.staff import sheets
from kiosk.pack.staff.event import EventParts, read_event
from kiosk.pack.staff.excel import read_workbook
from kiosk.pack.staff.languages import language_code
from kiosk.pack.staff.sources import EVENT
from kiosk.pack.staff.workbook import Row, Sheet
from kiosk.pack.staff.xlsform import XlsForm
from kiosk.pack.texts import event_texts, key_of
from kiosk.words import OwnWords, Words, facts_of

_OURS = re.compile(r"-[0-9a-f]{6}-[a-z-]+\.mp3$")


class State(StrEnum):
    """How a text stands, those first that need somebody."""

    NONE = "none"
    CHANGED = "changed"  # its recording says words of before
    WAITING = "waiting"  # recorded; its name is still to be written into Excel's cell
    DONE = "done"


@dataclass(frozen=True)
class Place:
    """A cell that names a recording. `key` is that of the sheet texts; else it is a form's.

    `ours`: we may write it. `column` is as Excel counts, or the header of one that is still to be made.
    """

    file: str
    sheet: str
    row: int
    column: str
    named: str
    ours: bool
    key: str = ""
    question: str = ""
    choice: str = ""


@dataclass(frozen=True)
class Line:
    """One text to say, `english` what it says. `file` is the recording's name in media; the same words are
    recorded once.
    """

    words: str
    english: str
    language: str
    file: str
    places: tuple[Place, ...]
    state: State

    @property
    def by_hand(self) -> tuple[Place, ...]:
        """The cells of Excel's that do not name it yet."""
        return tuple(place for place in self.places if not place.ours and place.named != self.file)


@dataclass(frozen=True)
class _Found:
    """A text at one place. `english` is what its file is named after."""

    words: str
    english: str
    place: Place


def lines(draft: Draft, language: str) -> tuple[Line, ...]:
    """Every text of the draft that has words in `language`, in the order of a visit, each once.

    Takes part of a second. KioskError: PACK_UNREADABLE, PACK_TOO_LARGE, PACK_UNSAFE of event.xlsx; a form
    that cannot be read is left out.
    """
    found: dict[str, list[_Found]] = {}
    for one in (*_of_event(draft, language), *_of_forms(draft, language)):
        found.setdefault(one.words, []).append(one)
    media = frozenset(path.name for path in draft.media.iterdir()) if draft.media.is_dir() else frozenset()
    return tuple(_line(words, language, ones, media) for words, ones in found.items())


def _line(words: str, language: str, ones: list[_Found], media: frozenset[str]) -> Line:
    digest = hashlib.sha256(words.encode()).hexdigest()[:6]
    file = f"{plain_name(ones[0].english).replace('_', '-') or 'clip'}-{digest}-{language}.mp3"
    places = tuple(one.place for one in ones)
    return Line(words, ones[0].english, language, file, places, _state(file, places, media))


def _state(file: str, places: tuple[Place, ...], media: frozenset[str]) -> State:
    """A recording of somebody's own counts, whatever it is called; one of ours has its words' own name."""
    if any(_OURS.search(place.named) and place.named != file for place in places):
        return State.CHANGED
    lacking = [place for place in places if place.named not in media]
    if not lacking:
        return State.DONE
    return State.WAITING if file in media and not any(place.ours for place in lacking) else State.NONE


# --- the event and the program


def _of_event(draft: Draft, language: str) -> Iterator[_Found]:
    book = read_workbook(draft.event_file.read_bytes(), EVENT, sheets.SHEETS)
    parts = read_event(book, {path.name.lower(): path.name for path in draft.form_files()}, Report())
    own, sheet = parts.event.default_language, book.sheet("texts")
    for text in event_texts(parts):
        if words := text.words.get(language, ""):
            key = key_of(text, own)
            if key:
                yield _Found(words, text.words.get("en", key), _of_key(sheet, parts, key, language))
    said = Words(language, OwnWords({key: text.words for key, text in parts.texts.items()}, parts.checked))
    keys = dict.fromkeys((*HEARD, *parts.texts))
    for key in keys:
        if not facts_of(key) and said.knows(key):
            yield _Found(said(key), key, _of_key(sheet, parts, key, language))


def _of_key(sheet: Sheet, parts: EventParts, key: str, language: str) -> Place:
    rows = [row for row in sheet.filled() if " ".join(sheet.value(row, "key").split()) == key]
    named = parts.text_recordings.get(key, Text()).words.get(language, "")
    number = rows[0].number if rows else 0
    return Place(EVENT, "texts", number, f"recording::{written_as(language)}", named, ours=True, key=key)


# --- forms


def _of_forms(draft: Draft, language: str) -> Iterator[_Found]:
    for path in draft.form_files():
        try:
            data = path.read_bytes()
            form = read_form_book(data, path.name)
        except Exception:  # noqa: BLE001, S112 - a workbook in any state: `check` says what is wrong with it
            continue
        yield from _of_form(form, path, language, ours=maker(data, path.name) is Maker.US)


def _of_form(form: XlsForm, path: Path, language: str, *, ours: bool) -> Iterator[_Found]:
    default = language_code(form.default_language)
    lists: dict[str, list[Row]] = {}
    for row in form.choices.filled():
        lists.setdefault(form.choices.value(row, "list_name"), []).append(row)
    said: set[str] = set()
    for asked in form.questions():
        if asked.ends or asked.is_section:
            continue
        at = _At(form.survey, path, language, default, ours)
        yield from at.found(asked.row, question=asked.name)
        if asked.list_name and asked.list_name not in said:
            said.add(asked.list_name)
            for row in lists.get(asked.list_name, ()):
                name = form.choices.value(row, "name")
                at = _At(form.choices, path, language, default, ours)
                yield from at.found(row, question=asked.name, choice=name)


@dataclass(frozen=True)
class _At:
    """A sheet of a form, and the column of a language's recordings in it."""

    sheet: Sheet
    path: Path
    language: str
    default: str
    ours: bool

    def found(self, row: Row, **names: str) -> Iterator[_Found]:
        label = self.sheet.text(row, "label", self.default)
        words = label.words.get(self.language, "")
        if words and "${" not in words:
            english = label.words.get("en", words)
            yield _Found(words, english, self._place(row, **names))

    def _place(self, row: Row, **names: str) -> Place:
        columns = [
            header
            for header in self.sheet.columns("audio")
            if (header.language or self.default) == self.language
        ]
        column = columns[0].place if columns else f"audio::{written_as(self.language)}"
        named = self.sheet.text(row, "audio", self.default).words.get(self.language, "")
        file = f"forms/{self.path.name}"
        return Place(file, self.sheet.name, row.number, column, named, self.ours, **names)


def progress(of: tuple[Line, ...]) -> tuple[int, int]:
    """How many are recorded, and how many there are."""
    return sum(line.state in (State.DONE, State.WAITING) for line in of), len(of)


def by_need(of: tuple[Line, ...]) -> tuple[Line, ...]:
    """Those without a recording first, in the order of a visit."""
    order: Mapping[State, int] = {state: place for place, state in enumerate(State)}
    return tuple(sorted(of, key=lambda line: order[line.state]))
