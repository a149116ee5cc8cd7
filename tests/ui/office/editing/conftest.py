"""Staff at the desk with a draft of the practice event open."""

import importlib.util
from pathlib import Path

import pytest

_path = Path(__file__).parents[2] / "team" / "conftest.py"
_spec = importlib.util.spec_from_file_location("desk_of_drafts", _path)
assert _spec and _spec.loader
_desk = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_desk)

drives, knock, finished = _desk.drives, _desk.knock, _desk.finished
real_pack, real_desk, office_desk, with_drives = (
    _desk.real_pack, _desk.real_desk, _desk.office_desk, _desk.with_drives,
)  # fmt: skip


@pytest.fixture
def editor(office_desk, finished):
    """The event editor on a copy of the tablet's event, called "mine"."""
    office_desk.press("The event", "A copy of this tablet's event")
    office_desk.model.team.leaf.model.write("name", "mine")
    office_desk.press("Continue")
    finished(office_desk)
    return office_desk


@pytest.fixture
def draft(editor):
    return editor.model.team.made["event"].model.draft
