"""Everything that the office has not receipted, as signed CSV that only the office can read."""

import binascii
import csv
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from kiosk.clock import Clock, SystemClock, today
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit, settings
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.kept.formshelf import as_json
from kiosk.storage.kept.ideas import SELECT_IDEA
from kiosk.storage.kept.tallies import STAYS_HERE
from kiosk.storage.sealed.keys import sign, signing_public
from kiosk.sync import ledger
from kiosk.sync.layout import FILES, MANIFEST, SIGNATURE, TABLES, TRANSFER, FileFacts, Manifest, pack_name
from kiosk.sync.stick import FolderSink, Sink, ZipSink, told

Progress = Callable[[int, int], None]  # done and all, in rows; raising in it stops the work without harm
EVERY = 500  # rows between two words on progress

UNRECEIPTED = (
    " FROM record LEFT JOIN receipt ON receipt.record_id = record.id WHERE receipt.record_id IS NULL"
    " OR (receipt.gone, receipt.revision) < (record.gone, record.revision)"
    " OR ((receipt.gone, receipt.revision) = (record.gone, record.revision) AND receipt.hash != record.hash)"
)
QUERIES = {
    "records.csv": "SELECT id, key, event_id, activity, form_version, day, record.revision, record.gone,"
    " lookup, CASE record.gone % 2 WHEN 1 THEN x'' ELSE sealed END" + UNRECEIPTED + " ORDER BY id",
    "tallies.csv": "SELECT store_id, event_id, day, name, bucket, total FROM tally"
    " WHERE name NOT IN (SELECT value FROM json_each(?)) ORDER BY 1, 2, 3, 4, 5",
    "ideas.csv": SELECT_IDEA + " ORDER BY id",
    "backings.csv": "SELECT store_id, idea_id, total FROM backing ORDER BY 1, 2",
    "withdrawals.csv": "SELECT lookup, record_id, gone FROM withdrawal ORDER BY 1, 2",
}


@dataclass(frozen=True)
class TransferSummary:
    """What was written, and where: `records` includes `withdrawn` ones, which carry no content."""

    path: Path
    store_id: str
    number: int
    records: int
    withdrawn: int
    tallies: int
    ideas: int
    forms: int
    bytes: int
    last: bool


def write_transfer(
    store: Store,
    to: Path,
    *,
    zip: bool = False,  # noqa: A002
    last: bool = False,
    progress: Progress | None = None,
    clock: Clock | None = None,
) -> TransferSummary:
    """Write the next transfer pack into a new folder, or one zip file, under `to`.

    When this returns it has been read back from the device: safe to take out. KioskError:
    NOTHING_TO_CARRY, TRANSFER_FOLDER, DISK_FULL, TRANSFER_UNVERIFIED; then nothing of it is left behind.
    """
    clock = clock or SystemClock()
    total = _rows_to_carry(store.db)
    if not total:
        raise KioskError(ErrorCode.NOTHING_TO_CARRY)
    number = ledger.reserve(store, clock, ledger.device_signer(store.db), last)
    with told(to):
        name = pack_name(TRANSFER, store.store_id, number)
        sink: Sink = ZipSink(to, name) if zip else FolderSink(to, name)
        try:
            manifest = _write(store, sink, number, last, clock, progress or _silent, total)
        except BaseException:
            sink.abandon()
            raise
    ledger.written(store, manifest, clock, Role.VOLUNTEER, Act.TRANSFER_WRITTEN)
    rows = {file.path: file.rows for file in manifest.files}
    withdrawn = store.db.execute(
        "SELECT count(*)" + UNRECEIPTED.replace("WHERE", "WHERE record.gone % 2 AND (") + ")"
    )
    return TransferSummary(
        path=sink.path,
        store_id=store.store_id,
        number=number,
        records=rows["records.csv"],
        withdrawn=withdrawn.fetchone()[0],
        tallies=rows["tallies.csv"],
        ideas=rows["ideas.csv"],
        forms=len(manifest.files) - len(FILES[TRANSFER]),
        bytes=sum(file.bytes for file in manifest.files),
        last=last,
    )


def _write(
    store: Store, sink: Sink, number: int, last: bool, clock: Clock, progress: Progress, total: int
) -> Manifest:
    db, done, rows = store.db, 0, {}
    with db.atomic():  # one view of the database for every file
        for name in FILES[TRANSFER]:
            found = db.execute(QUERIES[name], [json.dumps(STAYS_HERE)] if name == "tallies.csv" else [])
            start = done
            with sink.create(name) as file:
                writer = csv.writer(file, lineterminator="\r\n")
                writer.writerow(TABLES[name])
                while batch := found.fetchmany(EVERY):
                    if name == "records.csv":
                        file.write(_record_lines(batch))
                    else:
                        writer.writerows(batch)
                    done += len(batch)
                    progress(done, total)
            rows[name] = done - start
        for name, body in _form_files(db):
            with sink.create(name) as file:
                file.write(as_json(body))
            rows[name] = 1
        seed = bytes.fromhex(settings.get(db, settings.DEVICE_KEY))
        expected = settings.get(db, settings.TABLETS, {})
        manifest = Manifest(
            store_id=store.store_id,
            number=number,
            last=last,
            day=today(clock).isoformat(),
            signer=signing_public(seed).hex(),
            tablet=settings.get(db, settings.TABLET_NAME, ""),
            expected={event: tuple(names) for event, names in expected.items()},
            audit=audit.head(db),
            files=tuple(FileFacts(name, *sink.written[name], rows[name]) for name in sink.written),
        )
    content = manifest.content
    sink.finish({SIGNATURE: sign(seed, content).hex().encode(), MANIFEST: content})
    progress(total, total)
    return manifest


class _Lines(list[str]):
    """What a csv.writer writes, a row each."""

    write = list.append


def _record_lines(rows: Sequence[tuple[Any, ...]]) -> str:
    """Records as CSV. Base64 needs no quotes: csv.writer, which looks at every sign, need not see it."""
    heads = _Lines()
    csv.writer(heads, lineterminator="\n").writerows(row[:-1] for row in rows)
    return "".join(
        f"{head[:-1]},{binascii.b2a_base64(row[-1], newline=False).decode('ascii')}\r\n"
        for head, row in zip(heads, rows, strict=True)
    )


def _rows_to_carry(db: Database) -> int:
    counts = [db.execute("SELECT count(*)" + UNRECEIPTED).fetchone()[0]]
    for name in ("tallies.csv", "ideas.csv", "backings.csv", "withdrawals.csv"):
        arguments = [json.dumps(STAYS_HERE)] if name == "tallies.csv" else []
        counts.append(db.execute(f"SELECT count(*) FROM ({QUERIES[name]})", arguments).fetchone()[0])  # noqa: S608
    return sum(counts)


def _form_files(db: Database) -> Iterable[tuple[str, dict[str, Any]]]:
    """One file a form version that the carried records need, with every activity that uses it."""
    rows = db.execute(
        "SELECT DISTINCT form.version, form.event_id, form.activity, form.since, form.body FROM form"
        " JOIN record ON record.event_id = form.event_id AND record.activity = form.activity"
        " AND record.form_version = form.version ORDER BY 1, 2, 3"
    )
    files: dict[tuple[str, str], dict[str, Any]] = {}
    for version, event_id, activity, since, body in rows:
        facts = json.loads(body)
        form = facts.pop("form")
        file = files.setdefault((version, as_json(form)), {"version": version, "form": form, "uses": []})
        file["uses"].append({"event_id": event_id, "activity": activity, "since": since, **facts})
    names: set[str] = set()
    for (version, _), file in files.items():
        plain = re.sub(r"[^A-Za-z0-9._-]", "_", version)[:80]
        name = next(n for n in (plain, *(f"{plain}-{i}" for i in range(2, 10**6))) if n.lower() not in names)
        names.add(name.lower())
        yield f"forms/{name}.json", file


def _silent(done: int, total: int) -> None:
    """No progress wanted."""
