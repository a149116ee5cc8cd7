"""What the office has written about records, for the report: tags, translations, and who may be quoted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from exports.readable.redacted import hidden_words, redacted
from kiosk.office.annotations import Kind, annotations
from kiosk.storage.database import Store
from kiosk.storage.sealed.keys import SecretKey

RecordQuestion = tuple[str, str]  # a record's id and a question's path


@dataclass(frozen=True)
class Notes:
    """`permissions` is yes, no or ask; `translations` are by record, question and language."""

    tags: Mapping[str, Sequence[str]] = field(default_factory=dict)
    permissions: Mapping[RecordQuestion, str] = field(default_factory=dict)
    transcripts: Mapping[RecordQuestion, str] = field(default_factory=dict)
    translations: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    hidden: Mapping[RecordQuestion, Sequence[str]] = field(default_factory=dict)

    def published(self, record: str, question: str, words: str) -> str:
        """`words` of an answer, its transcript or translation, without what the office hides in it."""
        return redacted(words, self.hidden.get((record, question), ()))

    def may_quote(self, record: str, question: str, said_yes: bool) -> bool:
        """What the office wrote down last counts; else what the person said in the form."""
        permission = self.permissions.get((record, question))
        return said_yes if permission is None else permission == "yes"


def read_notes(store: Store, secret: SecretKey) -> Notes:
    """All that the office has written about records which are here. KioskError(SEAL_BROKEN)."""
    tags: dict[str, list[str]] = {}
    permissions: dict[RecordQuestion, str] = {}
    transcripts: dict[RecordQuestion, str] = {}
    translations: dict[tuple[str, str, str], str] = {}
    hidden: dict[RecordQuestion, Sequence[str]] = {}
    for note in annotations(store, secret):
        record, values = note.record_id, note.values
        match note.kind:
            case Kind.TAG:
                tags.setdefault(record, []).append(values["tag"])
            case Kind.QUOTE:
                permissions[record, values["question"]] = values["permission"]
            case Kind.TRANSCRIPT:
                transcripts[record, values["question"]] = values["text"]
            case Kind.TRANSLATION:
                translations[record, values["question"], values["language"]] = values["text"]
            case Kind.REDACTION:
                hidden[record, values["question"]] = hidden_words(note)
            case _:
                pass
    return Notes(tags, permissions, transcripts, translations, hidden)
