"""A questionnaire as the question editor has it: a small part of what XLSForm can say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.pack.model import Text

OTHER = "other"  # the name that pyxform gives to the choice of `or_other`
LONGEST = 2000  # letters of one text
MOST_DIGITS = 9

# Not in XML, or not what anybody typed: control signs, halves of a pair, and signs of Excel's own making.
_NO_TEXT = re.compile("[^\n\x20-\x7e\xa1-\u2027\u2030-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class Kind(StrEnum):
    """What can be asked. Each is one row of the survey sheet."""

    ONE = "one"  # one of several
    SEVERAL = "several"
    YES_NO = "yes-no"
    AGREE = "agree"  # a scale in one row
    SMILEYS = "smileys"  # faces, the unhappiest first
    WORDS = "words"  # their own words, several lines
    LINE = "line"  # and one line
    NUMBER = "number"
    DATE = "date"
    RANK = "rank"
    DRAWING = "drawing"
    NOTE = "note"  # words to read: nothing is asked


SINGLE = frozenset({Kind.ONE, Kind.YES_NO, Kind.AGREE, Kind.SMILEYS})
CHOSEN = SINGLE | {Kind.SEVERAL}  # an answer of which a later question can wait for
LISTED = CHOSEN | {Kind.RANK}
OPEN_ENDED = frozenset({Kind.ONE, Kind.SEVERAL})  # may offer "Something else"
FACES = range(2, 6)


class Sense(StrEnum):
    """How an earlier answer must be for a question to be asked."""

    IS = "is"  # any one of the choices
    IS_NOT = "is-not"  # none of them
    INCLUDES = "includes"  # at least one of them is ticked
    LACKS = "lacks"  # none of them is


@dataclass(frozen=True)
class When:
    """Asked only if the answer to `question` is, is not, includes or lacks one of `choices`."""

    question: str
    sense: Sense
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Option:
    """A choice. `picture` is a file of media/; `recordings` has one that says it, by language."""

    name: str
    label: Text
    picture: str = ""
    recordings: Text = field(default_factory=Text)


@dataclass(frozen=True)
class Question:
    """One question. `name` is its column in the tables, and never changes once saved.

    `quick`: one tap answers and goes on. `other`: "Something else" is offered too. `least` and `most` bound a
    number, and `message` says so kindly. `role` is our `kiosk::role` as FORMS.md has it.
    """

    name: str
    kind: Kind
    label: Text
    hint: Text = field(default_factory=Text)
    required: bool = False
    options: tuple[Option, ...] = ()
    other: bool = False
    quick: bool = False
    least: int | None = None
    most: int | None = None
    message: Text = field(default_factory=Text)
    when: When | None = None
    role: str = ""
    recordings: Text = field(default_factory=Text)

    @property
    def choice_names(self) -> tuple[str, ...]:
        """The names that an answer may have, "Something else" too."""
        return (*(option.name for option in self.options), *((OTHER,) if self.other else ()))

    def option(self, name: str) -> Option | None:
        return next((option for option in self.options if option.name == name), None)


@dataclass(frozen=True)
class Questionnaire:
    """A whole form. `languages` are codes, the first is that of its words; `version` rises with changes."""

    form_id: str
    title: str
    languages: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    version: int = 1

    def question(self, name: str) -> Question | None:
        return next((one for one in self.questions if one.name == name), None)

    def earlier(self, name: str) -> tuple[Question, ...]:
        """The questions before that one; all of them where there is none of that name yet."""
        names = [one.name for one in self.questions]
        return self.questions[: names.index(name)] if name in names else self.questions

    def waiting_for(self, name: str) -> tuple[Question, ...]:
        """Those that are asked only after a certain answer to that one."""
        return tuple(one for one in self.questions if one.when and one.when.question == name)

    def texts(self) -> Iterator[Text]:
        """Every text that residents read, in order."""
        for one in self.questions:
            yield from (one.label, one.hint, one.message)
            yield from (option.label for option in one.options)

    def untranslated(self, language: str) -> int:
        """How many texts have words, and none in that language."""
        return sum(bool(text) and not text.has(language) for text in self.texts())


def tidy(typed: str) -> str:
    """What was typed as a cell can hold it: no signs that XML or Excel has no place for, no `${`."""
    plain = _NO_TEXT.sub("", typed.replace("\r\n", "\n").replace("\xa0", " ").replace("\t", " "))
    plain = _ESCAPE.sub("_ ", plain.replace("${", "$ {"))
    return plain.strip()[:LONGEST].rstrip()
