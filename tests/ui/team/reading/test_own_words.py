"""In their own words: answer by answer, tagged, translated, written down, with names hidden."""

import pytest
from PySide6.QtCore import Qt

from kiosk.office.annotations import annotations
from kiosk.storage.audit import Act

QUESTION = "What would make this your park?"


@pytest.fixture
def wishes(give):
    """Three wishes in English, and one that was spoken; by what they say."""
    made = {}
    for wish in ("A bench for Gurpreet Kaur", "Swings", "Light by the canal"):
        made[wish] = give(said={"wish": wish})
    made["spoken"] = give(said={"wish": "spoken"}, recordings={"/data/wish": b"ID3 a voice"})
    return made


@pytest.fixture
def at(wishes, enter, reading_desk):
    """Goes to the answer that says this."""
    model = enter("In their own words")
    model.choose("0")

    def to(wish):
        ids = [said.record_id for said in model.said_all]
        for _ in range(ids.index(wishes[wish])):
            model.leaf("next")
        reading_desk.screen.settle()
        return model

    return to


def notes(desk, kind):
    room = desk.model.team.room
    return [n.values for n in annotations(room.store, room.doors.secret) if n.kind.value == kind]


def test_each_question_says_how_many_have_no_tag(wishes, enter, reading_desk):
    enter("In their own words")
    assert reading_desk.sees(f"{QUESTION}, Help design the park · 4 answers · Without a tag: 4")


def test_details_of_people_are_no_words_of_their_own(sign_up, enter, reading_desk):
    sign_up("Aisha Khan", email="aisha@example.org")
    enter("In their own words")
    assert reading_desk.sees("Nobody has written or spoken words of their own yet.")


def test_a_new_tag_is_kept_and_then_a_tick_everywhere(at, reading_desk):
    model = at("Swings")
    reading_desk.press("New tag")
    model.write("text", " Play ")
    reading_desk.press("Save")
    assert reading_desk.sees("Swings")
    assert notes(reading_desk, "tag") == [{"tag": "Play"}]
    assert [one.chosen for one in model.now.choices if one.name == "Play"] == [True]
    reading_desk.press("Play")
    assert notes(reading_desk, "tag") == []


def test_the_next_without_a_tag_passes_those_that_have_one(at, reading_desk):
    model = at("Swings")
    for wish in range(3):
        model.at = wish
        model._annotate("tag", tag="Done")
    model.at = 0
    model.forward()
    assert model.at == 3
    model._annotate("tag", tag="Done")
    model.forward()
    reading_desk.screen.settle()
    assert reading_desk.sees("Every answer here has a tag.")


@pytest.mark.parametrize(
    ("key", "place"), [(Qt.Key.Key_End, 3), (Qt.Key.Key_Home, 0), (Qt.Key.Key_PageDown, 1)]
)
def test_keys_go_from_answer_to_answer(at, reading_desk, key, place):
    model = at("Swings")
    model.at = 0
    reading_desk.key(key)
    assert model.at == place


def test_names_are_hidden_in_what_is_published_and_the_answer_stays(at, wishes, reading_desk):
    at("A bench for Gurpreet Kaur")
    reading_desk.press("Work on it", "Hide names", "Gurpreet", "Kaur")
    assert reading_desk.sees("A bench for […]")
    reading_desk.press("Save")
    assert notes(reading_desk, "redaction") == [{"question": "/data/wish", "words": "Gurpreet\nKaur"}]
    seen = reading_desk.everywhere()
    assert any("A bench for Gurpreet Kaur" in text for text in seen)
    assert any("A bench for […]" in text for text in seen)


def test_hidden_words_come_back_when_no_tick_is_left(at, reading_desk):
    at("A bench for Gurpreet Kaur")
    reading_desk.press("Work on it", "Hide names", "Gurpreet", "Save")
    reading_desk.press("Work on it", "Hide names", "Gurpreet", "Save")
    assert notes(reading_desk, "redaction") == []


def test_a_translation_is_kept_by_language_and_taken_out_when_emptied(at, reading_desk):
    model = at("Swings")
    reading_desk.press("Work on it", "Translate", "Polish Polski")
    model.write("text", "Huśtawki")
    reading_desk.press("Save")
    assert notes(reading_desk, "translation") == [
        {"question": "/data/wish", "language": "pl", "text": "Huśtawki"}
    ]
    reading_desk.press("Work on it", "Translate", "Polish Polski")
    assert model.written("text") == "Huśtawki"
    model.write("text", "")
    reading_desk.press("Save")
    assert notes(reading_desk, "translation") == []


def test_a_spoken_answer_is_played_out_of_memory_and_written_down(at, reading_desk, tmp_path):
    model = at("spoken")
    assert reading_desk.sees("A spoken answer. Play it, then write it down.")
    reading_desk.press("Play")
    assert model.playing
    recorder = model._recorder
    assert recorder.jobs == ["play"]
    recorder.stop()
    reading_desk.screen.settle()
    assert not model.playing
    reading_desk.press("Work on it", "Write it down")
    model.write("text", "More trees, please")
    reading_desk.press("Save")
    assert reading_desk.sees("More trees, please")
    assert notes(reading_desk, "transcript") == [{"question": "/data/wish", "text": "More trees, please"}]
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and b"a voice" in path.read_bytes()]
    assert kept == [], "no sound lies anywhere but sealed"


def test_the_sound_stops_when_the_desk_locks(at, reading_desk):
    model = at("spoken")
    reading_desk.press("Play")
    recorder = model._recorder
    reading_desk.wait(120)
    assert recorder.going_on == ""
    assert model.said_all == []


def test_needs_action_is_one_press_and_off_again(at, reading_desk):
    at("Swings")
    reading_desk.press("Needs action")
    assert notes(reading_desk, "status") == [{"status": "needs action"}]
    reading_desk.press("Needs action")
    assert notes(reading_desk, "status") == [{"status": "read"}]


def test_status_and_permission_are_chosen(at, reading_desk):
    at("Swings")
    reading_desk.press("Work on it", "Status", "Passed on")
    reading_desk.press("Work on it", "May it be quoted?", "Ask first")
    assert notes(reading_desk, "status") == [{"status": "passed on"}]
    assert notes(reading_desk, "quote") == [{"question": "/data/wish", "permission": "ask"}]
    assert any("Ask first" in text for text in reading_desk.everywhere())


def test_each_note_is_in_the_audit_without_its_words(at, reading_desk):
    model = at("Swings")
    model._annotate("tag", tag="Kaur")
    rows = reading_desk.model.team.room.store.db.execute("SELECT act, subject FROM audit").fetchall()
    assert (Act.ANNOTATED, model.now_said.record_id) in rows
    assert "Kaur" not in str(rows)
