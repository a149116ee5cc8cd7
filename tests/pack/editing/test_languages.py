"""Languages of a draft: offered or not, which comes first, and who has checked them."""

import openpyxl
import pytest

from kiosk.pack.editing.changing import change_event
from kiosk.pack.editing.draft import new_draft
from kiosk.pack.editing.event import EventBook, key
from kiosk.pack.editing.languages import blanks, checked, offer, start_in
from kiosk.pack.editing.seen import look
from kiosk.pack.library import open_pack


def test_one_taken_out_keeps_its_words(seen):
    after = change_event(seen, offer(["en", "pa"]))
    book = EventBook(after.event)
    assert book.languages == ("en", "pa")
    assert key("title").value(book, "ur")


def test_one_more_is_counted_in_blanks(tmp_path):
    seen = look(new_draft(tmp_path / "new"))
    after = change_event(seen, offer(["en", "pl"]))
    assert blanks(seen.findings)["pl"] == 0
    assert blanks(after.findings)["pl"] > 10


def test_starting_in_another_language_keeps_every_word_where_it_is(seen):
    before = open_pack(seen.draft.folder, None)
    change_event(seen, start_in("pa"))
    after = open_pack(seen.draft.folder, None)
    assert after.event.default_language == "pa"
    assert after.event.languages[0] == "pa"
    assert set(after.event.languages) == set(before.event.languages)
    assert after.event.title.words == before.event.title.words
    assert [one.title.words for one in after.activities] == [one.title.words for one in before.activities]
    assert [one.words.words for one in after.consents] == [one.words.words for one in before.consents]


@pytest.mark.parametrize("both", [False, True])
def test_columns_that_name_no_language_are_given_that_of_before(tmp_path, both):
    draft = new_draft(tmp_path / "plain")
    book = openpyxl.load_workbook(draft.event_file)
    for sheet in book.worksheets:
        for cell in sheet[1]:
            cell.value = str(cell.value).removesuffix("::English (en)")
    if both:
        book["activities"]["Y1"] = "title::English (en)"
    book.save(draft.event_file)
    before = open_pack(draft.folder, None)
    change_event(look(draft), offer(["en", "pl"]), start_in("pl"))
    after = open_pack(draft.folder, None)
    assert after.event.title.words == before.event.title.words == {"en": "Our community day"}
    assert [one.title.words for one in after.activities] == [one.title.words for one in before.activities]
    assert after.event.retention_days == before.event.retention_days
    assert after.event.id == before.event.id


def test_who_checked_a_language_is_read_by_the_kiosk(seen):
    after = change_event(seen, checked("pa", "Harjit", "2027-05-01"))
    assert after.mistakes == ()
    assert EventBook(after.event).checked == {"pa": "Harjit"}
    assert open_pack(seen.draft.folder, None).checked == {"pa": "Harjit, 2027-05-01"}
    again = change_event(after, checked("pa", "", ""))
    assert EventBook(again.event).checked == {}
    assert not [one for one in again.findings if one.sheet == "texts"]
