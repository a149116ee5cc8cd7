"""Whether an answer is one that its question can take: its type, apart from any rule of the author."""

import re
from datetime import UTC
from decimal import Decimal, InvalidOperation

from kiosk.forms.form import Range
from kiosk.forms.kinds import Kind
from kiosk.forms.xpath.moments import is_time, read_moment

_INTEGER = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d{1,18}(?:\.\d*)?|\.\d+)", re.ASCII)


def has_type(kind: Kind, value: str, names: frozenset[str], limits: Range | None) -> bool:
    """Whether the answer `value`, not empty, is of the type that `kind` asks for.

    `names` are the choices of a select; `limits` those of a range.
    """
    value = value.strip()
    if kind is Kind.INTEGER:
        return _INTEGER.fullmatch(value) is not None
    if kind is Kind.DECIMAL:
        return _DECIMAL.fullmatch(value) is not None
    if kind is Kind.RANGE:
        return limits is None or _on_scale(value, limits)
    if kind is Kind.SELECT_ONE:
        return value in names
    if kind in {Kind.SELECT_MULTIPLE, Kind.RANK}:
        chosen = value.split()
        return names.issuperset(chosen) and len(set(chosen)) == len(chosen)
    if kind is Kind.DATE:
        moment = read_moment(value, UTC)
        return moment is not None and moment.whole
    if kind is Kind.DATETIME:
        return read_moment(value, UTC) is not None
    if kind is Kind.TIME:
        return is_time(value)
    return True


def _on_scale(value: str, limits: Range) -> bool:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return False
    if not number.is_finite():
        return False
    low, high = sorted((limits.start, limits.end))
    return low <= number <= high and (number - limits.start) % abs(limits.step) == 0
