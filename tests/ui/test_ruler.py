"""Sizes in the world: the screen is measured with a card, kept for that screen, and drawn by from then on."""

import json

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.errors import KioskError
from kiosk.paths import DataFolder
from ui.health.doctor import look_over
from ui.painting.panel import LEAST_DENSITY, Panel
from ui.viewmodels.manner.look import PX_PER_MM
from ui.viewmodels.manner.ruler import CARD

FULL_SCREEN = None


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "data" / "screen.json"


@pytest.fixture
def at_the_ruler(make_stall):
    stall = make_stall()
    stall.model.open_over("ruler")
    stall.screen.settle()
    return stall


def test_nothing_measured_is_as_the_screen_says_or_a_tablet_in_a_window(qapp, kept):
    assert Panel(kept, FULL_SCREEN).measured() is None
    assert Panel(kept, (1280, 800)).density() == PX_PER_MM


def test_what_was_measured_counts_on_that_screen_alone(qapp, kept):
    Panel(kept, FULL_SCREEN).keep(6.25)
    assert Panel(kept, FULL_SCREEN).density() == 6.25
    assert Panel(kept, (1280, 800)).density() == 6.25
    facts = json.loads(kept.read_text("utf-8"))
    kept.write_text(json.dumps({**facts, "screen": [1, 1]}), "utf-8")
    assert Panel(kept, FULL_SCREEN).measured() is None


@pytest.mark.parametrize(
    "written", ["", "[]", "{}", '{"px_per_mm": "much"}', '{"px_per_mm": NaN, "screen": [800, 800]}', "\x00"]
)
def test_a_damaged_file_counts_for_nothing(qapp, kept, written):
    kept.parent.mkdir(parents=True)
    kept.write_text(written, "utf-8")
    assert Panel(kept, FULL_SCREEN).measured() is None


def test_a_density_that_no_screen_has_is_not_believed(qapp, kept):
    size = QGuiApplication.primaryScreen().size()
    for density in (LEAST_DENSITY / 2, 1000):
        kept.parent.mkdir(parents=True, exist_ok=True)
        facts = {"px_per_mm": density, "screen": [size.width(), size.height()]}
        kept.write_text(json.dumps(facts), "utf-8")
        assert Panel(kept, FULL_SCREEN).measured() is None


def test_a_folder_that_cannot_be_written_is_said(qapp, tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(KioskError):
        Panel(tmp_path / "data" / "screen.json", FULL_SCREEN).keep(6.0)


def test_a_card_made_longer_makes_everything_larger_once_it_is_done(at_the_ruler):
    stall = at_the_ruler
    begun = stall.model.ruler.card
    assert begun == round(PX_PER_MM * CARD)
    button = stall.control("Longer").rect
    stall.press("Longer", "Longer", "Much longer", "Shorter")
    assert stall.model.ruler.card == begun + 11
    assert stall.control("Longer").rect == button  # nothing moves under the finger
    stall.press("Done")
    assert stall.page == "welcome"
    assert stall.kiosk.look.density == pytest.approx((begun + 11) / CARD)
    facts = json.loads(stall.data.screen.read_text("utf-8"))
    assert facts["px_per_mm"] == pytest.approx((begun + 11) / CARD, abs=1e-3)


def test_a_card_that_fits_already_changes_nothing(at_the_ruler):
    at_the_ruler.press("Done")
    assert at_the_ruler.page == "welcome"
    assert not at_the_ruler.data.screen.exists()


def test_back_keeps_nothing(at_the_ruler):
    at_the_ruler.press("Much longer", "Back")
    assert at_the_ruler.kiosk.look.density == PX_PER_MM
    assert not at_the_ruler.data.screen.exists()
    assert at_the_ruler.model.ruler.card == round(PX_PER_MM * CARD)


def test_what_cannot_be_kept_is_said_and_the_ruler_stays(at_the_ruler):
    at_the_ruler.data.screen.mkdir(parents=True)
    at_the_ruler.press("Longer", "Done")
    assert at_the_ruler.page == "ruler"
    assert at_the_ruler.sees("Nothing can be written to")


def test_a_visit_stays_at_the_size_that_was_measured(at_the_ruler):
    at_the_ruler.press("Much longer", "Done")
    at_the_ruler.model.wipe()
    assert at_the_ruler.kiosk.look.density > PX_PER_MM


@pytest.mark.parametrize(("measured", "told"), [(False, "--calibrate"), (True, "were measured")])
def test_doctor_says_whether_the_screen_was_measured(tmp_path, monkeypatch, measured, told):
    monkeypatch.setattr("ui.health.doctor.screen_here", lambda _environment: True)
    data = DataFolder(tmp_path)
    if measured:
        data.screen.write_text("{}", "utf-8")
    assert told in next(str(found) for found in look_over(data) if found.what == "screen")
