"""Staff at the desk: the same fixtures as the team's pages have."""

import importlib.util
from pathlib import Path
from random import Random

import pytest

from ui.residents.resident import Resident

_path = Path(__file__).parent.parent / "team" / "conftest.py"
_spec = importlib.util.spec_from_file_location("desk_fixtures", _path)
assert _spec and _spec.loader
_desk = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_desk)

PASSPHRASE = _desk.PASSPHRASE
drives, knock, finished = _desk.drives, _desk.knock, _desk.finished
real_pack, real_desk, office_desk, with_drives = (
    _desk.real_pack, _desk.real_desk, _desk.office_desk, _desk.with_drives,
)  # fmt: skip


@pytest.fixture
def to_section():
    """Goes to a section of the office by its name in the side bar."""

    def go(stall, name):
        for _ in range(9):
            if stall._called(name):
                break
            stall.press("More sections")
        stall.press(name)
        return stall

    return go


@pytest.fixture
def office_way(finished):
    """Takes a desk from its first page to the office."""

    def go(stall):
        stall.press("This tablet", "Office, for staff")
        stall.model.team.leaf.model.write("passphrase", PASSPHRASE)
        stall.press("Open")
        finished(stall)
        return stall

    return go


@pytest.fixture
def heard(real_desk):
    """Somebody has answered before staff came in."""
    real_desk.press("Back to residents")
    card = real_desk.model.welcome.cards[0]["spoken"]
    remembered = Resident(real_desk.screen, real_desk.model, Random(1), number=1).visit(card)
    real_desk.last_reference = remembered.reference
    real_desk.model.wipe()
    real_desk.screen.settle()
    return real_desk
