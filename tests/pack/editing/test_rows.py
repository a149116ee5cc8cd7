"""Rows of event.xlsx: one more, one taken out, one moved, with the cells that nobody knows."""

from kiosk.pack.editing.changing import change_event
from kiosk.pack.editing.event import EventBook
from kiosk.pack.editing.rows import add, clear_blank, move, new_id, rows_of, take_out
from tests.pack.editing.conftest import cells


def ids(seen, sheet="activities"):
    return [place.value(EventBook(seen.event)) for place in rows_of(EventBook(seen.event), sheet)]


def test_an_activity_moves_with_all_of_its_cells(seen, book):
    before = cells(seen.draft.event_file)
    join = rows_of(book, "activities")[1]
    after = change_event(seen, move(join, -1))
    assert ids(after)[:3] == ["join", "park", "ideas"]
    now = cells(seen.draft.event_file)
    assert now["activities", "Z2"] == before["activities", "Z3"]
    assert now["activities", "Z2"][-1] == "mine", "its note went with it"
    assert ("activities", "Z3") not in now
    rest = {place: cell for place, cell in before.items() if place[0] != "activities"}
    assert rest == {place: cell for place, cell in now.items() if place[0] != "activities"}


def test_up_and_down_again_is_as_it_was(seen, book):
    before = cells(seen.draft.event_file)
    join = rows_of(book, "activities")[1]
    once = change_event(seen, move(join, -1))
    change_event(once, move(rows_of(EventBook(once.event), "activities")[0], 1))
    assert cells(seen.draft.event_file) == before


def test_at_the_end_it_stays(seen, book):
    first = rows_of(book, "activities")[0]
    assert ids(change_event(seen, move(first, -1))) == ids(seen)


def test_a_consent_taken_out_leaves_the_others_in_place(seen, book):
    second = rows_of(book, "consents")[1]
    after = change_event(seen, take_out(second))
    assert ids(after, "consents") == [one for one in ids(seen, "consents") if one != second.value(book)]
    assert not any(
        one.file == "event.xlsx" and one.sheet == "consents" and not one.row for one in after.mistakes
    )


def test_a_new_row_comes_last_and_has_an_id_of_its_own(seen, book):
    assert new_id(book, "ideas", "Walk") == "walk_2"
    assert new_id(book, "ideas", "ਪਾਰਕ") == "idea"
    values = {"id": "bench", "text": "A bench.", "status": "shown"}
    after = change_event(seen, add("ideas", values, "en"))
    place = rows_of(EventBook(after.event), "ideas")[-1]
    assert (place.value(EventBook(after.event)), place.at("text").value(EventBook(after.event), "en")) == (
        "bench",
        "A bench.",
    )


def test_rows_that_say_nothing_go(seen):
    after = change_event(seen, add("texts", {"key": "Help"}), clear_blank("texts", ["text", "recording"]))
    assert ids(after, "texts") == []
