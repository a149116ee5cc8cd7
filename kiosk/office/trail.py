"""The audit trail as staff browse it: by day, by kind of act, and the newest first."""

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True)
class Line:
    """One act. `day` and `time` are the tablet's own; `subject` is an id, a fingerprint or a number."""

    n: int
    day: str
    time: str
    role: str
    act: str
    count: int
    subject: str


def length(db: Database) -> int:
    """How many acts the trail holds."""
    return int(db.execute("SELECT count(*) FROM audit").fetchone()[0])


def days(db: Database) -> tuple[tuple[str, int], ...]:
    """Days on which something was done, the newest first, and how many acts each has."""
    found = db.execute("SELECT substr(at, 1, 10) AS day, count(*) FROM audit GROUP BY day ORDER BY day DESC")
    return tuple(found)


def acts(db: Database) -> tuple[tuple[str, int], ...]:
    """Kinds of act that were done here, the most recent kind first, and how often."""
    return tuple(db.execute("SELECT act, count(*) FROM audit GROUP BY act ORDER BY max(n) DESC"))


def lines(db: Database, *, day: str = "", act: str = "", most: int, before: int = 0) -> tuple[Line, ...]:
    """At most `most` acts, the newest first: of that day, of that kind, and before line `before`."""
    found = db.execute(
        "SELECT n, substr(at, 1, 10), substr(at, 12, 5), role, act, count, subject FROM audit"
        " WHERE (?1 = '' OR substr(at, 1, 10) = ?1) AND (?2 = '' OR act = ?2) AND (?3 = 0 OR n < ?3)"
        " ORDER BY n DESC LIMIT ?4",
        [day, act, before, most],
    )
    return tuple(Line(*row) for row in found)
