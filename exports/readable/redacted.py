"""What may be published of an answer in which the office hides words, and how they are hidden."""

import re
from collections.abc import Mapping, Sequence

from exports.readable.roles import Part
from exports.sheets.table import Table, plain_table
from kiosk.office.annotations import Annotation, Kind

HIDDEN = "[…]"
REDACTIONS = ("KEY", "activity", "question", "published")


def hidden_words(note: Annotation) -> tuple[str, ...]:
    """The words that a redaction hides."""
    return tuple(word for word in note.values["words"].split("\n") if word)


def redacted(text: str, hidden: Sequence[str]) -> str:
    """`text` without the words in `hidden`, whole and however they are written; several in a row as one."""
    if not hidden:
        return text
    longest = sorted(hidden, key=len, reverse=True)
    pattern = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest)
    without = re.sub(pattern, HIDDEN, text, flags=re.IGNORECASE)
    return re.sub(rf"{re.escape(HIDDEN)}(\s+{re.escape(HIDDEN)})+", HIDDEN, without)


def words_in(text: str) -> tuple[str, ...]:
    """The different words of `text` in order, without the stops around them."""
    found = (word.strip(".,;:!?…\"'()[]“”‘’«»۔،؟।") for word in text.split())
    return tuple(dict.fromkeys(word for word in found if word))


def redacted_table(parts: Sequence[Part], notes: Sequence[Annotation]) -> list[Table]:
    """A row for each answer in which words are hidden, as it may be published; never the words themselves.

    Where the office wrote a spoken answer down, that is what is published.
    """
    transcripts = {
        (note.record_id, note.values["question"]): note.values["text"]
        for note in notes
        if note.kind is Kind.TRANSCRIPT
    }
    given: Mapping[str, tuple[str, Mapping[str, str]]] = {
        answers.id: (part.activity, answers.answers) for part in parts for answers in part.answer_sets
    }
    rows = []
    for note in notes:
        if note.kind is not Kind.REDACTION or note.record_id not in given:
            continue
        activity, answers = given[note.record_id]
        question = note.values["question"]
        text = transcripts.get((note.record_id, question)) or answers.get(question, "")
        rows.append((note.record_id, activity, question, redacted(text, hidden_words(note))))
    return [plain_table("redactions", REDACTIONS, sorted(rows))] if rows else []
