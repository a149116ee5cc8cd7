"""Taking out what a reference points to: hidden at once, undone within a week, then erased."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlite_utils import Database

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.model import ASKED
from kiosk.storage import copies, settings
from kiosk.storage.database import Store
from kiosk.storage.kept.ideas import ideas_of, put_idea
from kiosk.storage.kept.records import SELECT, SealedRecord, hash_of
from kiosk.storage.sealed.keyfile import keys_here, public_of
from kiosk.storage.sealed.keys import practice_key
from kiosk.storage.sealed.reference import lookup, parse

UNDO_DAYS = 7
OVERDUE = (
    "FROM record AS r JOIN withdrawal AS w USING (lookup)"
    " WHERE r.gone % 2 = 1 AND length(r.sealed) > 0 AND w.record_id IN ('', r.id)"
    " AND w.gone >= r.gone AND w.day <= ?"  # not a withdrawal of before, which was undone
)
IDEA_PART = "idea"  # what salts an idea's own lookup further


@dataclass(frozen=True)
class Withdrawn:
    """What a withdrawal did. `choices` are the ids that staff must choose from when a lookup fits several.

    `waiting`: nothing of it is here yet; it is taken out when it arrives.
    """

    records: tuple[str, ...] = ()
    ideas: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def waiting(self) -> bool:
        return not (self.records or self.ideas or self.choices)


def withdraw(store: Store, reference: str, day: date, chosen: Sequence[str] = ()) -> Withdrawn:
    """Hide all that was given under `reference`, here and wherever it is carried to.

    `chosen` names the records where two share a lookup. KioskError(REFERENCE_WRONG).
    """
    lookups = possible_lookups(store, parse(reference))
    found = [record for look in lookups for record in _records(store.db, look)]
    shared = {record.lookup for record in found if sum(other.lookup == record.lookup for other in found) > 1}
    choices = tuple(record.id for record in found if record.lookup in shared)
    if choices and not set(chosen) & set(choices):
        return Withdrawn(choices=choices)
    taken = [record for record in found if record.lookup not in shared or record.id in chosen]
    said = words_shown(store.db)
    with store.write() as db:
        ideas = tuple(idea for look in lookups for idea in _hide_ideas(db, look))
        for look in lookups:
            if look not in shared:
                _remember(db, look, "", _taking_out(db, look), day)
        for record in taken:
            gone = record.gone if record.withdrawn else record.gone + 1
            _remember(db, record.lookup, record.id if record.lookup in shared else "", gone, day)
            set_gone(db, record, gone)
    erase_words(store, said, day)
    return Withdrawn(tuple(record.id for record in taken), ideas)


def withdraw_record(store: Store, record_id: str, day: date) -> Withdrawn:
    """Hide one record that staff have found after checking who asks. KioskError(RECORD_NOT_HERE)."""
    found = [record for record in _by_id(store.db, record_id) if not record.withdrawn]
    if not found:
        raise KioskError(ErrorCode.RECORD_NOT_HERE, record=record_id)
    with store.write() as db:
        for record in found:
            _remember(db, record.lookup, record.id, record.gone + 1, day)
            set_gone(db, record, record.gone + 1)
    return Withdrawn((record_id,))


def clear_carried(store: Store, record_ids: Sequence[str], day: date) -> None:
    """Take out records that somebody has cleared and that a pack may have carried already: without a content
    that could come back, and wherever they are carried to.
    """
    with store.write() as db:
        for record in (r for record_id in record_ids for r in _by_id(db, record_id) if not r.withdrawn):
            _remember(db, record.lookup, record.id, record.gone + 1, day)
            set_gone(db, record, record.gone + 1)
            db.execute("UPDATE record SET sealed = x'' WHERE id = ?", [record.id])
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


@dataclass(frozen=True)
class Undone:
    """What came back: `records` by id. `erased` ones were past their week; `waiting` wait no more."""

    records: tuple[str, ...] = ()
    erased: int = 0
    waiting: int = 0


def undo_reference(store: Store, reference: str, day: date) -> Undone:
    """Bring back what `reference` took out, as far as it is not yet erased. KioskError(REFERENCE_WRONG).

    An idea's words do not come back: they were erased at once.
    """
    lookups = possible_lookups(store, parse(reference))
    found = [record for look in lookups for record in _records(store.db, look) if record.withdrawn]
    back = undo(store, [record.id for record in found], day)
    with store.write() as db:
        waiting = sum(
            db.execute(
                "UPDATE withdrawal SET gone = gone + 1, day = ? WHERE lookup = ? AND gone % 2 = 1"
                " AND NOT EXISTS (SELECT 1 FROM record WHERE record.lookup = withdrawal.lookup)",
                [day.isoformat(), look],
            ).rowcount
            for look in lookups
        )
    return Undone(back, len(found) - len(back), waiting)


def undo_record(store: Store, record_id: str, day: date) -> Undone:
    """Bring back one record by its id, as `undo_reference` does."""
    gone = sum(record.withdrawn for record in _by_id(store.db, record_id))
    back = undo(store, [record_id], day)
    return Undone(back, gone - len(back))


def undo(store: Store, record_ids: Sequence[str], day: date) -> tuple[str, ...]:
    """Bring back the records among `record_ids` that are withdrawn and not yet erased; which those were."""
    back = []
    with store.write() as db:
        for record in (r for record_id in record_ids for r in _by_id(db, record_id)):
            if record.withdrawn and record.sealed:
                set_gone(db, record, record.gone + 1)
                db.execute(
                    "UPDATE withdrawal SET gone = ?, day = ?"
                    " WHERE lookup = ? AND record_id IN ('', ?) AND gone < ?",
                    [record.gone + 1, day.isoformat(), record.lookup, record.id, record.gone + 1],
                )
                back.append(record.id)
    return tuple(back)


def apply_waiting(db: Database, day: date) -> int:
    """Settle records and ideas against withdrawals after either has arrived; how many records it withdrew."""
    for (look,) in db.execute(
        "SELECT DISTINCT lookup FROM withdrawal JOIN idea USING (lookup)"
        " WHERE withdrawal.gone % 2 = 1 AND idea.gone % 2 = 0"
    ).fetchall():
        _hide_ideas(db, look)
    # CROSS: from the few withdrawals to their records, never through all records to find none of them.
    rows = db.execute(
        "SELECT id, key, event_id, activity, form_version, record.day, revision, record.gone, record.lookup,"
        " sealed, max(withdrawal.gone) FROM withdrawal CROSS JOIN record"
        " WHERE record.lookup = withdrawal.lookup AND withdrawal.record_id IN ('', record.id)"
        " AND withdrawal.gone > record.gone GROUP BY record.id"
    ).fetchall()
    for *row, gone in rows:
        record = SealedRecord(*row)
        if gone % 2 or record.sealed:  # what came without its content, or lost it here, is brought back by it
            set_gone(db, record, gone)
    db.execute(
        "INSERT INTO withdrawal SELECT lookup, id, gone, ? FROM record AS r WHERE gone % 2 = 1 AND NOT EXISTS"
        " (SELECT 1 FROM withdrawal AS w WHERE w.lookup = r.lookup AND w.record_id IN ('', r.id)"
        " AND w.gone >= r.gone) ON CONFLICT DO UPDATE SET gone = excluded.gone, day = excluded.day",
        [day.isoformat()],
    )
    return sum(gone % 2 for *_, gone in rows)


def due(db: Database, day: date) -> int:
    """How many records `erase_due` would erase on `day`, put aside at a merge or not."""
    found = db.execute(f"SELECT count(DISTINCT r.id) {OVERDUE}", [_since(day)])
    return int(found.fetchone()[0]) + len(_put_aside(db, until=_since(day)))


def _since(day: date) -> str:
    return (day - timedelta(days=UNDO_DAYS)).isoformat()


def erase_due(store: Store, day: date) -> int:
    """Erase what has been withdrawn for 7 days or more from the database, its copies, quarantine and what was
    set aside; how many records. Sticks, mail and worn flash are beyond reach.
    """
    rows = store.db.execute(f"SELECT DISTINCT r.id, r.sealed {OVERDUE}", [_since(day)]).fetchall()
    aside = _put_aside(store.db, until=_since(day))
    if not (rows or aside):
        return 0
    with store.write() as db:
        for record_id, _ in rows:
            db.execute("UPDATE record SET sealed = x'' WHERE id = ?", [record_id])
            db.execute("DELETE FROM annotation WHERE record_id = ?", [record_id])
        _drop_put_aside(db, aside)
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    copies.forget(store, [sealed for _, sealed in rows] + list(aside.values()))
    copies.daily_copy(store, day)
    return len(rows)


def hidden_here(db: Database) -> int:
    """How many records are withdrawn and still have their content here, put aside at a merge or not."""
    kept = db.execute("SELECT count(*) FROM record WHERE gone % 2 = 1 AND length(sealed) > 0").fetchone()[0]
    return int(kept) + len(_put_aside(db))


def words_shown(db: Database) -> dict[str, str]:
    """The words of every idea that was not taken out, by id."""
    return {idea.id: idea.text for idea in ideas_of(db) if idea.gone % 2 == 0}


def erase_words(store: Store, before: Mapping[str, str], day: date) -> None:
    """Erase what was said in ideas that were taken out since `before`: from the WAL and from every copy."""
    taken = before.keys() - words_shown(store.db)
    aside = _put_aside(store.db, file="ideas.csv")
    gone = [*(before[idea].encode() for idea in taken if before[idea]), *aside.values()]
    if aside:
        with store.write() as db:
            _drop_put_aside(db, aside)
    if gone:
        store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        copies.forget(store, gone)
        copies.daily_copy(store, day)


def possible_lookups(store: Store, reference: str) -> tuple[str, ...]:
    """Every lookup that `reference` may have here: a key and a part each. About 80 ms apiece."""
    activities = store.db.execute(
        "SELECT activity FROM record UNION SELECT activity FROM form WHERE body ->> 'kind' = 'about'"
    )
    parts = [row[0] for row in activities if not row[0].startswith(ASKED)]
    return lookups_under(store, reference, parts)


def lookups_under(store: Store, reference: str, parts: Sequence[str] = ()) -> tuple[str, ...]:
    """What `reference` may be kept as, by every key known here: for answers, for an idea, and for `parts`."""
    here = {public_of(path.read_bytes(), path).fingerprint for path in keys_here(store.folder)}
    used = {row[0] for row in store.db.execute("SELECT DISTINCT key FROM record")}
    opened = set(settings.get(store.db, settings.OFFICE_KEYS, []))
    keys = here | used | opened or {practice_key().fingerprint}
    return tuple(lookup(reference, key, part) for key in sorted(keys) for part in ("", IDEA_PART, *parts))


def set_gone(db: Database, record: SealedRecord, gone: int) -> None:
    """Change whether a record is withdrawn, and its hash with it."""
    changed = replace(record, gone=gone)
    db.execute("UPDATE record SET gone = ?, hash = ? WHERE id = ?", [gone, hash_of(changed), record.id])


def _remember(db: Database, look: str, record_id: str, gone: int, day: date) -> None:
    db.execute(
        "INSERT INTO withdrawal VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET gone = excluded.gone,"
        " day = excluded.day WHERE excluded.gone > gone",
        [look, record_id, gone, day.isoformat()],
    )


def _taking_out(db: Database, look: str) -> int:
    """The count under which `look` is withdrawn from now on, though it was undone before."""
    row = db.execute("SELECT gone FROM withdrawal WHERE lookup = ? AND record_id = ''", [look]).fetchone()
    gone = int(row[0]) if row else 0
    return gone if gone % 2 else gone + 1


def _put_aside(db: Database, *, until: str = "9999", file: str = "") -> dict[str, bytes]:
    """Rows that a merge put aside of what was withdrawn, on `until` at the latest: by digest, their bytes.

    They are found by the lookup or the id in them: a row that was not understood may have these anywhere.
    """
    rows = db.execute(
        "SELECT digest, body FROM quarantine WHERE (? = '' OR file = ?) AND EXISTS (SELECT 1 FROM withdrawal"
        " AS w WHERE w.gone % 2 = 1 AND w.day <= ?"
        " AND instr(body, CAST(CASE w.record_id WHEN '' THEN w.lookup ELSE w.record_id END AS BLOB)))",
        [file, file, until],
    )
    return dict(rows.fetchall())


def _drop_put_aside(db: Database, aside: Mapping[str, bytes]) -> None:
    db.conn.executemany("DELETE FROM quarantine WHERE digest = ?", [(digest,) for digest in aside])


def _hide_ideas(db: Database, look: str) -> tuple[str, ...]:
    """An idea's words go at once: it stands in the clear."""
    found = [idea for idea in ideas_of(db, lookup=look) if idea.gone % 2 == 0]
    for idea in found:
        put_idea(db, replace(idea, gone=idea.gone + 1, text="", status="hidden", hidden_because="withdrawn"))
    return tuple(idea.id for idea in found)


def _records(db: Database, look: str) -> list[SealedRecord]:
    return [SealedRecord(*row) for row in db.execute(SELECT + " WHERE lookup = ? ORDER BY id", [look])]


def _by_id(db: Database, record_id: str) -> list[SealedRecord]:
    return [SealedRecord(*row) for row in db.execute(SELECT + " WHERE id = ?", [record_id])]
