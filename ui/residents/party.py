"""Some made-up residents, one after another, on one kiosk with no screen, no sound and a clock of its own."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

from kiosk.clock import Clock, SystemClock
from kiosk.pack.model import ActivityKind, Pack
from kiosk.paths import DataFolder
from kiosk.speech.model import Listeners
from kiosk.speech.silent import SilentSpeaker
from kiosk.storage.sealed.reference import grouped
from kiosk.visit.manner import Manner
from ui.app import Kiosk, Surroundings, application
from ui.residents.microphone import pretended
from ui.residents.resident import Remembered, Resident
from ui.residents.screen import Screen
from ui.voicing.said import Voice

PANEL = (1280, 800)


def offscreen() -> None:
    """Draw in memory, with no screen and no graphics card. Before Qt starts."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")


def unheard(_hear: Listeners) -> Voice:
    """A voice that keeps quiet and remembers."""
    return SilentSpeaker(clock=SystemClock())


def hold(
    pack: Pack,
    data: DataFolder,
    *,
    residents: int,
    seed: int | None,
    pictures: Path | None = None,
    clock: Clock | None = None,
) -> Iterator[Remembered]:
    """Each resident's visit as they remember it, once it is over."""
    offscreen()
    application()
    chance = Random(seed)
    manner = Manner(language=pack.event.default_language)
    around = Surroundings(
        clock=clock or SystemClock(), open_voice=unheard, open_recorder=pretended, size=PANEL, manner=manner
    )
    kiosk = Kiosk(pack, data, around)
    kiosk.show()
    screen = Screen(kiosk.window)
    screen.settle()
    try:
        for number in range(1, residents + 1):
            language = chance.choice(pack.event.languages)
            kiosk.look.speak(language)
            screen.settle()
            visits = [one.id for one in pack.activities if one.kind is not ActivityKind.IDEAS]
            cards = [card for card in kiosk.model.welcome.cards if card["id"] in visits]
            resident = Resident(screen, kiosk.model, chance, number=number, pictures=pictures)
            yield resident.visit(cards[(number - 1) % len(cards)]["spoken"])  # each activity in turn
    finally:
        kiosk.close()


def party(
    pack: Pack, data: DataFolder, *, residents: int, seed: int | None, pictures: Path | None = None
) -> Iterator[str]:
    """What was saved, a line a resident: never what they said."""
    saved = 0
    for number, visit in enumerate(
        hold(pack, data, residents=residents, seed=seed, pictures=pictures), start=1
    ):
        saved += visit.saved
        told = (
            f"{len(visit.answers)} answers, reference {grouped(visit.reference)}"
            if visit.saved
            else "not saved"
        )
        yield f"Resident {number}: {visit.activity}, {told}"
    yield f"{saved} of {residents} visits were saved."
