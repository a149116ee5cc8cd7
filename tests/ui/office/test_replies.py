"""The replies editor: written part by part, checked against what is here, kept, carried, published."""

from datetime import date

import openpyxl
import pytest

from kiosk.coproduction.replies import answering, replies
from kiosk.office.drafts import Drafts, in_use
from kiosk.pack.library import open_pack
from kiosk.storage.audit import Act, Role
from kiosk.storage.sealed.reference import check_sign, grouped
from kiosk.sync.returning import write_return
from kiosk.words import language_of

ABSENT = "7F3K9QXD" + check_sign("7F3K9QXD")


@pytest.fixture
def replying(heard, knock, office_way, to_section, with_drives, drives):
    """Staff at the replies, with one visit to speak of, whose reference they have, and a stick in."""
    knock(heard, "7193")
    heard.root = drives.plug("OFFICE")
    return to_section(with_drives(office_way(heard)), "Replies")


@pytest.fixture
def said_words(replying):
    """Types into the fields of the page that is there, each by its name."""

    def say(**words):
        model = replying.model.team.leaf.model
        for field, text in words.items():
            model.write(field, text)
        replying.press("Done")

    return say


@pytest.fixture
def swings(replying, said_words, finished):
    """A reply that was written and kept: about swings, done, in English."""
    replying.press("Write a reply", "What it is about")
    finished(replying)
    said_words(theme="Swings")
    replying.press("How it stands", "Done")
    replying.press(f"Words in {language_of('en').offered_as}")
    said_words(said="More swings, please.", did="We bought two.")
    replying.press("Keep it")
    finished(replying)
    return replying


def mine(stall):
    room = stall.model.team.room
    found = replies(stall.pack, date(2027, 6, 12), room.store)
    return next(one for one in found if one.theme.say("en") == "Swings")


def test_a_reply_is_written_and_kept_for_the_tablets(swings, tmp_path):
    assert swings.heading == "You said, we did"
    assert swings.sees("The reply is kept.")
    assert swings.control("Swings").name == "Swings, Done · 12 June 2027"
    kept = mine(swings)
    assert (kept.status, kept.date, kept.said.say("en")) == ("done", "2027-06-12", "More swings, please.")
    room = swings.model.team.room
    acts = [row[0] for row in room.store.db.execute("SELECT act FROM audit")]
    assert acts.count(Act.REPLIES_LOADED) == 1
    back = write_return(room.store, room.doors.secret, tmp_path / "back")
    assert "swings" in (back.path / "replies.csv").read_text("utf-8")


def test_what_it_still_needs_is_named_and_it_cannot_be_kept_before(replying):
    replying.press("Write a reply")
    assert replying.sees("Still to do: Write what people said.")
    assert not replying._called("Keep it")
    replying.press("How it stands", "We cannot do it")
    assert replying.sees("Say why: residents are told.")


def test_a_day_is_read_as_it_is_written_and_what_is_none_is_named(replying, said_words):
    replying.press("Write a reply", "Days")
    said_words(date="1.7.2027", by_when="9 December 2027")
    assert "Written 1 July 2027 · More by 9 December 2027." in replying.control("Days").name
    replying.press("Days")
    said_words(date="soon")
    assert replying.sees("The day of the reply cannot be read.")


def test_references_are_checked_against_what_is_here(replying, said_words, finished):
    given = replying.last_reference
    replying.press("Write a reply", "Whose words it answers")
    model = replying.model.team.leaf.model
    model.write("reference", f"{given.lower()}, {ABSENT}")
    model.entered("reference")
    finished(replying)
    rows = {row["label"]: row["tone"] for row in model.rows}
    assert rows == {grouped(given): "fine", grouped(ABSENT): "look"}
    model.write("reference", "7F3")
    model.entered("reference")
    assert replying.sees("That is not a whole reference.")
    model.typed.clear()
    replying.press("Take the last one out", "Done", f"Words in {language_of('en').offered_as}")
    said_words(said="More swings, please.")
    replying.press("What it is about")
    finished(replying)
    said_words(theme="Swings")
    replying.press("Keep it")
    finished(replying)
    room = replying.model.team.room
    found = answering(room.store, replies(replying.pack, date(2027, 6, 12), room.store), given)
    assert [one.id for one in found] == ["swings"]
    assert given not in "\n".join(room.store.db.conn.iterdump())


def test_a_kept_reply_is_changed_and_put_into_another_language(swings, said_words, finished):
    swings.press("Swings", "Words in other languages", language_of("pa").offered_as)
    assert "More swings, please. You said" in " ".join(swings.everywhere())
    said_words(theme="ਝੂਲੇ", said="ਹੋਰ ਝੂਲੇ।", did="ਅਸੀਂ ਦੋ ਖਰੀਦੇ।")
    assert swings.control(language_of("pa").offered_as).name.endswith("All of it")
    swings.press("Back", "Keep it")
    finished(swings)
    kept = mine(swings)
    assert kept.languages == {"en", "pa"}
    assert swings.model.team.room.store.db.execute(
        "SELECT count(*), max(revision) FROM reply"
    ).fetchone() == (1, 2)


def test_the_keys_are_those_of_the_language_that_is_written(swings):
    swings.press("Swings", "Words in other languages", language_of("pa").offered_as)
    swings.model.team.leaf.model.edit("said")
    swings.screen.settle()
    typed = [key["text"] for row in swings.model.typing.rows for key in row]
    assert any("\u0a00" <= face[:1] <= "\u0a7f" for face in typed)


def test_a_promise_that_is_late_is_answered_from_the_list(replying, said_words, finished):
    day = date(2027, 10, 1)
    replying.clock._now = replying.clock._now.replace(month=10, day=1)
    replying.wait(1)  # the clock has jumped, so the desk is locked
    replying.model.team.leaf.model.write("passphrase", "river lamp garden copper")
    replying.press("Open")
    finished(replying)
    late = [one for one in replies(replying.pack, day, replying.model.team.room.store) if one.promised]
    assert late
    title = late[0].theme.say("en")
    assert "That day has passed." in replying.control(title).name
    replying.press(title, f"Words in {language_of('en').offered_as}")
    said_words(said="More swings, please.")
    replying.press("Keep it")
    finished(replying)
    left = [one for one in replies(replying.pack, day, replying.model.team.room.store) if one.promised]
    assert len(left) == len(late) - 1
    assert late[0].activity not in {one.activity for one in left}


def test_a_reply_that_was_begun_is_not_lost_when_the_desk_locks_and_is_given_up_only_when_asked(
    replying, said_words, finished, knock
):
    replying.press("Write a reply", f"Words in {language_of('en').offered_as}")
    replying.model.team.leaf.model.write("said", "More swings, please.")
    replying.wait(120)
    assert replying.page == "team-gate"
    assert not replying.sees("More swings")
    replying.model.team.leaf.model.write("passphrase", "river lamp garden copper")
    replying.press("Open")
    finished(replying)
    assert replying.heading == "A new reply"
    replying.press("Back")
    assert replying.heading == "This reply is not kept yet"
    replying.press("Go on with it", "Back", "Leave it")
    assert replying.heading == "You said, we did"
    assert replying.model.team.leaf.model.draft is None
    assert replying.model.team.room.store.db.execute("SELECT count(*) FROM reply").fetchone() == (0,)


def test_they_go_into_a_workbook_of_their_own(swings, finished):
    swings.press("A workbook to carry", "OFFICE")
    finished(swings)
    assert swings.sees("replies-real2027.xlsx is on OFFICE. It is safe to take out.")
    sheet = openpyxl.load_workbook(swings.root / "replies-real2027.xlsx")["replies"]
    assert "swings" in [cell.value for cell in sheet["A"]]


def test_they_go_into_the_event_that_is_worked_on(swings, finished):
    home = swings.model.team.room.home
    draft = Drafts(home, in_use(home)).new("Next fair")
    swings.press("Into an event's workbook", draft.name)
    finished(swings)
    assert "In event.xlsx: " in swings.model.team.leaf.model.said
    assert "swings" in [one.id for one in open_pack(draft.folder, None).replies]


def test_the_workbook_that_a_stall_runs_on_is_left_alone(swings, finished, tmp_path, monkeypatch):
    from kiosk.pack.starter import write_starter  # noqa: PLC0415 - one test

    write_starter(tmp_path / "running")
    monkeypatch.setenv("HOME", str(tmp_path))
    swings.model.team.room.home.made().last_pack.write_text(str(tmp_path / "running"))
    before = (tmp_path / "running" / "event.xlsx").read_bytes()
    swings.press("Into an event's workbook", "Another workbook", "running", "event.xlsx")
    finished(swings)
    assert swings.sees("The stall runs on that one.")
    assert (tmp_path / "running" / "event.xlsx").read_bytes() == before


def test_any_other_workbook_is_found_on_a_stick(swings, finished, drives):
    from kiosk.pack.starter import write_replies  # noqa: PLC0415 - one test

    write_replies(swings.root / "july.xlsx")
    swings.press("Into an event's workbook", "Another workbook", "OFFICE")
    finished(swings)
    swings.press("july.xlsx")
    finished(swings)
    assert "In july.xlsx: " in swings.model.team.leaf.model.said


def test_a_page_to_publish_in_every_language_has_no_reference(swings, finished):
    swings.press("A page to publish", "All of them", "OFFICE")
    finished(swings)
    languages = swings.pack.event.languages
    assert {path.name for path in swings.root.glob("*.html")} == {
        f"replies-{code}.html" for code in languages
    }
    assert "We bought two." in (swings.root / "replies-en.html").read_text("utf-8")


def test_themes_are_offered_from_replies_and_from_tags(swings, finished):
    swings.press("Write a reply", "What it is about")
    finished(swings)
    swings.press("Swings")
    assert swings.heading == "Swings"


def test_only_staff_have_the_page(real_desk):
    section = real_desk.model.team.made["replies"]
    assert section.role is Role.STAFF
    assert section.model.heading == ""


def test_the_editor_of_the_event_leads_here(replying, finished, to_section):
    home = replying.model.team.room.home
    drafts = Drafts(home, in_use(home))
    drafts.remember(drafts.new("Next fair"))
    to_section(replying, "The event")
    finished(replying)
    replying.press("You said, we did")
    assert replying.page == "team-replies"
