"""What a data folder remembers about itself: names to JSON values."""

import json
from typing import Any

from sqlite_utils import Database

# The names in use; what each holds.
STORE_ID = "store_id"  # 32 hex digits, random
DEVICE_KEY = "device_key"  # the Ed25519 seed that signs transfer packs, 64 hex digits
TABLET_NAME = "tablet_name"  # as in the pack's `tablets` sheet
TABLETS = "tablets"  # the names expected, by event id
LAST_PACK = "last_pack"  # the path opened last
PX_PER_MM = "px_per_mm"


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
