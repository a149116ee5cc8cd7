"""Each kind of row of a return pack, and which office this tablet listens to."""

import json
import re
from collections.abc import Mapping, Sequence

from kiosk.errors import KioskError
from kiosk.storage import settings
from kiosk.storage.database import Store
from kiosk.storage.sealed.keyfile import keys_here, public_of
from kiosk.storage.sealed.keys import PublicKey
from kiosk.sync.layout import LATER, TABLES
from kiosk.sync.merging.reading import FoundPack
from kiosk.sync.merging.rows import DAY, HEX64, NUMBER, UNSAFE, WORD, BadRowError, Kind, Values
from kiosk.sync.receipts import PUT_RECEIPT

RECEIPT = re.compile("\t".join([WORD, NUMBER, NUMBER, HEX64]), re.ASCII)
SETTING = re.compile("\t".join([r"[a-z_]{1,40}", NUMBER]), re.ASCII)
REPLY_KEY = re.compile("\t".join([WORD, WORD, DAY, WORD]), re.ASCII)

BY_WHEN = re.compile(f"({DAY})?", re.ASCII)
ACTIVITY = re.compile(f"({WORD})?", re.ASCII)

REPLIES = (
    "INSERT INTO reply VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
    " date = excluded.date, status = excluded.status, theme = excluded.theme, said = excluded.said,"
    " did = excluded.did, because = excluded.because, lookups = excluded.lookups,"
    " revision = excluded.revision, by_when = excluded.by_when, activity = excluded.activity"
    " WHERE (excluded.revision, excluded.date, excluded.status, excluded.theme,"
    " excluded.said, excluded.did, excluded.because, excluded.lookups, excluded.by_when, excluded.activity)"
    " > (revision, date, status, theme, said, did, because, lookups, by_when, activity)"
)
SETTINGS = (
    "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    " WHERE (excluded.value ->> 'revision', excluded.value) > (value ->> 'revision', value)"
)


def refused(store: Store, pack: FoundPack, practice: bool) -> str:
    """Why the pack is not the word of this tablet's office, or nothing.

    The office is whose key came with an event pack opened here, or lies here; in practice, anybody's.
    """
    try:
        office = PublicKey.parse(pack.manifest.office)
    except KioskError:
        return "it does not say which office it comes from"
    if office.signing.hex() != pack.manifest.signer:
        return "it was not signed by the office that it names"
    known = {public_of(path.read_bytes(), path).fingerprint for path in keys_here(store.folder)}
    known |= set(settings.get(store.db, settings.OFFICE_KEYS, []))
    if office.fingerprint not in known and not practice:
        return "it comes from another office: its key is not that of an event opened here"
    return ""


def _receipt(cells: Sequence[str], extra: str, day: str) -> Values:
    if not RECEIPT.fullmatch("\t".join(cells)):
        raise BadRowError("a column is not as it should be")
    return cells[0], int(cells[1]), int(cells[2]), bytes.fromhex(cells[3])


def _reply(cells: Sequence[str], extra: str, day: str) -> Values:
    if not REPLY_KEY.fullmatch("\t".join(cells[:4])) or not re.fullmatch(NUMBER, cells[9], re.ASCII):
        raise BadRowError("a column is not as it should be")
    if any(UNSAFE.search(cell) for cell in cells):
        raise BadRowError("it holds signs that are no text")
    for words in cells[4:8]:
        _json(words, dict)
    _json(cells[8], list)
    if not BY_WHEN.fullmatch(cells[10]) or not ACTIVITY.fullmatch(cells[11]):
        raise BadRowError("a column is not as it should be")
    return (*cells[:9], int(cells[9]), *cells[10:])


def _setting(cells: Sequence[str], extra: str, day: str) -> Values:
    name, revision, value = cells
    if not SETTING.fullmatch(f"{name}\t{revision}"):
        raise BadRowError("a column is not as it should be")
    kept = {"revision": int(revision), "value": _json(value, object)}
    return settings.BY_OFFICE + name, json.dumps(kept, ensure_ascii=False, sort_keys=True)


def _json(text: str, kind: type) -> object:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise BadRowError("a column is no JSON") from fault
    if not isinstance(value, kind):
        raise BadRowError("a column is not as it should be")
    return value


RETURNED: Mapping[str, Kind] = {
    "receipts.csv": Kind(TABLES["receipts.csv"], PUT_RECEIPT, _receipt),
    "replies.csv": Kind(TABLES["replies.csv"], REPLIES, _reply, LATER["replies.csv"]),
    "settings.csv": Kind(TABLES["settings.csv"], SETTINGS, _setting),
}
