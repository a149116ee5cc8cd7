"""One question as it is asked just now, in one language: what a page needs to show and say it."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from kiosk.forms.form import Range
from kiosk.forms.kinds import Kind


@dataclass(frozen=True)
class Choice:
    """One answer of a select. `other` marks the "Other" that `or_other` made, whose label is English:
    the window says its own word there.
    """

    name: str
    label: str
    image: str = ""
    audio: str = ""
    other: bool = False


@dataclass(frozen=True)
class Question:
    """One question. Texts are plain; `image` and `audio` are file names of the pack's media, or empty.

    `value` is text as XForms write it: names of a select_multiple joined by spaces, a date as YYYY-MM-DD.
    `groups` are the labels around it, outermost first. `specify_other` marks the question for the words of
    an `or_other`, whose label is English. `repeat` is whether it can be asked again; `repeat_path` the
    reference of the copy of the repeat it is in.
    """

    path: str
    name: str
    kind: Kind
    appearance: AbstractSet[str]
    label: str
    hint: str
    guidance: str
    required: bool
    readonly: bool
    value: str
    choices: tuple[Choice, ...] = ()
    range: Range | None = None
    image: str = ""
    audio: str = ""
    groups: tuple[str, ...] = ()
    role: str = ""
    repeat: bool = False
    repeat_path: str = ""
    specify_other: bool = False


@dataclass(frozen=True)
class HiddenQuestion:
    """A question that is not asked just now, and the author's rule that hides it (for a preview).

    `words` says the rule by the labels of questions and choices; `values` the present answers it looks at,
    each with its question, empty where there is none.
    """

    path: str
    label: str
    rule: str
    words: str = ""
    values: tuple[tuple[str, str], ...] = ()


class ProblemKind(StrEnum):
    REQUIRED = "required"
    CONSTRAINT = "constraint"
    TYPE = "type"


@dataclass(frozen=True)
class Problem:
    """What is wrong with an answer. `message` is the form's own, in the language; empty for the program's."""

    path: str
    kind: ProblemKind
    message: str = ""
