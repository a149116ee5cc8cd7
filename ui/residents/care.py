"""The tour of the office's pages for what comes in and how it is kept, with a week's packs made up."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from exports.readable.twice import Suggestion
from kiosk.office.held import held
from kiosk.storage.kept.signups import SignUp
from kiosk.storage.sealed.keys import SecretKey, practice_key
from kiosk.storage.sealed.recovery import letters
from kiosk.sync.merging.report import Held, MergeReport, Quarantined
from kiosk.sync.returning import ReturnSummary
from kiosk.team.drives import Drive
from ui.app import Kiosk
from ui.residents.screen import Screen
from ui.residents.stop import Stop, parts
from ui.viewmodels.office.care.bring_in import BringInModel
from ui.viewmodels.office.care.keys.model import KeysModel
from ui.viewmodels.office.care.keys.recovery import RecoveryPart
from ui.viewmodels.office.care.places import PlacesModel
from ui.viewmodels.office.care.send_back import SendBackModel
from ui.viewmodels.office.care.stepped import SteppedModel
from ui.viewmodels.office.care.twice import TwiceModel

CAME = ((1, 120), (2, 88), (4, 131))  # packs of the first tablet: one number never came
MADE_UP = SecretKey(bytes(range(32)), bytes(range(32, 64)))  # opens nothing
UNKNOWN = hashlib.md5(b"unknown", usedforsecurity=False).hexdigest()
REPORT = MergeReport(
    packs=("transfer-5b3c9a10-0004", "transfer-77aa01bc-0001"),
    known=("transfer-5b3c9a10-0001",),
    new=214,
    changed=3,
    withdrawn=1,
    held=(Held("transfer-90fe12ab-0001", UNKNOWN, "K"),),
    quarantined=(
        Quarantined("transfer-5b3c9a10-0002", "records.csv", 17, "a column is not as it should be"),
        Quarantined("transfer-77aa01bc-0002", "", 0, "it has no manifest: the carrying was not finished"),
    ),
    missing=("C", "D"),
    expected=4,
)


class OneStick:
    """A stick that is always in, so that every picture is the same."""

    def now(self) -> tuple[Drive, ...]:
        return (Drive("/dev/sdb1", "FROM THE STALL", 16 * 10**9, 14 * 10**9, Path("stick")),)


def give_packs(kiosk: Kiosk) -> None:
    """Two tablets' packs, one that is held, and what was set aside, as a week in an office leaves them."""
    db = kiosk.keeping.store.db
    if held(db).packs:
        return
    one, two = ("5b3c9a10" * 4, "77aa01bc" * 4)
    rows = [(one, number, "a" * 64, count, one, "A", 0, "2027-06-12") for number, count in CAME]
    rows.append((two, 1, "b" * 64, 60, two, "B", 1, "2027-06-13"))
    aside = [
        ("1" * 64, one, 2, "records.csv", 17, "a column is not as it should be", "x", b"", "2027-06-12"),
        ("2" * 64, "", 0, "datapackage.json", 0, "it has no manifest: the carrying was not finished", "", b"",
         "2027-06-13"),
    ]  # fmt: skip
    with db.atomic():
        db.conn.executemany("INSERT INTO pack VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        db.conn.executemany("INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", aside)
        db.conn.executemany(
            "INSERT INTO signer VALUES (?, '', ?, ?, ?, '2027-06-12')",
            [(one, one, "A", "accepted"), (two, two, "B", "accepted"), (UNKNOWN, "", "K", "struck")],
        )


def walk_care(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """The pages behind each section; the first ones are walked with all others of the office."""
    team = kiosk.model.team
    for section, steps in STEPS.items():
        for step in steps:
            team.enter(section)
            _to(team.made[section].model, step)
            yield from parts(f"team-{section}-{step}", kiosk, screen)


STEPS = {
    "bring-in": ("folder", "path", "report", "aside", "know"),
    "packs": ("tablet", "aside", "one"),
    "twice": ("pairs", "pair"),
    "send-back": ("ready", "pins", "done"),
    "keys": (
        *("key", "new-key", "passphrase", "recovery", "letters", "restore", "line", "choose", "key-opens"),
        *("tablets", "one-tablet", "other-tablet", "destroy", "destroy-sure", "destroyed"),
    ),
    "keeping": ("event", "sure", "ended", "withdrawn"),
    "trail": ("days", "kinds", "lines"),
}


def _to(model: SteppedModel, step: str) -> None:
    """Straight to a step, with what it needs to have something to show."""
    if isinstance(model, BringInModel):
        model.report, model._asked = REPORT, UNKNOWN
    elif isinstance(model, SendBackModel):
        model.drive = OneStick().now()[0]
        model._written = ReturnSummary(Path("stick"), 1, 214, 2, 9, 4, other_keys=3)
    elif isinstance(model, KeysModel):
        model.key = practice_key().fingerprint
        for part in model.parts:
            if isinstance(part, RecoveryPart):
                part._letters = letters(MADE_UP)
            if hasattr(part, "_tablet"):
                part._tablet = "5b3c9a10" * 4
    elif isinstance(model, TwiceModel):
        model._found = _pairs()
    if step == "one":
        model._digest = "1" * 64  # type: ignore[attr-defined]
    if step == "tablet":
        model._tablet = "5b3c9a10" * 4  # type: ignore[attr-defined]
    if step in ("event", "sure"):
        model._event = model.room.pack.event.id  # type: ignore[attr-defined]
    if isinstance(model, PlacesModel):
        model.browser.at = model.room.data.root
    model.to(step)


def _pairs() -> list[Suggestion]:
    def sign_up(name: str, phone: str, day: str) -> SignUp:
        details = {"name": name, "phone": phone, "postcode": "DY4 8RX"}
        return SignUp(name, "join", day, details)

    one = sign_up("Gurpreet Kaur", "07700 900123", "2027-06-12")
    other = sign_up("Gurpreet K Kaur", "+44 7700 900123", "2027-06-13")
    return [Suggestion(one, other, 93, ("phone", "postcode"), "")]
