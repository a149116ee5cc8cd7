"""How cost grows with what is kept, asked, offered and brought: each as a curve with its exponent."""

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from openpyxl import Workbook

from benchmarks.keeping import answers, fill
from benchmarks.plot import Growth
from exports.tables import export_tables
from kiosk.clock import FakeClock
from kiosk.forms.definition import read_form
from kiosk.forms.interview import Interview
from kiosk.pack.library import open_pack
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.keys import make_key
from kiosk.storage.records import save
from kiosk.storage.tallies import Mark, totals
from kiosk.sync.merge import merge
from kiosk.sync.transfer import write_transfer

FULL = bool(os.environ.get("KIOSK_BENCH_FULL"))
KEPT = (1_000, 10_000, 100_000, 1_000_000) if FULL else (1_000, 10_000, 100_000)
QUESTIONS = (10, 100, 1_000)
CHOICES = (10, 100, 1_000, 10_000)
PACKS = (10, 100, 1_000) if FULL else (10, 30, 100)
EXPORTED = (1_000, 10_000, 100_000) if FULL else (1_000, 3_000, 10_000)
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
        yield with_packs(place / "packs")
        yield with_records_exported(place / "exported")


def with_what_is_kept(place: Path) -> Iterator[Growth]:
    """Saving a visit, opening the data folder, and the desk's counts, on ever fuller databases."""
    key, marks = make_key().public, [Mark("visits", "park"), Mark("language", "en")]
    saving, opening, counting, kept = [], [], [], 0
    for size in KEPT:
        with open_store(DataFolder(place)) as store:
            fill(store, size - kept)
            kept = size
            saving.append(median_of(lambda store=store: save(store, key, [answers()], marks)))
            counting.append(median_of(lambda store=store: totals(store.db, EVENT)))
        opening.append(median_of(lambda: open_store(DataFolder(place)).close()))
    of = "visits kept"
    yield Growth("save a visit", KEPT, tuple(saving), of)
    yield Growth("open the data folder", KEPT, tuple(opening), of)
    yield Growth("the desk's counts", KEPT, tuple(counting), of)


def with_questions(place: Path) -> Iterator[Growth]:
    """Putting in one answer, and reading the form, by the number of its questions."""
    answering, reading = [], []
    for size in QUESTIONS:
        rows = [("select_one often", f"q{n}", f"Place {n}?", _depends(n)) for n in range(size)]
        form_of = _compiled(place / f"q{size}.xlsx", rows, 3)
        reading.append(median_of(form_of, 5))
        interview = Interview(form_of(), language="en", clock=FakeClock())
        paths = [question.path for question in interview.questions()]
        took = []
        for path in paths:
            began = time.perf_counter()
            interview.answer(path, "c1")
            interview.problems(path)
            took.append((time.perf_counter() - began) * 1000)
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
        asking.append(median_of(lambda interview=interview, path=question.path: interview.question(path)))
    return Growth("ask with choices", CHOICES, tuple(asking), "choices")


def with_packs(place: Path) -> Growth:
    """Merging ever more transfer packs, each of its own tablet."""
    stick, took, made = place / "stick", [], 0
    for size in PACKS:
        for tablet in range(made, size):
            with open_store(DataFolder(place / "tablet")) as store:
                fill(store, ROWS_A_PACK)
                write_transfer(store, stick / str(tablet))
            shutil.rmtree(place / "tablet")
        made = size
        with open_store(DataFolder(place / f"office{size}")) as office:
            took.append(milliseconds(lambda office=office: merge(office, [stick], practice=True)))
    return Growth("merge packs", PACKS, tuple(took), f"packs of {ROWS_A_PACK}")


def with_records_exported(place: Path) -> Growth:
    """Opening and exporting ever more records."""
    secret, took = make_key(), []
    for size in EXPORTED:
        with open_store(DataFolder(place / str(size))) as store:
            for start in range(0, size, 1000):
                save(store, secret.public, [answers(start + number) for number in range(1000)])
            out = place / f"out{size}"
            took.append(milliseconds(lambda store=store, out=out: export_tables(store, secret, out)))
    return Growth("export records", EXPORTED, tuple(took), "records")


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


def median_of(work: Callable[[], object], tries: int = TRIES) -> float:
    return statistics.median(milliseconds(work) for _ in range(tries))


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
