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
    ErrorCode.PACK_UNREADABLE: _(
        "{path} cannot be read: {reason}. Nothing was changed. Ask whoever made it for a fresh copy."
    ),
    ErrorCode.PACK_WITHOUT_FORMS: _(
        "{path} holds no questionnaire. Put at least one XLSForm (.xlsx) into its folder forms."
    ),
    ErrorCode.PACK_TOO_LARGE: _(
        "{path} is larger than the kiosk takes ({limit}). Nothing was opened. Make its pictures smaller, "
        "or take out what is not needed."
    ),
    ErrorCode.PACK_UNSAFE: _(
        "{path} was not opened, because {reason}. Save it as a plain .xlsx in Excel, "
        "or ask where it came from."
    ),
    ErrorCode.PACK_MISTAKES: _(
        "This event cannot be opened yet. Mistakes: {count}. The first: {first} "
        "Run `check` on {path} to see them all."
    ),
    ErrorCode.FORM_UNREADABLE: _(
        "The questionnaire {form} cannot be opened: {reason}. Nothing was changed. Run `check` to see where."
    ),
    ErrorCode.FOLDER_NOT_EMPTY: _(
        "{path} is not empty. Choose a new folder, so that nothing is overwritten."
    ),
    ErrorCode.NO_DISPLAY: _("There is no screen on this machine."),
}


def message(fault: KioskError, words: Words) -> str:
    """The fault in words, in the language of `words`."""
    return words(MESSAGES[fault.code], **fault.facts)
