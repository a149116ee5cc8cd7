"""What the next return pack is for: which tablets, and what it would carry to them."""

from dataclasses import dataclass

from sqlite_utils import Database

from kiosk.storage import settings
from kiosk.sync import ledger


@dataclass(frozen=True)
class Outgoing:
    """Counts of what a return pack carries now. `tablets` have brought something; `awaited` have not yet."""

    tablets: tuple[str, ...]
    awaited: tuple[str, ...]
    receipts: int
    withdrawals: int
    ideas: int
    replies: int


def outgoing(db: Database, own: str, fingerprint: str) -> Outgoing:
    """Counted for the key of that fingerprint; `own` is the id of this very database."""
    count = {
        "receipts": ("SELECT count(*) FROM record WHERE key = ? OR gone % 2 = 1", [fingerprint]),
        "withdrawals": ("SELECT count(*) FROM withdrawal", []),
        "ideas": ("SELECT count(*) FROM idea WHERE status != 'waiting'", []),
        "replies": ("SELECT count(*) FROM reply", []),
    }
    counts = {name: int(db.execute(*query).fetchone()[0]) for name, query in count.items()}
    came = db.execute(
        "SELECT DISTINCT tablet FROM pack WHERE sha256 != '' AND store_id != ? ORDER BY 1", [own]
    )
    missing, _ = ledger.missing(db)
    return Outgoing(tuple(name for (name,) in came if name), missing, **counts)


def tablets_known(db: Database) -> tuple[str, ...]:
    """Every tablet by name that has brought something or is expected: whose PIN may be ended."""
    came = {row[0] for row in db.execute("SELECT DISTINCT tablet FROM pack WHERE sha256 != ''") if row[0]}
    expected = {name for names in settings.get(db, settings.TABLETS, {}).values() for name in names}
    return tuple(sorted(came | expected))
