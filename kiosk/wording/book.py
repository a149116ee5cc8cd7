"""The translators' workbook: a row a text, a column a language, and who checked each language and when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.staff.excel import read_workbook
from kiosk.words import LANGUAGES, language_of

PROGRAM = "program"  # the place of words that are the program's own
_WIDE, _NARROW = 60, 24
_ABOUT = (
    "Words of Event Kiosk, for translators and for those who check a translation.",
    "Sheet words: write under your language. Leave the columns place and source as they are.",
    "Keep signs such as {count} and %1: the kiosk puts a number or a name there.",
    "Short, plain sentences: 15 words at most, and one idea in each.",
    "Sheet checked: once you have read every word of a language, write your name and the day (2027-06-12).",
    "Until somebody has, the kiosk tells everybody that no speaker has checked these words yet.",
)


@dataclass(frozen=True)
class Wording:
    """One text: where it stands, how it was written first, and its words by language."""

    place: str
    source: str
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class WordBook:
    """All texts, and by language who checked them and when, as "Name, 2027-06-12"."""

    texts: Sequence[Wording]
    checked: Mapping[str, str] = field(default_factory=dict)


def heading(code: str) -> str:
    """How a language stands over a column: "words::Punjabi (pa)"."""
    return f"words::{language_of(code).english} ({code})"


def write_book(book: WordBook, languages: Iterable[str], path: Path) -> None:
    """Write it as .xlsx, or KioskError(DATA_UNWRITABLE)."""
    from openpyxl import Workbook  # noqa: PLC0415 - only for this
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    made, codes = Workbook(), tuple(languages)
    about = made.worksheets[0]
    about.title = "read me"
    for line in _ABOUT:
        about.append([line])
    about.column_dimensions["A"].width = 2 * _WIDE
    words = made.create_sheet("words")
    words.append(["place", "source", *map(heading, codes)])
    for text in book.texts:
        words.append([text.place, text.source, *(text.words.get(code) for code in codes)])
    for row in words.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"  # words that begin with = are words
    checked = made.create_sheet("checked")
    checked.append(["language", "name", "checked_by", "checked_on"])
    for code in codes:
        who, _, day = book.checked.get(code, "").rpartition(", ")
        who, day = (who, day) if who else (day, "")
        checked.append([code, LANGUAGES[code].own if code in LANGUAGES else code, who, day])
    for sheet in (words, checked):
        sheet.freeze_panes = "C2"
        for number, column in enumerate(sheet.columns):
            width = _WIDE if sheet is words and number else _NARROW
            sheet.column_dimensions[column[0].column_letter].width = width
            column[0].font = Font(bold=True)
    try:
        made.save(path)
    except OSError as fault:
        raise KioskError(ErrorCode.DATA_UNWRITABLE, path=path.parent) from fault


def read_book(path: Path) -> WordBook:
    """A workbook as it came back. KioskError as for any workbook of staff's, and where it is none of ours."""
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise KioskError(ErrorCode.PACK_NOT_FOUND, path=path) from fault
    book = read_workbook(data, path.name, ("words", "checked"))
    sheet, checked = book.sheet("words"), book.sheet("checked")
    if not (sheet.columns("place") and sheet.columns("source")):
        reason = "it has no sheet words with the columns place and source"
        raise KioskError(ErrorCode.PACK_UNREADABLE, path=path, reason=reason)
    texts = [
        Wording(sheet.value(row, "place"), sheet.value(row, "source"), sheet.text(row, "words").words)
        for row in sheet.filled()
    ]
    told = {}
    for row in checked.filled():
        who, day = checked.value(row, "checked_by"), checked.value(row, "checked_on")
        if who:
            told[checked.value(row, "language")] = f"{who}, {day}" if day else who
    return WordBook(texts, told)
