"""One merge under way: what it has done so far, and what it had to put aside."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from kiosk.sync.layout import MANIFEST
from kiosk.sync.merging.reading import FoundPack
from kiosk.sync.merging.report import Held, Quarantined
from kiosk.sync.transfer import EVERY, Progress


@dataclass
class Work:
    """Counts and outcomes of one merge; `day` is today, `total` the rows of every pack."""

    db: Database
    day: str
    total: int
    progress: Progress | None
    done: int = 0
    new: int = 0
    changed: int = 0
    packs: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    quarantined: list[Quarantined] = field(default_factory=list)

    def went(self, rows: int) -> None:
        """So many more rows are done."""
        before, self.done = self.done, self.done + rows
        if self.progress and self.done // EVERY != before // EVERY:
            self.progress(min(self.done, self.total), self.total)

    def put_aside_row(self, pack: FoundPack, file: str, line: int, row: Sequence[str], reason: str) -> None:
        """Keep a row that was not taken in, by its line and reason; a record's id lets it be erased."""
        record = _text(row[0])[:64] if file == "records.csv" and row else ""
        self._keep(pack, file, line, reason, record, json.dumps(row).encode())
        self.quarantined.append(Quarantined(pack.manifest.name, file, line, reason))
        self.went(1)

    def put_aside(self, pack: FoundPack, file: str, reason: str, line: int = 0) -> None:
        """Keep the manifest of a pack of which a file, or all when `file` is empty, was not taken in."""
        self._keep(pack, file or MANIFEST, line, reason, "", pack.content)
        self.quarantined.append(Quarantined(pack.manifest.name, file, line, reason))

    def put_aside_unread(self, name: str, reason: str) -> None:
        """Tell of a pack that could not even be read; it stays where it is."""
        self._keep(None, MANIFEST, 0, reason, "", name.encode(errors="replace"))
        self.quarantined.append(Quarantined(name, "", 0, reason))

    def _keep(
        self, pack: FoundPack | None, file: str, line: int, reason: str, record: str, body: bytes
    ) -> None:
        store_id, number = (pack.manifest.store_id, pack.manifest.number) if pack else ("", 0)
        known = "\0".join((store_id, str(number), file, str(line), reason)).encode()
        self.db.execute(
            "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [
                hashlib.sha256(known + b"\0" + body).hexdigest(),
                store_id,
                number,
                file,
                line,
                reason,
                record,
                body,
                self.day,
            ],
        )


def _text(cell: str) -> str:
    return cell.encode(errors="replace").decode()
