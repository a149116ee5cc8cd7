"""What a transfer or return pack is made of: files, columns, and the manifest that vouches for them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.storage.kept.ideas import IDEA_COLUMNS
from kiosk.storage.kept.records import COLUMNS

FORMAT = 1
MANIFEST = "datapackage.json"
SIGNATURE = "datapackage.sig"
FORM_FILE = re.compile(r"forms/[A-Za-z0-9._-]{1,100}\.json")

TRANSFER, RETURN = "transfer", "return"

# Every CSV file, with its columns in order. RFC 4180, UTF-8 without BOM.
TABLES: Mapping[str, tuple[str, ...]] = {
    "records.csv": COLUMNS,
    "tallies.csv": ("store_id", "event_id", "day", "name", "bucket", "total"),
    "ideas.csv": IDEA_COLUMNS,
    "backings.csv": ("store_id", "idea_id", "total"),
    "withdrawals.csv": ("lookup", "record_id", "gone"),
    "receipts.csv": ("id", "gone", "revision", "hash"),
    "replies.csv": (
        "event_id",
        "id",
        "date",
        "status",
        "theme",
        "said",
        "did",
        "because",
        "lookups",
        "revision",
        "by_when",
        "activity",
    ),
    "settings.csv": ("name", "revision", "value"),
}
# Columns that packs of before do not have: they are read as empty.
LATER: Mapping[str, tuple[str, ...]] = {"replies.csv": ("activity",)}
# Which of them travel which way: from a tablet to the office, and back.
FILES: Mapping[str, tuple[str, ...]] = {
    TRANSFER: ("records.csv", "tallies.csv", "ideas.csv", "backings.csv", "withdrawals.csv"),
    RETURN: (
        *("withdrawals.csv", "ideas.csv", "backings.csv", "replies.csv", "settings.csv", "receipts.csv"),
    ),
}
KEYS: Mapping[str, tuple[str, ...]] = {
    "records.csv": ("id",),
    "tallies.csv": ("store_id", "event_id", "day", "name", "bucket"),
    "ideas.csv": ("id",),
    "backings.csv": ("store_id", "idea_id"),
    "withdrawals.csv": ("lookup", "record_id"),
    "receipts.csv": ("id",),
    "replies.csv": ("event_id", "id"),
    "settings.csv": ("name",),
}
INTEGERS = frozenset({"revision", "gone", "total"})
BASE64 = frozenset({"sealed"})

# What one pack may ask of the office. A pack of a million records is about 1 GB.
MOST_MANIFEST = 4 * 2**20
MOST_FORM = 64 * 2**20
MOST_TABLE = 8 * 2**30
MOST_FIELD = 24 * 2**20
MOST_RATIO = 200  # of a zip member's size to what it takes in the zip


@dataclass(frozen=True)
class FileFacts:
    """One file of a pack: what was written, and so what must be read."""

    path: str
    sha256: str
    bytes: int
    rows: int


@dataclass(frozen=True)
class Manifest:
    """The facts of a whole pack. `signer` is the Ed25519 public key of the device, 64 hex digits.

    A return pack is signed by the office key instead, whose text is `office`.
    """

    store_id: str
    number: int
    last: bool
    day: str
    signer: str
    tablet: str
    expected: Mapping[str, tuple[str, ...]]
    audit: tuple[int, str]
    files: tuple[FileFacts, ...]
    kind: str = TRANSFER
    office: str = ""

    @property
    def name(self) -> str:
        """Neutral: a lost stick tells nothing by it."""
        return pack_name(self.kind, self.store_id, self.number)

    @property
    def rows(self) -> int:
        return sum(file.rows for file in self.files)

    @property
    def content(self) -> bytes:
        """The manifest as it is signed and written: the same bytes for the same facts."""
        return json.dumps(self.as_json(), indent=1, ensure_ascii=False, sort_keys=True).encode()

    def as_json(self) -> dict[str, Any]:
        """A Frictionless data package (v2); what is ours stands under `kiosk`."""
        return {
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": self.name,
            "kiosk": {
                "format": FORMAT,
                "kind": self.kind,
                **({"office": self.office} if self.office else {}),
                "store_id": self.store_id,
                "number": self.number,
                "last": "yes" if self.last else "no",
                "day": self.day,
                "signer": self.signer,
                "tablet": self.tablet,
                "expected": {event: list(names) for event, names in self.expected.items()},
                "audit": list(self.audit),
            },
            "resources": [_resource(file) for file in self.files],
        }


def is_newer(facts: Any) -> bool:
    """Whether the manifest is of a format that came after this version. KeyError or TypeError for none."""
    format_of = facts["kiosk"]["format"]
    return isinstance(format_of, int) and format_of > FORMAT


def manifest_from(facts: Any) -> Manifest:
    """The manifest that `as_json` made `facts` of. ValueError, KeyError or TypeError when it is none."""
    ours = facts["kiosk"]
    if ours["format"] != FORMAT:
        raise ValueError("not this format")
    manifest = Manifest(
        store_id=_matching(r"[0-9a-f]{32}", ours["store_id"]),
        number=_count(ours["number"], least=1),
        last=ours["last"] == "yes",
        day=_matching(r"\d{4}-\d\d-\d\d", ours["day"]),
        signer=_matching(r"[0-9a-f]{64}", ours["signer"]),
        tablet=_matching(r"[^\x00-\x1f\ud800-\udfff]{0,100}", ours["tablet"]),
        expected={
            _matching(r".{1,128}", event): tuple(_matching(r".{1,100}", name) for name in names)
            for event, names in ours["expected"].items()
        },
        kind=_matching(f"{TRANSFER}|{RETURN}", ours.get("kind", TRANSFER)),
        office=_matching(r"[A-Za-z0-9_-]{0,200}", ours.get("office", "")),
        audit=(_count(ours["audit"][0]), _matching(r"[0-9a-f]{64}", ours["audit"][1])),
        files=tuple(_file(resource) for resource in facts["resources"]),
    )
    paths = [file.path for file in manifest.files]
    if len(set(paths)) != len(paths):
        raise ValueError("a file is listed twice")
    return manifest


def pack_name(kind: str, store_id: str, number: int) -> str:
    """What a pack's folder is called."""
    return f"{kind}-{store_id[:8]}-{number:04}"


def is_ours(path: str, kind: str) -> bool:
    """Whether this version knows what to do with a file of that path in a pack of that kind."""
    return path in FILES[kind] or (kind == TRANSFER and FORM_FILE.fullmatch(path) is not None)


def _resource(file: FileFacts) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "name": re.sub(r"[^a-z0-9._-]", "-", file.path.rsplit(".", 1)[0].lower()),
        "path": file.path,
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }
    if file.path not in TABLES:
        return {**facts, "type": "json", "format": "json", "mediatype": "application/json"}
    return {
        **facts,
        "rows": file.rows,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": [_field(column) for column in TABLES[file.path]],
            "primaryKey": list(KEYS[file.path]),
        },
    }


def _field(column: str) -> dict[str, str]:
    if column in INTEGERS:
        return {"name": column, "type": "integer"}
    if column in BASE64:
        return {"name": column, "type": "string", "format": "binary"}
    return {"name": column, "type": "string"}


def _file(resource: Any) -> FileFacts:
    kind, _, digest = resource["hash"].partition(":")
    if kind != "sha256":
        raise ValueError("a file has no sha256")
    return FileFacts(
        path=_matching(r"[A-Za-z0-9._/-]{1,120}", resource["path"]),
        sha256=_matching(r"[0-9a-f]{64}", digest),
        bytes=_count(resource["bytes"]),
        rows=_count(resource.get("rows", 1)),
    )


def _matching(pattern: str, text: Any) -> str:
    if not isinstance(text, str) or not re.fullmatch(pattern, text):
        raise ValueError("a fact of the manifest is not as it should be")
    return text


def _count(number: Any, least: int = 0) -> int:
    if not isinstance(number, int) or isinstance(number, bool) or not least <= number < 2**53:
        raise ValueError("a number of the manifest is not as it should be")
    return number
