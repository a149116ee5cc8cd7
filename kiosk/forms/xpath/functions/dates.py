"""Functions of dates and times."""

import math
from dataclasses import replace

from kiosk.forms.xpath.context import Context
from kiosk.forms.xpath.functions.kit import Function, of_values
from kiosk.forms.xpath.moments import Moment, day_part, formatted, moment_of_days, read_moment
from kiosk.forms.xpath.values import Value, to_text


def _moment(value: Value, context: Context, *, whole: bool) -> Moment | None:
    zone = context.env.zone
    if isinstance(value, Moment):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return moment_of_days(value, zone, whole=whole) if math.isfinite(value) else None
    return read_moment(to_text(value), zone, loose=True)


def _date(context: Context, values: list[Value]) -> Value:
    """Written as a date; one made from a dateTime still knows its time when it is counted or compared."""
    moment = _moment(values[0], context, whole=True)
    return "" if moment is None else replace(moment, dated=True)


def _date_time(context: Context, values: list[Value]) -> Value:
    return _moment(values[0], context, whole=False) or ""


def _decimal_date_time(context: Context, values: list[Value]) -> Value:
    if isinstance(values[0], float):
        return values[0]
    moment = _moment(values[0], context, whole=False)
    return math.nan if moment is None else replace(moment, whole=False).days()


def _decimal_time(context: Context, values: list[Value]) -> Value:
    value = values[0]
    if isinstance(value, float):
        return value - math.floor(value) if math.isfinite(value) else math.nan
    text = value.at.isoformat() if isinstance(value, Moment) else to_text(value)
    part = day_part(text, context.env.zone)
    return math.nan if part is None else part


def _format(context: Context, values: list[Value]) -> Value:
    moment = _moment(values[0], context, whole=False)
    return "" if moment is None else formatted(moment.at, to_text(values[1]), context.env.language())


def _today(context: Context, values: list[Value]) -> Value:
    midnight = context.env.now().replace(hour=0, minute=0, second=0, microsecond=0)
    return Moment(midnight, whole=True)


FUNCTIONS: dict[str, Function] = {
    "today": of_values(_today, 0),
    "now": of_values(lambda context, values: Moment(context.env.now(), whole=False), 0),
    "date": of_values(_date, 1),
    "date-time": of_values(_date_time, 1),
    "decimal-date-time": of_values(_decimal_date_time, 1),
    "decimal-time": of_values(_decimal_time, 1),
    "format-date": of_values(_format, 2),
    "format-date-time": of_values(_format, 2),
}
