"""The questionnaire: an answer in a form of 100 questions; a pack compiled, and loaded compiled."""

import gc
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.measure import Row
from benchmarks.pages import hundred_questions
from kiosk.clock import FakeClock
from kiosk.forms.definition import read_form
from kiosk.forms.interview import Interview
from kiosk.pack.compile import compile_pack
from kiosk.pack.compiled import load_pack
from kiosk.pack.library import open_pack
from kiosk.pack.staff.sources import read_source
from kiosk.resources import practice_pack

ROUNDS = 7
MS = 1000.0


def answering(rounds: int = ROUNDS) -> list[Row]:
    """Put in an answer and check it: relevance, calculations, constraints. Half the questions depend."""
    with tempfile.TemporaryDirectory() as folder:
        pack = open_pack(hundred_questions(Path(folder) / "hundred.xlsx"), None)
    (source,) = pack.forms.values()
    form = read_form(source.xml)
    gc.collect()
    gc.freeze()  # a kiosk never loads what compiled the form here, nor looks through it for garbage
    took: list[float] = []
    for turn in range(rounds):
        interview = Interview(form, language="en", clock=FakeClock())
        for question in interview.questions():
            began = time.thread_time()
            interview.answer(question.path, f"c{turn % 3}")
            interview.problems(question.path)
            took.append((time.thread_time() - began) * MS)
    detail = f"of {len(took)}, processor time: nothing waits here"
    return [
        Row("answer in a 100-question form, median", statistics.median(took), 0.1, "ms", detail),
        Row("answer in a 100-question form, worst", max(took), 5.0, "ms", detail),
    ]


def packing(rounds: int = ROUNDS) -> list[Row]:
    """The practice event: four forms, eight languages."""
    compiled, loaded = [], []
    for _ in range(rounds):
        began = time.process_time()
        compile_pack(read_source(practice_pack()))
        compiled.append(time.process_time() - began)
        began = time.process_time()
        load_pack(practice_pack())
        loaded.append(time.process_time() - began)
    detail = f"median of {rounds}, imports apart, processor time"
    return [
        Row("a 4-form pack compiled", statistics.median(compiled), 0.5, "s", detail),
        Row("the same pack loaded compiled", statistics.median(loaded), 0.1, "s", detail),
    ]
