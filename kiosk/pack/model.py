"""A compiled pack: every fact of an event that the kiosk, the office and paper need."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError
from kiosk.words import OwnWords

ASKED = "asked-"  # how the ids of activities begin that are residents' own questions


@dataclass(frozen=True)
class Text:
    """Words in some languages, by language code. Blank translations are never stored."""

    words: Mapping[str, str] = field(default_factory=dict)

    def say(self, language: str, default: str = "en") -> str:
        """The words in `language`, else in `default`, else in any language, else nothing."""
        return self.words.get(language) or self.words.get(default) or next(iter(self.words.values()), "")

    def has(self, language: str) -> bool:
        return language in self.words

    def __bool__(self) -> bool:
        return bool(self.words)


class Rung(StrEnum):
    """How much a resident can change, from least to most (COPRODUCTION.md)."""

    INFORM = "inform"
    ENGAGE = "engage"
    CONSULT = "consult"
    INVOLVE = "involve"
    COPRODUCE = "co-produce"


class ActivityKind(StrEnum):
    QUESTIONS = "questions"
    SIGN_UP = "sign_up"
    QUICK = "quick"
    IDEAS = "ideas"
    ABOUT = "about"


@dataclass(frozen=True)
class Promise:
    """What one activity promises. `version` is the first 8 hex digits of its words' sha256."""

    activity: str
    rung: Rung
    can_change: Text
    cannot_change: Text
    who_decides: Text
    residents_decide: bool
    by_when: Text
    next_steps: tuple[Text, ...]
    version: str


@dataclass(frozen=True)
class Consent:
    """One purpose and channel, asked as a question of its own (COPRODUCTION.md)."""

    id: str
    words: Text
    organisation: str
    basis: str
    channel: str
    keep_until: str
    notice_short: Text
    notice_full: Text


@dataclass(frozen=True)
class FormSource:
    """One compiled questionnaire: its XForm and what XForms cannot carry.

    `roles` is our `kiosk::role` by question path; `or_other` the paths of selects written as `or_other`,
    whose English words pyxform made (they end `_other` in the question that follows);
    `left_out` what the kiosk does not do.
    `version` is the author's, a full stop, and the first 8 hex digits of `xml`'s sha256.
    """

    form_id: str
    version: str
    title: str
    xml: str
    roles: Mapping[str, str] = field(default_factory=dict)
    or_other: tuple[str, ...] = ()
    left_out: tuple["LeftOut", ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """A question of a type that the kiosk does not have: listed before the visit, then skipped."""

    path: str
    type: str
    label: Text
    required: bool = False


@dataclass(frozen=True)
class Activity:
    """Something a resident can choose on Welcome."""

    id: str
    kind: ActivityKind
    title: Text
    summary: Text
    icon: str
    form_id: str
    on: bool = True

    @property
    def tongue(self) -> str:
        """The one language of a resident's question; empty for what staff wrote."""
        return next(iter(self.summary.words), "") if self.id.startswith(ASKED) else ""


@dataclass(frozen=True)
class Reply:
    """One "you said, we did". `status` is done, doing, deciding, cannot or late; `by_when` the day, as
    2027-12-09, that was promised, or empty: past it, what is not done or refused is late by itself.
    `activity` is the id of the one whose promise it answers, or empty.
    """

    id: str
    date: str
    status: str
    theme: Text
    said: Text
    did: Text
    because: Text
    references: tuple[str, ...] = ()
    by_when: str = ""
    activity: str = ""


@dataclass(frozen=True)
class StarterIdea:
    """An idea that staff put on the wall."""

    id: str
    text: Text
    status: str


@dataclass(frozen=True)
class ProfileShare:
    """A bucket of the area's profile: `share` of its people, 0 to 1."""

    key: str
    bucket: str
    label: Text
    share: float


@dataclass(frozen=True)
class Event:
    """The event sheet. `office_key` is the public key's text, or empty: then the pack is practice.
    `resident_questions`: where there is an ideas wall, residents may also propose the next question.
    `unchecked_sign_up`: details may be left in a language whose words no speaker has checked.
    """

    id: str
    title: Text
    organiser: Text = field(default_factory=Text)
    venue: Text = field(default_factory=Text)
    date: str = ""
    languages: tuple[str, ...] = ("en",)
    default_language: str = "en"
    charter_address: str = ""
    continue_address: str = ""
    urgent_help: Text = field(default_factory=Text)
    read_within_days: int = 7
    youth_worker: Text = field(default_factory=Text)
    sign_up_min_age: int = 18
    idle_seconds: int = 150
    keep_partial: bool = False
    voice_answers: bool = False
    live_question: str = ""
    resident_questions: bool = True
    unchecked_sign_up: bool = True
    retention_days: int = 365
    office_key: str = ""


@dataclass(frozen=True)
class Pack:
    """A whole event, compiled.

    `folder` holds media/ and data/; `media` has the sha256 of each file there by its place, "media/park.png";
    `source` is the sha256 of the sources. `texts` are the event's own words for texts of the program, by
    their English; `text_recordings` a file of media/ that says one, by language. `checked` has who checked
    all words of a language, and when.
    """

    event: Event
    activities: tuple[Activity, ...]
    forms: Mapping[str, FormSource]
    promises: tuple[Promise, ...] = ()
    consents: tuple[Consent, ...] = ()
    replies: tuple[Reply, ...] = ()
    ideas: tuple[StarterIdea, ...] = ()
    profile: tuple[ProfileShare, ...] = ()
    tablets: tuple[str, ...] = ()
    texts: Mapping[str, Text] = field(default_factory=dict)
    text_recordings: Mapping[str, Text] = field(default_factory=dict)
    checked: Mapping[str, str] = field(default_factory=dict)
    practice: bool = False
    source: str = ""
    media: Mapping[str, str] = field(default_factory=dict)
    folder: Path = field(default=Path(), compare=False)

    @property
    def own_words(self) -> OwnWords:
        """What this event says otherwise than the program."""
        written_in = self.event.default_language if self.event.organiser else ""
        return OwnWords({key: text.words for key, text in self.texts.items()}, self.checked, written_in)

    def activity(self, activity_id: str) -> Activity:
        """The activity of that id, or KioskError(PACK_UNREADABLE)."""
        for activity in self.activities:
            if activity.id == activity_id:
                return activity
        raise KioskError(ErrorCode.PACK_UNREADABLE, path=self.folder, reason=f"no activity {activity_id}")

    def form_of(self, activity: Activity) -> FormSource:
        return self.forms[activity.form_id]

    def promise_of(self, activity: Activity) -> Promise | None:
        return next((promise for promise in self.promises if promise.activity == activity.id), None)

    def consent(self, consent_id: str) -> Consent | None:
        return next((consent for consent in self.consents if consent.id == consent_id), None)
