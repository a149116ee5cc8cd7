"""A table to look through: words anywhere, one column's value, any order, and cells as people read them."""

from datetime import date

import pytest

from exports.office.grid import STEP, Grid, Wanted, answers_grid, table_grid
from exports.office.reading import read_again, read_office, said
from exports.sheets.table import plain_table
from kiosk.clock import FakeClock
from kiosk.errors import KioskError
from kiosk.office.annotations import Kind, annotate
from kiosk.storage.kept.records import save
from kiosk.storage.kept.signups import correct
from kiosk.storage.kept.withdrawal import withdraw_record
from kiosk.storage.sealed.keys import make_key

LABELS = ("Day", "Language")


@pytest.fixture
def grid():
    rows = [("Canal", "10", "Ünal"), ("canal", "9", ""), ("Park", "", "Zoë"), ("Market", "9.5", "anna")]
    return Grid(["Place", "Minutes", "Name"], list("abcd"), rows)


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (Wanted(), [0, 1, 2, 3]),
        (Wanted("CANAL"), [0, 1]),
        (Wanted("canal ünal"), [0]),
        (Wanted("canal zoë"), []),
        (Wanted(column=0, value="Canal"), [0]),
        (Wanted(column=2, value=""), [1]),
        (Wanted(order=1), [1, 3, 0, 2]),
        (Wanted(order=1, down=True), [2, 0, 3, 1]),
        (Wanted(order=2), [3, 2, 0, 1]),
        (Wanted("canal", order=1), [1, 0]),
    ],
)
def test_rows_are_found_and_put_in_order(grid, wanted, places):
    assert grid.find(wanted) == places


def test_many_rows_are_sorted_as_few_are():
    numbers = [(7919 * number) % 20_011 for number in range(3 * STEP + 7)]
    grid = Grid(["n"], [""] * len(numbers), [(str(number),) for number in numbers])
    assert [numbers[place] for place in grid.find(Wanted(order=0))] == sorted(numbers)
    assert [numbers[place] for place in grid.find(Wanted(order=0, down=True))] == sorted(
        numbers, reverse=True
    )


def test_rows_of_one_value_stay_in_their_order(grid):
    same = Grid(["n", "m"], list("abc"), [("x", "1"), ("x", "2"), ("x", "3")])
    assert same.find(Wanted(order=0)) == same.find(Wanted(order=0, down=True)) == [0, 1, 2]


def test_progress_is_told_and_stops_it(grid):
    class StopError(Exception):
        pass

    def stop(_done, _of):
        raise StopError

    with pytest.raises(StopError):
        grid.find(Wanted("canal"), stop)


def test_only_columns_in_which_anything_stands_are_shown():
    assert Grid(["a", "b"], [""], [("", "x")]).used() == [1]
    assert Grid(["a", "b"], [], []).used() == [0, 1]


def test_the_commonest_values_come_first():
    grid = Grid(["a"], [""] * 3, [("x",), ("y",), ("y",)])
    assert grid.values(0) == [("y", 2), ("x", 1)]


def test_a_preview_has_the_first_rows_as_they_will_be_written():
    table = plain_table("t", ("KEY", "n"), [(str(n), "=1") for n in range(9)])
    assert table_grid(table, 3).rows == [("0", "=1"), ("1", "=1"), ("2", "=1")]


# --- an office's answers


@pytest.fixture
def given(office, secret, answers):
    made = [answers({"name": "Gurpreet", "bring": "time skill"}), answers({"name": "Aisha"}, language="ur")]
    save(office, secret.public, made)
    return made


def test_cells_are_words_and_a_rare_language_is_not_named(office, secret, given):
    part = read_office(office, secret).parts["fair2027", "join"]
    grid = answers_grid(part, "pa", LABELS)
    row = grid.rows[grid.keys.index(given[0].id)]
    assert row[grid.names.index("ਤੁਸੀਂ ਕੀ ਲਿਆ ਸਕਦੇ ਹੋ?")] == "ਸਮਾਂ; ਹੁਨਰ"
    assert row[-2:] == (date(2027, 6, 12).isoformat(), "")


def test_a_language_of_ten_is_named(office, secret, answers):
    save(office, secret.public, [answers({"name": "x"}, language="ur") for _ in range(10)])
    grid = answers_grid(read_office(office, secret).parts["fair2027", "join"], "en", LABELS)
    assert {row[-1] for row in grid.rows} == {"ur"}


def test_what_a_repeat_holds_stands_in_one_cell(office, secret, answers):
    made = answers({"group[1]/name": "Bees", "group[2]/name": "Owls"})
    save(office, secret.public, [made])
    grid = answers_grid(read_office(office, secret).parts["fair2027", "join"], "en", LABELS)
    assert "Bees; Owls" in grid.rows[0]


def test_what_does_not_open_is_counted_and_the_rest_is_read(office, secret, given, answers):
    save(office, make_key().public, [answers({"name": "Somebody else"})])
    office.db.execute("UPDATE record SET sealed = zeroblob(600) WHERE id = ?", [given[1].id])
    reading = read_office(office, secret)
    assert (reading.count, reading.work.skipped, reading.work.other_keys) == (1, [given[1].id], 1)


def test_a_record_is_taken_anew_as_it_stands_now(office, secret, given):
    office.db.execute(
        "UPDATE form SET body = json_set(body, '$.form.roles', json('{\"/data/name\": \"detail:name\"}'))"
    )
    reading = read_office(office, secret)
    annotate(office, secret, given[0].id, Kind.TAG, {"tag": "Bees"}, FakeClock())
    correct(office, secret, given[0].id, {"name": "Gurpreet Gill"}, FakeClock())
    read_again(office, secret, reading, given[0].id)
    part, fresh = reading.answers(given[0].id)
    assert dict(said(part, fresh))["/data/name"] == "Gurpreet Gill"
    assert reading.tags() == ("Bees",)
    withdraw_record(office, given[0].id, date(2027, 6, 12))
    read_again(office, secret, reading, given[0].id)
    assert reading.answers(given[0].id) is None
    assert reading.count == 1
    assert reading.tags() == ()


def test_an_export_of_it_changes_nothing_of_it(office, secret, given):
    reading = read_office(office, secret)
    copy = reading.export()
    copy.answers["fair2027", "join"].clear()
    assert reading.count == 2


def test_an_office_without_answers_reads_nothing(office, secret):
    assert read_office(office, secret).parts == {}


def test_a_note_that_was_changed_is_told(office, secret, given):
    annotate(office, secret, given[0].id, Kind.TAG, {"tag": "Bees"}, FakeClock())
    office.db.execute("UPDATE annotation SET sealed = zeroblob(600)")
    with pytest.raises(KioskError):
        read_office(office, secret)
