"""What `check` says about a pack: where, what is wrong, and what to do."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Protocol

from kiosk.pack.staff.workbook import Header, Row, Sheet

_LONGEST = 240


class Severity(StrEnum):
    """A mistake must be mended before the event; advice may be taken or left."""

    MISTAKE = "mistake"
    ADVICE = "advice"


@dataclass(frozen=True)
class Finding:
    """One line of `check`. `row` counts as Excel does, 0 where no row is meant; `column` is "C (label)"."""

    file: str
    sheet: str
    row: int
    column: str
    wrong: str
    do: str
    severity: Severity = Severity.MISTAKE

    def __str__(self) -> str:
        row = f"row {self.row}" if self.row else ""
        where = " · ".join(part for part in (self.file, self.sheet, row, self.column) if part)
        return f"{where}: {_short(self.wrong)}: {_short(self.do)}"


def _short(words: str) -> str:
    """On one line, and no longer than anybody reads: authors' cells may hold 32,767 letters."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


class Say(Protocol):
    """How a rule says what it found: at a column by its name, or at one column of several of that name.

    Without a row the whole column or sheet is meant; without a column the whole row or sheet.
    """

    def __call__(
        self,
        sheet: Sheet,
        row: Row | None,
        column: Header | str,
        wrong: str,
        do: str,
        severity: Severity = Severity.MISTAKE,
    ) -> None: ...


class EnoughError(Exception):
    """A file has more findings than anybody reads; looking further would only take time."""


class Report:
    """Collects findings; the same thing said twice of the same cell is kept once."""

    MOST = 200  # of one file

    def __init__(self) -> None:
        self._found: dict[Finding, None] = {}
        self._count: Counter[str] = Counter()

    def add(self, finding: Finding) -> None:
        """Keep a finding; EnoughError when its file has too many."""
        if finding in self._found:
            return
        self._count[finding.file] += 1
        if self._count[finding.file] > self.MOST:
            wrong, do = f"more than {self.MOST} things are wrong", "mend these, then check again"
            self._found.setdefault(Finding(finding.file, "", 0, "", wrong, do))
            raise EnoughError(finding.file)
        self._found[finding] = None

    def of(self, file: str) -> Say:
        """The way to say what is wrong in the workbook of that name."""
        return partial(self._say, file)

    def _say(
        self,
        file: str,
        sheet: Sheet,
        row: Row | None,
        column: Header | str,
        wrong: str,
        do: str,
        severity: Severity = Severity.MISTAKE,
    ) -> None:
        place = column.place if isinstance(column, Header) else sheet.place(column) if column else ""
        self.add(Finding(file, sheet.name, row.number if row else 0, place, wrong, do, severity))

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found)

    def mistakes(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self if finding.severity is Severity.MISTAKE)

    def has_mistake(self, file: str, sheet: str = "", row: int = 0) -> bool:
        """Whether something was already found there; `sheet` or `row` left out match any."""
        return any(
            finding.file == file and (not sheet or finding.sheet == sheet) and (not row or finding.row == row)
            for finding in self.mistakes()
        )

    def ordered(self) -> tuple[Finding, ...]:
        """Mistakes and advice by file, then in the order in which they were found, sheet by sheet."""
        files = list(dict.fromkeys(finding.file for finding in self))
        sheets = list(dict.fromkeys((finding.file, finding.sheet) for finding in self))
        return tuple(
            sorted(
                self,
                key=lambda found: (
                    files.index(found.file),
                    sheets.index((found.file, found.sheet)),
                    found.row,
                ),
            )
        )
