"""Reads .xlsx and .xls into workbook.py's rows, within limits.py, whatever the bytes are."""

import datetime
import warnings
from collections.abc import Iterable
from io import BytesIO, StringIO
from typing import Any

from kiosk.errors import KioskError
from kiosk.pack.staff import limits
from kiosk.pack.staff.languages import language_code
from kiosk.pack.staff.workbook import Cell, CellKind, Header, Row, Sheet, Workbook

BLANK_ROWS_AT_END = 60
_BLANK_COLUMNS_AT_END = 20
_FAULTS = frozenset({"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!", "#GETTING_DATA"})


def read_workbook(data: bytes, name: str, wanted: Iterable[str]) -> Workbook:
    """The `wanted` sheets (lower-cased names) of a workbook; where it has one sheet only, that one.

    KioskError: PACK_UNREADABLE, PACK_TOO_LARGE, PACK_UNSAFE. Bounded in time and memory by limits.py.
    """
    kind = limits.guard_workbook(data, name)
    wanted = frozenset(wanted)
    try:
        return _read_xlsx(data, name, wanted) if kind == "xlsx" else _read_xls(data, name, wanted)
    except KioskError:
        raise
    except Exception as fault:  # a damaged workbook fails in as many ways as there are bytes
        raise limits.unreadable(name, "it is damaged") from fault


def _wanted(names: tuple[str, ...], wanted: frozenset[str]) -> dict[str, str]:
    found = {name.strip().lower(): name for name in names if name.strip().lower() in wanted}
    return found or ({names[0].strip().lower(): names[0]} if len(names) == 1 else {})


def _read_xlsx(data: bytes, name: str, wanted: frozenset[str]) -> Workbook:
    from openpyxl import load_workbook  # noqa: PLC0415 - only when a pack is compiled

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of parts that nothing here reads
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        worksheets = {sheet.title: sheet for sheet in book.worksheets}
        names = tuple(worksheets)
        sheets = {}
        for key, title in _wanted(names, wanted).items():
            worksheet = worksheets[title]
            worksheet.reset_dimensions()  # what it claims of its size may be wrong
            first = next(worksheet.iter_rows(max_row=1, max_col=limits.MOST_COLUMNS, values_only=True), ())
            width = max((header.index for header in headers_of(first)), default=0) + 1
            sheets[key] = _sheet(key, name, worksheet.iter_rows(max_col=width, values_only=True))
        return Workbook(name, names, sheets)
    finally:
        book.close()


def _read_xls(data: bytes, name: str, wanted: frozenset[str]) -> Workbook:
    import xlrd  # noqa: PLC0415 - only when a pack is compiled

    book = xlrd.open_workbook(file_contents=data, logfile=StringIO(), on_demand=True)
    names = tuple(book.sheet_names())
    sheets = {}
    for key, title in _wanted(names, wanted).items():
        worksheet = book.sheet_by_name(title)
        rows = (
            [_xls_value(xlrd, book.datemode, cell) for cell in worksheet.row(number)[: limits.MOST_COLUMNS]]
            for number in range(worksheet.nrows)
        )
        sheets[key] = _sheet(key, name, rows)
    return Workbook(name, names, sheets)


def _xls_value(xlrd: Any, datemode: int, cell: Any) -> Any:
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return xlrd.xldate_as_datetime(cell.value, datemode)
        except (ValueError, OverflowError):
            return cell.value
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#VALUE!")
    return cell.value


def _sheet(key: str, file: str, rows: Iterable[Iterable[Any]]) -> Sheet:
    numbered = enumerate(rows, start=1)
    _, first = next(numbered, (1, ()))
    headers = headers_of(first)
    found: list[Row] = []
    blank = filled = 0
    indexes = frozenset(header.index for header in headers)
    for number, values in numbered:
        cells = {
            index: cell
            for index, value in enumerate(values)
            if index in indexes and (cell := cell_of(value, file)) is not None
        }
        blank = 0 if cells else blank + 1
        filled += len(cells)
        if blank > BLANK_ROWS_AT_END:
            break
        if number > limits.MOST_ROWS or filled > limits.MOST_CELLS:
            raise limits.too_large(file, f"{limits.MOST_ROWS} rows or {limits.MOST_CELLS} cells a sheet")
        found.append(Row(number, cells))
    while found and not found[-1]:
        found.pop()
    return Sheet(key, headers, tuple(found))


def headers_of(values: Iterable[Any]) -> tuple[Header, ...]:
    """The first row of a sheet, taken apart; it ends where 20 cells in a row are blank."""
    headers: list[Header] = []
    blank = 0
    for index, value in enumerate(values):
        cell = cell_of(value, "")
        blank = 0 if cell else blank + 1
        if blank > _BLANK_COLUMNS_AT_END:
            break
        if cell:
            headers.append(_header(index, " ".join(cell.text.split())))
    return tuple(headers)


def _header(index: int, header: str, as_written: str = "") -> Header:
    """A header taken apart: `kiosk::role` is one name, no translation; `label:English` is the old style."""
    written = as_written or header
    parts = [part.strip() for part in header.split("::")]
    name = "_".join(parts[0].split()).lower()
    if name in ("kiosk", "bind", "body", "instance", "control"):
        return Header(index, written, "::".join([name, *parts[1:]]).lower(), "")
    if name == "media" and len(parts) > 1:
        name, parts = parts[1].lower(), parts[1:]
    if len(parts) == 1 and ":" in name and not name.startswith(("jr:", "orx:")):
        return _header(index, written.replace(":", "::", 1), written)
    language = language_code(parts[1]) if len(parts) > 1 and parts[1] else ""
    return Header(index, written, name, language)


def cell_of(value: Any, file: str) -> Cell | None:
    """What openpyxl has in a cell, as it is read; None where it is blank. PACK_TOO_LARGE."""
    if value is None:
        return None
    if isinstance(value, str):
        text = value.replace("\xa0", " ").strip()
        if len(text) > limits.LONGEST_CELL:
            raise limits.too_large(file, f"{limits.LONGEST_CELL} letters a cell")
        return Cell(text, CellKind.FAULT if text in _FAULTS else CellKind.TEXT) if text else None
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE", CellKind.FLAG)
    if isinstance(value, float):
        return Cell(str(int(value)) if value.is_integer() else str(value), CellKind.NUMBER)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return Cell(str(value.date() if midnight else value), CellKind.DATE)
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return Cell(str(value), CellKind.DATE)
    return Cell(str(value), CellKind.NUMBER)
