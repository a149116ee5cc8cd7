"""The draft in a preview: a process and a data folder of its own; the stall is not touched."""

import pytest

from kiosk.paths import DataFolder
from ui.commands.run import commands
from ui.session.trial import Trial, beside_strip


class FakeProcess:
    """A preview that runs until somebody ends it."""

    def __init__(self, command):
        self.command = list(command)
        self.code = None

    def poll(self):
        return self.code

    def terminate(self):
        self.code = -15

    def kill(self):
        self.code = -9

    def wait(self, timeout=None):
        return self.code


@pytest.fixture
def started(model):
    """The previews that were started, none of them real."""
    room, begun = model.room, []

    def start(command):
        begun.append(FakeProcess(command))
        return begun[-1]

    room.trial = Trial(room.home, lambda: (1280, 800), start)
    return begun


def test_the_draft_opens_in_a_window_of_its_own(with_draft, model, press, started):
    audit = list(model.room.store.db.execute("SELECT * FROM audit"))
    press("Preview", "Open the preview")
    assert with_draft.heading == "The preview is open"
    words = started[0].command
    assert words[words.index("open") + 1] == str(model.draft.folder)
    assert words[words.index("--window") + 1] == "1280x800"
    assert words[words.index("--data") + 1] == str(model.room.home.root / "preview")
    assert not model.room.home.last_pack.exists()
    assert list(model.room.store.db.execute("SELECT * FROM audit")) == audit


def test_its_command_is_one_that_the_program_knows(press, started):
    press("Preview", "Open the preview")
    words = started[0].command
    arguments = words[words.index("open") + 1 :]
    command = commands.get_command(None, "open")
    context = command.make_context("open", list(arguments))
    assert context.params["size"] == (1280, 800)
    assert context.params["root"].name == "preview"


def test_it_is_closed_from_the_page_and_by_itself(with_draft, press, started):
    press("Preview", "Open the preview", "Close the preview")
    assert started[0].code == -15
    assert with_draft.sees("Open the preview")
    press("Open the preview")
    started[1].code = 0
    with_draft.wait(1)
    assert with_draft.heading == "Preview"


def test_one_that_is_opened_again_replaces_the_first(press, started):
    press("Preview", "Open the preview", "Open it again")
    assert [one.code for one in started] == [-15, None]


def test_no_resident_finds_it_once_the_desk_is_locked(with_draft, press, started):
    press("Preview", "Open the preview")
    with_draft.wait(120)
    assert with_draft.page == "team-gate"
    assert started[0].code == -15


def test_over_a_full_screen_it_says_how_to_come_back(with_draft, model, press, started):
    model.room.full_screen = True
    press("Preview", "Open the preview")
    assert with_draft.sees("It lies over this page.")


def test_a_draft_that_cannot_be_opened_says_why(with_draft, model, press, started):
    (model.draft.folder / "forms" / "park.xlsx").write_bytes(b"no workbook")
    press("Preview", "Open the preview")
    assert started == []
    assert with_draft.sees("park.xlsx")


def test_what_was_put_in_goes_with_it(tmp_path):
    trial = Trial(DataFolder(tmp_path), lambda: (800, 600), FakeProcess)
    trial.open(tmp_path / "pack")
    trial.data.practice.made()
    (trial.data.practice.root / "kiosk.db").touch()
    assert trial.running
    trial.close()
    assert not trial.running
    assert not trial.data.root.exists()


def test_it_is_drawn_as_large_as_somebody_measured_the_screen(tmp_path):
    home = DataFolder(tmp_path)
    home.screen.write_text("{}")
    trial = Trial(home, lambda: (800, 600), FakeProcess)
    trial.open(tmp_path / "pack")
    assert trial.data.screen.read_text() == "{}"


def test_window_and_strip_fit_on_the_screen():
    assert beside_strip((1920, 1080)) == (1460, 1000)
    assert beside_strip((800, 480)) == (640, 480)
