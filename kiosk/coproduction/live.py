"""Today so far: what people said to the event's one live question, published five answers at a time."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from kiosk.coproduction.small_numbers import STEP
from kiosk.forms.columns import Column, columns
from kiosk.forms.form import Form
from kiosk.forms.kinds import Kind
from kiosk.forms.questions import Question
from kiosk.pack.model import Pack, Text
from kiosk.storage.database import Store
from kiosk.storage.kept.tallies import Mark

LIVE = "live:"  # begins the tally's name and the snapshot's: then the question, as the event sheet has it
ANSWERED = ""  # the bucket that counts people, of whom each may choose several
OTHER = "other"  # the choice that `or_other` makes (XLSForm)
MOST_BARS = 12  # more would not be read
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


@dataclass(frozen=True)
class Bar:
    """One choice, in the form's order. `other` marks the "Other" whose words are the kiosk's own."""

    label: Text
    count: int
    other: bool = False


@dataclass(frozen=True)
class Chart:
    """What may be shown to somebody who has answered: the question, and a bar a choice."""

    question: Text
    answered: int
    bars: tuple[Bar, ...]


def live_question(pack: Pack) -> LiveQuestion | None:
    """The event's live question: of a form, by its id or by its activity's. None where it names no such."""
    named, _, question = pack.event.live_question.partition("/")
    by_activity = (one.form_id for one in pack.activities if one.id == named)
    form_id = named if named in pack.forms else next(by_activity, "")
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


def chart(form: Form, live: LiveQuestion, found: SoFar) -> Chart | None:
    """`found` with its words in every language that the form has; None where the form asks no such thing."""
    asked = next((one for one in columns(form) if one.name == live.question and one.kind in CHOICES), None)
    if asked is None:
        return None
    bars = _scale(form, asked) if asked.kind is Kind.RANGE else asked.choices
    if not 1 < len(bars) <= MOST_BARS:
        return None
    other = asked.path in form.or_other
    return Chart(
        Text(asked.label),
        found.answered,
        tuple(
            Bar(Text(label), found.counts.get(name, 0), other and name == OTHER)
            for name, label in bars.items()
        ),
    )


def _scale(form: Form, asked: Column) -> Mapping[str, Mapping[str, str]]:
    """The points of a range, each named by its number."""
    scale = form.controls[asked.path].range
    if scale is None or not scale.step:
        return {}
    step = abs(scale.step) if scale.end >= scale.start else -abs(scale.step)
    count = min(int((scale.end - scale.start) / step), MOST_BARS) + 1
    points = (f"{(scale.start + step * at).normalize():f}" for at in range(count))
    return {point: {"en": point} for point in points}
