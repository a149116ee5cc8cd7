"""The tour of the team's part: its door, each section, and the pages behind them."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.clock import today
from kiosk.storage.kept.tallies import Mark, raise_tallies
from kiosk.team.doors import PRACTICE_PIN
from kiosk.team.drives import Drive
from ui.app import Kiosk
from ui.residents.screen import Screen
from ui.residents.stop import Stop, parts
from ui.viewmodels.team.carry import CarryModel
from ui.viewmodels.team.printing.model import PrintModel
from ui.viewmodels.team.section import Part
from ui.viewmodels.team.setting_up.model import SetUpModel
from ui.viewmodels.team.sheet import SheetModel

BUSY = {10: 4, 11: 9, 12: 14, 13: 11, 14: 16, 15: 10}  # visits by the hour
PROFILE = (11, 17, 25, 32)  # who told us, bucket by bucket


class OneStick:
    """A stick that is always in, so that every picture is the same."""

    def now(self) -> tuple[Drive, ...]:
        return (Drive("/dev/sdb1", "FOR THE OFFICE", 16 * 10**9, 14 * 10**9, Path("stick")),)


def walk_team(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """From the corner of the bar through the desk, and back to residents."""
    team = kiosk.model.team
    team.language = kiosk.look.manner.language
    team.knock()
    yield from parts("team-gate", kiosk, screen)
    gate = team.leaf.model
    assert isinstance(gate, SheetModel)
    gate.edit("pin")
    yield from parts("team-gate-typing", kiosk, screen)
    kiosk.model.typing.done()
    gate.act("passphrase")
    yield from parts("team-gate-staff", kiosk, screen)
    gate.act("pin")
    gate.write("pin", PRACTICE_PIN)
    gate.forward()
    _give_stick(kiosk)
    _give_day(kiosk)
    for name, section in team.made.items():
        if section.part is Part.OFFICE:
            continue
        team.enter(name)
        yield from parts(f"team-{name}", kiosk, screen)
    yield from _behind(kiosk, screen)
    yield from _wizard(kiosk, screen)
    team.leave()


def _give_stick(kiosk: Kiosk) -> None:
    stick = OneStick()
    for section in kiosk.model.team.made.values():
        model = section.model
        if isinstance(model, CarryModel | PrintModel | SetUpModel):
            model.sticks.show(stick)


def _give_day(kiosk: Kiosk) -> None:
    """Counts as a busy day leaves them, so that the chart and the bands have something to show."""
    store, event = kiosk.keeping.store, kiosk.pack.event
    name = kiosk.pack.activities[0].id
    marks = [Mark("hour", f"{hour:02}") for hour, count in BUSY.items() for _ in range(count)]
    marks += (
        [Mark("visits", name)] * len(marks) + [Mark("language", "en")] * 44 + [Mark("language", "pa")] * 20
    )
    by_bucket = zip(kiosk.pack.profile, PROFILE, strict=False)
    marks += [mark for share, n in by_bucket for mark in [Mark(f"profile:{share.key}", share.bucket)] * n]
    raise_tallies(store.db, store.store_id, event.id, today(kiosk.around.clock), marks)


def _behind(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """The pages behind the sections: what a press on each of these names leads to."""
    team = kiosk.model.team
    steps: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
        ("opening", "today", (("act", "open"),)),
        ("wrong-day", "today", (("act", "open"), ("act", "no"))),
        ("shown", "ideas", (("act", "shown"),)),
        ("one-idea", "ideas", (("act", "shown"), ("first", ""))),
        ("why", "ideas", (("act", "shown"), ("first", ""), ("act", "hide"))),
        ("ready", "carry", (("first", ""),)),
        ("inward", "carry", (("act", "in"),)),
        ("poster", "print", (("choose", "poster"),)),
        ("slips", "print", (("choose", "slip"), ("type", "reference=7F3 K9Q XDY"))),
        ("letters", "print", (("choose", "charter"),)),
        ("language", "print", (("choose", "card"),)),
        ("to", "print", (("choose", "card"), ("first", ""))),
        ("pin", "tablet", (("act", "pin"),)),
        ("quit", "tablet", (("act", "quit"),)),
    )
    for name, section, presses in steps:
        team.enter(section)
        for kind, what in presses:
            _press(team.made[section].model, kind, what)
        yield from parts(f"team-{section}-{name}", kiosk, screen)


def _press(model: SheetModel, kind: str, what: str) -> None:
    if kind == "act":
        model.act(what)
    elif kind == "choose":
        model.choose(what)
    elif kind == "type":
        field, _, text = what.partition("=")
        model.write(field, text)
        model.entered(field)
    elif model.now.choices:
        model.choose(model.now.choices[0].id)


def _wizard(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """Every step of setting up, on the event that is open."""
    team = kiosk.model.team
    team.enter("set-up")
    wizard = team.made["set-up"].model
    assert isinstance(wizard, SetUpModel)
    wizard.pack = kiosk.pack
    for name in wizard.step_names:
        wizard.show_step(name)
        yield from parts(f"team-set-up-{name}", kiosk, screen)
