"""Functions of numbers."""

import math
from collections.abc import Callable
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal

from kiosk.forms.xpath.context import Context
from kiosk.forms.xpath.functions.kit import MANY, Function, nodes_of, of_numbers, of_values
from kiosk.forms.xpath.values import Value, to_number


def _checked(work: Callable[..., float]) -> Callable[..., float]:
    """What lies outside a function's range is not a number, as in IEEE 754."""

    def safe(*numbers: float) -> float:
        try:
            return float(work(*numbers))
        except (ValueError, ZeroDivisionError):
            return math.nan
        except OverflowError:
            return math.inf

    return safe


def _whole(work: Callable[[float], int]) -> Callable[[float], float]:
    return lambda value: float(work(value)) if math.isfinite(value) else value


def _log(value: float) -> float:
    return -math.inf if value == 0 else math.log(value)


def _log10(value: float) -> float:
    return -math.inf if value == 0 else math.log10(value)


def _pow(value: float, power: float) -> float:
    if value == 0 and power < 0:
        return math.inf
    return math.pow(value, power)


def round_to(value: float, places: float = 0) -> float:
    """`value` to so many decimals, its half towards positive infinity (XPath 1.0, section 4.4)."""
    if not math.isfinite(value):
        return value
    if not math.isfinite(places) or abs(places) > 30:
        return math.nan
    exact = Decimal(repr(value)).scaleb(int(places))
    if exact.adjusted() > 25:
        return value
    whole = exact.quantize(Decimal(1), ROUND_HALF_DOWN if value < 0 else ROUND_HALF_UP)
    return float(whole.scaleb(-int(places)))


def _all_numbers(context: Context, values: list[Value]) -> list[float]:
    zone = context.env.zone
    found: list[float] = []
    for value in values:
        found += (
            [to_number(node.text(), zone) for node in value]
            if isinstance(value, list)
            else [to_number(value, zone)]
        )
    return found


def _extreme(choose: Callable[[list[float]], float]) -> Callable[[Context, list[Value]], Value]:
    def work(context: Context, values: list[Value]) -> Value:
        numbers = _all_numbers(context, values)
        return math.nan if not numbers or any(map(math.isnan, numbers)) else choose(numbers)

    return work


def _sum(context: Context, values: list[Value]) -> Value:
    return float(sum(_all_numbers(context, [nodes_of(values[0], "sum")])))


def _number(context: Context, values: list[Value]) -> Value:
    return to_number(values[0] if values else context.node.text(), context.env.zone)


FUNCTIONS: dict[str, Function] = {
    "number": of_values(_number, 0, 1),
    "int": of_numbers(_whole(int), 1),
    "floor": of_numbers(_whole(math.floor), 1),
    "ceiling": of_numbers(_whole(math.ceil), 1),
    "round": of_numbers(round_to, 1, 2),
    "abs": of_numbers(abs, 1),
    "pow": of_numbers(_checked(_pow), 2),
    "sqrt": of_numbers(_checked(math.sqrt), 1),
    "exp": of_numbers(_checked(math.exp), 1),
    "exp10": of_numbers(_checked(lambda value: math.pow(10.0, value)), 1),
    "log": of_numbers(_checked(_log), 1),
    "log10": of_numbers(_checked(_log10), 1),
    "sin": of_numbers(_checked(math.sin), 1),
    "cos": of_numbers(_checked(math.cos), 1),
    "tan": of_numbers(_checked(math.tan), 1),
    "asin": of_numbers(_checked(math.asin), 1),
    "acos": of_numbers(_checked(math.acos), 1),
    "atan": of_numbers(_checked(math.atan), 1),
    "atan2": of_numbers(_checked(math.atan2), 2),
    "pi": of_values(lambda context, values: math.pi, 0),
    "random": of_values(lambda context, values: context.env.random.random(), 0),
    "sum": of_values(_sum, 1),
    "max": of_values(_extreme(max), 1, MANY),
    "min": of_values(_extreme(min), 1, MANY),
}
