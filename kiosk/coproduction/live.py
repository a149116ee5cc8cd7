"""Today so far: what people said to the event's one live question, published five answers at a time."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from kiosk.coproduction.small_numbers import STEP
from kiosk.forms.kinds import Kind
from kiosk.forms.questions import Question
from kiosk.pack.model import Pack
from kiosk.storage.database import Store
from kiosk.storage.tallies import Mark

LIVE = "live:"  # begins the tally's name and the snapshot's: then the question, as the event sheet has it
ANSWERED = ""  # the bucket that counts people, of whom each may choose several
CHOICES = frozenset({Kind.SELECT_ONE, Kind.SELECT_MULTIPLE, Kind.RANGE})  # what can be counted and shown


@dataclass(frozen=True)
class LiveQuestion:
    """The question as the event names it, `park/more`: a form's id and a question's name in it."""

    form_id: str
    question: str

    @property
    def name(self) -> str:
        return f"{LIVE}{self.form_id}/{self.question}"[:128]


@dataclass(frozen=True)
class SoFar:
    """What was published last: `answered` people, and how many of them chose each."""

    answered: int
    counts: Mapping[str, int]


def live_question(pack: Pack) -> LiveQuestion | None:
    """The event's live question, where it names one of a form that it has."""
    form_id, _, question = pack.event.live_question.partition("/")
    return LiveQuestion(form_id, question) if question and form_id in pack.forms else None


def answer_to(live: LiveQuestion, form_id: str, questions: Sequence[Question]) -> Question | None:
    """Among what was asked in a visit, the live question; only where it was answered by choosing."""
    if form_id != live.form_id:
        return None
    return next(
        (
            one
            for one in questions
            if one.name == live.question and one.kind in CHOICES and one.value and "[" not in one.path
        ),
        None,
    )


def live_marks(live: LiveQuestion, answer: Question) -> list[Mark]:
    """One more who answered, and one more for each choice: a name of the form's, never words of their own."""
    offered = {choice.name for choice in answer.choices}
    chosen = answer.value.split() if answer.kind is Kind.SELECT_MULTIPLE else [answer.value]
    known = [name for name in chosen if name in offered or answer.kind is Kind.RANGE]
    return [Mark(live.name, ANSWERED), *(Mark(live.name, name) for name in known)] if known else []


def publish(store: Store, event_id: str, day: date, live: LiveQuestion) -> None:
    """At every fifth answer of this tablet's day, keep what there is to show; in the caller's transaction.

    Between two of these nothing moves, so that nobody sees what the one before them said.
    """
    found = store.db.execute(
        "SELECT bucket, total FROM tally WHERE store_id = ? AND event_id = ? AND day = ? AND name = ?",
        [store.store_id, event_id, day.isoformat(), live.name],
    )
    counts: dict[str, int] = dict(found.fetchall())
    answered = counts.pop(ANSWERED, 0)
    if answered < STEP or answered % STEP:
        return
    body = {"day": day.isoformat(), "answered": answered, "counts": counts}
    store.db.execute(
        "INSERT INTO snapshot VALUES (?, ?, ?)"
        " ON CONFLICT (event_id, name) DO UPDATE SET body = excluded.body",
        [event_id, live.name, json.dumps(body, sort_keys=True)],
    )


def so_far(db: Database, event_id: str, day: date, live: LiveQuestion) -> SoFar | None:
    """What was published today; nothing before five have answered."""
    row = db.execute(
        "SELECT body FROM snapshot WHERE event_id = ? AND name = ?", [event_id, live.name]
    ).fetchone()
    body = json.loads(row[0]) if row else {}
    if body.get("day") != day.isoformat() or body["answered"] < STEP:
        return None
    return SoFar(body["answered"], body["counts"])
