"""Draws the pictures of the README and the docs, the same each time: `make pictures`."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from kiosk.clock import FakeClock
from kiosk.pack.library import open_pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage.sealed.reference import check_sign
from kiosk.visit.manner import Colours, Manner, Size
from ui.making.printed import printed
from ui.residents.party import PANEL, offscreen, unheard

EXAMPLE = "7F3K9QXD"  # with its check sign: a reference that was given to nobody


@dataclass(frozen=True)
class Shot:
    """One picture: the page's name on the tour, and how it is looked at."""

    name: str
    page: str
    manner: Manner = field(default_factory=Manner)


SHOTS = (
    Shot("welcome", "welcome"),
    Shot("promise", "park-promise"),
    Shot("question", "park-more-chosen"),
    Shot("typing", "park-wish-typing"),
    Shot("speaking", "park-wish-recording"),
    Shot("check", "park-check"),
    Shot("thanks", "park-thanks"),
    Shot("still-there", "still-there"),
    Shot("wall", "wall"),
    Shot("idea", "idea-backed"),
    Shot("removal-code", "idea-new-thanks"),
    Shot("reply", "reply-2"),
    Shot("hard", "help-hard"),
    Shot("hard-screen", "hard-screen"),
    Shot("read-back", "read-back"),
    Shot("today", "today"),
    Shot("home", "help-home"),
    Shot("urdu-large", "park-often-chosen", Manner("ur", Size.LARGE, Colours.HIGH_CONTRAST)),
    Shot("punjabi", "park-promise", Manner("pa")),
    Shot("largest", "park-more", Manner("en", Size.LARGEST)),
    Shot("team-door", "team-gate"),
    Shot("desk", "team-today"),
    Shot("desk-open", "team-today-opening"),
    Shot("desk-missing", "team-missing"),
    Shot("desk-carry", "team-carry"),
    Shot("office", "team-packs"),
    Shot("office-answers", "team-answers-of-an-activity"),
    Shot("edit-event", "team-event-home"),
    Shot("edit-text", "team-event-title"),
    Shot("edit-promise", "team-event-promise"),
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def main(folder: Path) -> None:
    """Draw every picture into FOLDER."""
    offscreen()
    with tempfile.TemporaryDirectory() as scratch:
        for manner in dict.fromkeys(shot.manner for shot in SHOTS):
            wanted = {shot.page: shot.name for shot in SHOTS if shot.manner == manner}
            for name in _draw(manner, wanted, folder, Path(scratch)):
                click.echo(name)
        click.echo(_strip(folder, Path(scratch)))
        for name in printed(folder, Path(scratch)):
            click.echo(name)


def _strip(folder: Path, scratch: Path) -> str:
    """The strip that staff have beside a preview, with a question that is hidden and why."""
    from ui.app import Kiosk, Surroundings, application  # noqa: PLC0415 - after the platform is chosen
    from ui.residents.screen import Screen  # noqa: PLC0415

    application()
    around = Surroundings(clock=FakeClock(), open_voice=unheard, size=PANEL, preview=True)
    pack = open_pack(practice_pack(), None)
    kiosk = Kiosk(pack, DataFolder(Path(tempfile.mkdtemp(dir=scratch))), around)
    kiosk.show()
    assert kiosk.preview is not None
    kiosk.preview.model.open(next(each.id for each in pack.activities if each.on))
    screen = Screen(kiosk.preview.window)
    screen.settle()
    screen.picture(folder / "preview.png")
    kiosk.close()
    return "preview"


def _draw(manner: Manner, wanted: dict[str, str], folder: Path, scratch: Path) -> Iterator[str]:
    from ui.app import Kiosk, Surroundings, application  # noqa: PLC0415 - after the platform is chosen
    from ui.residents.microphone import pretended  # noqa: PLC0415
    from ui.residents.screen import Screen  # noqa: PLC0415
    from ui.residents.tour import walk  # noqa: PLC0415

    application()
    clock = FakeClock()
    around = Surroundings(clock=clock, open_voice=unheard, open_recorder=pretended, size=PANEL, manner=manner)
    data = DataFolder(Path(tempfile.mkdtemp(dir=scratch)))
    kiosk = Kiosk(open_pack(practice_pack(), None), data, around)
    kiosk.show()
    screen = Screen(kiosk.window)
    for stop in walk(kiosk, clock, screen):
        name = wanted.get(stop.name)
        if name and stop.part == 1:
            if kiosk.model.at.saved:
                kiosk.model.at.saved = replace(kiosk.model.at.saved, reference=EXAMPLE + check_sign(EXAMPLE))
                kiosk.model.show()
                screen.settle()
            screen.picture(folder / f"{name}.png")
            yield name
    kiosk.close()


if __name__ == "__main__":
    main()
