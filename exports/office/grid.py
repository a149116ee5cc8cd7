"""A table to look through: search, narrow, sort, page by page, however many rows it has."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import Any

from exports.readable.answers import INDEX, RARE
from exports.readable.opened import Progress
from exports.readable.roles import Part, say, words_of
from exports.sheets.table import Table
from kiosk.forms.columns import Column
from kiosk.forms.kinds import Kind
from kiosk.storage.kept.records import AnswerSet

STEP = 5_000  # rows at a time: between two steps the window gets its turn
WORDLESS = frozenset({Kind.NOTE, Kind.CALCULATE, Kind.HIDDEN})
LONGEST = 40  # letters that a column asks room for
LONGEST_HEAD = 16  # and that its heading alone does
LOOKED_AT = 200  # rows, for the width of a column


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words anywhere, one column's value, and the column to sort by (-1 for none)."""

    text: str = ""
    column: int = -1
    value: str = ""
    order: int = -1
    down: bool = False


class Grid:
    """Rows by key. All cells are words, as a person reads them."""

    def __init__(self, names: Sequence[str], keys: list[str], rows: list[tuple[str, ...]]) -> None:
        self.names = tuple(names)
        self.keys = keys
        self.rows = rows
        self._texts: list[str] = []

    @property
    def lists(self) -> tuple[list[Any], ...]:
        """All that it holds, for whoever wipes it."""
        return self.rows, self._texts

    def __len__(self) -> int:
        return len(self.rows)

    def prepare(self, progress: Progress | None = None) -> "Grid":
        """Make what a search reads, so that it need not be made while somebody waits."""
        self._texts = []
        for start in range(0, len(self.rows), STEP):
            self._texts += ["\n".join(row).casefold() for row in self.rows[start : start + STEP]]
            if progress:
                progress(start, len(self.rows))
        return self

    def widths(self) -> tuple[int, ...]:
        """How many letters each column would like, by its first rows; a long heading gives way to them."""
        heads = [name[:LONGEST_HEAD] for name in self.names]
        sample = [heads, *self.rows[:LOOKED_AT]]
        return tuple(min(LONGEST, max(map(len, column))) for column in zip(*sample, strict=True))

    def used(self) -> list[int]:
        """The columns in which anything stands; all where nothing does."""
        here = [place for place in range(len(self.names)) if any(row[place] for row in self.rows)]
        return here or list(range(len(self.names)))

    def values(self, column: int, most: int = 30) -> list[tuple[str, int]]:
        """The commonest values of a column, with how often each stands there."""
        return Counter(row[column] for row in self.rows).most_common(most)

    def find(self, wanted: Wanted, progress: Progress | None = None) -> list[int]:
        """The rows that fit, by place. May be called off the window's thread."""
        if len(self._texts) != len(self.rows):
            self.prepare()
        needles = wanted.text.casefold().split()
        found: list[int] = []
        for start in range(0, len(self.rows), STEP):
            places: Sequence[int] = range(start, min(start + STEP, len(self.rows)))
            for needle in needles:
                places = [place for place in places if needle in self._texts[place]]
            if wanted.column >= 0:
                places = [place for place in places if self.rows[place][wanted.column] == wanted.value]
            found += places
            if progress:
                progress(start, len(self.rows))
        return self._sorted(found, wanted) if wanted.order >= 0 else found

    def _sorted(self, places: list[int], wanted: Wanted) -> list[int]:
        """Rows of one value together, and the values in pieces: one long sort would hold the window up."""
        rows: dict[tuple[int, float, str], list[int]] = {}
        for place in places:
            rows.setdefault(_order(self.rows[place][wanted.order]), []).append(place)
        values = list(rows)
        starts = range(0, len(values), STEP)
        pieces = (sorted(values[start : start + STEP], reverse=wanted.down) for start in starts)
        return [place for value in merge(*pieces, reverse=wanted.down) for place in rows[value]]


def _order(value: str) -> tuple[int, float, str]:
    """Numbers by size, then words, then what says nothing."""
    try:
        return 0, float(value), ""
    except ValueError:
        return (1, 0, value.casefold()) if value else (2, 0, "")


def answers_grid(
    part: Part, language: str, labels: tuple[str, str], progress: Progress | None = None
) -> Grid:
    """An activity's answers, a column a question, in words; then the day and the language.

    `labels` are the names of the last two. Languages of fewer than 10 people are not named.
    """
    columns = [column for column in part.shape.columns if column.kind not in WORDLESS]
    counts = Counter(answers.language for answers in part.answer_sets)
    rows: list[tuple[str, ...]] = []
    for answers in part.answer_sets:
        tongue = answers.language if counts[answers.language] >= RARE else ""
        rows.append((*_cells(columns, answers, language), answers.day.isoformat(), tongue))
        if progress and len(rows) % STEP == 0:
            progress(len(rows), 2 * len(part.answer_sets))
    names = [say(column.label, language) or column.name for column in columns]
    keys = [answers.id for answers in part.answer_sets]
    return Grid([*names, *labels], keys, rows).prepare(progress)


def _cells(columns: Sequence[Column], answers: AnswerSet, language: str) -> Iterator[str]:
    given = answers.answers
    inside: dict[str, list[str]] = {}
    for path in given:
        if "[" in path:
            inside.setdefault(INDEX.sub("", path), []).append(given[path])
    for column in columns:
        values = inside.get(column.path) or [given.get(column.path, "")]
        yield "; ".join(words_of(column, value, language) for value in values if value)


def table_grid(table: Table, most: int) -> Grid:
    """The first rows of a table of the export, as they will be written."""
    rows = list(table.rows[:most])
    return Grid([heading.name for heading in table.headings], [""] * len(rows), rows)
