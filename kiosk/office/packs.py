"""Which tablets this office has heard from: their packs by number, the numbers between that never came."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlite_utils import Database

SHOWN_GAPS = 100  # numbers that are listed; a store of more gaps is a broken one


@dataclass(frozen=True)
class Came:
    """A pack that was merged here: `rows` of every kind are in it, `day` is when it came."""

    number: int
    rows: int
    day: str
    last: bool


@dataclass(frozen=True)
class Carrier:
    """A tablet, by the random id of its database. `status` is accepted, held, struck, or "" for none.

    `gaps` are numbers below the highest that never came: a later pack carries the same again.
    """

    store_id: str
    tablet: str
    signer: str
    status: str
    packs: tuple[Came, ...]

    @property
    def gaps(self) -> tuple[int, ...]:
        here = {pack.number for pack in self.packs}
        absent = (number for number in range(1, max(here, default=0)) if number not in here)
        return tuple(number for number, _ in zip(absent, range(SHOWN_GAPS), strict=False))

    @property
    def last_came(self) -> bool:
        """Whether the pack that the tablet's team called the last one is here."""
        return any(pack.last for pack in self.packs)

    @property
    def rows(self) -> int:
        return sum(pack.rows for pack in self.packs)


def carriers(db: Database, own: str) -> tuple[Carrier, ...]:
    """Every tablet that packs were merged from, by name; `own` is the id of this very database."""
    return tuple(_carriers(db, own))


def _carriers(db: Database, own: str) -> Iterator[Carrier]:
    status = dict(db.execute("SELECT fingerprint, status FROM signer"))
    rows = db.execute(
        "SELECT tablet, store_id, signer, number, rows, day, last FROM pack"
        " WHERE sha256 != '' AND store_id != ? ORDER BY tablet, store_id, number",
        [own],
    ).fetchall()
    for (_, store_id), found in groupby(rows, key=lambda row: (row[0], row[1])):
        packs = list(found)
        tablet, _, signer = packs[-1][:3]
        came = tuple(Came(number, count, day, bool(last)) for *_, number, count, day, last in packs)
        yield Carrier(store_id, tablet, signer, status.get(signer, ""), came)


def carrier(db: Database, own: str, store_id: str) -> Carrier | None:
    """The tablet of that id, or nothing."""
    return next((one for one in _carriers(db, own) if one.store_id == store_id), None)
