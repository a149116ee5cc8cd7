"""The pack's recordings of questions and choices reach the page, in the resident's language."""

import shutil

import pytest

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


@pytest.mark.parametrize(
    ("language", "clips"),
    [
        ("en", {"Do you like it?": "like.wav", "Yes": "yes.wav", "No": "gone.wav"}),
        ("pl", {"Czy się podoba?": "like-pl.wav", "Tak": None}),  # an English recording says no Polish
    ],
)
def test_the_page_knows_the_recordings_of_its_words(asked, language, clips):
    found = dict(asked(language).recordings)
    assert {words: found.get(words) for words in clips} == clips
