"""Dates and times as OpenRosa expressions know them."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from kiosk.forms.xpath.calendar import names_of

_ZONE = r"(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?"
_TIME = rf"(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:[.,](?P<part>\d+))?)?{_ZONE}"
_DATE = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
_LOOSE_DATE = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_MOMENT = re.compile(rf"\s*{_DATE}(?:T{_TIME})?\s*", re.ASCII)
_LOOSE_MOMENT = re.compile(rf"\s*{_LOOSE_DATE}(?:[T ]{_TIME})?\s*", re.ASCII)
_CLOCK = re.compile(rf"\s*{_TIME}\s*", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Moment:
    """A date, or a date with a time: `whole` if no time was given, `dated` if it is written as a date."""

    at: datetime
    whole: bool
    dated: bool = False

    def days(self) -> float:
        """Days since 1970-01-01: whole for a date, as in JavaRosa; for a dateTime in UTC, with a fraction."""
        if self.whole:
            return float((self.at.date() - _EPOCH.date()).days)
        return (self.at - _EPOCH) / _DAY

    def text(self) -> str:
        """As the date or dateTime type of OpenRosa writes it, a dateTime with its offset."""
        if self.whole or self.dated:
            return self.at.date().isoformat()
        return written(self.at)


def written(at: datetime) -> str:
    """A moment as the dateTime type is written: `2027-06-12T11:00:00.000+01:00`."""
    return at.isoformat(timespec="milliseconds")


def read_moment(text: str, zone: tzinfo, *, loose: bool = False) -> Moment | None:
    """The date or dateTime that `text` is, in `zone` where it names none; None where it is neither."""
    if len(text) < 8 or not (match := (_LOOSE_MOMENT if loose else _MOMENT).fullmatch(text)):
        return None
    facts = match.groupdict()
    try:
        day = date(int(facts["year"]), int(facts["month"]), int(facts["day"]))
        if facts["hour"] is None:
            return Moment(datetime.combine(day, time(), zone), whole=True)
        at = datetime.combine(day, _time(facts, zone))
        return Moment(at.astimezone(zone), whole=False)
    except (ValueError, OverflowError):
        return None


def moment_of_days(days: float, zone: tzinfo, *, whole: bool) -> Moment | None:
    """`days` after 1970-01-01: a date (the fraction dropped), or an instant; None if no calendar has it."""
    try:
        if whole:
            day = date(1970, 1, 1) + timedelta(days=int(days))
            return Moment(datetime.combine(day, time(), zone), whole=True)
        return Moment((_EPOCH + timedelta(days=days)).astimezone(zone), whole=False)
    except (ValueError, OverflowError):
        return None


def day_part(text: str, zone: tzinfo) -> float | None:
    """The part of a day, 0 up to 1, that has passed in `zone` at a time such as `06:00:00.000+01:00`."""
    match = _CLOCK.fullmatch(text)
    if not match:
        moment = read_moment(text, zone)
        return None if moment is None else _passed(moment.at)
    try:
        at = datetime.combine(date(1970, 1, 2), _time(match.groupdict(), zone))
    except ValueError:
        return None
    return _passed(at.astimezone(zone))


def is_time(text: str) -> bool:
    """Whether `text` is a time of day that a clock can show."""
    match = _CLOCK.fullmatch(text)
    try:
        return match is not None and _time(match.groupdict(), UTC) is not None
    except ValueError:
        return False


def formatted(at: datetime, pattern: str, language: str = "en") -> str:
    """`at` by the letters of format-date-time: %Y %y %m %n %b %B %d %e %a %A %H %h %M %S %3."""
    names = names_of(language)
    letters = {
        "Y": f"{at.year:04}",
        "y": f"{at.year % 100:02}",
        "m": f"{at.month:02}",
        "n": str(at.month),
        "b": names.short_months[at.month - 1],
        "B": names.months[at.month - 1],
        "d": f"{at.day:02}",
        "e": str(at.day),
        "a": names.short_days[at.weekday()],
        "A": names.days[at.weekday()],
        "H": f"{at.hour:02}",
        "h": str(at.hour),
        "M": f"{at.minute:02}",
        "S": f"{at.second:02}",
        "3": f"{at.microsecond // 1000:03}",
        "%": "%",
    }
    return re.sub(r"%(.)", lambda match: letters.get(match.group(1), match.group()), pattern)


def _time(facts: dict[str, str | None], zone: tzinfo) -> time:
    part = int((facts["part"] or "0")[:6].ljust(6, "0"))
    return time(
        int(facts["hour"] or 0),
        int(facts["minute"] or 0),
        int(facts["second"] or 0),
        part,
        _zone(facts, zone),
    )


def _zone(facts: dict[str, str | None], zone: tzinfo) -> tzinfo:
    text = facts["zone"]
    if not text:
        return zone
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[2:])
    if minutes > 59:
        raise ValueError(text)
    offset = timedelta(hours=int(digits[:2]), minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)


def _passed(at: datetime) -> float:
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    return (at - midnight) / _DAY
