"""Long work: told of as it goes, stopped without harm, and never in the window's way."""

import threading
import time

import pytest
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QTimer

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import AnswerSet, save
from kiosk.storage.sealed.keys import make_key
from kiosk.sync.merging.merge import merge
from kiosk.sync.transfer import write_transfer
from ui.jobs import Jobs

LONGEST_GAP = 100  # ms between two beats of the window
BEAT = 5  # ms


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


def heard(job):
    """What a job says, in order."""
    said = []
    job.progressed.connect(lambda done, of: said.append((done, of)))
    job.finished.connect(lambda fact: said.append(("finished", fact)))
    job.failed.connect(lambda fault: said.append(("failed", fault)))
    job.stopped.connect(lambda: said.append("stopped"))
    job.ended.connect(lambda: said.append("ended"))
    return said


def finish(jobs):
    """Let the work end, and the window hear of it."""
    job = jobs.job
    job.wait()
    while jobs.busy:
        QCoreApplication.processEvents()


def test_it_tells_how_far_it_is_and_what_came_of_it(jobs):
    gate = threading.Event()

    def work(progress):
        gate.wait()
        assert threading.current_thread() is not threading.main_thread()
        for done in (1, 2, 2, 4):
            progress(done, 4)
        return "all of it"

    said = heard(jobs.run(work))
    assert jobs.busy
    gate.set()
    finish(jobs)
    assert said == [(1, 4), (2, 4), (4, 4), "ended", ("finished", "all of it")]
    assert not jobs.busy


def test_stop_ends_it_at_its_next_word(jobs):
    reached, gate, undone = [], threading.Event(), []

    def work(progress):
        try:
            for done in range(100):
                reached.append(done)
                if done == 3:
                    gate.wait()
                progress(done, 100)
        except BaseException:
            undone.append(True)
            raise

    said = heard(jobs.run(work))
    jobs.stop()
    gate.set()
    finish(jobs)
    assert said[-2:] == ["ended", "stopped"]
    assert len(reached) <= 4
    assert undone


def test_a_fault_is_handed_over(jobs):
    def work(_progress):
        raise KioskError(ErrorCode.NOTHING_TO_CARRY)

    said = heard(jobs.run(work))
    finish(jobs)
    assert said[0] == "ended"
    assert said[1][1].code is ErrorCode.NOTHING_TO_CARRY


def test_one_at_a_time_and_the_next_may_begin_as_one_ends(jobs):
    gate = threading.Event()
    first = jobs.run(lambda _progress: gate.wait())
    with pytest.raises(RuntimeError):
        jobs.run(lambda _progress: None)
    first.finished.connect(lambda _fact: jobs.run(lambda _progress: "second"))
    gate.set()
    first.wait()
    while first is jobs.job or jobs.busy:
        QCoreApplication.processEvents()


def test_closing_waits_for_what_runs(qapp):
    jobs, ended = Jobs(), []

    def work(progress):
        try:
            while True:
                progress(1, 2)
        finally:
            ended.append(True)

    jobs.run(work)
    jobs.close()
    assert ended


@pytest.fixture
def packs(tmp_path):
    """200 transfer packs of 200 tablets."""
    secret, clock = make_key(), FakeClock()
    with open_store(DataFolder(tmp_path / "tablet")) as store:
        for place in range(40):
            one = AnswerSet(
                id=f"00000000-0000-4000-8000-{place:012}", lookup=f"{place:064}", event_id="fair",
                activity="park", form_version="1", day=clock.now().date(), answers={"/a": "x" * 200},
                language="en",
            )  # fmt: skip
            save(store, secret.public, [one], [])
        for _ in range(200):
            write_transfer(store, tmp_path / "sticks", clock=clock)
    return tmp_path / "sticks"


@pytest.mark.slow
def test_the_window_goes_on_while_200_packs_are_merged(jobs, packs, tmp_path):
    with open_store(DataFolder(tmp_path / "office")) as store:

        def work(progress):
            with store.another() as own:
                return merge(own, [packs], practice=True, progress=progress)

        gaps, since = [], QElapsedTimer()
        beat = QTimer(interval=BEAT)
        beat.timeout.connect(lambda: gaps.append(since.restart()))
        since.start()
        beat.start()
        job = jobs.run(work)
        said = heard(job)
        while jobs.busy:
            QCoreApplication.processEvents()
            time.sleep(0.001)  # as the event loop of a window waits for what comes next
        beat.stop()
    report = said[-1][1]
    assert len(report.packs) == 200
    assert len(gaps) > 20, "the work was long enough to see anything"
    assert max(gaps) <= LONGEST_GAP, f"the longest of {len(gaps)} gaps: {max(gaps)} ms"
