"""Who took part beside who lives here: in words, from counts as they may be shown, never from exact ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.coproduction.small_numbers import FEWEST, STEP, shown_count, shown_counts
from kiosk.pack.model import ProfileShare, Text
from kiosk.words import Words

# Shares of those who told us over shares of the area: below each, the word; from the last on, "more".
FAR_FEWER, FEWER, ABOUT = 0.5, 0.8, 1.25


class Standing(StrEnum):
    FAR_FEWER = "far-fewer"
    FEWER = "fewer"
    ABOUT = "about"
    MORE = "more"
    UNSAID = "unsaid"  # too few told us to say


@dataclass(frozen=True)
class Group:
    """One bucket of the profile: `area` its share of the people here (0 to 1), `count` as shown or None."""

    bucket: str
    label: Text
    area: float
    count: int | None
    standing: Standing


@dataclass(frozen=True)
class Reach:
    """One question of the profile. `told` is how many answered it, as shown; None when fewer than FEWEST.

    Answers that the profile does not list ("prefer not to say") count in neither.
    """

    key: str
    told: int | None
    groups: tuple[Group, ...]


def reach(
    profile: Sequence[ProfileShare], counts: Mapping[str, Mapping[str, int]], step: int = STEP
) -> tuple[Reach, ...]:
    """Each question of `profile` beside `counts`, which are totals by key (`age`) and bucket (`under_25`).

    `step` is 5 while an event runs and 1 in a report. Words are drawn from what is shown alone, so that
    they give no more away than the numbers do.
    """
    keys = dict.fromkeys(share.key for share in profile)
    return tuple(_reach(key, [s for s in profile if s.key == key], counts.get(key, {}), step) for key in keys)


def _reach(key: str, shares: Sequence[ProfileShare], counts: Mapping[str, int], step: int) -> Reach:
    found = {share.bucket: max(0, counts.get(share.bucket, 0)) for share in shares}
    told = shown_count(sum(found.values()), step)
    shown = shown_counts(found, step) if told is not None else dict.fromkeys(found)
    groups = [
        Group(
            share.bucket,
            share.label,
            share.share,
            shown[share.bucket],
            _standing(shown[share.bucket], told, share.share, small=found[share.bucket] < FEWEST, step=step),
        )
        for share in shares
    ]
    return Reach(key, told, tuple(groups))


def _standing(count: int | None, told: int | None, area: float, *, small: bool, step: int) -> Standing:
    """The word for one group; for a hidden one only where every number it could stand for gives the same.

    One that was hidden for the sake of another has no word: it would tell the two apart.
    """
    if told is None or area <= 0 or (count is None and not small):
        return Standing.UNSAID
    middle = (step - 1) / 2
    if count is not None:
        return _word((count + middle) / (told + middle), area)
    most = _word((FEWEST - 1) / told, area)
    return most if most is Standing.FAR_FEWER else Standing.UNSAID


def _word(share: float, area: float) -> Standing:
    ratio = share / area
    if ratio < FAR_FEWER:
        return Standing.FAR_FEWER
    if ratio < FEWER:
        return Standing.FEWER
    return Standing.ABOUT if ratio <= ABOUT else Standing.MORE


def standing_words(words: Words, standing: Standing) -> str:
    """For a row that begins with the group's label: "Under 25: far fewer than live here"."""
    match standing:
        case Standing.FAR_FEWER:
            return words("far fewer than live here")
        case Standing.FEWER:
            return words("fewer than live here")
        case Standing.ABOUT:
            return words("about as many as live here")
        case Standing.MORE:
            return words("more than live here")
        case _:
            return words("too few told us to say")


def count_words(words: Words, count: int | None) -> str:
    """A count as it may be read: the number, or that it is small."""
    return words("fewer than {count}", count=FEWEST) if count is None else str(count)
