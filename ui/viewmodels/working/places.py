"""Where somebody stands on the pages of working together, and which page shows each place."""

from enum import StrEnum

REPLIES, CHARTER, ASKED = "replies", "charter", "asked"  # cards of Welcome that are no activity


class Place(StrEnum):
    """A page of working together. They lie one on another: Back leads to the one before."""

    WALL = "wall"
    IDEA = "idea"
    REPORT = "report"
    HELP = "could-help"
    PROMISE = "wall-promise"
    WRITE = "write"
    READ_BACK = "read-back"
    ASKED = "asked"
    REPLIES = "replies"
    REPLY = "reply"
    THEMES = "themes"
    LOOK_UP = "look-up"
    NO_REPLY = "no-reply"
    CHARTER = "charter"


# The page of each, by its name in the book.
PAGES = {
    Place.WALL: "menu",
    Place.IDEA: "idea",
    Place.REPORT: "ask",
    Place.HELP: "ask",
    Place.PROMISE: "promise",
    Place.WRITE: "writing",
    Place.READ_BACK: "ask",
    Place.ASKED: "menu",
    Place.REPLIES: "menu",
    Place.REPLY: "reply",
    Place.THEMES: "menu",
    Place.LOOK_UP: "writing",
    Place.NO_REPLY: "text",
    Place.CHARTER: "charter",
}
