"""What a visit needs behind the window: the questionnaires, the data folder and the key it seals to."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path

from kiosk import journal
from kiosk.clock import Clock, today
from kiosk.coproduction.barriers import Barrier, count_barrier
from kiosk.coproduction.live import (
    Chart,
    LiveQuestion,
    answer_to,
    chart,
    live_marks,
    live_question,
    publish,
    so_far,
)
from kiosk.coproduction.questions import is_asked
from kiosk.errors import ErrorCode, KioskError
from kiosk.forms.definition import Form, read_form
from kiosk.forms.questions import Question
from kiosk.pack.model import ActivityKind, FormSource, Pack
from kiosk.paths import DataFolder
from kiosk.storage.copies import daily_copy
from kiosk.storage.database import Store, open_store
from kiosk.storage.kept.records import AnswerSet, drop, remember_forms, save
from kiosk.storage.kept.tallies import Mark
from kiosk.storage.kept.withdrawal import clear_carried
from kiosk.storage.sealed.keys import PublicKey, public_key_for
from kiosk.sync.ledger import last_number
from kiosk.visit.manner import Manner
from kiosk.visit.partial import keeps_partial
from kiosk.visit.saving import Lookups, answer_sets, answers_so_far, lookups, marks
from kiosk.visit.visit import Visit
from ui.behind.together import Together
from ui.viewmodels.visit.pages import Saved


class Keeping:
    """Opens visits and keeps what they leave. Its imports are heavy: it comes after the first frame."""

    def __init__(self, pack: Pack, data: DataFolder, clock: Clock) -> None:
        self._pack = pack
        self._data = data
        self._clock = clock
        self._forms: dict[tuple[str, str], Form] = {}
        self._workers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lookup")
        self._lookups: Future[Lookups] | None = None
        self._carried = 0  # the number of the last pack before anything of the visit was kept
        self._settled: tuple[Path | None, date] | None = None

    @cached_property
    def store(self) -> Store:
        """The data folder, open. KioskErrors: DATA_LOCKED, DATA_NEWER, DATA_UNWRITABLE, DISK_FULL."""
        store, day = open_store(self._data.made()), today(self._clock)
        if store.set_aside:
            journal.note("a damaged database was set aside")
        remember_forms(store, self._pack, day)
        daily_copy(store, day)
        self._settled = (store.set_aside, day)
        return store

    def _settle(self) -> None:
        """A new day has its copy; a database begun anew under the open stall has its forms again."""
        try:
            store, day = self.store, today(self._clock)
        except KioskError:
            return  # told when the visit is saved; its answers are kept until then
        if self._settled == (store.set_aside, day):
            return
        self._settled = (store.set_aside, day)
        try:
            remember_forms(store, self._pack, day)
            daily_copy(store, day)
        except KioskError as fault:
            journal.note(f"no copy today: {fault.code.value}")

    @cached_property
    def key(self) -> PublicKey:
        """Who may read what is said here."""
        return public_key_for(self._pack)

    @cached_property
    def together(self) -> Together:
        """The ideas wall, the questions that residents asked, and the replies."""
        return Together(self.store, self._pack, self._clock, self.key.fingerprint, self._workers)

    @property
    def together_if_open(self) -> Together | None:
        """The same, once the data folder is open: the first page does not wait for it."""
        return self.together if "store" in self.__dict__ else None

    def form(self, source: FormSource) -> Form:
        """A questionnaire, read once."""
        key = (source.form_id, source.version)
        if key not in self._forms:
            self._forms[key] = read_form(source.xml, roles=source.roles, or_other=source.or_other)
        return self._forms[key]

    def open_visit(self, activity_id: str, language: str) -> Visit:
        """A visit to an activity, of the pack or asked by a resident; its lookup is worked out meanwhile.

        KioskError: FORM_UNREADABLE.
        """
        self._settle()
        pack = self.together.pack_for(activity_id) if is_asked(activity_id) else self._pack
        activity = pack.activity(activity_id)
        about = next(
            (one for one in self._pack.activities if one.kind is ActivityKind.ABOUT and one.on), None
        )
        asks = about is not None and activity.kind not in (ActivityKind.QUICK, ActivityKind.ABOUT)
        visit = Visit(
            pack,
            activity,
            self.form(pack.form_of(activity)),
            language=language,
            clock=self._clock,
            about=(about, self.form(pack.form_of(about))) if about and asks else None,
            data=self._data_file,
        )
        about_id = about.id if about and asks else ""
        self._lookups = self._workers.submit(lookups, visit.reference, self.key.fingerprint, about_id)
        return visit

    def _data_file(self, name: str) -> bytes:
        return (self._pack.folder / "data" / name).read_bytes()

    def save(self, visit: Visit, manner: Manner) -> Saved:
        """Keep a finished visit, durably; what Thank you needs. KioskErrors as `records.save` has."""
        assert self._lookups is not None
        now = self._clock.now()
        sets = answer_sets(visit, self._lookups.result(), manner, now.date())
        counted = [*marks(visit, manner, now.hour), *self._live_marks(visit)]
        try:
            self._keep(visit, sets, counted, now.date())
        except KioskError as fault:
            if fault.code is not ErrorCode.DATA_DAMAGED:
                raise
            self.store.carry_on()
            self._settle()
            self._keep(visit, sets, counted, now.date())
        return Saved(visit.reference, visit.pack, visit.activity.id, now.date(), today=self._today(visit))

    def _keep(self, visit: Visit, sets: Sequence[AnswerSet], counted: Sequence[Mark], day: date) -> None:
        self.together.keep_form(visit)
        with self.store.write():
            save(self.store, self.key, sets, counted)
            if self._answered(visit) and self._live:
                publish(self.store, self._pack.event.id, day, self._live)

    def count_barrier(self, barrier: Barrier) -> None:
        """Something is hard for somebody. A disk that is full must not stand in the way of help."""
        with suppress(KioskError):
            count_barrier(self.store, self._pack.event.id, today(self._clock), barrier)

    # --- today so far

    @cached_property
    def _live(self) -> LiveQuestion | None:
        return live_question(self._pack)

    def _answered(self, visit: Visit) -> Question | None:
        """The live question, where this visit has answered it."""
        if self._live is None:
            return None
        return answer_to(self._live, visit.source.form_id, visit.asked(visit.main))

    def _live_marks(self, visit: Visit) -> list[Mark]:
        answer = self._answered(visit)
        return live_marks(self._live, answer) if answer and self._live else []

    def _today(self, visit: Visit) -> Chart | None:
        """What may be shown to somebody who has answered, and to nobody else."""
        if self._live is None or not self._answered(visit):
            return None
        found = so_far(self.store.db, self._pack.event.id, today(self._clock), self._live)
        return chart(self.form(visit.source), self._live, found) if found else None

    def keep_so_far(self, visit: Visit, manner: Manner) -> None:
        """Keep what was said until now, where the event chose so. A fault is told when the visit is saved."""
        if not (keeps_partial(visit) and self._lookups and self._lookups.done()):
            return
        if visit.revision == 1:
            self._carried = last_number(self.store)
        given = answers_so_far(visit, self._lookups.result(), manner, today(self._clock))
        try:
            save(self.store, self.key, [given])
        except KioskError as fault:
            journal.note(f"a partial save failed: {fault.code.value}")

    def forget(self, visit: Visit) -> None:
        """The resident started again: nothing of this visit stays, here or where it was carried to since."""
        ids = [visit.record_id, visit.about_record_id]
        try:
            if visit.revision > 1 and last_number(self.store) != self._carried:
                clear_carried(self.store, ids, today(self._clock))
            else:
                drop(self.store, ids)
        except KioskError as fault:
            journal.note(f"a visit could not be cleared: {fault.code.value}")

    def close(self) -> None:
        """Let go of the data folder."""
        self._workers.shutdown(wait=True)
        if "store" in self.__dict__:
            self.store.close()
