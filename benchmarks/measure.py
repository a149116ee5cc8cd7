"""Medians with their spread, and rows that set a measurement beside its floor and its goal."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial


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
    """What was reached, and whether that is enough. `limit` is an upper one; None where no goal is set."""

    what: str
    reached: float
    limit: float | None
    unit: str
    detail: str

    @property
    def met(self) -> bool:
        return self.limit is None or self.reached <= self.limit

    def __str__(self) -> str:
        verdict = "" if self.limit is None else "met" if self.met else "NOT MET"
        goal = "no goal" if self.limit is None else f"goal ≤ {self.limit:g} {self.unit}"
        return f"{self.what:<42}{self.reached:8.2f} {self.unit:<3} {goal:<15} {verdict:<8} {self.detail}"


def in_turn(
    works: Mapping[str, Callable[[int], object]], rounds: int, every: Callable[[int], object] = lambda _: None
) -> dict[str, Series]:
    """Each of `works` once a round, turn about: all meet the same load. `every` clears up after one."""
    took: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds):
        for name, work in works.items():
            took[name].append(milliseconds(partial(work, number)))
        every(number)
    return {name: Series(name, tuple(values)) for name, values in took.items()}


def milliseconds(work: Callable[[], object]) -> float:
    """How long it takes once, by the wall clock."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def beside(what: str, measured: Series, floor: Series, limit: float | None = None) -> Row:
    """The ratio of two medians."""
    detail = f"{measured.name} {measured}; {floor.name} {floor}"
    return Row(what, measured.median / floor.median, limit, "×", detail)


def table(rows: Sequence[Row]) -> str:
    return "\n".join(str(row) for row in rows)
