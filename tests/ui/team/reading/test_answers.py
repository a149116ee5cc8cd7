"""Answers: opened once, looked through by pages, narrowed, sorted, and read in full."""

import pytest
from PySide6.QtCore import Qt

from kiosk.clock import FakeClock
from kiosk.office.annotations import Kind, annotate


@pytest.fixture
def twelve(give):
    """Twelve answers about the park: swings first, then eleven others."""
    often = ["most_days", "most_weeks", "sometimes", "never"]
    ids = [give(said={"often": "never", "minutes": "3", "wish": "Swings for Aisha"})]
    for number in range(1, 12):
        said = {"often": often[number % 4], "minutes": str(number + 3), "wish": f"Bench number {number}"}
        ids.append(give(said=said))
    return ids


@pytest.fixture
def table(twelve, enter, reading_desk, finished):
    model = enter("Answers")
    reading_desk.press("Help design the park")
    finished(reading_desk)
    return model


def shown(model):
    """The rows that stand on the page, as lists of cells."""
    return [row["cells"] for row in model.extra["table"]["rows"]]


def wishes(model):
    column = model.grid.names.index("What would make this your park?")
    return [row[column] for row in model.grid.rows], column


def test_nothing_is_here_yet_and_it_says_so(enter, reading_desk):
    enter("Answers")
    assert reading_desk.sees("No answers are here yet.")


def test_each_activity_is_offered_with_its_count(twelve, enter, reading_desk):
    enter("Answers")
    assert reading_desk.control("Help design the park").name == "Help design the park, 12 answers"


def test_the_table_stands_in_words_and_by_pages(table, reading_desk):
    assert reading_desk.page == "team-answers-table"
    assert reading_desk.sees("12 answers · Page 1 of")
    assert table.page_count > 1
    first = shown(table)
    reading_desk.press("Next")
    assert shown(table) != first
    reading_desk.press("Previous")
    assert shown(table) == first
    assert reading_desk.sees("How often do you go to a park now?: ")


@pytest.mark.parametrize(
    ("key", "page"),
    [(Qt.Key.Key_PageDown, 1), (Qt.Key.Key_End, -1), (Qt.Key.Key_Home, 0), (Qt.Key.Key_PageUp, 0)],
)
def test_keys_turn_the_pages(table, reading_desk, key, page):
    reading_desk.key(key)
    assert table.page == (page if page >= 0 else table.page_count - 1)


def test_a_search_finds_words_anywhere(table, reading_desk):
    reading_desk.press("Find and sort")
    table.write("text", "swings aisha")
    reading_desk.press("Show")
    assert reading_desk.sees("1 of 12")
    assert len(shown(table)) == 1
    reading_desk.press("Find and sort", "Show all again")
    assert reading_desk.sees("12 answers")


def test_only_one_answer_to_a_question(table, reading_desk):
    reading_desk.press("Find and sort", "Only one answer to a question", "How often do you go to a park now?")
    reading_desk.press("Never")
    assert reading_desk.sees("4 of 12")
    reading_desk.press("Find and sort")
    assert reading_desk.sees("How often do you go to a park now?: Never")


def test_numbers_are_sorted_as_numbers_and_turned_round(table, reading_desk):
    question = "How many minutes would you walk to a park?"
    column = table.grid.names.index(question)
    reading_desk.press("Find and sort", "Sort by", question)
    assert [table.grid.rows[place][column] for place in table.places] == [str(n) for n in range(3, 15)]
    reading_desk.press("Find and sort", "Sort by")
    assert any("The first comes first" in text for text in reading_desk.everywhere())
    table.choose(str(column))
    reading_desk.screen.settle()
    assert table.grid.rows[table.places[0]][column] == "14"


def test_columns_are_chosen_and_never_none(table, reading_desk):
    reading_desk.press("Find and sort", "Which columns")
    for column in list(table.columns):
        table.choose(str(column))
    reading_desk.screen.settle()
    assert len(table.columns) == 1
    reading_desk.press("Back", "Back")
    assert len(shown(table)[0]) == 1


def test_any_page_is_gone_to_by_its_number(table, reading_desk):
    reading_desk.press("Find and sort")
    table.write("page", "99")
    reading_desk.press("Show")
    assert table.page == table.page_count - 1
    reading_desk.press("Find and sort", "First page")
    assert table.page == 0


def test_one_record_in_full_with_its_notes(table, twelve, reading_desk):
    room = reading_desk.model.team.room
    secret = room.doors.secret
    annotate(room.store, secret, twelve[0], Kind.TAG, {"tag": "play"}, FakeClock())
    annotate(room.store, secret, twelve[0], Kind.STATUS, {"status": "needs action"}, FakeClock())
    room.readings.now.renote(room.store, secret, twelve[0])
    table.openRow(twelve[0])
    reading_desk.screen.settle()
    seen = reading_desk.everywhere()
    for words in ("Swings for Aisha", "Never", "play", "Needs action", twelve[0]):
        assert any(words in text for text in seen), words


def test_a_rare_language_is_not_named(table, twelve, reading_desk):
    assert {row[-1] for row in table.grid.rows} == {"en"}
    assert all("ur" not in row[-1] for row in table.grid.rows)


def test_a_language_of_few_people_is_not_named(give, enter, reading_desk, finished):
    for _ in range(3):
        give(said={"wish": "ایک بنچ"}, language="ur")
    model = enter("Answers")
    reading_desk.press("Help design the park")
    finished(reading_desk)
    assert {row[-1] for row in model.grid.rows} == {""}


def test_all_of_it_is_gone_when_the_desk_locks(table, reading_desk):
    reading_desk.press("More columns")
    assert reading_desk.sees("Bench number")
    reading_desk.wait(120)
    assert reading_desk.page == "team-gate"
    assert not reading_desk.sees("Bench")
    assert table.grid is None
    assert reading_desk.model.team.room.readings._held is None


def test_it_is_gone_when_another_page_of_the_team_comes(table, reading_desk):
    reading_desk.press("Overview")
    assert reading_desk.model.team.room.readings.now is None
    assert table.grid is None


def test_another_page_that_reads_opens_nothing_again(table, reading_desk, finished, monkeypatch):
    held = reading_desk.model.team.room.readings.now
    reading_desk.press("Sign-ups")
    finished(reading_desk)
    assert reading_desk.model.team.room.readings.now is held


def test_the_menu_of_large_letters_wipes_too(table, reading_desk):
    team = reading_desk.model.team
    team.enter("menu")
    reading_desk.screen.settle()
    team.enter("office")
    reading_desk.screen.settle()
    assert table.grid is None
    assert team.room.readings.now is None


def test_opening_can_be_stopped_and_begun_again(twelve, reading_desk, finished, held):
    reading_desk.press("Answers")
    assert reading_desk.heading == "Opening the answers"
    held.stop()
    finished(reading_desk)
    assert reading_desk.sees("Stopped. Nothing was lost.")
    reading_desk.press("Open the answers")
    finished(reading_desk)
    assert reading_desk.sees("Help design the park")


def test_what_was_opened_as_the_desk_locked_is_not_kept(twelve, reading_desk, held):
    room = reading_desk.model.team.room
    reading_desk.press("Answers")
    job = room.jobs.job
    reading_desk.wait(120)
    held.set()
    job.wait()
    reading_desk.screen.settle()
    assert room.readings._held is None
    assert reading_desk.page == "team-gate"


def test_what_was_opened_is_not_kept_where_the_door_fell_shut_as_it_ended(twelve, reading_desk, held):
    """The last word of the work comes when nobody is in any more."""
    room = reading_desk.model.team.room
    reading_desk.press("Answers")
    room.doors.lock()
    held.set()
    room.jobs.job.wait()
    reading_desk.screen.settle()
    assert room.readings._held is None


def test_it_waits_for_what_else_is_done(twelve, reading_desk, finished, held):
    jobs = reading_desk.model.team.room.jobs
    jobs.run(lambda _progress: None)
    reading_desk.press("Answers")
    assert reading_desk.sees("Something else is still being done. This opens after it.")
    held.set()
    finished(reading_desk)
    reading_desk.wait(1)
    finished(reading_desk)
    assert reading_desk.sees("Help design the park")
