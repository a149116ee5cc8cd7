"""The strip for staff: jump to a question, see what is hidden and why, change language, size and colours."""

from dataclasses import replace

import pytest

from kiosk.paths import DataFolder
from kiosk.storage.sealed.keys import make_key, practice_key, public_key_for
from ui.app import Surroundings
from ui.commands import opening
from ui.preview import tried
from ui.residents.screen import Screen


@pytest.fixture
def previewed(make_stall):
    """A stall on the practice event with the strip, and the strip's own screen."""
    stall = make_stall(preview=True)
    strip = Screen(stall.kiosk.preview.window)
    strip.settle()
    return stall, strip


def entry(stall, label):
    return next(each for each in stall.kiosk.preview.model.questions if each["label"].startswith(label))


def test_a_press_begins_an_activity_and_another_jumps_to_a_question(previewed):
    stall, strip = previewed
    assert stall.page == "welcome"
    strip.press("Help design the park")
    assert stall.page == "promise"
    strip.press("How often do you go to a park now?")
    stall.screen.settle()
    assert stall.heading == "How often do you go to a park now?"
    assert entry(stall, "How often")["chosen"]
    strip.press("Join in, share a skill")
    assert stall.model.at.visit.activity.id == "join"


def test_a_hidden_question_says_why_and_comes_when_the_answer_changes(previewed):
    stall, strip = previewed
    strip.press(
        "Help design the park",
    )
    away = entry(stall, "What keeps you away")
    assert not away["asked"]
    assert away["why"].startswith("Hidden. It is asked if “How often do you go to a park now?” is")
    assert away["why"].endswith("Now: “How often do you go to a park now?”: not answered.")
    assert any(away["why"] == text for text in strip.texts())
    strip.press("What keeps you away from parks?")
    assert stall.page == "promise", "what is hidden cannot be jumped to"
    strip.press("How often do you go to a park now?")
    stall.press("Never")
    assert entry(stall, "What keeps you away")["asked"]
    strip.press("What keeps you away from parks?")
    assert stall.heading == "What keeps you away from parks?"


def test_language_size_and_colours_are_the_residents_and_not_the_strips(previewed):
    stall, strip = previewed
    strip.press("Urdu")
    strip.press("Largest")
    strip.press("High contrast")
    manner = stall.kiosk.look.manner
    assert (manner.language, manner.size.value, manner.colours.value) == ("ur", "largest", "high-contrast")
    assert "Preview, for staff. Nothing here is a real answer: it is kept as practice." in strip.texts()
    height = next(c.rect.height() for c in strip.controls() if c.name == "Urdu")
    assert height < 60


def test_questions_of_about_you_can_be_jumped_to_and_left(previewed):
    stall, strip = previewed
    strip.press("Help design the park")
    about = next(
        e
        for e in stall.kiosk.preview.model.questions
        if e["path"] in {q.path for q in stall.model.at.visit.about.questions()} and e["asked"]
    )
    stall.kiosk.preview.model.jump(about["path"])
    stall.screen.settle()
    assert stall.page == "question"


def test_full_screen_and_at_a_stall_there_is_none(stall):
    assert Surroundings().preview is False
    assert stall.kiosk.preview is None


def test_what_is_put_in_goes_to_practice_though_the_pack_is_real(make_stall, pack, monkeypatch, tmp_path):
    real = replace(pack, practice=False, event=replace(pack.event, office_key=make_key().public.text))
    asked = {}

    def run(opened, data, around):
        asked.update(pack=opened, data=data, around=around)
        return 0

    monkeypatch.setattr("ui.app.run", run)
    monkeypatch.setattr(opening, "screen_here", lambda _: True)
    monkeypatch.setattr("ui.stall.missing_library", lambda _: "")
    monkeypatch.setattr(opening, "pack_to_open", lambda *_: real)
    opening.command.main(["--window", "1280x800", "--data", str(tmp_path)], standalone_mode=False)
    assert asked["data"] == DataFolder(tmp_path).practice
    assert asked["pack"].practice
    assert asked["around"].preview

    assert public_key_for(tried(real)) == practice_key() != public_key_for(real)
    assert make_stall(tried(real), preview=True).sees("Practice")


def test_guidance_for_the_team_stands_in_the_strip_and_nowhere_else(make_stall, form_alone):
    row = {"type": "text", "name": "q", "label": "What?", "guidance_hint": "Do not lead."}
    stall = make_stall(form_alone(row), preview=True)
    stall.kiosk.preview.model.open("small")
    stall.screen.settle()
    assert entry(stall, "What?")["why"] == "For the team: Do not lead."
    assert not stall.sees("Do not lead.")
