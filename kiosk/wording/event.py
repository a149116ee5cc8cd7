"""An event's own words: every translated cell of its workbooks, out to a translator and in again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.errors import ErrorCode, KioskError
from kiosk.forms.languages import language_code
from kiosk.pack.staff import sheets
from kiosk.wording.book import PROGRAM, WordBook, Wording
from kiosk.words import facts_of, language_of

EVENT = "event.xlsx"
# Cells of these columns are words; others, as image::Punjabi (pa), name files.
_WORDS = frozenset(
    {"label", "hint", "guidance_hint", "constraint_message", "required_message"}
    | {column for sheet in sheets.SHEETS.values() for column in sheet.translated}
) - {"recording", "checked_by", "checked_on"}  # fmt: skip


@dataclass(frozen=True)
class _Column:
    """A column of words: its place counted from 1, what it holds, and in which language."""

    index: int
    name: str
    language: str


def workbooks(pack: Path) -> list[Path]:
    """The workbooks of an event: its folder's, or the one XLSForm that it is."""
    if pack.is_file() and pack.suffix.lower() == ".xlsx":
        return [pack]
    found = [path for path in (pack / EVENT, *sorted((pack / "forms").glob("*.xlsx"))) if path.is_file()]
    if not found:
        reason = "it is no folder with workbooks (.xlsx); unpack it first"
        raise KioskError(ErrorCode.PACK_UNREADABLE, path=pack, reason=reason)
    return found


def words_of(pack: Path, default: str) -> Iterator[Wording]:
    """Every text of the event, with the words that it has; `default` is the language of plain columns."""
    for path in workbooks(pack):
        for sheet in _load(path).worksheets:
            if sheet.title.strip().lower() == "texts":
                continue  # the program's texts, which stand among the program's
            columns = _columns(sheet, default)
            for number, cells in enumerate(sheet.iter_rows(min_row=2, values_only=True), start=2):
                for name, words in _said(cells, columns).items():
                    source = words.get(default) or next(iter(words.values()))
                    yield Wording(_place(path, sheet.title, number, name), source, words)


def take_in(book: WordBook, pack: Path, default: str, program: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Write a translator's words into the event's workbooks. What was left out, a line each.

    `program` are words of the program that are to be said otherwise at this event, by their English.
    """
    wanted = {text.place: text for text in book.texts if not text.place.startswith(PROGRAM)}
    left: list[str] = []
    for path in workbooks(pack):
        opened = _load(path)
        changed = False
        for sheet in opened.worksheets:
            names = sorted({column.name for column in _columns(sheet, default)})
            for number in range(2, sheet.max_row + 1):
                for name in names:
                    text = wanted.pop(_place(path, sheet.title, number, name), None)
                    if text:
                        changed |= _into(sheet, number, name, text, default, left)
        if path.name == EVENT and (program or book.checked):
            _texts_sheet(opened, book.checked, program, default)
            changed = True
        if changed:
            _save(opened, path)
    return left + [f"{place}: there is no such place any more" for place in wanted if place]


def _load(path: Path) -> Any:
    from openpyxl import load_workbook  # noqa: PLC0415 - only for this

    return load_workbook(path)


def _save(book: Any, path: Path) -> None:
    try:
        book.save(path)
    except OSError as fault:
        raise KioskError(ErrorCode.DATA_UNWRITABLE, path=path.parent) from fault


def _place(path: Path, sheet: str, row: int, name: str) -> str:
    return f"{path.name}, {sheet}, row {row}, {name}"


def _columns(sheet: Any, default: str) -> list[_Column]:
    found = []
    for cell in next(sheet.iter_rows(max_row=1), ()):
        name, _, language = (part.strip() for part in str(cell.value or "").partition("::"))
        if name.lower() in _WORDS:
            found.append(_Column(cell.column, name.lower(), language_code(language) if language else default))
    return found


def _said(cells: tuple[Any, ...], columns: list[_Column]) -> dict[str, dict[str, str]]:
    """The words of a row, by what they are and language. A key of the event sheet may hold none."""
    if cells and str(cells[0]).strip() in sheets.EVENT_KEYS and str(cells[0]) not in sheets.TRANSLATED_KEYS:
        return {}
    found: dict[str, dict[str, str]] = {}
    for column in columns:
        value = cells[column.index - 1] if column.index <= len(cells) else None
        if isinstance(value, str) and value.strip():
            found.setdefault(column.name, {})[column.language] = value.strip()
    return found


def _into(sheet: Any, number: int, name: str, text: Wording, default: str, left: list[str]) -> bool:
    """Write one text's words into its row; whether anything changed."""
    columns = {column.language: column for column in _columns(sheet, default) if column.name == name}
    now = _said(
        next(sheet.iter_rows(min_row=number, max_row=number, values_only=True)), list(columns.values())
    )
    words = now.get(name, {})
    if not any(same(text.source, said) for said in words.values()):
        left.append(f"{text.place}: what it translates was changed meanwhile")
        return False
    changed = False
    for language, said in text.words.items():
        if not said or same(words.get(language, ""), said):
            continue
        index = columns[language].index if language in columns else _new_column(sheet, name, language)
        cell = sheet.cell(number, index)
        cell.value, cell.data_type = said, "s"
        columns = {column.language: column for column in _columns(sheet, default) if column.name == name}
        changed = True
    return changed


def same(one: str, other: str) -> bool:
    """Whether two texts differ by no more than their white space, which workbooks do not keep."""
    return one.split() == other.split()


def _new_column(sheet: Any, name: str, language: str) -> int:
    index = int(sheet.max_column) + 1
    sheet.cell(1, index).value = f"{name}::{language_of(language).english} ({language})"
    return index


def _texts_sheet(
    book: Any, checked: Mapping[str, str], program: Mapping[str, Mapping[str, str]], default: str
) -> None:
    """The sheet texts: the program's words as this event says them, and who checked a language."""
    sheet = book["texts"] if "texts" in book.sheetnames else book.create_sheet("texts")
    if not sheet.cell(1, 1).value:
        sheet.cell(1, 1).value = "key"
    rows = {str(sheet.cell(number, 1).value): number for number in range(2, sheet.max_row + 1)}

    def put(key: str, name: str, language: str, value: str) -> None:
        if key not in rows:
            rows[key] = max((*rows.values(), 1)) + 1
            sheet.cell(rows[key], 1).value = key
        wanted = [
            cell.column
            for cell in sheet[1]
            if str(cell.value or "").partition("::")[0] == name
            and (language_code(str(cell.value).partition("::")[2] or "") or default) == language
        ]
        cell = sheet.cell(rows[key], wanted[0] if wanted else _new_column(sheet, name, language))
        cell.value, cell.data_type = value, "s"

    rows.pop("None", None)
    for key, words in program.items():
        for language, said in words.items():
            if facts_of(said) == facts_of(key):
                put(key, "text", language, said)
    for language, told in checked.items():
        who, _, day = told.rpartition(", ")
        put(sheets.ALL_WORDS, "checked_by", language, who or day)
        if who and day:
            put(sheets.ALL_WORDS, "checked_on", language, day)
