"""How cost grows with what is kept, asked, offered and brought: each as a curve with its exponent."""

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from openpyxl import Workbook

from benchmarks.apart import EXPORT, apart
from benchmarks.keeping import answered, answers, fill, merged_apart
from benchmarks.measure import milliseconds
from benchmarks.plot import Growth
from benchmarks.report import fill as fill_for_report
from benchmarks.report import reported
from kiosk.clock import FakeClock
from kiosk.forms.definition import read_form
from kiosk.forms.interview import Interview
from kiosk.pack.library import open_pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage.database import Store, open_store
from kiosk.storage.kept.records import save
from kiosk.storage.kept.tallies import Mark, totals
from kiosk.storage.sealed.keys import make_key
from kiosk.sync.transfer import write_transfer
from ui.behind.keeping import Keeping

FULL = bool(os.environ.get("KIOSK_BENCH_FULL"))
KEPT = (1_000, 10_000, 100_000, 1_000_000)
QUESTIONS = (10, 100, 1_000)
CHOICES = (10, 100, 1_000, 10_000)
PACKS = (10, 100, 1_000)
EXPORTED = (1_000, 10_000, 100_000) if FULL else (1_000, 3_000, 10_000)
REPORTED = (1_000, 3_000, 10_000)
ROWS_A_PACK = 100
TRIES = 25
EVENT = "fair2027"


def growth() -> Iterator[Growth]:
    """Every curve, on the disk of the temporary folder."""
    with tempfile.TemporaryDirectory(prefix="kiosk-growth-") as name:
        place = Path(name)
        yield from with_what_is_kept(place / "kept")
        yield from with_questions(place)
        yield with_choices(place)
        yield from with_packs(place / "packs")
        yield from with_records(place / "exported", "export records", EXPORTED, exporting)
        yield from with_records(place / "reported", "report on records", REPORTED, reporting)


def with_what_is_kept(place: Path) -> Iterator[Growth]:
    """Saving, opening the data folder, the first page of a visit and the desk's counts, ever fuller."""
    key, marks = make_key().public, [Mark("visits", "park"), Mark("language", "en")]
    saving, opening, beginning, counting, kept = [], [], [], [], 0
    pack = open_pack(practice_pack(), None)
    for size in KEPT:
        with open_store(DataFolder(place)) as store:
            crowd(store, size - kept)
            kept = size
            saving.append(median_of(lambda store=store: save(store, key, [answers()], marks)))
            counting.append(median_of(lambda store=store: totals(store.db, EVENT)))
        opening.append(median_of(lambda: open_store(DataFolder(place)).close()))
        keeping = Keeping(pack, DataFolder(place), FakeClock())
        keeping.key = key
        beginning.append(median_of(lambda keeping=keeping: keeping.open_visit("park", "en")))
        keeping.close()
    of = "visits kept"
    yield Growth("save a visit", KEPT, tuple(saving), of)
    yield Growth("open the data folder", KEPT, tuple(opening), of)
    yield Growth("open the first page of a visit", KEPT, tuple(beginning), of)
    yield Growth("the desk's counts", KEPT, tuple(counting), of)


CROWD = """
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :count)
INSERT INTO record (id, key, event_id, activity, form_version, day, revision, gone, lookup, sealed, hash)
SELECT printf('%08x-%04x-4000-8000-%012x', i * 4294967295 / :count, :count % 65536, i),
    :key, :event, 'park', '1.0', '2027-06-12', 1, 0,
    lower(hex(randomblob(32))), randomblob(560), randomblob(32)
FROM n
"""


def crowd(store: Store, count: int) -> None:
    """Many records at once, spread over all ids; what is sealed in them is chance: nobody opens it."""
    with store.write() as db:
        db.execute(CROWD, {"count": count, "key": "0" * 32, "event": EVENT})


def with_questions(place: Path) -> Iterator[Growth]:
    """Putting in one answer, and reading the form, by the number of its questions."""
    answering, reading = [], []
    for size in QUESTIONS:
        rows = [("select_one often", f"q{n}", f"Place {n}?", _depends(n)) for n in range(size)]
        form_of = _compiled(place / f"q{size}.xlsx", rows, 3)
        reading.append(median_of(form_of, 5, processor))
        interview = Interview(form_of(), language="en", clock=FakeClock())
        paths = [question.path for question in interview.questions()]
        took = []
        for path in paths:
            began = time.process_time()
            interview.answer(path, "c1")
            interview.problems(path)
            took.append((time.process_time() - began) * 1000)
        answering.append(statistics.median(took))
    yield Growth("put in an answer", QUESTIONS, tuple(answering), "questions")
    yield Growth("read a form", QUESTIONS, tuple(reading), "questions")


def with_choices(place: Path) -> Growth:
    """Asking a question with ever more choices."""
    asking = []
    for size in CHOICES:
        form = _compiled(place / f"c{size}.xlsx", [("select_one often", "q", "Where?", "")], size)()
        interview = Interview(form, language="en", clock=FakeClock())
        (question,) = interview.questions()
        ask = partial(interview.question, question.path)
        asking.append(median_of(ask, clock=processor))
    return Growth("ask with choices", CHOICES, tuple(asking), "choices")


def with_packs(place: Path) -> Iterator[Growth]:
    """Merging ever more transfer packs, each of its own tablet, in a process of its own."""
    stick, took, most, made = place / "stick", list[float](), list[float](), 0
    for size in PACKS:
        for tablet in range(made, size):
            with open_store(DataFolder(place / "tablet")) as store:
                fill(store, ROWS_A_PACK)
                write_transfer(store, stick / str(tablet))
            shutil.rmtree(place / "tablet")
        made = size
        merged, memory = merged_apart(place / f"office{size}", stick)
        took.append(merged)
        most.append(memory)
    of = f"packs of {ROWS_A_PACK}"
    yield Growth("merge packs", PACKS, tuple(took), of)
    yield Growth("memory while merging", PACKS, tuple(most), of, "MB")


Apart = Callable[[Path, int], tuple[float, float]]


def with_records(place: Path, what: str, sizes: Sequence[int], work: Apart) -> Iterator[Growth]:
    """Time, and the most memory of a process of its own."""
    found = [work(place / str(size), size) for size in sizes]
    yield Growth(what, tuple(sizes), tuple(took for took, _ in found), "records")
    yield Growth(f"memory to {what}", tuple(sizes), tuple(most for _, most in found), "records", "MB")


def exporting(place: Path, size: int) -> tuple[float, float]:
    """Milliseconds and MB of an export of `size` records."""
    answered(place, size)
    took, most = apart(EXPORT, place)
    return took * 1000, most


def reporting(place: Path, size: int) -> tuple[float, float]:
    """Milliseconds and MB of a report, as HTML, on `size` records."""
    fill_for_report(place, size)
    facts = reported(place, place / "report.html")
    return facts["seconds"] * 1000, facts["megabytes"]


def _depends(number: int) -> str:
    return f"${{q{number - 1}}} != 'none'" if number % 2 else ""


def _compiled(path: Path, rows: list[tuple[str, str, str, str]], choices: int) -> Callable[[], object]:
    """Reads the form that these rows make, as often as it is called."""
    book = Workbook()
    book.remove(book.worksheets[0])
    survey, offered = book.create_sheet("survey"), book.create_sheet("choices")
    for row in (("type", "name", "label", "relevant"), *rows):
        survey.append(row)
    offered.append(("list_name", "name", "label"))
    for number in range(choices):
        offered.append(("often", f"c{number}", f"Choice {number}"))
    book.save(path)
    (source,) = open_pack(path, None).forms.values()
    return lambda: read_form(source.xml)


Clock = Callable[[Callable[[], object]], float]


def median_of(work: Callable[[], object], tries: int = TRIES, clock: Clock = milliseconds) -> float:
    return statistics.median(clock(work) for _ in range(tries))


def processor(work: Callable[[], object]) -> float:
    """Milliseconds of processor time, for what waits for nothing."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000
