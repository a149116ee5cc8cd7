"""What a finished visit leaves: its answer sets, to be sealed, and a few running totals linked to nothing."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kiosk.forms.interview import Interview
from kiosk.forms.kinds import Kind
from kiosk.forms.questions import Question
from kiosk.pack.model import Activity
from kiosk.storage.kept.records import TOLD, UNFINISHED, AnswerSet
from kiosk.storage.kept.tallies import Mark
from kiosk.storage.sealed.reference import lookup
from kiosk.visit.manner import Manner
from kiosk.visit.rounds import plain_path
from kiosk.visit.visit import Visit
from kiosk.words import Words

KEPT_TOGETHER = "kept_together"  # the note: the id of the other record of one visit


@dataclass(frozen=True)
class Lookups:
    """What the reference is kept as: for the answers, and apart for what was said about oneself."""

    main: str
    about: str


def lookups(reference: str, fingerprint: str, about: str = "") -> Lookups:
    """Worked out while the visit goes on: scrypt takes its time on purpose.

    `about` is the id of the activity about oneself: the same reference finds it, and nothing at rest
    links the two (docs/decisions/0004).
    """
    return Lookups(lookup(reference, fingerprint), lookup(reference, fingerprint, about) if about else "")


def answer_sets(visit: Visit, found: Lookups, manner: Manner, day: date) -> list[AnswerSet]:
    """The records of a visit: the activity's, and About you's where anything was said there."""
    sets = [
        _answer_set(
            visit,
            visit.activity,
            visit.main,
            record_id=visit.record_id,
            found=found.main,
            manner=manner,
            day=day,
            notes=_notes(visit),
            revision=visit.revision,
        )
    ]
    if visit.about and visit.about_activity and _said_anything(visit.about):
        sets.append(
            _answer_set(
                visit,
                visit.about_activity,
                visit.about,
                record_id=visit.about_record_id,
                found=found.about,
                manner=manner,
                day=day,
                notes={},
            )
        )
    return _linked(sets) if len(sets) > 1 and _keeps_together(visit) else sets


def _linked(sets: list[AnswerSet]) -> list[AnswerSet]:
    """Each names the other, inside its seal: somebody ticked "keep these together"."""
    one, other = sets
    return [
        replace(one, notes={**one.notes, KEPT_TOGETHER: other.id}),
        replace(other, notes={**other.notes, KEPT_TOGETHER: one.id}),
    ]


def _keeps_together(visit: Visit) -> bool:
    roles = visit.source.roles
    return any(
        roles.get(plain_path(question.path)) == "together" and question.value in ("OK", "yes")
        for question in visit.asked(visit.main)
    )


def answers_so_far(visit: Visit, found: Lookups, manner: Manner, day: date) -> AnswerSet:
    """What has been said until now, a revision above what was kept before; what is finished supersedes it.

    What was said about oneself is left out: it comes last, and is kept apart.
    """
    main = answer_sets(visit, found, manner, day)[0]
    visit.revision += 1  # before it is tried: a fault may come after it was kept
    return replace(main, notes={**main.notes, UNFINISHED: True})


def _answer_set(
    visit: Visit,
    activity: Activity,
    interview: Interview,
    *,
    record_id: str,
    found: str,
    manner: Manner,
    day: date,
    notes: Mapping[str, Any],
    revision: int = 1,
) -> AnswerSet:
    answers = interview.answers()
    return AnswerSet(
        id=record_id,
        lookup=found,
        event_id=visit.pack.event.id,
        activity=activity.id,
        form_version=visit.pack.form_of(activity).version,
        day=day,
        answers=answers,
        language=manner.language,
        promise_version=visit.promise.version if visit.promise and activity is visit.activity else "",
        assisted=visit.assisted,
        settings=manner.used(),
        notes=notes,
        revision=revision,
        recordings=visit.spoken.within(answers) if interview is visit.main else {},
    )


def _said_anything(interview: Interview) -> bool:
    return any(question.value for question in interview.questions())


def _notes(visit: Visit) -> dict[str, Any]:
    """The exact words of each consent that was asked, and their version (COPRODUCTION.md)."""
    consents = {}
    words = Words(visit.main.language, visit.pack.own_words)
    for question in visit.main.questions():
        role, _, consent_id = visit.source.roles.get(plain_path(question.path), "").partition(":")
        consent = visit.pack.consent(consent_id) if role == "consent" else None
        if consent is None:
            continue
        consents[consent.id] = {
            "path": question.path,
            "words": question.label,
            "version": hashlib.sha256(question.label.encode()).hexdigest()[:8],
            "organisation": consent.organisation,
            "channel": consent.channel,
            "basis": consent.basis,
            "keep_until": consent.keep_until,
            "answer": TOLD if question.kind is Kind.NOTE else question.value,
            "language": visit.main.language,
            "unchecked": not words.checked,  # shown beside the English words
        }
    notes: dict[str, Any] = {"consents": consents} if consents else {}
    if visit.paper:
        notes["paper"] = True
    return {**notes, "idea": visit.kept_with} if visit.kept_with else notes


def marks(visit: Visit, manner: Manner, hour: int) -> list[Mark]:
    """One more for each thing that the stall counts. No two of these can be put together again."""
    counted = marks_of(visit.activity.id, manner, hour, assisted=visit.assisted)
    if visit.spoken.within(visit.main.answers()):
        counted.append(Mark("voice-answer", "yes"))
    if visit.paper:
        counted.append(Mark("paper", "yes"))
    if visit.about and visit.about_activity:
        roles = visit.pack.form_of(visit.about_activity).roles
        counted.extend(_profile(visit.about, roles))
    return counted


def marks_of(activity: str, manner: Manner, hour: int, *, assisted: bool = False) -> list[Mark]:
    """What is counted of anybody who left something, and in which way it suited them."""
    counted = [
        Mark("visits", activity),
        Mark("language", manner.language),
        *(Mark(name, way) for name, way in manner.used().items()),
        Mark("hour", f"{hour:02}"),
    ]
    return [*counted, Mark("assisted", "yes")] if assisted else counted


def _profile(interview: Interview, roles: Mapping[str, str]) -> list[Mark]:
    """The choices that were made, a name of the form's each: a count is in the clear, and holds no words."""
    asked = {question.path: question for question in interview.questions() if question.value}
    return [
        Mark(role, bucket)
        for path, role in roles.items()
        if role.startswith("profile:") and path in asked
        for bucket in _buckets(asked[path])
    ]


def _buckets(answer: Question) -> list[str]:
    if answer.kind is Kind.RANGE:
        return [answer.value]
    return [choice.name for choice in answer.choices if choice.name in answer.value.split()]
