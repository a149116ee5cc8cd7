"""How a workbook that we write is dressed: bold headers that explain themselves, drop-downs, text cells."""

from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any

_WIDTHS: Mapping[str, int] = {
    "type": 24,
    "name": 18,
    "key": 28,
    "id": 16,
    "list_name": 16,
    "form": 14,
    "on": 6,
}
_WIDE = 44
_LAST_ROW = 300  # how far down drop-downs go


def dress(
    sheet: Any,
    headers: Sequence[str],
    notes: Mapping[str, str],
    lists: Mapping[tuple[str, str], Sequence[str]],
) -> None:
    """Frozen bold headers with notes, text cells, widths and drop-downs."""
    from openpyxl.comments import Comment  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    sheet.freeze_panes = "A2"
    like = sheet.cell(2, 1)
    like.number_format = "@"
    like.alignment = Alignment(wrap_text=True, vertical="top")
    for index, header in enumerate(headers, start=1):
        name, letter = header.split("::")[0] if header != "kiosk::role" else header, get_column_letter(index)
        cell = sheet.cell(1, index)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="0B5A57")
        if name in notes:
            cell.comment = Comment(notes[name], "Event Kiosk", height=120, width=320)
        sheet.column_dimensions[letter].width = _WIDTHS.get(name, _WIDE if "::" in header else 18)
        sheet.column_dimensions[letter].number_format = "@"  # text, so that no "10-14" becomes a date
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, index)._style = copy(like._style)
        if (sheet.title, name) in lists:
            drop_down(sheet, f"{letter}2:{letter}{_LAST_ROW}", lists[sheet.title, name])


def drop_down(sheet: Any, cells: str, words: Sequence[str]) -> None:
    """Offers `words` and takes others too: a select's list name is typed behind its type."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    offered = DataValidation(type="list", formula1='"' + ",".join(words) + '"', allow_blank=True)
    offered.showErrorMessage = False
    sheet.add_data_validation(offered)
    offered.add(cells)
