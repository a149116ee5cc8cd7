"""Setting up a real event: what has been chosen so far, kept in the data folder, and its end."""

import io
import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

import openpyxl

from kiosk.clock import Clock
from kiosk.pack.staff.sources import EVENT, PackSource, read_source
from kiosk.paths import DataFolder
from kiosk.storage import audit, settings
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import open_store
from kiosk.storage.faults import told
from kiosk.storage.sealed.keyfile import checked_passphrase, keep_key, wrap
from kiosk.storage.sealed.keys import SecretKey, make_key
from kiosk.team.pin import Pin
from kiosk.team.stall import State, set_stall

HERE, OFFICE = "here", "office"  # where the answers are read
FILE, PACK, SINGLE = "set-up.json", "event", "form.xlsx"


@dataclass(frozen=True)
class SetUp:
    """What is settled. Never a PIN or a passphrase: those are typed again when it is taken up again.

    `pack` is the pack's copy in the data folder; `seen` are the looks (screen, sound, letters) gone through.
    """

    where: str = ""
    pack: str = ""
    tablet: str = ""
    seen: tuple[str, ...] = ()


def load(data: DataFolder) -> SetUp:
    """What was kept; from the beginning where nothing was, or where it cannot be read."""
    try:
        kept = json.loads((data.root / FILE).read_text("utf-8"))
        found = SetUp(
            str(kept["where"]), str(kept["pack"]), str(kept["tablet"]), tuple(map(str, kept["seen"]))
        )
    except (OSError, ValueError, KeyError, TypeError):
        return SetUp()
    return found if not found.pack or Path(found.pack).exists() else SetUp(found.where)


def keep(data: DataFolder, now: SetUp) -> None:
    """Remember `now`, whole or not at all. KioskErrors of the disk."""
    with told(data.made().root):
        _write(data.root / FILE, json.dumps(asdict(now)).encode())


def adopt(data: DataFolder, path: Path) -> Path:
    """A copy of the pack at `path` in the data folder: a stick goes away again. KioskErrors of the pack."""
    source = read_source(path)
    target, part = data.root / PACK, data.root / f"{PACK}.part"
    with told(data.made().root):
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        if path.is_file() and source.event is None:
            _write(part / SINGLE, next(iter(source.forms.values())))
        else:
            _copy(source, part)
        shutil.rmtree(target, ignore_errors=True)
        part.rename(target)
    return target / SINGLE if (target / SINGLE).is_file() else target


def make_office_key(data: DataFolder, pack: Path, passphrase: str, clock: Clock) -> SecretKey:
    """A key whose wrapped half lies here, and its public half in the pack's copy. PASSPHRASE_SHORT."""
    secret = make_key()
    keep_key(data, wrap(secret, checked_passphrase(passphrase)))
    put_office_key(pack / EVENT, secret.public.text)
    with open_store(data) as store, store.write() as db:
        audit.note(db, clock, Role.STAFF, Act.KEY_MADE, subject=secret.fingerprint)
    return secret


def put_office_key(event: Path, text: str) -> None:
    """Write the key beside `office_key` in the sheet `event`, in a row of its own where there is none."""
    book = openpyxl.load_workbook(event)
    sheet = next(one for one in book.worksheets if one.title.strip().lower() == "event")
    row = next(
        (row for row in sheet.iter_rows() if str(row[0].value or "").strip().lower() == "office_key"), None
    )
    if row is None:
        sheet.append(["office_key", text])
    else:
        sheet.cell(row[0].row, 2).value = text
    content = io.BytesIO()
    book.save(content)
    _write(event, content.getvalue())


def finish(data: DataFolder, now: SetUp, event_id: str, pin: str, clock: Clock) -> None:
    """The tablet is set up: its name, its PIN, a closed stall, and the pack that opens from now on.

    KioskError: PIN_DIGITS, PIN_SIMPLE, and those of the disk.
    """
    with open_store(data.made()) as store:
        door = Pin(store, clock)
        if pin and not door.is_set:
            door.set(pin)
        with store.write() as db:
            settings.put(db, settings.TABLET_NAME, now.tablet)
        set_stall(store, clock, event_id, State.CLOSED)
    with told(data.root):
        _write(data.last_pack, now.pack.encode("utf-8"))
        (data.root / FILE).unlink(missing_ok=True)


def has_pin(data: DataFolder, clock: Clock) -> bool:
    """Whether a PIN of an earlier event still holds here; it is then not asked for again."""
    if not data.database.exists():
        return False
    with open_store(data) as store:
        return Pin(store, clock).is_set


def _copy(source: PackSource, folder: Path) -> None:
    for name, content in source.workbooks.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        _write(place, content)
    for attachment in source.attachments:
        attachment.copy_to(folder)


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
