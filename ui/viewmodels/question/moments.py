"""Dates and times as a resident writes them: day, month, year, hour and minute, a field for each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from kiosk.days import said_day
from kiosk.forms.kinds import Kind
from kiosk.words import Words

if TYPE_CHECKING:
    from kiosk.forms.questions import Question

MOMENTS = {Kind.DATE, Kind.TIME, Kind.DATETIME}
DAY = ("day", "month", "year")
CLOCK = ("hour", "minute")
_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_TIME = re.compile(r"(?:^|T)(?P<hour>\d{2}):(?P<minute>\d{2})")


def parts_of(question: Question) -> Sequence[str]:
    """The fields that the question needs: a date may be a month and a year, or a year alone."""
    if question.kind is Kind.TIME:
        return CLOCK
    if question.kind is Kind.DATETIME:
        return DAY + CLOCK
    if question.kind is not Kind.DATE:
        return ()
    if "year" in question.appearance:
        return DAY[2:]
    return DAY[1:] if "month-year" in question.appearance else DAY


def names_of(words: Words) -> Mapping[str, str]:
    """What stands over each field."""
    return {
        "day": words("Day"),
        "month": words("Month"),
        "year": words("Year"),
        "hour": words("Hour, 0 to 23"),
        "minute": words("Minutes"),
    }


def joined(question: Question, parts: Mapping[str, str]) -> str:
    """The answer as XForms write it; what is no date or time stays wrong, so that it is refused.

    A day or a month that is not asked for is the first; minutes left out are none.
    """
    asked = parts_of(question)
    if not any(parts.get(part) for part in asked):
        return ""
    day = "-".join(
        (parts.get(part, "") if part in asked else "1").zfill(4 if part == "year" else 2)
        for part in reversed(DAY)
    )
    hour, minute = parts.get("hour", ""), parts.get("minute", "")
    clock = f"{hour.zfill(2) if hour else '--'}:{minute.zfill(2)}:00"
    return {Kind.DATE: day, Kind.TIME: clock}.get(question.kind, f"{day}T{clock}")


def apart(question: Question) -> dict[str, str]:
    """The answer's parts, for the fields; none where it is no date or time."""
    found: dict[str, str] = {}
    for pattern in (_DATE, _TIME):
        if match := pattern.search(question.value):
            found |= match.groupdict()
    asked = parts_of(question)
    if any(part not in found for part in asked):
        return {}
    return {part: found[part] if part == "minute" else found[part].lstrip("0") or "0" for part in asked}


def shown_moment(question: Question, words: Words) -> str:
    """The answer as a resident reads it back: 14 June 1985 as their language writes it, 14:30, or both."""
    parts = apart(question)
    if not parts:
        return question.value
    day = "/".join(parts[part] for part in DAY if part in parts)
    with suppress(KeyError, ValueError):  # a month alone, or a day that there is not
        day = said_day(date(int(parts["year"]), int(parts["month"]), int(parts["day"])), words)
    clock = ":".join(parts[part] for part in CLOCK if part in parts)
    return ", ".join(text for text in (day, clock) if text)
