"""The office's answers, opened once for every page that reads them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from exports.readable.answers import INDEX
from exports.readable.opened import Opened, Progress, open_all
from exports.readable.parts import parts_of
from exports.readable.roles import Part
from kiosk.office.annotations import Annotation, Kind, annotations
from kiosk.pack.model import Text
from kiosk.storage.database import Store
from kiosk.storage.kept.records import SELECT, AnswerSet, SealedRecord, opened
from kiosk.storage.sealed.keys import SecretKey

Place = tuple[str, str]  # an event and an activity


@dataclass
class Reading:
    """`parts` by event and activity; `notes` are the office's, by record. `work` is what opening gave."""

    work: Opened
    parts: dict[Place, Part]
    notes: dict[str, list[Annotation]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return sum(len(part.answer_sets) for part in self.parts.values())

    def title(self, place: Place) -> Text:
        """What the newest form's activity is called."""
        forms = list(self.parts[place].forms.values())
        return forms[-1].title if forms else Text({"en": place[1]})

    def answers(self, record_id: str) -> tuple[Part, AnswerSet] | None:
        """One record with its part."""
        for part in self.parts.values():
            for answers in part.answer_sets:
                if answers.id == record_id:
                    return part, answers
        return None

    def notes_of(self, record_id: str, kind: Kind) -> list[Annotation]:
        return [note for note in self.notes.get(record_id, ()) if note.kind is kind]

    def tags(self) -> tuple[str, ...]:
        """Every tag that the office uses, by name."""
        found = {
            note.values["tag"] for notes in self.notes.values() for note in notes if note.kind is Kind.TAG
        }
        return tuple(sorted(found, key=str.casefold))

    def export(self) -> Opened:
        """A copy of what opened, which an export may change."""
        given = {key: list(answer_sets) for key, answer_sets in self.work.answers.items()}
        return replace(self.work, answers=given, unreadable=[])

    # --- what a page changed

    def drop(self, record_id: str) -> None:
        """It was taken out: nothing of it stays here."""
        for key, answer_sets in self.work.answers.items():
            self._put(key, [answers for answers in answer_sets if answers.id != record_id])

    def put(self, fresh: AnswerSet) -> None:
        """It was corrected, or brought back."""
        key = (fresh.event_id, fresh.activity)
        others = [answers for answers in self.work.answers.get(key, ()) if answers.id != fresh.id]
        self._put(key, sorted([*others, fresh], key=lambda answers: answers.id))

    def _put(self, key: Place, answer_sets: list[AnswerSet]) -> None:
        self.work.answers[key] = answer_sets
        if key in self.parts:
            self.parts[key] = replace(self.parts[key], answer_sets=answer_sets)

    def renote(self, store: Store, secret: SecretKey, record_id: str) -> None:
        """The notes about this record are others now. KioskError(SEAL_BROKEN)."""
        self.notes[record_id] = list(annotations(store, secret, record_id=record_id))


def read_office(store: Store, secret: SecretKey, progress: Progress | None = None) -> Reading:
    """Open all that `secret` opens. An office without answers gives an empty reading.

    KioskError(SEAL_BROKEN) where a note of the office's was changed.
    """
    work = open_all(store, secret, progress)
    events = sorted({event_id for event_id, _ in work.answers})
    parts = {(event, part.activity): part for event in events for part in parts_of(store, event, work)}
    notes: dict[str, list[Annotation]] = {}
    for note in annotations(store, secret):
        notes.setdefault(note.record_id, []).append(note)
    return Reading(work, parts, notes)


def read_again(store: Store, secret: SecretKey, reading: Reading, record_id: str) -> None:
    """Take one record as it stands in the database now: changed, back, or gone. KioskError(SEAL_BROKEN)."""
    row = store.db.execute(
        SELECT + " WHERE id = ? AND gone % 2 = 0 AND key = ?", [record_id, secret.fingerprint]
    )
    found = row.fetchone()
    if found is None:
        reading.drop(record_id)
        reading.notes.pop(record_id, None)
        return
    reading.put(opened(secret, SealedRecord(*found)))
    reading.renote(store, secret, record_id)


def said(part: Part, answers: AnswerSet) -> Iterator[tuple[str, str]]:
    """Every answer of a record in the form's order, by its own path."""
    order = {column.path: place for place, column in enumerate(part.shape.columns)}
    paths = sorted(answers.answers, key=lambda path: (order.get(INDEX.sub("", path), len(order)), path))
    return ((path, answers.answers[path]) for path in paths)
