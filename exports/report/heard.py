"""What was heard, gathered for the report: counts, themes, quotations that were allowed, ideas, offers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.coproduction.reach import Reach
from kiosk.coproduction.replies import Said
from kiosk.coproduction.worked import Worked
from kiosk.forms.kinds import Kind
from kiosk.pack.model import Activity, Pack, Text


@dataclass(frozen=True)
class Quoted:
    """Words that their writer lets us show. `translated` where these are the office's translation."""

    words: str
    language: str
    translated: bool = False


@dataclass(frozen=True)
class Counted:
    """How often one answer was given."""

    label: Text
    count: int


@dataclass(frozen=True)
class Spread:
    """Numbers that people wrote: the middle one, and between which two half of them lie."""

    middle: float
    low: float
    high: float


@dataclass(frozen=True)
class QuestionHeard:
    """One question: how many answered it, and what. Free text has `quotes` in place of counts."""

    label: Text
    kind: Kind
    answered: int
    counts: tuple[Counted, ...] = ()
    spread: Spread | None = None
    quotes: tuple[Quoted, ...] = ()
    role: str = ""


@dataclass(frozen=True)
class ActivityHeard:
    """One activity: how many took part, and its questions in order."""

    activity: Activity
    people: int
    questions: tuple[QuestionHeard, ...]


@dataclass(frozen=True)
class Theme:
    """A tag of the office's: how many people's answers bear it, and what some of them said."""

    name: str
    people: int
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True)
class IdeaHeard:
    """An idea that was shown, with its taps; a starter of the pack has words in several languages."""

    text: Text
    language: str
    taps: int
    kind: str


@dataclass(frozen=True)
class Heard:
    """All that the report says. `languages` and the numbers in `offers` and `needs` are exact: small ones
    are hidden where they are said. `skipped` counts records that do not open.
    """

    pack: Pack
    day: date
    days: tuple[date, ...]
    answer_sets: int
    assisted: int
    activities: tuple[ActivityHeard, ...]
    themes: tuple[Theme, ...]
    ideas: tuple[IdeaHeard, ...]
    offers: tuple[QuestionHeard, ...]
    needs: tuple[QuestionHeard, ...]
    meetings: tuple[Counted, ...]
    languages: Mapping[str, int]
    reach: tuple[Reach, ...]
    replies: tuple[Said, ...]
    worked: Worked
    skipped: int = 0
    other_keys: int = 0
