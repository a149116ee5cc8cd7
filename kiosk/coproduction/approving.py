"""Ideas and proposed questions as a volunteer meets them: what waits, what is shown, what is hidden."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlite_utils import Database

from kiosk.clock import Clock
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit, settings
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.kept.ideas import Idea, backings, idea_of, ideas_of, put_idea
from kiosk.storage.kept.tallies import totals

READERS = "readers"  # the setting: codes of the languages that somebody here reads
FAST = "backing-fast"  # the tally of backings that came in a burst, by idea


class Kind(StrEnum):
    """What was proposed."""

    IDEA = "idea"
    QUESTION = "question"


class Answers(StrEnum):
    """How the next people answer a resident's question: a volunteer chooses when approving it."""

    AGREE = "agree"  # strongly agree … strongly disagree
    YES_NO = "yes-no"
    WORDS = "words"  # their own words


class Because(StrEnum):
    """Why something is not shown. Kept as the code, or as words of the office's own."""

    REPORTED = "reported"  # a resident pressed "This should not be here": it waits for a volunteer
    WITHDRAWN = "withdrawn"  # whoever wrote it took it out
    NAMES = "names"  # it says who somebody is
    UNKIND = "unkind"
    ADVERT = "advert"
    ELSEWHERE = "elsewhere"  # it is not about this
    TWICE = "twice"  # the same is there already
    DANGER = "danger"  # somebody may be in danger: it needs action, not a wall


# What a volunteer can choose from; the other two come about by themselves.
REASONS = tuple(why for why in Because if why not in (Because.REPORTED, Because.WITHDRAWN))


@dataclass(frozen=True)
class Proposed:
    """An idea or a question with what helps to decide on it.

    `taps` are backings counted as taps, not people; `fast` are those of them that came in a burst.
    `unread`: nobody here has said that they read its language.
    """

    idea: Idea
    taps: int
    fast: int
    unread: bool

    @property
    def reported(self) -> bool:
        """Whether a resident said that it should not be here."""
        return self.idea.status == "hidden" and self.idea.hidden_because == Because.REPORTED

    @property
    def burst(self) -> bool:
        return self.fast > 0


class Approvals:
    """What one event's volunteers, or its office, decide on. Each decision is one line of the audit.

    `languages` are those that somebody always reads here: the event's default language.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        event_id: str,
        *,
        languages: Collection[str] = ("en",),
        role: Role = Role.VOLUNTEER,
    ) -> None:
        self._store = store
        self._clock = clock
        self._event_id = event_id
        self._languages = frozenset(languages)
        self._role = role

    # --- what there is

    def waiting(self) -> tuple[Proposed, ...]:
        """What a volunteer should look at: what residents reported first, then what is new."""
        found = [one for one in self._all() if one.idea.status == "waiting" or one.reported]
        return tuple(sorted(found, key=lambda one: not one.reported))

    def approved(self) -> tuple[Proposed, ...]:
        """What is shown now, the most backed first, then by their words."""
        found = [one for one in self._all() if one.idea.status == "approved"]
        return tuple(sorted(found, key=lambda one: (-one.taps, one.idea.text.casefold())))

    def hidden(self) -> tuple[Proposed, ...]:
        """What a volunteer or the office has hidden, with why."""
        return tuple(one for one in self._all() if one.idea.status == "hidden" and not one.reported)

    @property
    def readers(self) -> frozenset[str]:
        """The languages that somebody here reads."""
        return readers(self._store.db) | self._languages

    # --- what is decided

    def approve(self, idea_id: str, *, answers: Answers | None = None, reads: bool = False) -> Idea:
        """Show it. A question needs `answers`. `reads`: whoever approves it says that they read its language,
        and it is remembered. KioskError: IDEA_NOT_HERE, IDEA_UNREAD (language).
        """
        with self._store.write() as db:
            idea = self._idea(db, idea_id)
            if idea.kind == Kind.QUESTION and answers is None:
                raise ValueError("a question is approved with how it is answered")
            if idea.language not in self.readers and not reads:
                raise KioskError(ErrorCode.IDEA_UNREAD, language=idea.language)
            if reads:
                settings.put(db, READERS, sorted({*readers(db), idea.language}))
            return self._decide(db, idea, Act.IDEA_APPROVED, answers=answers or "")

    def hide(self, idea_id: str, because: Because | str) -> Idea:
        """Do not show it, and keep why. KioskError(IDEA_NOT_HERE)."""
        with self._store.write() as db:
            return self._decide(db, self._idea(db, idea_id), Act.IDEA_HIDDEN, because=str(because))

    def forget_reader(self, language: str) -> None:
        """Whoever read `language` has gone: what is written in it waits again."""
        settings.put(self._store.db, READERS, sorted(readers(self._store.db) - {language}))

    def _decide(self, db: Database, idea: Idea, act: Act, *, answers: str = "", because: str = "") -> Idea:
        status = "approved" if act is Act.IDEA_APPROVED else "hidden"
        decided = replace(
            idea,
            status=status,
            hidden_because=because,
            answers=answers or idea.answers,
            revision=idea.revision + 1,
        )
        put_idea(db, decided)
        audit.note(db, self._clock, self._role, act, subject=uuid_only(idea.id))
        return decided

    def _idea(self, db: Database, idea_id: str) -> Idea:
        idea = idea_of(db, idea_id)
        if idea is None or idea.event_id != self._event_id:
            raise KioskError(ErrorCode.IDEA_NOT_HERE)
        return idea

    def _all(self) -> list[Proposed]:
        db = self._store.db
        return proposed(db, self._event_id, readers=self.readers)


def proposed(db: Database, event_id: str, *, readers: Collection[str] = ()) -> list[Proposed]:
    """Everything of an event that was not withdrawn, whatever its status, by id."""
    taps, fast = backings(db), fast_backings(db, event_id)
    return [
        Proposed(idea, taps.get(idea.id, 0), fast.get(idea.id, 0), idea.language not in readers)
        for idea in ideas_of(db, event_id=event_id)
        if idea.gone % 2 == 0
    ]


def fast_backings(db: Database, event_id: str) -> dict[str, int]:
    """Taps that came in a burst, by idea."""
    return {mark.bucket: total for mark, total in totals(db, event_id).items() if mark.name == FAST}


def readers(db: Database) -> frozenset[str]:
    """The languages that somebody here has said they read."""
    return frozenset(settings.get(db, READERS, []))


def uuid_only(idea_id: str) -> str:
    """An id as the audit may hold it; one made elsewhere may be anything, and is left out."""
    return idea_id if audit.SUBJECT.fullmatch(idea_id) else ""
