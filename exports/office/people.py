"""Sign-ups as people: details, what each said yes or no to, and who is meant by a name or a number."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exports.office.grid import Grid
from exports.office.reading import Reading
from exports.readable.contacts import YES
from exports.readable.roles import Part
from kiosk.storage.kept.records import TOLD, AnswerSet
from kiosk.storage.kept.signups import DETAILS, NEAR, details_of, likeness


@dataclass(frozen=True)
class Consented:
    """One purpose, and what this person said to it: yes, no, told (it rests on another basis), or nothing."""

    purpose: str
    organisation: str
    channel: str
    answer: str
    words: str


@dataclass(frozen=True)
class Person:
    """One sign-up."""

    record_id: str
    event_id: str
    activity: str
    day: str
    details: Mapping[str, str]


def people_of(reading: Reading) -> list[Person]:
    """Every record that says who somebody is, by event, activity and record."""
    return [person for part in reading.parts.values() for person in _people(part)]


def _people(part: Part) -> Iterator[Person]:
    for answers in part.answer_sets:
        details = details_of(answers, part.forms.get(answers.form_version))
        if any(details.values()):
            yield Person(answers.id, answers.event_id, part.activity, answers.day.isoformat(), details)


def likest(people: list[Person], text: str) -> list[Person]:
    """Those whose name is like `text`, or whose phone or e-mail has it, the likest first."""
    scored = [(likeness(text, person.details), person) for person in people]
    near = [pair for pair in scored if pair[0] >= NEAR]
    return [person for _, person in sorted(near, key=lambda pair: (-pair[0], pair[1].record_id))]


def people_grid(people: list[Person], labels: Mapping[str, str]) -> Grid:
    """The sign-ups as a table: the details that anybody gave, then the activity and the day.

    `labels` has the names of the columns in the reader's language, by detail, "activity" and "day".
    """
    used = [name for name in DETAILS if any(person.details.get(name) for person in people)]
    rows: list[tuple[str, ...]] = [
        (*(person.details.get(name, "") for name in used), person.activity, person.day) for person in people
    ]
    names = [labels[name] for name in (*used, "activity", "day")]
    return Grid(names, [person.record_id for person in people], rows)


def consents_of(part: Part, answers: AnswerSet) -> list[Consented]:
    """What this record says to each purpose, in the words that were shown."""
    form = part.forms.get(answers.form_version)
    shown = answers.notes.get("consents", {})
    found = []
    for path, role in (form.form.roles if form else {}).items():
        kind, _, purpose = role.partition(":")
        if kind != "consent" or form is None:
            continue
        known, seen = form.consents.get(purpose, {}), shown.get(purpose, {})
        value = answers.answers.get(path, "")
        answer = "yes" if value in YES else TOLD if seen.get("answer") == TOLD else "no" if value else ""
        words = seen.get("words") or known.get("words", {}).get(answers.language, "")
        team = str(seen.get("organisation") or known.get("organisation", ""))
        channel = str(seen.get("channel") or known.get("channel", ""))
        found.append(Consented(purpose, team, channel, answer, str(words)))
    return found
