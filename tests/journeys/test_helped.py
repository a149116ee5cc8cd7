"""Helper mode on the real screens: its sign, answers read back, and no way to open them again."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from kiosk.coproduction.counted import counted
from kiosk.visit.idle import HELPED_IDLE
from kiosk.visit.manner import Manner
from tests.journeys.test_hard_for_me import LANGUAGES, press, said


@pytest.fixture
def helped(make_stall: Any) -> Any:
    """A stall whose team has said that it helps the next person."""

    def make(language: str = "en") -> Any:
        stall = make_stall(manner=Manner(language))
        stall.model.helping.start()
        stall.screen.settle()
        return stall

    return make


def quick(stall: Any) -> None:
    """As far as the read-back of the one question."""
    cards = {card["id"]: card["spoken"] for card in stall.model.welcome.cards}
    stall.press(cards["today"])
    press(stall, "Start")
    stall.press(stall.model.question.names[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_helped_visit_from_the_sign_to_the_record(helped: Any, language: str) -> None:
    stall = helped(language)
    assert said(stall, "Somebody helps")[0] in stall.texts
    quick(stall)
    assert stall.heading == said(stall, "Is this what you want to say?")[0]
    assert said(stall, "Somebody helps")[0] in stall.texts
    assert not stall.saved()
    answer = stall.model.check.rows[0]["answer"]
    assert answer and stall.sees(answer)
    press(stall, "Yes, save it")
    assert stall.page == "thanks"
    [kept] = stall.saved()
    assert kept.assisted
    press(stall, "Finish and clear")
    assert said(stall, "Somebody helps")[0] not in stall.texts
    quick(stall)
    assert stall.page == "thanks", "the next person answers alone"
    assert sorted(one.assisted for one in stall.saved()) == [False, True]
    assert counted(stall.kiosk.keeping.store.db, stall.pack.event.id).assisted == 1


def test_no_change_it_leads_back_and_the_change_is_what_is_saved(helped: Any) -> None:
    stall = helped()
    quick(stall)
    stall.press("No, change it")
    assert stall.page == "question"
    stall.press("Not good at all")
    assert stall.model.check.rows[0]["answer"] == "Not good at all"
    stall.press("Yes, save it")
    [kept] = stall.saved()
    assert list(kept.answers.values()) == ["bad"]


def test_the_answers_are_spoken_as_they_are_read_back(helped: Any) -> None:
    stall = helped()
    stall.press("Listen")
    quick(stall)
    assert "Is this what you want to say?" in stall.spoken[-1]
    assert "How was today for you?: Very good" in stall.spoken[-1]


def test_once_saved_nothing_can_be_opened_again(helped: Any) -> None:
    stall = helped()
    quick(stall)
    stall.press("Yes, save it")
    stall.key(Qt.Key.Key_Escape)
    assert stall.page == "thanks"
    assert stall.model.at.visit is None
    assert not stall.model.check.rows
    assert "Very good" not in stall.texts
    stall.press("Finish and clear")
    stall.key(Qt.Key.Key_Escape)
    assert stall.page == "welcome"
    assert not stall.model.check.rows


def test_it_ends_with_start_again_and_when_nobody_comes(helped: Any) -> None:
    stall = helped()
    stall.press("How was today?", "Start again", "Yes, clear it")
    assert not stall.model.helping.on
    stall.model.helping.start()
    stall.wait(HELPED_IDLE - 10)
    assert stall.model.helping.on
    stall.wait(20)
    assert stall.page == "still-there"
    stall.wait(60)
    assert stall.page == "welcome"
    assert not stall.model.helping.on


def test_the_wait_is_longer_and_help_says_how_long(helped: Any) -> None:
    stall = helped()
    stall.press("Help")
    assert any("After 10 minutes" in text for text in stall.everywhere())


def test_an_idea_is_marked_as_helped_too(helped: Any) -> None:
    stall = helped()
    stall.press("Ideas wall", "Add an idea")
    if stall.page == "promise":
        stall.press("Start")
    stall.model.writing.put("A bench by the pond")
    stall.model.forward()
    stall.screen.settle()
    stall.press("Yes, save it")
    assert counted(stall.kiosk.keeping.store.db, stall.pack.event.id).assisted == 1
