"""Answers: an activity as a table to look through, and one record in full."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ui.viewmodels.office.reading.record import record_rows
from ui.viewmodels.office.reading.table import TABLE, TableModel
from ui.viewmodels.team.sheet import Action, Choice, Field, Sheet

if TYPE_CHECKING:
    from exports.office.grid import Grid, Wanted
    from exports.office.reading import Place
    from ui.jobs import Progress

WHAT, FIND, NARROW, VALUES, COLUMNS, SORT, RECORD = (
    "what", "find", "narrow", "values", "columns", "sort", "record",
)  # fmt: skip
TEXT, PAGE, ALL = "text", "page", "all"
FIRST, LAST = "first", "last"


class AnswersModel(TableModel):
    """Which activity, then its table; from there whatever is looked for, and a record."""

    first = WHAT

    def clear(self) -> None:
        super().clear()
        self._place: Place | None = None
        self._column = -1
        self._record = ""

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {
            WHAT: self._what, TABLE: self._table, FIND: self._find, NARROW: self._narrow,
            VALUES: self._values, COLUMNS: self._columns, SORT: self._sort, RECORD: self._full,
        }  # fmt: skip

    def _title(self, place: Place) -> str:
        return self.reading.title(place).say(self.words().language, "en")

    # --- which activity

    def _what(self) -> Sheet:
        words, reading = self.words(), self.reading
        choices = [
            Choice(
                "/".join(place),
                self._title(place),
                self.of_event(
                    place[0], words.plural("{count} answer", "{count} answers", len(part.answer_sets))
                ),
            )
            for place, part in sorted(reading.parts.items())
        ]
        lines = (
            [words("Whose answers do you want to read?")] if choices else [words("No answers are here yet.")]
        )
        if reading.work.skipped:
            count = len(reading.work.skipped)
            lines.append(words.plural("{count} record does not open.", "{count} records do not open.", count))
        if reading.work.other_keys:
            lines.append(
                words.plural(
                    "{count} record is sealed to another key.",
                    "{count} records are sealed to another key.",
                    reading.work.other_keys,
                )
            )
        return Sheet(words("Answers"), "\n".join(lines), choices=choices)

    def _take(self, place: Place) -> None:
        words, part = self.words(), self.reading.parts[place]
        labels = (words("Day"), words("Language"))

        def work(progress: Progress) -> Grid:
            from exports.office.grid import answers_grid  # noqa: PLC0415 - tables, once staff read

            return answers_grid(part, words.language, labels, progress)

        self.run(work, lambda grid: self._taken(place, grid), words("Opening the answers"))

    def _taken(self, place: Place, grid: Grid) -> None:
        self.put(grid)
        self._place = place
        self.go(TABLE)

    # --- the table

    def find_label(self) -> str:
        return self.words()("Find and sort")

    def _table(self) -> Sheet:
        words = self.words()
        assert self._place is not None
        assert self.grid is not None
        count = words.plural("{count} answer", "{count} answers", len(self.places))
        if len(self.places) != len(self.grid):
            count = words("{count} of {of}", count=len(self.places), of=len(self.grid))
        return self.table_sheet(self._title(self._place), count, back=True)

    def open_row(self, key: str) -> None:
        self._record = key
        self.go(RECORD)

    def _full(self) -> Sheet:
        words = self.words()
        found = self.reading.answers(self._record)
        rows = record_rows(words, self.reading, *found) if found else []
        return Sheet(words("One record in full"), rows=rows, back=True)

    # --- looking for rows

    def _now(self) -> Wanted:
        from exports.office.grid import Wanted  # noqa: PLC0415 - tables, once staff read

        return self.wanted or Wanted()

    def _find(self) -> Sheet:
        words, wanted, grid = self.words(), self._now(), self.grid
        assert grid is not None
        narrowed = f"{grid.names[wanted.column]}: {wanted.value or words('Nothing was said')}"
        rows = [
            Choice(NARROW, words("Only one answer to a question"), narrowed if wanted.column >= 0 else ""),
            Choice(SORT, words("Sort by"), grid.names[wanted.order] if wanted.order >= 0 else ""),
            Choice(
                COLUMNS,
                words("Which columns"),
                words("{count} of {of}", count=len(self.columns), of=len(grid.names)),
            ),
        ]
        return Sheet(
            words("Find and sort"),
            fields=[
                Field(TEXT, words("Words that stand anywhere in an answer")),
                Field(PAGE, words("Go to page"), "number"),
            ],
            choices=rows,
            actions=[
                Action(FIRST, words("First page"), "up"),
                Action(LAST, words("Last page"), "more"),
                Action(ALL, words("Show all again"), "again"),
            ],
            back=True,
            forward=words("Show"),
            forward_icon="search",
        )

    def _narrow(self) -> Sheet:
        words, grid = self.words(), self.grid
        assert grid is not None
        choices = [Choice(str(place), name) for place, name in enumerate(grid.names)]
        return Sheet(words("Which question?"), choices=choices, back=True)

    def _values(self) -> Sheet:
        words, grid = self.words(), self.grid
        assert grid is not None
        choices = [
            Choice(
                f"={value}",
                value[:80] or words("Nothing was said"),
                words.plural("{count} answer", "{count} answers", count),
            )
            for value, count in grid.values(self._column)
        ]
        return Sheet(grid.names[self._column], words("The commonest answers:"), choices=choices, back=True)

    def _columns(self) -> Sheet:
        words, grid = self.words(), self.grid
        assert grid is not None
        choices = [
            Choice(str(place), name, chosen=place in self.columns, several=True)
            for place, name in enumerate(grid.names)
        ]
        return Sheet(words("Which columns"), choices=choices, back=True)

    def _sort(self) -> Sheet:
        words, wanted, grid = self.words(), self._now(), self.grid
        assert grid is not None
        way = words("The last comes first") if wanted.down else words("The first comes first")
        choices = [
            Choice(str(place), name, way if place == wanted.order else "", place == wanted.order)
            for place, name in enumerate(grid.names)
        ]
        return Sheet(words("Sort by"), words("Press it again to turn it round."), choices=choices, back=True)

    # --- pressed

    def chose(self, name: str) -> None:
        if self.step == WHAT:
            event, _, activity = name.partition("/")
            return self._take((event, activity))
        if self.step == FIND:
            return self.go(name)
        if self.step == NARROW:
            self._column = int(name)
            return self.go(VALUES)
        if self.step == VALUES:
            return self.look_for(replace(self._now(), column=self._column, value=name.removeprefix("=")))
        if self.step == SORT:
            wanted, order = self._now(), int(name)
            turned = wanted.order == order and not wanted.down
            return self.look_for(replace(wanted, order=order, down=turned))
        return self._tick_column(int(name))

    def _tick_column(self, column: int) -> None:
        """One more or less, in their own order; never none."""
        assert self.grid is not None
        left = [one for one in self.columns if one != column]
        if column in self.columns:
            self.columns = left or self.columns
        else:
            self.columns = sorted([*left, column])
        self.refresh()

    def did(self, name: str) -> None:
        if name == "find":
            self.typed[TEXT], self.typed[PAGE] = self._now().text, ""
            return self.go(FIND)
        if name == ALL:
            self.typed.clear()
            from exports.office.grid import Wanted  # noqa: PLC0415 - tables, once staff read

            return self.look_for(Wanted())
        self.back_to(TABLE)
        return self.leafed(name)

    def typed_in(self, field_id: str) -> None:
        self.went_on()

    def went_on(self) -> None:
        """Show what was asked for: a page by its number, or the rows with these words."""
        if self.step != FIND:
            return None
        page = self.written(PAGE).strip()
        if page.isdecimal():
            self.back_to(TABLE)
            return self.go_to_page(int(page) - 1)
        return self.look_for(replace(self._now(), text=self.written(TEXT)))
