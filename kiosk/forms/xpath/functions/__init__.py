"""The functions of expressions, by family: XPath 1.0 and the OpenRosa XForms specification."""

from collections.abc import Mapping

from kiosk.forms.xpath.functions import choices, dates, digests, geo, nodes, numbers, strings
from kiosk.forms.xpath.functions.kit import Function

FUNCTIONS: Mapping[str, Function] = {
    **strings.FUNCTIONS,
    **numbers.FUNCTIONS,
    **nodes.FUNCTIONS,
    **dates.FUNCTIONS,
    **choices.FUNCTIONS,
    **digests.FUNCTIONS,
    **geo.FUNCTIONS,
}

__all__ = ["FUNCTIONS", "Function"]
