"""What was done here, by which role and when, in a hash chain; never an answer, a name or a reference."""

import hashlib
import json
import re
from enum import StrEnum

from sqlite_utils import Database

from kiosk.clock import Clock

FIRST = "0" * 64
SUBJECT = re.compile(r"[0-9a-f-]{0,64}")  # an id, a fingerprint, a number: nothing a person says


class Role(StrEnum):
    VOLUNTEER = "volunteer"
    STAFF = "staff"
    PROGRAM = "program"


class Act(StrEnum):
    """Every act that leaves a trace. Later work adds to these."""

    STALL_OPENED = "stall-opened"
    STALL_PAUSED = "stall-paused"
    STALL_CLOSED = "stall-closed"
    IDEA_APPROVED = "idea-approved"
    IDEA_HIDDEN = "idea-hidden"
    REPLIES_LOADED = "replies-loaded"
    HELPER_ON = "helper-on"
    TRANSFER_WRITTEN = "transfer-written"
    PACK_MERGED = "pack-merged"
    SIGNER_ACCEPTED = "signer-accepted"
    EXPORTED = "exported"
    WITHDRAWN = "withdrawn"
    WITHDRAWAL_UNDONE = "withdrawal-undone"
    ERASED = "erased"
    KEY_MADE = "key-made"
    KEY_RESTORED = "key-restored"
    KEY_DESTROYED = "key-destroyed"
    PASSPHRASE_CHANGED = "passphrase-changed"
    RECOVERY_SHOWN = "recovery-shown"
    SIGNER_STRUCK = "signer-struck"
    RETURN_WRITTEN = "return-written"
    CORRECTED = "corrected"
    ANNOTATED = "annotated"
    DISCLOSED = "disclosed"
    KEEPING_ENDED = "keeping-ended"
    WIPED = "wiped"
    PIN_SET = "pin-set"
    PIN_CHANGED = "pin-changed"
    PIN_RESET = "pin-reset"
    PIN_REFUSED = "pin-refused"
    PACK_USED = "pack-used"  # subject: the first 12 of its sources' sha256
    DATABASE_SET_ASIDE = "database-set-aside"


def note(db: Database, clock: Clock, role: Role, act: Act, *, count: int = 0, subject: str = "") -> None:
    """Add one line. `subject` is hex digits and dashes only; anything else is a bug and raises ValueError."""
    if not SUBJECT.fullmatch(subject):
        raise ValueError("an audit line names things by id only")
    at = clock.now().isoformat(timespec="minutes")
    with db.atomic():
        row = db.execute("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1").fetchone()
        n, before = (row[0] + 1, row[1]) if row else (1, FIRST)
        line = (n, at, role.value, act.value, count, subject)
        db.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", [*line, _hash(before, *line)])


def first_break(db: Database) -> int | None:
    """The number of the first line that was changed, left out or added by another hand; None when whole."""
    before = FIRST
    expected = 1
    for *line, found in db.execute("SELECT n, at, role, act, count, subject, hash FROM audit ORDER BY n"):
        if line[0] != expected or found != _hash(before, *line):
            return expected
        before = found
        expected += 1
    return None


def head(db: Database) -> tuple[int, str]:
    """The last line's number and hash: noted elsewhere, they show when the end is cut off."""
    row = db.execute("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, FIRST)


def _hash(before: str, *line: object) -> str:
    return hashlib.sha256(json.dumps([before, *line], separators=(",", ":")).encode()).hexdigest()
