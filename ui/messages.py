"""What a person is told when something expected goes wrong: the fault's code to words."""

from collections.abc import Mapping

from kiosk.errors import ErrorCode, KioskError
from kiosk.words import Words


def _(message: str) -> str:
    """Marks words for the catalogues; they are translated when they are said."""
    return message


# What happened, what is safe, what to do.
MESSAGES: Mapping[ErrorCode, str] = {
    ErrorCode.PACK_NOT_FOUND: _("There is no event pack at {path}. Check the name and try again."),
    ErrorCode.NO_DISPLAY: _("There is no screen on this machine."),
}


def message(fault: KioskError, words: Words) -> str:
    """The fault in words, in the language of `words`."""
    return words(MESSAGES[fault.code], **fault.facts)
