"""Medians with their spread, and rows that set a measurement beside its floor and its goal."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Series:
    """One thing measured some times over, in milliseconds."""

    name: str
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def percentile(self, share: float) -> float:
        """The smallest value that at least `share` (0 to 1) of all values do not pass."""
        ordered = sorted(self.values)
        return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]

    def __str__(self) -> str:
        return (
            f"{self.median:.1f} ms ({min(self.values):.1f} to {max(self.values):.1f}, n={len(self.values)})"
        )


@dataclass(frozen=True)
class Row:
    """One goal: what was reached, and whether that is enough. `limit` is an upper one."""

    what: str
    reached: float
    limit: float
    unit: str
    detail: str

    @property
    def met(self) -> bool:
        return self.reached <= self.limit

    def __str__(self) -> str:
        verdict = "met" if self.met else "NOT MET"
        goal = f"goal ≤ {self.limit:g} {self.unit}"
        return f"{self.what:<42}{self.reached:8.2f} {self.unit:<3} {goal:<15} {verdict:<8} {self.detail}"


def beside(what: str, measured: Series, floor: Series, limit: float) -> Row:
    """The ratio of two medians."""
    detail = f"{measured.name} {measured}; {floor.name} {floor}"
    return Row(what, measured.median / floor.median, limit, "×", detail)


def table(rows: Sequence[Row]) -> str:
    return "\n".join(str(row) for row in rows)
