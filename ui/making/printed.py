"""Draws the pictures of what is printed, for docs/for-staff/paper.md: pages of real PDFs, as small PNGs."""

import random
import shutil
import subprocess
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from PIL import Image

from exports.paper.card import table_card
from exports.paper.charter import charter_sheet
from exports.paper.form import paper_form
from exports.paper.poster import poster
from exports.paper.slips import slips
from exports.report.as_pdf import as_pdf
from exports.report.gather import gather
from exports.report.heard import Heard
from exports.report.notes import Notes
from exports.report.telling import tell
from kiosk.clock import FakeClock
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import AnswerSet, remember_forms, save
from kiosk.storage.sealed.keys import make_key
from kiosk.storage.sealed.reference import check_sign

DAY = date(2027, 6, 12)
REFERENCE = "7F3K9QXD" + check_sign("7F3K9QXD")  # given to nobody
ADDRESS = "https://www.example.org/charter"
DOTS = 50  # an inch: to see the page, not to read it
COLOURS = 32


def printed(folder: Path, scratch: Path) -> Iterator[str]:
    """Draw a page of each thing into `folder`; the names drawn. Nothing where pdftoppm is missing."""
    if not shutil.which("pdftoppm"):
        return
    found = open_pack(practice_pack(), None)
    pack = replace(found, event=replace(found.event, charter_address=ADDRESS))
    park = [pack.activity("park")]
    report = as_pdf(tell(_heard(pack, scratch), "en"))
    pages: dict[str, tuple[Callable[[], bytes], int]] = {
        "paper-poster": (lambda: poster(pack, time="10 am to 3 pm"), 1),
        "paper-card": (lambda: table_card(pack, "pa"), 1),
        "paper-form": (lambda: paper_form(pack, park), 1),
        "paper-form-urdu": (lambda: paper_form(pack, park, "ur"), 2),
        "paper-slips": (lambda: slips(pack, [REFERENCE] * 8, DAY), 1),
        "paper-charter": (lambda: charter_sheet(pack), 1),
        "report-cover": (lambda: report, 1),
        "report-chart": (lambda: report, 4),
    }
    for name, (make, page) in pages.items():
        _picture(make(), page, folder / f"{name}.png", scratch)
        yield name


def _picture(content: bytes, page: int, to: Path, scratch: Path) -> None:
    path = scratch / "page.pdf"
    path.write_bytes(content)
    numbers = ["-f", str(page), "-l", str(page), "-singlefile"]
    command = ["pdftoppm", "-r", str(DOTS), *numbers, str(path), str(scratch / "page")]
    subprocess.run(command, check=True)  # noqa: S603 - our own words, our own file
    few = Image.open(scratch / "page.ppm").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(to, optimize=True)


def _heard(pack: Pack, scratch: Path) -> Heard:
    """What was heard from made-up answers, the same each time."""
    chance, secret = random.Random(7), make_key()
    with open_store(DataFolder(scratch / "heard")) as store:
        remember_forms(store, pack, DAY)
        made = [_answers(pack, "park" if number % 2 else "about", chance) for number in range(160)]
        save(store, secret.public, made)
        return gather(store, secret, pack, "en", Notes(), clock=FakeClock())


def _answers(pack: Pack, activity: str, chance: random.Random) -> AnswerSet:
    given = {
        "often": chance.choice(["most_days", "most_weeks", "sometimes", "sometimes", "never"]),
        "stops": chance.choice(["far", "unsafe", "toilets", "time"]),
        "more": " ".join(chance.sample(["lighting", "seats", "play", "paths", "toilets"], 2)),
        "safe": chance.choice("12233445"),
        "wish": chance.choice(["Somewhere to sit in the shade.", "ਝੂਲੇ ਅਤੇ ਪਾਣੀ", "Light by the canal."]),
        "quote": "yes",
    }
    if activity == "about":
        ages = ["under_25", "25_to_44", "45_to_64", "65_over"]
        town = chance.choice(["tipton", "tipton", "oldbury", "smethwick"])
        given = {"age": chance.choices(ages, [1, 4, 4, 4])[0], "town": town}
    return AnswerSet(
        id=str(uuid.UUID(int=chance.getrandbits(128), version=4)),
        lookup=f"{chance.getrandbits(256):064x}",
        event_id=pack.event.id,
        activity=activity,
        form_version=pack.form_of(pack.activity(activity)).version,
        day=DAY,
        answers={f"/data/{path}": value for path, value in given.items()},
        language="pa" if "ਝ" in given.get("wish", "") else "en",
    )
