"""What a page of the team's is made of: rows, fields, choices, buttons, and the sheet that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Row:
    """A line of a list. `tone` is fine, look (somebody should do something) or "" for neither."""

    label: str
    value: str = ""
    tone: str = ""
    dots: int = -1  # of five, where a share is drawn
    tongue: str = ""  # the language of the value, where that is not the page's


@dataclass(frozen=True)
class Field:
    """Something to type. `purpose` is that of the keyboard: pin, number, email, reference or "" for words;
    `language` that of its keys, where it is not the team's own.

    `beside` are words that it stands next to, as the English of a translation; `note` and `wrong` stand
    under it.
    """

    id: str
    label: str
    purpose: str = ""
    hidden: bool = False
    lines: bool = False  # may be of several lines
    beside: str = ""
    beside_language: str = ""
    note: str = ""
    wrong: str = ""
    language: str = ""


@dataclass(frozen=True)
class Choice:
    """One of several things to pick, or with `several` one to tick, or one that `leads` to another page.
    `note` is a line under its name, `picture` the address of a file that is shown beside it.
    """

    id: str
    name: str
    note: str = ""
    chosen: bool = False
    several: bool = False
    leads: bool = False
    picture: str = ""


@dataclass(frozen=True)
class Action:
    """A button: `kind` is action, plain, stop or finish."""

    id: str
    name: str
    icon: str
    kind: str = "plain"


@dataclass(frozen=True)
class Sheet:
    """What the page shows now. `forward` empty means no such button; `text` is paragraphs, a line each.

    `progress` is 0 to 1 while something runs; below 0, nothing does.
    """

    heading: str
    text: str = ""
    rows: Sequence[Row] = ()
    fields: Sequence[Field] = ()
    choices: Sequence[Choice] = ()
    actions: Sequence[Action] = ()
    tail: str = ""  # words under all else
    back: bool = False
    forward: str = ""
    forward_icon: str = "continue"
    side: str = ""  # a third way on, beside `forward`
    tongue: str = ""  # the language of `text`, where that is not the page's
    extra: dict[str, Any] = field(default_factory=dict)  # what a page of its own shows besides
