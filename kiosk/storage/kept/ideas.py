"""Ideas and proposed questions, and how often each was backed: in the clear, for all to see once approved."""

import hashlib
from dataclasses import astuple, dataclass, fields

from sqlite_utils import Database


@dataclass(frozen=True)
class Idea:
    """One idea. `gone` counts withdrawals as for a record; `lookup` is that of its own removal code."""

    id: str
    event_id: str
    kind: str  # idea or question
    text: str
    language: str
    status: str  # waiting, approved or hidden; the later of these wins at one revision
    revision: int = 1
    gone: int = 0
    lookup: str = ""
    hidden_because: str = ""
    answers: str = ""  # of an approved question: how it is answered (coproduction.questions.Answers)


IDEA_COLUMNS = tuple(field.name for field in fields(Idea))

# Compared as (gone, revision, status, hash): any order of arrival ends the same.
SELECT_IDEA = (
    "SELECT id, event_id, kind, text, language, status, revision, gone, lookup, hidden_because, answers"
    " FROM idea"
)
PUT_IDEA = """
    INSERT INTO idea (id, event_id, kind, text, language, status, revision, gone, lookup, hidden_because,
        answers, hash, extra)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id, kind = excluded.kind, text = excluded.text,
        language = excluded.language, status = excluded.status, revision = excluded.revision,
        gone = excluded.gone, lookup = excluded.lookup, hidden_because = excluded.hidden_because,
        answers = excluded.answers, hash = excluded.hash, extra = excluded.extra
    WHERE (excluded.gone, excluded.revision, instr('approved hidden', excluded.status), excluded.hash)
        > (idea.gone, idea.revision, instr('approved hidden', idea.status), idea.hash)
"""


def put_idea(db: Database, idea: Idea, extra: str = "{}") -> bool:
    """Keep `idea` unless a later word on it is known; whether anything changed."""
    with db.atomic():
        return bool(db.execute(PUT_IDEA, [*astuple(idea), hash_of_idea(idea), extra]).rowcount > 0)


def ideas_of(db: Database, *, event_id: str | None = None, lookup: str | None = None) -> tuple[Idea, ...]:
    """The ideas of an event, or under a lookup, by id."""
    rows = db.execute(
        SELECT_IDEA + " WHERE (? IS NULL OR event_id = ?) AND (? IS NULL OR lookup = ?) ORDER BY id",
        [event_id, event_id, lookup, lookup],
    )
    return tuple(Idea(*row) for row in rows)


def idea_of(db: Database, idea_id: str) -> Idea | None:
    """The idea of that id, unless it was withdrawn."""
    row = db.execute(SELECT_IDEA + " WHERE id = ? AND gone % 2 = 0", [idea_id]).fetchone()
    return Idea(*row) if row else None


def back_idea(db: Database, store_id: str, idea_id: str) -> None:
    """One more tap for an idea."""
    with db.atomic():
        db.execute(
            "INSERT INTO backing VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET total = total + 1",
            [store_id, idea_id],
        )


def backings(db: Database) -> dict[str, int]:
    """Taps by idea over every store."""
    return dict(db.execute("SELECT idea_id, sum(total) FROM backing GROUP BY idea_id").fetchall())


def hash_of_idea(idea: Idea) -> bytes:
    """sha256 of all its columns."""
    return hashlib.sha256("\0".join(str(value) for value in astuple(idea)).encode(errors="replace")).digest()
