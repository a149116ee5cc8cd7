"""The event's own words for the program's texts: read, checked, and said by the kiosk."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.pack.check import check_pack
from kiosk.pack.findings import Severity
from kiosk.pack.library import open_pack
from kiosk.words import Words

OTHERWISE = "Goodbye, and thank you"
GOOD = """
# texts
key | text | text::Polish (pl) | recording | checked_by::Polish (pl) | checked_on::Polish (pl)
Finish and clear | Goodbye, and thank you | Do widzenia | bye.wav | Ewa | 2027-05-01
* | | | | Ewa Nowak | 2027-05-02
"""
SPOKEN = "event_id | fair-1\nlanguages | en, pl"


@pytest.fixture
def told(pack_folder: Callable[..., Path], good_event: str) -> Callable[[str], list[str]]:
    """What `check` says of the sheet texts, mistakes first marked with !."""

    def lines(texts: str) -> list[str]:
        found = check_pack(pack_folder(good_event + texts, files={"media/bye.wav": b"RIFF"}))
        return [
            ("! " if one.severity is Severity.MISTAKE else "") + str(one)
            for one in found
            if "texts" in str(one)
        ]

    return lines


def test_a_text_is_said_as_the_event_says_it_in_each_of_its_languages(
    pack_folder: Callable[..., Path], good_event: str
) -> None:
    event = good_event.replace("event_id | fair-1", SPOKEN) + GOOD
    pack = open_pack(pack_folder(event, files={"media/bye.wav": b"RIFF"}), None)
    assert pack.text_recordings["Finish and clear"].say("en") == "bye.wav"
    english, polish = Words("en", pack.own_words), Words("pl", pack.own_words)
    assert english("Finish and clear") == OTHERWISE
    assert polish("Finish and clear") == "Do widzenia"
    assert english("Continue") == "Continue"
    assert (polish.checked, Words("pl").checked) == (True, False)
    assert pack.checked == {"pl": "Ewa Nowak, 2027-05-02"}


def test_a_text_that_lost_a_fact_is_not_said(pack_folder: Callable[..., Path], good_event: str) -> None:
    texts = "\n# texts\nkey | text\n{count} second | a moment\nQuestion {number} of {of} | {number} / {of}"
    words = Words("en", open_pack(pack_folder(good_event + texts), None).own_words)
    assert words.plural("{count} second", "{count} seconds", 2) == "2 seconds"
    assert words("Question {number} of {of}", number=1, of=6) == "1 / 6"


def test_a_good_sheet_has_nothing_to_say_against_it(told: Callable[[str], list[str]]) -> None:
    texts = "\n# texts\nkey | text | recording\nFinish and clear | Goodbye | bye.wav"
    assert told(texts) == []


MISTAKES = {
    "a text that the program does not have": (
        "Finish an clear | Goodbye |  | ",
        "row 2 · A (key)",
        'did you mean "Finish and clear"?',
    ),
    "own words that are blank": ("Finish and clear | | | ", "row 2 · B (text)", "blank"),
    "a fact lost": ("Recorded: {length} | Recorded | | ", "row 2 · B (text)", "{length} must stand in both"),
    "a recording that is not there": (
        "Finish and clear | Goodbye | by.wav | ",
        "row 2 · C (recording)",
        'did you mean "bye.wav"?',
    ),
    "a language checked by nobody": ("* | | | ", "row 2 · D (checked_by)", "nobody is named"),
    "the same text twice": (
        "Finish and clear | Goodbye | | \nFinish and clear | Bye | | ",
        "row 3 · A (key)",
        "first in row 2",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found_where_it_stands(name: str, told: Callable[[str], list[str]]) -> None:
    rows, place, words = MISTAKES[name]
    found = told(f"\n# texts\nkey | text | recording | checked_by\n{rows}")
    (line,) = [one for one in found if one.startswith("!")]
    assert f"event.xlsx · texts · {place}" in line
    assert words in line


def test_a_long_sentence_and_a_check_without_a_day_are_advised_against(
    told: Callable[[str], list[str]],
) -> None:
    long = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    found = told(f"\n# texts\nkey | text | checked_by\nFinish and clear | {long} | Ewa")
    assert [one.startswith("!") for one in found] == [False, False]
    assert "a sentence of 16 words" in "".join(found)
    assert "no day" in "".join(found)
