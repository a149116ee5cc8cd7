"""The pack's recordings of questions and choices reach the page, in the resident's language."""

import shutil

import pytest
from PySide6.QtCore import QUrl

from kiosk.pack.library import open_pack
from kiosk.visit.manner import Manner

ROWS = {
    "type": "select_one yn",
    "name": "like",
    "label::English (en)": "Do you like it?",
    "label::Polish (pl)": "Czy się podoba?",
    "audio::English (en)": "like.wav",
    "audio::Polish (pl)": "like-pl.wav",
}
CHOICES = [
    {"list_name": "yn", "name": "yes", "label::English (en)": "Yes", "label::Polish (pl)": "Tak",
     "audio::English (en)": "yes.wav", "audio::Polish (pl)": ""},
    {"list_name": "yn", "name": "no", "label::English (en)": "No", "label::Polish (pl)": "Nie",
     "audio::English (en)": "gone.wav", "audio::Polish (pl)": ""},
]  # fmt: skip


@pytest.fixture
def asked(form_alone, make_stall, tmp_path):
    def begin(language):
        form_alone(ROWS, choices=CHOICES)
        folder = tmp_path / "pack"
        for room in ("forms", "media"):
            (folder / room).mkdir(parents=True, exist_ok=True)
        shutil.copy(tmp_path / "small.xlsx", folder / "forms" / "small.xlsx")
        for name in ("like.wav", "like-pl.wav", "yes.wav"):
            (folder / "media" / name).write_bytes(b"RIFF")
        stall = make_stall(open_pack(folder, None), manner=Manner(language))
        stall.press(stall.model.welcome.cards[0]["spoken"])
        return stall.model.question

    return begin


def names(*addresses):
    return [QUrl(address).fileName() for address in addresses]


@pytest.mark.parametrize(("language", "clip"), [("en", "like.wav"), ("pl", "like-pl.wav")])
def test_a_question_has_its_recording(asked, language, clip):
    assert names(asked(language).clip) == [clip]


def test_a_choice_has_its_own_and_one_that_is_not_there_has_none(asked):
    assert names(*(choice["clip"] for choice in asked("en").choices)) == ["yes.wav", ""]
