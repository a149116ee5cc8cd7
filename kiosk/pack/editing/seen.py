"""A draft as it was last looked at: its event.xlsx, and all that `check` found in it."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.editing.book import OpenBook, read_book
from kiosk.pack.editing.draft import Draft
from kiosk.pack.editing.table import table_of
from kiosk.pack.findings import Finding, Severity

Stamp = frozenset[tuple[str, int, int]]


@dataclass(frozen=True)
class Seen:
    """`event` is None where event.xlsx cannot be read: then the findings say why."""

    draft: Draft
    stamp: Stamp
    event: OpenBook | None
    findings: tuple[Finding, ...]

    @property
    def mistakes(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.severity is Severity.MISTAKE)

    @property
    def office_key(self) -> str:
        """The office's public key that the draft carries; empty where it has none."""
        return self._said("office_key")

    @property
    def event_id(self) -> str:
        return self._said("event_id")

    def _said(self, key: str) -> str:
        table = table_of(self.event, "event") if self.event else None
        row = table.row_of("key", key) if table else 0
        return table.value(row, "value") if table and row else ""

    @property
    def fresh(self) -> bool:
        """Whether nothing was changed since, by whatever program. Takes no longer than a listing."""
        return stamp(self.draft.folder) == self.stamp


def look(draft: Draft) -> Seen:
    """Read and check the draft: part of a second, so off the window's thread. Its contents raise nothing."""
    before = stamp(draft.folder)
    try:
        event = read_book(draft.event_file)
    except KioskError as fault:
        if fault.code not in _TOLD:
            raise
        event = None
    return Seen(draft, before, event, draft.check())


_TOLD = (
    ErrorCode.PACK_NOT_FOUND,
    ErrorCode.PACK_UNREADABLE,
    ErrorCode.PACK_TOO_LARGE,
    ErrorCode.PACK_UNSAFE,
)


def stamp(folder: Path) -> Stamp:
    """Names, sizes and times of the files of a pack."""
    found = set()
    for place in (folder, folder / "forms", folder / "media", folder / "data"):
        try:
            entries = list(place.iterdir())
        except OSError:
            continue
        for path in entries:
            try:
                facts = path.stat()
            except OSError:
                continue
            if path.is_file() and not path.name.startswith((".", "~$")):
                found.add((path.relative_to(folder).as_posix(), facts.st_size, facts.st_mtime_ns))
    return frozenset(found)
