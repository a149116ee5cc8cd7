"""What the office has written about records, for the report: tags, translations, and who may be quoted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

RecordQuestion = tuple[str, str]  # a record's id and a question's path


@dataclass(frozen=True)
class Notes:
    """`permissions` is yes, no or ask; `translations` are by record, question and language."""

    tags: Mapping[str, Sequence[str]] = field(default_factory=dict)
    permissions: Mapping[RecordQuestion, str] = field(default_factory=dict)
    transcripts: Mapping[RecordQuestion, str] = field(default_factory=dict)
    translations: Mapping[tuple[str, str, str], str] = field(default_factory=dict)

    def may_quote(self, record: str, question: str, said_yes: bool) -> bool:
        """What the office wrote down last counts; else what the person said in the form."""
        permission = self.permissions.get((record, question))
        return said_yes if permission is None else permission == "yes"
