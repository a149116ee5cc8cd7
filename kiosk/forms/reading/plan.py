"""In which order a form's rules are worked out, and which of them an answer concerns: found out once."""

import heapq
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from kiosk.forms.xpath.compile import Program
from kiosk.forms.xpath.references import calls, references

# Functions whose answer depends on the language spoken.
_SPOKEN = frozenset({"jr:itext", "jr:choice-name", "format-date", "format-date-time"})


class Aspect(StrEnum):
    """What a rule decides about its node."""

    RELEVANT = "relevant"
    COUNT = "count"
    CALCULATE = "calculate"
    CHOICES = "choices"


@dataclass(frozen=True)
class Rule:
    """One thing to work out for every node of a generic path. `spoken` where the language changes it."""

    aspect: Aspect
    path: str
    program: Program
    spoken: bool


@dataclass(frozen=True)
class Plan:
    """Rules in the order of working out. The mappings give, as positions in it, the rules to work out again:

    `after_value` when a node's value has changed, by its path; `after_presence` when a node or group has
    come or gone; `within` those of a path and everything inside it.
    """

    rules: tuple[Rule, ...]
    after_value: Mapping[str, tuple[int, ...]]
    after_presence: Mapping[str, tuple[int, ...]]
    within: Mapping[str, tuple[int, ...]]


def make_plan(
    rules: Sequence[tuple[Aspect, str, Program]], paths: Sequence[str], repeats: Iterable[str]
) -> Plan:
    """The plan for `rules`, given every generic path of the form in document order.

    ValueError where rules wait for each other.
    """
    index = _Index(paths)
    reads = [index.matches(references(program.tree, path)) for _, path, program in rules]
    readers: dict[str, list[int]] = {}
    for at, found in enumerate(reads):
        for path in found:
            readers.setdefault(path, []).append(at)
    presence = {path for aspect, path, _ in rules if aspect in {Aspect.RELEVANT, Aspect.COUNT}} | set(repeats)
    within: dict[str, set[int]] = {}
    for at, (_, path, _program) in enumerate(rules):
        for outer in _outward(path):
            within.setdefault(outer, set()).add(at)
    inside = {path: within.get(path, set()) for path in presence}
    touched = {
        path: {at for below in index.under(path) for at in readers.get(below, ())} | inside[path]
        for path in presence
    }
    follows = [_following(at, rule, readers, touched) for at, rule in enumerate(rules)]
    order = _sorted(follows, rules)
    place = {at: n for n, at in enumerate(order)}

    def placed(found: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(place[at] for at in found))

    return Plan(
        tuple(_rule(*rules[at]) for at in order),
        {path: placed(found) for path, found in readers.items()},
        {path: placed(found) for path, found in touched.items()},
        {path: placed(found) for path, found in inside.items()},
    )


def _rule(aspect: Aspect, path: str, program: Program) -> Rule:
    return Rule(aspect, path, program, not _SPOKEN.isdisjoint(calls(program.tree)))


def _following(
    at: int,
    rule: tuple[Aspect, str, Program],
    readers: Mapping[str, Sequence[int]],
    touched: Mapping[str, AbstractSet[int]],
) -> set[int]:
    aspect, path, _ = rule
    valued = aspect in {Aspect.CALCULATE, Aspect.CHOICES}
    return set(readers.get(path, ()) if valued else touched[path]) - {at}


def _sorted(follows: Sequence[AbstractSet[int]], rules: Sequence[tuple[Aspect, str, Program]]) -> list[int]:
    """Positions such that each rule comes before those that follow it, otherwise as written."""
    waits = [0] * len(follows)
    for found in follows:
        for at in found:
            waits[at] += 1
    ready = [at for at, count in enumerate(waits) if not count]
    heapq.heapify(ready)
    order: list[int] = []
    while ready:
        at = heapq.heappop(ready)
        order.append(at)
        for later in follows[at]:
            waits[later] -= 1
            if not waits[later]:
                heapq.heappush(ready, later)
    if len(order) < len(follows):
        stuck = sorted({rules[at][1] for at, count in enumerate(waits) if count})
        raise ValueError(f"these depend on each other: {', '.join(stuck)}")
    return order


def _outward(path: str) -> Iterator[str]:
    """The path, and every one that it lies in."""
    while path:
        yield path
        path = path.rpartition("/")[0]


class _Index:
    """The paths of a form, found by pattern or by what they lie in."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = list(dict.fromkeys(paths))
        self.known = set(self.paths)
        self._under: dict[str, list[str]] = {}
        for path in self.paths:
            for outer in _outward(path):
                self._under.setdefault(outer, []).append(path)

    def matches(self, patterns: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for pattern in patterns:
            if "*" not in pattern:
                found |= {pattern} & self.known
                continue
            steps = ("(?:/[^/]+)*" if step == "**" else f"/{_step(step)}" for step in pattern.split("/")[1:])
            shape = re.compile("".join(steps))
            found |= {path for path in self.paths if shape.fullmatch(path)}
        return found

    def under(self, path: str) -> list[str]:
        return self._under.get(path, [])


def _step(step: str) -> str:
    return "[^/]+" if step == "*" else re.escape(step)
