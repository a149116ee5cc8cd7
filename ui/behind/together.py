"""What the pages of working together need behind the window: the wall, the questions asked, the replies."""

import uuid
from collections.abc import Sequence
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import replace
from functools import cached_property

from kiosk.clock import Clock, today
from kiosk.coproduction.approving import Kind
from kiosk.coproduction.questions import activity_id, is_asked, with_questions
from kiosk.coproduction.replies import Said, answering, mark_seen, replies
from kiosk.coproduction.wall import Shown, Wall, tidied, wall_of
from kiosk.errors import KioskError
from kiosk.pack.model import Pack
from kiosk.storage.database import Store
from kiosk.storage.kept.formshelf import remember_forms
from kiosk.storage.kept.ideas import Idea
from kiosk.storage.kept.withdrawal import IDEA_PART
from kiosk.storage.sealed.reference import lookup, new_reference
from kiosk.visit.manner import Manner
from kiosk.visit.saving import marks_of
from kiosk.visit.visit import Visit
from ui.viewmodels.visit.pages import Saved


class Proposal:
    """One idea or question on its way: its id and its removal code are made when it is begun, so that a
    second try to save gives the same one.
    """

    def __init__(self, kind: Kind, fingerprint: str, workers: Executor) -> None:
        self.id = str(uuid.uuid4())
        self.kind = kind
        self.reference = new_reference()
        self.lookup: Future[str] = workers.submit(lookup, self.reference, fingerprint, IDEA_PART)


class Together:
    """One event's pages of working together on an open data folder."""

    def __init__(self, store: Store, pack: Pack, clock: Clock, fingerprint: str, workers: Executor) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock
        self._fingerprint = fingerprint
        self._workers = workers
        self._proposal: Proposal | None = None

    # --- the wall

    @cached_property
    def wall(self) -> Wall:
        return Wall(self._store, self._pack, self._clock)

    def ideas(self, language: str, order: str) -> tuple[Shown, ...]:
        return self.wall.ideas(language, order)

    def begin(self, kind: str) -> None:
        """Somebody begins to write an idea or a question; its lookup is worked out meanwhile."""
        self._proposal = Proposal(Kind(kind), self._fingerprint, self._workers)

    def propose(self, text: str, manner: Manner, *, assisted: bool = False) -> Saved:
        """Keep what was written, durably; what Thank you needs. KioskErrors of the disk."""
        assert self._proposal is not None
        mine, now = self._proposal, self._clock.now()
        wall = wall_of(self._pack)
        assert wall is not None
        counted = marks_of(wall.id, manner, now.hour, assisted=assisted)
        self.wall.add(mine.id, mine.kind, text, manner.language, mine.lookup.result(), counted)
        return Saved(mine.reference, self._pack, wall.id, now.date(), mine.kind.value)

    def tidied(self, text: str) -> str:
        return tidied(text)

    # --- questions that residents asked

    @property
    def questions(self) -> tuple[tuple[str, Idea], ...]:
        """Each approved question with the id of its activity."""
        return tuple((activity_id(idea), idea) for idea in self.wall.questions())

    def pack_for(self, activity: str) -> Pack:
        """The event's pack; with residents' questions where one of these is wanted."""
        if not is_asked(activity):
            return self._pack
        return with_questions(self._pack, [idea for _, idea in self.questions], wall_of(self._pack))

    def keep_form(self, visit: Visit) -> None:
        """The form of a resident's question, kept so that the office can read its answers."""
        if is_asked(visit.activity.id):
            remember_forms(self._store, replace(visit.pack, activities=(visit.activity,)), today(self._clock))

    # --- replies

    @property
    def replies(self) -> tuple[Said, ...]:
        return replies(self._pack, today(self._clock), self._store)

    def answering(self, found: Sequence[Said], reference: str) -> tuple[Said, ...]:
        return answering(self._store, found, reference)

    def seen(self, one: Said) -> None:
        if one.new:
            with suppress(KioskError):  # a disk that is full must not stand in the way of reading
                mark_seen(self._store, one)
