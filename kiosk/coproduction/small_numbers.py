"""Counts that point at nobody: small ones are hidden, and one more, so that none can be worked out."""

from collections.abc import Mapping
from typing import TypeVar

FEWEST = 10  # fewer people than this could be picked out
STEP = 5  # what is shown while an event runs moves in steps, so that one visit changes nothing

_Name = TypeVar("_Name")


def shown_counts(counts: Mapping[_Name, int], step: int = 1) -> dict[_Name, int | None]:
    """`counts` as they may be shown: rounded down to `step`, None where hidden.

    The counts are the parts of one whole, whose total may be known too. Hidden are those under FEWEST,
    none at all included; then the next smallest, until at least two are hidden and together they are
    FEWEST or more, so that total less the rest gives none away.
    """
    smallest_first = sorted(counts, key=lambda name: (counts[name], str(name)))
    hidden = [name for name in smallest_first if counts[name] < FEWEST]
    for name in smallest_first[len(hidden) :]:
        if not hidden or (len(hidden) > 1 and sum(counts[each] for each in hidden) >= FEWEST):
            break
        hidden.append(name)
    return {name: None if name in hidden else stepped(count, step) for name, count in counts.items()}


def shown_count(count: int, step: int = 1) -> int | None:
    """One count that is no part of a whole: None under FEWEST."""
    return None if count < FEWEST else stepped(count, step)


def stepped(count: int, step: int = STEP) -> int:
    """`count` rounded down to whole steps."""
    return count - count % step
