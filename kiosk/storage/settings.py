"""What a data folder remembers about itself: names to JSON values."""

import json
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

# The names in use; what each holds.
STORE_ID = "store_id"  # 32 hex digits, random
DEVICE_KEY = "device_key"  # the Ed25519 seed that signs transfer packs, 64 hex digits
TABLET_NAME = "tablet_name"  # as in the pack's `tablets` sheet
TABLETS = "tablets"  # the names expected, by event id
LAST_PACK = "last_pack"  # the path opened last
STALL = "stall"  # how the stall stands, by event id: {"state", "day"}; see kiosk.team.stall
OFFICE_KEYS = "office_keys"  # the fingerprints of the keys of event packs opened here
PIN = "pin"  # of the team's menus: salt, hash (scrypt), wrong tries, resets done; see kiosk.team.pin
SET_ASIDE = "set_aside"  # damaged databases that the team has not been told of; see kiosk.storage.damage
ENDED = "ended"  # events whose keeping has ended, with the day
BY_OFFICE = "office."  # before the name of what the office sets for its tablets: {"revision", "value"}


def get(db: Database, name: str, default: Any = None) -> Any:
    """The value kept under `name`, or `default`."""
    row = db.execute("SELECT value FROM setting WHERE name = ?", [name]).fetchone()
    return default if row is None else json.loads(row[0])


def put(db: Database, name: str, value: Any) -> None:
    """Keep `value` (anything JSON has) under `name`."""
    with db.atomic():
        db.execute(
            "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [name, json.dumps(value, ensure_ascii=False, sort_keys=True)],
        )


def put_for_tablets(db: Database, name: str, value: Any) -> None:
    """Set `name` (a to z and _) for every tablet: the next return pack carries it."""
    with db.atomic():
        revision = get(db, BY_OFFICE + name, {"revision": 0})["revision"]
        put(db, BY_OFFICE + name, {"revision": revision + 1, "value": value})


def by_office(db: Database, name: str, default: Any = None) -> Any:
    """What the office has set under `name`, or `default`."""
    return get(db, BY_OFFICE + name, {"value": default})["value"]


def for_tablets(db: Database) -> Iterator[tuple[str, int, str]]:
    """All that the office sets: name, revision, value as JSON."""
    rows = db.execute("SELECT name, value FROM setting WHERE name GLOB ? ORDER BY name", [BY_OFFICE + "*"])
    for name, value in rows.fetchall():
        kept = json.loads(value)
        yield name.removeprefix(BY_OFFICE), kept["revision"], json.dumps(kept["value"], ensure_ascii=False)
