"""Tables into files: CSV for programs, XLSX for opening in Excel. Whole files or none."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from exports.sheets.cells import guarded
from exports.sheets.table import Table
from exports.sheets.whole import replacing

Progress = Callable[[int, int], None]
HEAD_FONT = Font(bold=True, color="083F3B")
HEAD_FILL = PatternFill("solid", fgColor="DCEEEA")
NARROWEST, WIDEST = 10, 60  # letters
TOLD_EVERY = 500  # rows
LOOKED_AT = 200  # rows, for the width of a column
MOST_IN_CELL = 32_767  # characters, Excel's own limit
CUT = " … (the whole text is in the CSV export)"


def write_csv(tables: Sequence[Table], folder: Path, progress: Progress | None = None) -> list[Path]:
    """One file a table, UTF-8 with BOM, RFC 4180, risky cells guarded; CSVW metadata beside each."""
    folder.mkdir(parents=True, exist_ok=True)
    files, names, told = [], set[str](), _Told(tables, progress)
    for table in tables:
        path = folder / (_unused(file_name(table.name), names) + ".csv")
        with replacing(path) as part:
            _write_rows(table, part, told)
        with replacing(path.with_name(path.name + "-metadata.json")) as part:
            part.write_text(json.dumps(_metadata(table, path.name), ensure_ascii=False, indent=1), "utf-8")
        files.append(path)
    return files


def write_xlsx(tables: Sequence[Table], path: Path, progress: Progress | None = None) -> list[Path]:
    """One sheet a table, every cell text: nothing is a number, a date or a formula. Headers stay in
    sight and can be filtered by.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    book, names, told = Workbook(write_only=True), set[str](), _Told(tables, progress)
    for table in tables:
        sheet = book.create_sheet(_unused(re.sub(r"[\[\]:*?/\\']", "_", table.name)[:27] or "_", names))
        sheet.freeze_panes = "B2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(max(1, len(table.headings)))}{len(table.rows) + 1}"
        for number, width in enumerate(_widths(table), start=1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.append([_cell(sheet, heading.name, head=True) for heading in table.headings])
        for row in told.each(table):
            sheet.append([_cell(sheet, text) for text in row])
    with replacing(path) as part:
        book.save(part)
    return [path]


class _Told:
    """Says how many rows of all tables are written."""

    def __init__(self, tables: Sequence[Table], progress: Progress | None) -> None:
        self._progress = progress
        self._done, self._of = 0, sum(len(table.rows) for table in tables)

    def each(self, table: Table) -> Iterator[tuple[str, ...]]:
        for row in table.rows:
            if self._progress and self._done % TOLD_EVERY == 0:
                self._progress(self._done, self._of)
            self._done += 1
            yield row


def _cell(sheet: WriteOnlyWorksheet, text: str, *, head: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value="")
    cell.value = _shown(text)
    cell.data_type = "s"
    cell.number_format = "@"
    if head:
        cell.font, cell.fill = HEAD_FONT, HEAD_FILL
    return cell


def _widths(table: Table) -> list[float]:
    """As wide as the words of the first rows, and never wider than a reader takes in at once."""
    rows = [tuple(heading.name for heading in table.headings), *table.rows[:LOOKED_AT]]
    columns = zip(*rows, strict=False)
    longest = (max(max(map(len, text.split("\n"))) for text in column) for column in columns)
    return [min(WIDEST, max(NARROWEST, letters + 2)) for letters in longest]


def file_name(name: str) -> str:
    """`name` as every system takes it for a file."""
    return re.sub(r"[^\w.-]", "_", name).strip(".")[:80] or "_"


def _write_rows(table: Table, path: Path, told: "_Told") -> None:
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([guarded(heading.name) for heading in table.headings])
        writer.writerows([guarded(cell) for cell in row] for row in told.each(table))


def _shown(text: str) -> str:
    plain: str = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text.encode(errors="replace").decode())
    return plain if len(plain) <= MOST_IN_CELL else plain[: MOST_IN_CELL - len(CUT)] + CUT


def _unused(name: str, taken: set[str]) -> str:
    free = next(n for n in (name, *(f"{name}-{i}" for i in range(2, 1000))) if n.lower() not in taken)
    taken.add(free.lower())
    return free


def _metadata(table: Table, url: str) -> dict[str, object]:
    """CSV on the Web (W3C, 2015): what each column asked, in the languages that have it."""
    columns = []
    for heading in table.headings:
        column: dict[str, object] = {
            "name": quote(heading.name, safe=""),
            "titles": heading.name,
            "datatype": "string",
        }
        if heading.label:
            said = [{"@value": words, "@language": language} for language, words in heading.label.items()]
            column["dc:description"] = said
        columns.append(column)
    schema: dict[str, object] = {"columns": columns}
    if len({row[0] for row in table.rows}) == len(table.rows):  # a table by KEY may have it on many rows
        schema["primaryKey"] = columns[0]["name"]
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": url,
        "dc:description": "A cell that begins with = + - @ ' tab or a line break has a ' put before it.",
        "tableSchema": schema,
    }
