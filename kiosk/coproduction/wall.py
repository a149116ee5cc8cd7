"""The ideas wall as residents use it: read, back, add, and say that something should not be here."""

import hashlib
import uuid
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlite_utils import Database

from kiosk.clock import Clock, today
from kiosk.coproduction.approving import FAST, Because, Kind, proposed, readers
from kiosk.pack.model import Activity, ActivityKind, Pack, StarterIdea, Text
from kiosk.storage.database import Store
from kiosk.storage.kept.ideas import Idea, back_idea, idea_of, put_idea
from kiosk.storage.kept.tallies import Mark, raise_tallies

LONGEST = 600  # letters of an idea
# A burst: so many taps for one idea on one tablet, within so many seconds.
BURST_TAPS, BURST_SECONDS = 5, 120
STATUSES = {"shown": "approved", "waiting": "waiting", "hidden": "hidden"}


@dataclass(frozen=True)
class Shown:
    """An idea as it stands on the wall. A starter of the pack has words in several languages."""

    id: str
    text: Text
    language: str
    taps: int

    def spoken_in(self, language: str) -> str:
        """The language in which somebody who reads `language` sees it."""
        return language if self.text.has(language) else self.language


class Wall:
    """One event's wall on this tablet. Whoever writes waits until the disk has it."""

    def __init__(self, store: Store, pack: Pack, clock: Clock) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock
        self._starters = {starter_id(pack, starter): starter for starter in pack.ideas}
        self._tapped: dict[str, deque[float]] = {}
        if wall_of(pack):
            self._put_starters()

    # --- reading

    def ideas(self, language: str, order: str = "") -> tuple[Shown, ...]:
        """What is shown: first what is there in `language`, then the rest, mixed anew for each `order`,
        so that no idea is first for everybody.
        """
        found = [self._shown(idea, taps) for idea, taps in self._approved(Kind.IDEA)]

        def place(one: Shown) -> tuple[bool, bytes]:
            mixed = hashlib.sha256(f"{order}\0{one.id}".encode(errors="replace")).digest()
            return not one.text.has(language), mixed

        return tuple(sorted(found, key=place))

    def questions(self) -> tuple[Idea, ...]:
        """Approved questions of residents, where the event lets them ask; the same order everywhere."""
        if not asks_questions(self._pack):
            return ()
        found = [idea for idea, _ in self._approved(Kind.QUESTION) if idea.answers]
        return tuple(sorted(found, key=lambda idea: (idea.text.casefold(), idea.id)))

    def reads(self, language: str) -> bool:
        """Whether somebody here reads `language`, so that what is written in it need not wait for long."""
        return language == self._pack.event.default_language or language in readers(self._store.db)

    def _approved(self, kind: Kind) -> list[tuple[Idea, int]]:
        found = proposed(self._store.db, self._pack.event.id)
        return [
            (one.idea, one.taps) for one in found if one.idea.kind == kind and one.idea.status == "approved"
        ]

    def _shown(self, idea: Idea, taps: int) -> Shown:
        starter = self._starters.get(idea.id)
        text = starter.text if starter else Text({idea.language: idea.text})
        return Shown(idea.id, text, idea.language, taps)

    # --- taking part

    def add(
        self, idea_id: str, kind: Kind, text: str, language: str, lookup: str, marks: Sequence[Mark] = ()
    ) -> None:
        """Keep what somebody proposed until a volunteer has read it; the same id again changes nothing.

        KioskErrors of the disk: nothing was kept.
        """
        idea = Idea(
            idea_id, self._pack.event.id, kind.value, tidied(text), language, "waiting", lookup=lookup
        )
        with self._store.write() as db:
            if put_idea(db, idea):
                self._count(db, [Mark("proposed", kind.value), *marks])

    def back(self, idea_id: str) -> None:
        """One more tap for it; where many come fast, they are counted as a burst too."""
        now = self._clock.monotonic()
        tapped = self._tapped.setdefault(idea_id, deque(maxlen=BURST_TAPS - 1))
        fast = len(tapped) == BURST_TAPS - 1 and now - tapped[0] <= BURST_SECONDS
        with self._store.write() as db:
            back_idea(db, self._store.store_id, idea_id)
            if fast:
                self._count(db, [Mark(FAST, idea_id)])
        tapped.append(now)

    def report(self, idea_id: str) -> None:
        """ "This should not be here": hidden at once, until a volunteer has looked."""
        with self._store.write() as db:
            idea = idea_of(db, idea_id)
            if idea and idea.status == "approved":
                why = Because.REPORTED.value
                put_idea(db, replace(idea, status="hidden", hidden_because=why, revision=idea.revision + 1))
                self._count(db, [Mark("reported", idea.kind)])

    def could_help(self, idea_id: str) -> None:
        """Somebody would help to make it happen: counted, linked to nobody."""
        with self._store.write() as db:
            self._count(db, [Mark("could-help", idea_id)])

    def _count(self, db: Database, marks: Sequence[Mark]) -> None:
        raise_tallies(db, self._store.store_id, self._pack.event.id, self._day, marks)

    @property
    def _day(self) -> date:
        return today(self._clock)

    def _put_starters(self) -> None:
        event = self._pack.event
        with self._store.write() as db:
            for idea_id, starter in self._starters.items():
                if db.execute("SELECT 1 FROM idea WHERE id = ?", [idea_id]).fetchone():
                    continue  # what a volunteer decided since then stands
                language = (
                    event.default_language
                    if starter.text.has(event.default_language)
                    else next(iter(starter.text.words), event.default_language)
                )
                words = starter.text.say(language)
                put_idea(
                    db,
                    Idea(idea_id, event.id, Kind.IDEA.value, words, language, STATUSES[starter.status]),
                )


def wall_of(pack: Pack) -> Activity | None:
    """The event's ideas wall, where it is switched on."""
    return next((one for one in pack.activities if one.kind is ActivityKind.IDEAS and one.on), None)


def asks_questions(pack: Pack) -> bool:
    """Whether residents may propose the next question here."""
    return wall_of(pack) is not None and pack.event.resident_questions


def starter_id(pack: Pack, starter: StarterIdea) -> str:
    """The id of a starter on the wall: the same on every tablet of the event, and of no other event."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"event-kiosk:{pack.event.id}:{starter.id}"))


def tidied(text: str) -> str:
    """What somebody wrote, without blank ends and lines, and no longer than a page holds."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)[:LONGEST].strip()
