"""A stall of ten hours: visits of all kinds, restarts, and a stick that is pulled.

All that residents were told is saved is in the office, once.

KIOSK_VISITS says how many come; `make day` lets 10,000 come.
"""

import errno
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.forms.kinds import Kind
from kiosk.forms.questions import Question
from kiosk.pack.model import Activity, ActivityKind, Pack
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import opened, sealed_records
from kiosk.storage.kept.tallies import Mark, totals
from kiosk.storage.sealed import reference
from kiosk.storage.sealed.keys import SecretKey
from kiosk.sync import stick
from kiosk.sync.merging.merge import merge
from kiosk.sync.transfer import write_transfer
from kiosk.visit.manner import Manner
from kiosk.visit.rounds import plain_path
from kiosk.visit.step import Step
from kiosk.visit.visit import Visit
from ui.behind.keeping import Keeping
from ui.residents.imagination import chosen, written

VISITS = int(os.environ.get("KIOSK_VISITS", "150"))
HOURS = 10
WRITTEN = {Kind.TEXT, Kind.INTEGER, Kind.DECIMAL}
MOST_STEPS = 200


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """A reference is stretched on purpose, and measured elsewhere."""
    monkeypatch.setattr(reference, "SCRYPT_N", 2)


class Tablet:
    """One tablet from unpacking to carrying home: a data folder, opened again after each restart."""

    def __init__(self, pack: Pack, folder: Path, office: SecretKey, clock: FakeClock) -> None:
        self._pack = pack
        self.data = DataFolder(folder).made()
        self._office = office
        self._clock = clock
        self.keeping = self._opened()

    def _opened(self) -> Keeping:
        keeping = Keeping(self._pack, self.data, self._clock)
        keeping.key = self._office.public
        return keeping

    def restart(self) -> None:
        self.keeping.close()
        self.keeping = self._opened()

    def carry(self, to: Path) -> Path:
        to.mkdir(exist_ok=True)
        return write_transfer(self.keeping.store, to, clock=self._clock).path


def answer(question: Question, role: str, chance: Random) -> str:
    names = [choice.name for choice in question.choices]
    if question.kind in WRITTEN:
        return written(question, role, chance)
    if question.kind is Kind.ACKNOWLEDGE:
        return "OK"
    return " ".join(chosen(question, names, chance))


def answer_or_skip(visit: Visit, chance: Random) -> None:
    """Most are answered; one that will not be skipped is, and what is refused is tried again or skipped."""
    role = visit.source.roles.get(plain_path(visit.path), "")
    tries = [answer(visit.question, role, chance) for _ in range(3)]
    for value in [*tries[: chance.random() < 0.9], "", *tries]:
        visit.interview.answer(visit.path, value)
        if not visit.forward():
            return
    raise AssertionError(f"no answer to {visit.question.name} was taken")


def go_through(visit: Visit, chance: Random) -> dict[str, str]:
    """From the first page to where it would be saved; what was answered in the activity itself."""
    for _ in range(MOST_STEPS):
        if visit.step is Step.SAVING:
            return visit.main.answers()
        if visit.step is Step.QUESTION:
            answer_or_skip(visit, chance)
        elif visit.step in (Step.ABOUT, Step.ANOTHER):
            visit.press(1 if visit.step is Step.ANOTHER else chance.randrange(2))
        elif visit.step is Step.AGE:
            visit.press(0)
        else:
            visit.forward()
    raise AssertionError(f"{visit.activity.id} never came to an end")


def people(pack: Pack, chance: Random) -> Iterator[Activity]:
    kinds = (ActivityKind.ABOUT, ActivityKind.IDEAS)
    offered = [activity for activity in pack.activities if activity.on and activity.kind not in kinds]
    while True:
        yield chance.choice(offered)


def pull_the_stick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The third file that is made durable is not: the stick is gone."""
    calls = Counter[str]()
    real = os.fsync

    def gone(number: int) -> None:
        calls["fsync"] += 1
        if calls["fsync"] == 3:
            raise OSError(errno.EIO, "the stick is gone")
        real(number)

    monkeypatch.setattr(stick.os, "fsync", gone)


@pytest.mark.slow
def test_everything_that_was_said_is_in_the_office_once(pack, office, tmp_path, monkeypatch):
    chance, clock = Random(2027), FakeClock()
    tablet = Tablet(pack, tmp_path / "tablet", office, clock)
    told: dict[str, dict[str, str]] = {}
    carried: list[Path] = []
    for number, activity in zip(range(VISITS), people(pack, chance), strict=False):
        manner = Manner(language=chance.choice(pack.event.languages))
        visit = tablet.keeping.open_visit(activity.id, manner.language)
        said = go_through(visit, chance)
        tablet.keeping.save(visit, manner)
        told[visit.record_id] = said
        clock.advance(HOURS * 3600 / VISITS)
        if number in (VISITS // 4, VISITS // 2):
            tablet.restart()
        if number == VISITS // 3:
            carried.append(tablet.carry(tmp_path / "first stick"))
        if number == 2 * VISITS // 3:
            with monkeypatch.context() as pulled:
                pull_the_stick(pulled)
                with pytest.raises(KioskError) as fault:
                    tablet.carry(tmp_path / "pulled stick")
            assert fault.value.code is ErrorCode.TRANSFER_FOLDER
            carried.append(tablet.carry(tmp_path / "second stick"))
    carried.append(tablet.carry(tmp_path / "third stick"))
    tablet.keeping.close()

    chance.shuffle(carried)
    with open_store(DataFolder(tmp_path / "office").made()) as store:
        report = merge(store, [*carried, carried[0]], practice=True)
        assert (report.quarantined, report.held) == ((), ())
        kept = [opened(office, record) for record in sealed_records(store)]
        visits = sum(n for mark, n in totals(store.db, pack.event.id).items() if mark.name == "visits")
        hours = [mark for mark in totals(store.db, pack.event.id) if mark.name == Mark("hour").name]
    records = {record.id: record.answers for record in kept if record.activity != "about"}
    assert records.keys() == told.keys()
    assert all(records[record] == said for record, said in told.items())
    assert (visits, hours) == (VISITS, [])  # by the hour is the stall's own
