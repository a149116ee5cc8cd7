"""How a reply stands, in words and with its picture: the same on the kiosk, in the office and on paper."""

from collections.abc import Mapping

from kiosk.words import Words

STATUS_ICONS: Mapping[str, str] = {
    "done": "tick",
    "doing": "clock",
    "deciding": "people",
    "cannot": "cross",
    "late": "by-when",
}


def status_words(words: Words) -> Mapping[str, str]:
    """How each status of a reply is said."""
    return {
        "done": words("Done"),
        "doing": words("We are doing it"),
        "deciding": words("We are deciding"),
        "cannot": words("We cannot do it"),
        "late": words("We are late"),
    }
