"""A reply written in the office: what it lacks, what it is called, and that what it answered so far stays."""

import json
from datetime import date

import pytest

from kiosk.coproduction.replies import answering, keep_replies, replies
from kiosk.errors import ErrorCode, KioskError
from kiosk.office.annotations import Kind, annotate
from kiosk.office.replying import (
    Lack,
    draft_of,
    keep_draft,
    lacks,
    named,
    new_draft,
    read_day,
    references_in,
    themes_known,
    unknown_references,
    untold,
)
from kiosk.pack.findings import Report
from kiosk.pack.library import open_pack
from kiosk.pack.model import Text
from kiosk.pack.staff.excel import read_workbook
from kiosk.pack.staff.replies import SHEET, replies_of
from kiosk.resources import practice_pack
from kiosk.storage.sealed import reference
from kiosk.storage.sealed.reference import lookup, new_reference

DAY = date(2027, 7, 1)


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(reference, "SCRYPT_N", 2)


@pytest.fixture(scope="module")
def pack():
    from dataclasses import replace  # noqa: PLC0415 - one pack

    return replace(open_pack(practice_pack(), None), replies=())


@pytest.fixture
def whole(pack):
    """A reply that lacks nothing."""
    return (
        new_draft(pack, DAY, "park")
        .saying("said", "en", "More swings.")
        .saying("did", "en", "Two are bought.")
    )


@pytest.fixture
def keep(office, clock, pack):
    """Keeps a draft as the page does."""

    def kept(draft):
        return keep_draft(office, clock, pack, named(draft, pack, replies(pack, DAY, office)))

    return kept


@pytest.mark.parametrize(
    ("facts", "lack"),
    [
        ({"said": Text({"pa": "ਝੂਲੇ"})}, Lack.SAID),
        ({"status": "cannot"}, Lack.BECAUSE),
        ({"status": "late"}, Lack.BECAUSE),
        ({"date": "1 July"}, Lack.DATE),
        ({"by_when": "soon"}, Lack.BY_WHEN),
        ({"activity": "prak"}, Lack.PROMISE),
    ],
)
def test_what_is_missing_is_named(pack, whole, facts, lack):
    assert lacks(whole, pack) == ()
    assert lacks(whole.having(**facts), pack) == (lack,)


def test_a_version_that_would_not_count_is_named(office, pack, whole, keep):
    keep(whole)
    (kept,) = [one for one in replies(pack, DAY, office) if not one.promised]
    again = draft_of(kept, DAY)
    assert lacks(again, pack) == ()
    assert lacks(again.having(date="2027-06-30"), pack) == (Lack.EARLIER,)
    assert lacks(draft_of(kept, date(2027, 6, 1)), pack) == (), "a clock that is wrong is no trap"


def test_what_lacks_nothing_here_is_right_in_a_workbook_too(tmp_path, pack, whole, keep):
    from kiosk.pack.editing.replies import new_book  # noqa: PLC0415 - openpyxl

    kept = keep(whole.having(references=(new_reference(),)))
    new_book(tmp_path / "replies.xlsx", [kept], pack.event.id)
    report = Report()
    book = read_workbook((tmp_path / "replies.xlsx").read_bytes(), "replies.xlsx", (SHEET,))
    (read,) = replies_of(book, report, [activity.id for activity in pack.activities])
    assert list(report) == []
    assert read == kept


def test_a_new_one_is_called_by_what_it_is_about_and_never_as_another(office, pack, whole, keep):
    named = whole.saying("theme", "en", "Swings & slides")
    first = keep(named)
    second = keep(named)
    assert (first.id, second.id) == ("swings-slides", "swings-slides-2")
    other = whole.having(theme=Text({"ur": "جھولے"}), said=Text({"en": "…"}))
    assert keep(other).id == "reply"


def test_a_changed_reply_still_answers_whom_it_answered(office, pack, whole, keep):
    mine, later = new_reference(), new_reference()
    keep(whole.having(references=(mine,)))
    (kept,) = [one for one in replies(pack, DAY, office) if not one.promised]
    changed = draft_of(kept, DAY).having(status="done", references=(later,))
    keep(changed)
    found = replies(pack, DAY, office)
    assert [one.status for one in answering(office, found, mine)] == ["done"]
    assert [one.status for one in answering(office, found, later)] == ["done"]


def test_a_reply_of_a_workbook_forgets_whom_it_answered_when_the_workbook_does(
    office, clock, pack, whole, keep
):
    reply = keep(whole.having(references=(new_reference(),)))
    keep_replies(office, clock, pack.event.id, [whole.having(id=reply.id).reply])
    assert office.db.execute("SELECT lookups FROM reply").fetchone() == ("[]",)


def test_a_promise_that_is_late_becomes_a_reply_that_answers_it(office, pack, keep):
    (late,) = [one for one in replies(pack, date(2027, 10, 1), office) if one.activity == "park"]
    draft = new_draft(pack, date(2027, 10, 1), late.activity)
    assert draft.reply.theme.say("en") == late.theme.say("en")
    keep(draft.saying("said", "en", "Swings"))
    assert not [one for one in replies(pack, date(2027, 10, 1), office) if one.id == "promise-park"]


def test_words_in_one_language_leave_the_others(whole):
    both = whole.saying("said", "pa", "ਹੋਰ ਝੂਲੇ।").saying("did", "pa", " ")
    assert both.reply.said.words == {"en": "More swings.", "pa": "ਹੋਰ ਝੂਲੇ।"}
    assert untold(both, ("en", "pa")) == ("pa",), "what was done is not said in it yet"
    assert whole.saying("said", "en", "").reply.said.words == {}


def test_references_are_told_from_those_that_are_not_here(office, secret, record):
    mine, idea, other = new_reference(), new_reference(), new_reference()
    record(reference=lookup(mine, secret.fingerprint))
    assert unknown_references(office, (mine, idea, other)) == (idea, other)
    assert references_in(f"{mine[:3]} {mine[3:6]} {mine[6:]}, {idea.lower()};\n") == (mine, idea)
    with pytest.raises(KioskError) as told:
        references_in(f"{mine}, 7F3")
    assert told.value.code is ErrorCode.REFERENCE_WRONG


def test_themes_are_those_of_replies_then_the_offices_tags(office, secret, record, clock, pack, whole, keep):
    for tag in ("canal", "Lights", "canal"):
        annotate(office, secret, record(), Kind.TAG, {"tag": tag}, clock)
    keep(whole.saying("theme", "en", "Lights"))
    found = [one for one in replies(pack, DAY, office) if not one.promised]
    assert themes_known(office, secret, found, "en", "en") == ("Lights", "canal")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2027-07-01", "2027-07-01"),
        (" 1.7.2027 ", "2027-07-01"),
        ("01/07/2027", "2027-07-01"),
        ("1 July 2027", "2027-07-01"),
        ("31.2.2027", "31.2.2027"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_a_day_is_read_as_people_write_it(written, day):
    assert read_day(written) == day


def test_nothing_of_a_reference_is_kept_in_the_clear(office, whole, keep):
    mine = new_reference()
    keep(whole.having(references=(mine,)))
    assert mine not in "\n".join(office.db.conn.iterdump())
    assert len(json.loads(office.db.execute("SELECT lookups FROM reply").fetchone()[0])) >= 2
