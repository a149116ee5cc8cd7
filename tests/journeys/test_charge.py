"""A battery that runs down: the team is asked for a charger, and no visit begins that could not be saved."""

import pytest

from kiosk.team.health import Charge, charge


@pytest.fixture
def stall(make_stall):
    """A stall whose battery a test can drain."""
    stall = make_stall()
    stall.level = Charge.FINE
    stall.kiosk.model._charge._read = lambda: stall.level
    return stall


def drain(stall, to):
    stall.level = to
    for _ in range(60):
        stall.model.tick()
    stall.screen.settle()


def test_the_team_is_asked_for_a_charger_on_welcome_until_it_charges(stall):
    drain(stall, Charge.LOW)
    assert stall.sees("Staff: please charge this tablet.")
    drain(stall, Charge.FINE)
    assert not stall.sees("Staff: please charge this tablet.")


def test_an_empty_battery_lets_a_visit_end_and_no_other_begin(stall):
    stall.press("How was today?", "Start")
    drain(stall, Charge.EMPTY)
    stall.press("Good")
    assert stall.heading == "Thank you. It is saved."
    assert len(stall.saved()) == 1
    stall.press("Finish and clear")
    assert stall.heading == "This tablet needs to charge"
    assert stall.sees("Please use another tablet, or ask somebody at this stall.")
    drain(stall, Charge.LOW)
    assert stall.page == "welcome"


@pytest.mark.parametrize(
    ("level", "status", "found"),
    [
        ("80", "Discharging", Charge.FINE),
        ("15", "Discharging", Charge.LOW),
        ("15", "Charging", Charge.FINE),
        ("5", "Discharging", Charge.EMPTY),
        ("3", "Not charging", Charge.FINE),
        ("odd", "Discharging", Charge.FINE),
    ],
)
def test_what_the_system_says_of_its_battery(tmp_path, level, status, found):
    supply = tmp_path / "BAT0"
    supply.mkdir()
    (supply / "capacity").write_text(f"{level}\n")
    (supply / "status").write_text(f"{status}\n")
    assert charge(tmp_path) is found


def test_a_machine_without_a_battery_is_fine(tmp_path):
    assert charge(tmp_path) is Charge.FINE
