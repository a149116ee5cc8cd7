"""One page that is filled whole: the type is as large as its words allow, and never under the least."""

from collections.abc import Callable

from exports.pdf.flow import Stack
from exports.pdf.look import BODY, Sizes
from exports.pdf.setting import Setting
from exports.pdf.sheet import Sheet

SMALLER = 0.94


def fitted(
    make: Callable[[Setting], Stack], language: str, body: float, width: float, height: float
) -> Stack:
    """What `make` makes, at `body` points or as much less as it needs to fit into `width` × `height`.

    The least is 14 points: what does not fit then is for the event's words to be shorter.
    """
    while True:
        stack = make(Setting(language, Sizes(scale=body / BODY)))
        if stack.wrap(width, height)[1] <= height or body <= BODY:
            return stack
        body = max(BODY, body * SMALLER)


def place(stack: Stack, sheet: Sheet, x: float, top: float) -> None:
    """Draw a stack that was fitted with its top left corner at (x, top)."""
    stack.drawOn(sheet, x, top - stack.height)
