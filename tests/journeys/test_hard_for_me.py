"""Something here is hard for me: first under Help on every page, helped there and then, only counted."""

from typing import Any

import pytest

from kiosk.coproduction.barriers import Barrier
from kiosk.coproduction.counted import counted
from kiosk.visit.manner import Colours, Keys, Manner, Size

LANGUAGES = ("en", "ur", "pa")
HARD = "Something here is hard for me"
TITLES = {
    Barrier.WORDS: "The words",
    Barrier.SCREEN: "The screen",
    Barrier.SOUND: "The sound",
    Barrier.QUESTIONS: "The questions",
    Barrier.TRUST: "Trust",
    Barrier.OTHER: "Something else",
}


def said(stall: Any, *texts: str) -> list[str]:
    """The program's words in the language that the stall stands in."""
    return [stall.model.words()(text) for text in texts]


def press(stall: Any, *texts: str) -> None:
    stall.press(*said(stall, *texts))


def barriers(stall: Any) -> dict[str, int]:
    found = counted(stall.kiosk.keeping.store.db, stall.pack.event.id).barriers
    return {name: count for name, count in found.items() if count}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_of_the_six_is_offered_counted_once_and_led_back_from(make_stall: Any, language: str) -> None:
    stall = make_stall(manner=Manner(language))
    press(stall, "Help", HARD)
    for barrier, title in TITLES.items():
        for _ in range(2):
            press(stall, title)
            assert stall.heading == said(stall, title)[0]
            press(stall, "Back")
        assert stall.heading == said(stall, "What is hard for you here?")[0], barrier
    assert barriers(stall) == {barrier.value: 1 for barrier in Barrier}
    press(stall, "Back", "Back")
    assert stall.page == "welcome"


def test_the_next_person_is_counted_too(stall: Any) -> None:
    for times in (1, 2):
        press(stall, "How was today?", "Help", HARD, "The sound")
        assert barriers(stall) == {"sound": times}
        press(stall, "Start again", "Yes, clear it")


PAGES = {
    "welcome": (),
    "promise": ("Help design the park",),
    "question": ("Help design the park", "Start", "Continue"),
    "typing": (
        *("Help design the park", "Start", "Continue", "Skip", "Something else", "Continue"),
        "What else? Please say.",
    ),
    "wall": ("Ideas wall",),
    "charter": ("Our charter",),
    "thanks": ("How was today?", "Start", "Good"),
    "look": ("Look",),
}


@pytest.mark.parametrize("page", PAGES)
def test_it_is_the_first_thing_under_help_on_every_page(stall: Any, page: str) -> None:
    press(stall, *PAGES[page], "Help")
    bar = {"Language", "Look", "Listen", "Help", "Start again"}
    names = [control.name for control in stall.screen.controls() if control.pressable]
    below = [name for name in names if name not in bar and not name.endswith("For the team")]
    assert below[0] == HARD
    press(stall, HARD)
    assert stall.heading == "What is hard for you here?"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_helps_is_done_at_once_and_said(make_stall: Any, language: str) -> None:
    stall = make_stall(manner=Manner(language))
    press(stall, "Help", HARD, "The screen", "Bigger words")
    assert stall.model.manner.size is Size.MEDIUM
    assert any(said(stall, "Done. The words are bigger.")[0] in text for text in stall.everywhere())
    press(stall, "Back", "The screen", "Stronger colours", "Back", "The screen", "Letters from A to Z")
    assert stall.model.manner.colours is Colours.HIGH_CONTRAST
    assert stall.model.manner.keys is Keys.A_TO_Z
    assert "letters" not in [card["id"] for card in stall.model.aids.cards], (
        "what is so already is not offered"
    )
    press(stall, "Back", "The words", "Listen")
    assert stall.model.manner.listening
    assert stall.voice.log[-1].language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_to_help_paper_and_what_happens_to_answers_are_a_page_each(
    make_stall: Any, language: str
) -> None:
    stall = make_stall(manner=Manner(language))
    press(stall, "Help", HARD, "Something else", "Somebody to help me")
    assert stall.heading == said(stall, "Please help me with this")[0]
    press(stall, "Back", "A paper form")
    assert stall.heading == said(stall, "You can answer on paper")[0]
    press(stall, "Back", "Back", "Trust", "What happens to my answers")
    everything = " ".join(stall.everywhere())
    assert stall.pack.event.organiser.say(language) in everything
    assert said(stall, "You get a reference. With it we can take out what you said.")[0] in everything


def test_another_language_leads_back_to_the_question_in_it(stall: Any) -> None:
    press(stall, "Help design the park", "Start", "Continue", "Help", HARD, "The words", "Another language")
    stall.press("Urdu اردو")
    stall.press(stall.model.words()("Done"))
    assert stall.page == "question"
    assert stall.model.question.label == "آپ آج کل کتنی بار پارک جاتے ہیں؟"


def test_a_hard_question_is_skipped_from_there(stall: Any) -> None:
    press(stall, "Help design the park", "Start", "Continue")
    asked = stall.model.at.visit.path
    press(stall, "Help", HARD, "The questions", "Skip this question")
    assert stall.page == "question"
    assert stall.model.at.visit.path != asked


def test_nothing_is_offered_that_leads_nowhere(stall: Any) -> None:
    """On Welcome there is no question to skip and nothing to clear; with the voice off, none to change."""
    press(stall, "Help", HARD)
    offered = set()
    for title in TITLES.values():
        press(stall, title)
        offered |= {card["id"] for card in stall.model.aids.cards}
        press(stall, "Back")
    assert not offered & {"skip", "start-again", "voice", "quiet"}
    assert {"language", "bigger", "colours", "listen", "letters", "volunteer", "paper", "home"} <= offered


def test_help_does_not_wait_for_a_full_disk(stall: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from kiosk.errors import ErrorCode, KioskError  # noqa: PLC0415 - what the disk says

    def full(*_: object) -> None:
        raise KioskError(ErrorCode.DISK_FULL, path=stall.data.root)

    monkeypatch.setattr("ui.behind.keeping.count_barrier", full)
    press(stall, "Help", HARD, "Trust")
    assert stall.heading == "Trust"


def test_the_letters_chosen_stay_for_the_visit_and_no_longer(stall: Any) -> None:
    press(stall, "Help", HARD, "The screen", "Letters from A to Z", "Back", "Back", "Back")
    way = ("Start", "Continue", "Skip", "Something else", "Continue", "What else? Please say.")
    press(stall, "Help design the park", *way)
    assert first_letters(stall) == "abc"
    stall.press("QWERTY, another keyboard", "Done", "What else? Please say.")
    assert first_letters(stall) == "qwe"
    press(stall, "Start again", "Yes, clear it")
    assert stall.model.manner.keys is Keys.USUAL


def first_letters(stall: Any) -> str:
    """The first three keys that write a letter."""
    keys = [key for row in stall.model.typing.rows for key in row]
    return "".join(key["text"] for key in keys if key["text"].isalpha())[:3].lower()
