"""Before leaving: what people said today, for those who have answered, and where to carry on at home."""

import re
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.pack.model import Pack
from kiosk.visit.manner import Manner
from tests.journeys.test_hard_for_me import LANGUAGES, press, said


@pytest.fixture
def live_today(pack: Pack) -> Pack:
    """The practice event, where the live question is one tap."""
    return replace(pack, event=replace(pack.event, live_question="today/feeling"))


def answer(stall: Any, place: int = 0) -> None:
    """One resident, from Welcome to Thank you."""
    cards = {card["id"]: card["spoken"] for card in stall.model.welcome.cards}
    stall.press(cards["today"])
    press(stall, "Start")
    stall.press(stall.model.question.names[place])
    assert stall.page == "thanks"


def finish(stall: Any) -> None:
    press(stall, "Finish and clear")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fifth_answer_shows_it_and_the_sixth_sees_the_same(
    make_stall: Any, live_today: Pack, language: str
) -> None:
    stall = make_stall(live_today, manner=Manner(language))
    for place in (0, 0, 1, 4):
        answer(stall, place)
        assert stall.model.thanks.moreName == said(stall, "Carry on at home")[0], "fewer than five"
        finish(stall)
        stall.kiosk.look.speak(language)
    for place in (0, 3):
        answer(stall, place)
        press(stall, "Before you go", "Today so far")
        assert stall.heading == stall.model.today.question
        assert [bar["figure"] for bar in stall.model.today.bars] == [
            stall.model.words()("{count} of {of}", count=count, of=5) for count in (3, 1, 0, 0, 1)
        ]
        for bar in stall.model.today.bars:
            assert any(bar["label"] in text for text in stall.texts)
        press(stall, "Back", "Back")
        finish(stall)
        stall.kiosk.look.speak(language)


def test_who_has_not_answered_it_is_not_shown_it(make_stall: Any, live_today: Pack) -> None:
    stall = make_stall(live_today)
    for _ in range(5):
        answer(stall)
        finish(stall)
    stall.press("Help design the park", "Start", "Continue")
    for _ in range(20):
        if stall.page != "question":
            break
        stall.press("Skip" if stall.model.question.skippable else "Continue")
    stall.press("Continue", "No, thank you")
    assert stall.page == "thanks"
    assert stall.model.at.saved.today is None
    assert stall.model.thanks.moreName == "Carry on at home"


def test_the_chart_is_spoken_and_its_lengths_say_the_same_as_its_numbers(
    make_stall: Any, live_today: Pack
) -> None:
    stall = make_stall(live_today)
    for place in (0, 0, 0, 1, 4):
        answer(stall, place)
        if place != 4:
            finish(stall)
    press(stall, "Listen", "Before you go", "Today so far")
    assert "Very good: 3 of 5." in stall.spoken[-1]
    assert "Not good: 0 of 5." in stall.spoken[-1]
    assert [bar["share"] for bar in stall.model.today.bars] == [0.6, 0.2, 0.0, 0.0, 0.2]
    lengths = bars(stall.kiosk.window.contentItem())
    assert lengths[0] == pytest.approx(3 * lengths[1], rel=0.02)
    assert lengths[2] == 0


def bars(item: QQuickItem) -> list[float]:
    """How long each bar is drawn, in px, from the top down."""
    found = []
    for child in item.childItems():
        if child.metaObject().className().startswith("KBar_QMLTYPE") and child.isVisible():
            track = child.childItems()[1]
            found.append(track.childItems()[0].width())
        found += bars(child)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_for_home_is_the_events_and_holds_nothing_personal(
    make_stall: Any, language: str
) -> None:
    stall = make_stall(manner=Manner(language))
    answer(stall)
    reference = stall.model.at.saved.reference
    press(stall, "Carry on at home")
    assert stall.model.home.address == stall.pack.event.continue_address
    assert stall.pack.event.continue_address in stall.everywhere()
    assert not re.search("|".join((reference, "2027", language + "$")), stall.model.home.address)
    press(stall, "Back")
    assert stall.page == "thanks"


def test_without_an_address_it_is_offered_nowhere(make_stall: Any, pack: Pack) -> None:
    stall = make_stall(replace(pack, event=replace(pack.event, continue_address="")))
    answer(stall)
    assert stall.model.thanks.moreName == ""
    stall.press("Help")
    assert "Carry on at home" not in stall.everywhere()
