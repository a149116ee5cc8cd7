"""A page that shows a table: its page of rows, what is looked for, and the row that is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from ui.behind.readings import shred
from ui.viewmodels.office.reading.base import FEW, ReadingModel
from ui.viewmodels.team.sheet import Sheet

if TYPE_CHECKING:
    from exports.office.grid import Grid, Wanted
    from ui.jobs import Progress

TABLE = "table"


class TableModel(ReadingModel):
    """Holds one grid. `places` are the rows that fit what is looked for, in order."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._fits = 1
        self.grid: Grid | None = None
        self.clear()

    def clear(self) -> None:
        """Nothing of the table stays here."""
        if self.grid:
            shred(*self.grid.lists)
        self.grid = None
        self.places: Sequence[int] = ()
        self.wanted: Wanted | None = None
        self.columns: list[int] = []
        self.at = 0  # the first row of the page, among the places

    def forget(self) -> None:
        self.clear()
        super().forget()

    def shown(self) -> str:
        return TABLE if self.step == TABLE and self.grid is not None else ""

    def put(self, grid: Grid) -> None:
        """Show all of it from its first row; nothing of an earlier table stays."""
        self.clear()
        self.put_only(grid)

    def put_only(self, grid: Grid) -> None:
        """Show all of it from its first row, beside what else is held."""
        self.grid, self.wanted, self.at = grid, None, 0
        self.places = range(len(grid))
        self.columns = grid.used()

    # --- pages

    @property
    def page(self) -> int:
        return self.at // self._fits

    @property
    def page_count(self) -> int:
        return max(1, -(-len(self.places) // self._fits))

    @Slot(int)
    def fit(self, rows: int) -> None:
        """So many rows stand on a page: the first one stays in sight."""
        if rows > 0 and rows != self._fits:
            self._fits = rows
            self.at -= self.at % rows
            self.refresh()

    def leafed(self, way: str) -> None:
        if self.shown():
            last = self.page_count - 1
            to = {
                "first": 0,
                "previous": max(0, self.page - 1),
                "next": min(last, self.page + 1),
                "last": last,
            }
            self.go_to_page(to[way])

    def go_to_page(self, page: int) -> None:
        """To a page by its number from 0, as far as there are so many."""
        self.at = min(max(0, page), self.page_count - 1) * self._fits
        self.turn()

    @Slot(str)
    def openRow(self, key: str) -> None:
        if key:
            self.safely(lambda: self.open_row(key))

    def open_row(self, key: str) -> None:
        """A row was pressed."""

    # --- looking for rows

    def look_for(self, wanted: Wanted) -> None:
        """Show the rows that fit; where there are many, they are found off the window's thread."""
        grid = self.grid
        if grid is None:
            return
        if len(grid) <= FEW:
            self._found(wanted, grid.find(wanted))
            return

        def work(progress: Progress) -> list[int]:
            return grid.find(wanted, progress)

        self.run(work, lambda places: self._found(wanted, places), self.words()("Looking"))

    def _found(self, wanted: Wanted, places: list[int]) -> None:
        self.wanted, self.places, self.at = wanted, places, 0
        self.back_to(TABLE)

    # --- shown

    def table_sheet(self, heading: str, count: str, *, back: bool) -> Sheet:
        """The page of rows. `count` says how many there are."""
        words, grid = self.words(), self.grid
        assert grid is not None
        widths = grid.widths()
        page = words("Page {page} of {pages}", page=self.page + 1, pages=self.page_count)
        table = {
            "columns": [{"name": grid.names[one], "letters": widths[one]} for one in self.columns],
            "rows": [
                {"key": grid.keys[place], "cells": [grid.rows[place][one] for one in self.columns]}
                for place in self.places[self.at : self.at + self._fits]
            ],
            "line": " · ".join(filter(None, (count, page))),
            "pages": self.page_count,
            "findName": self.find_label(),
        }
        return Sheet(heading, back=back, extra={"table": table})

    def find_label(self) -> str:
        """What the button that leads to looking for rows is called; empty for none."""
        return ""
