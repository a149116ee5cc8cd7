"""You said, we did: from pack and folder, late by itself, found by reference, first until it was seen."""

import json
from dataclasses import replace
from datetime import date

import pytest

from kiosk.clock import FakeClock
from kiosk.coproduction import replies as room
from kiosk.coproduction.replies import Said, answering, day_in, keep_replies, mark_seen, replies, themes
from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack, Reply, Text
from kiosk.resources import practice_pack
from kiosk.storage.database import Store
from kiosk.storage.sealed import reference
from kiosk.storage.sealed.keys import practice_key
from kiosk.storage.sealed.reference import lookup, new_reference

DAY = date(2027, 6, 12)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stretching costs is measured in tests/storage."""
    monkeypatch.setattr(reference, "SCRYPT_N", 2)


@pytest.fixture(scope="module")
def event() -> Pack:
    """The practice event with no reply of its own."""
    return replace(open_pack(practice_pack(), None), replies=())


def reply(identity: str = "swings", **facts: object) -> Reply:
    usual = {
        "date": "2027-06-01",
        "status": "doing",
        "theme": Text({"en": "Park"}),
        "said": Text({"en": "More swings.", "pa": "ਹੋਰ ਝੂਲੇ।"}),
        "did": Text({"en": "We are buying two."}),
        "because": Text(),
    }
    return Reply(identity, **{**usual, **facts})  # type: ignore[arg-type]


def found(event: Pack, *given: Reply, day: date = DAY, store: Store | None = None) -> tuple[Said, ...]:
    return replies(replace(event, replies=given), day, store)


@pytest.mark.parametrize(
    ("status", "by_when", "day", "shown"),
    [
        ("doing", "2027-06-12", date(2027, 6, 12), "doing"),  # the day itself still counts
        ("doing", "2027-06-12", date(2027, 6, 13), "late"),
        ("deciding", "2027-06-01", date(2027, 6, 13), "late"),
        ("done", "2027-06-01", date(2027, 6, 13), "done"),
        ("cannot", "2027-06-01", date(2027, 6, 13), "cannot"),
        ("doing", "", date(2030, 1, 1), "doing"),
    ],
)
def test_late_comes_by_itself_once_the_day_has_passed(
    event: Pack, status: str, by_when: str, day: date, shown: str
) -> None:
    (one,) = found(replace(event, promises=()), reply(status=status, by_when=by_when), day=day)
    assert one.status == shown
    assert one.late_since == (by_when if shown == "late" else "")
    assert one.by_itself is (shown == "late")


def test_a_promise_whose_day_passed_without_a_reply_says_so_itself(event: Pack) -> None:
    assert found(event, day=date(2027, 6, 26)) == ()
    assert [one.id for one in found(event, day=date(2027, 6, 27))] == ["promise-join"]
    late = found(event, day=date(2027, 10, 1))
    assert {one.id for one in late} == {f"promise-{promise.activity}" for promise in event.promises}
    assert all(one.promised and one.status == "late" for one in late)


def test_a_reply_answers_the_promise_of_its_activity_and_no_other(event: Pack) -> None:
    day = date(2027, 10, 1)
    late = {f"promise-{promise.activity}" for promise in event.promises}
    answered = reply(date="2027-09-29", status="done", activity="park")
    assert {one.id for one in found(event, answered, day=day)} == {"swings", *late} - {"promise-park"}
    nameless = reply(date="2027-09-29", status="done")
    assert {one.id for one in found(event, nameless, day=day)} == {"swings", *late}
    before = reply(date="2027-05-01", status="done", activity="park")  # of an earlier event
    assert {one.id for one in found(event, before, day=day)} == {"swings", *late}


def test_where_there_is_one_promise_a_reply_that_names_no_activity_answers_it(event: Pack) -> None:
    alone, day = replace(event, promises=event.promises[:1]), date(2027, 10, 1)
    assert len(found(alone, day=day)) == 1
    assert [one.id for one in found(alone, reply(date="2027-09-29"), day=day)] == ["swings"]
    other = reply(date="2027-09-29", activity="bins")
    assert len(found(alone, other, day=day)) == 2


def test_without_a_day_of_the_event_only_a_named_activity_answers(event: Pack) -> None:
    undated = replace(event, event=replace(event.event, date=""), promises=event.promises[:1])
    day, name = date(2027, 10, 1), event.promises[0].activity
    assert len(found(undated, reply(), day=day)) == 2
    assert len(found(undated, reply(activity=name), day=day)) == 1


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("30 September 2027. Read the answer here in October.", date(2027, 9, 30)),
        ("By 9 December 2026", date(2026, 12, 9)),
        ("2027-09-30", date(2027, 9, 30)),
        ("31 February 2027", None),
        ("In the autumn", None),
        ("", None),
    ],
)
def test_a_day_is_found_in_the_words_of_a_promise(words: str, day: date | None) -> None:
    assert day_in(words) == day


def test_the_folder_and_the_pack_are_one_list_and_the_later_word_counts(event: Pack, store: Store) -> None:
    mine = event.event.id
    keep_replies(store, FakeClock(), mine, [reply(date="2027-06-05", status="done"), reply("new")])
    keep_replies(store, FakeClock(), "fair2026", [reply("old", date="2026-06-05")])
    both = found(event, reply(), reply("pack", date="2027-01-01"), store=store)
    assert [(one.event_id, one.id, one.status) for one in both] == [
        (mine, "swings", "done"),
        (mine, "new", "doing"),
        (mine, "pack", "doing"),
        ("fair2026", "old", "doing"),
    ]


def test_what_nobody_has_read_here_comes_first_until_somebody_has(event: Pack, store: Store) -> None:
    old, new = reply("old", date="2027-01-01"), reply("new")
    for one in found(event, new, store=store):
        mark_seen(store, one)
    shown = found(event, old, new, store=store)
    assert [(one.id, one.new) for one in shown] == [("old", True), ("new", False)]
    mark_seen(store, shown[0])
    assert [(one.id, one.new) for one in found(event, old, new, store=store)] == [
        ("new", False),
        ("old", False),
    ]
    changed = replace(old, status="done")
    assert [one.new for one in found(event, changed, new, store=store)] == [True, False]
    assert not any(one.new for one in found(event, old))  # before the folder is open


def test_a_reference_finds_its_reply_and_leaves_no_trace(event: Pack, store: Store) -> None:
    mine, idea, other = new_reference(), new_reference(), new_reference()
    keep_replies(
        store,
        FakeClock(),
        event.event.id,
        [reply("mine", references=(mine,)), reply("idea", references=(idea,)), reply("theirs")],
    )
    shown = found(event, reply("packed", references=(other,)), store=store)
    before = list(store.db.conn.iterdump())
    spaced = f" {mine[:3].lower()}-{mine[3:6]} {mine[6:]} "
    assert [one.id for one in answering(store, shown, spaced)] == ["mine"]
    assert [one.id for one in answering(store, shown, idea)] == ["idea"]
    assert [one.id for one in answering(store, shown, other)] == ["packed"]
    assert answering(store, shown, new_reference()) == ()
    with pytest.raises(KioskError) as refusal:
        answering(store, shown, "7F3")
    assert refusal.value.code is ErrorCode.REFERENCE_WRONG
    assert list(store.db.conn.iterdump()) == before


def test_references_are_kept_as_lookups_for_answers_and_for_ideas(event: Pack, store: Store) -> None:
    mine = new_reference()
    keep_replies(store, FakeClock(), event.event.id, [reply(references=(mine,))])
    (kept,) = store.db.execute("SELECT lookups FROM reply").fetchone()
    fingerprint = practice_key().fingerprint
    assert set(json.loads(kept)) == {lookup(mine, fingerprint), lookup(mine, fingerprint, "idea")}
    assert mine not in "\n".join(store.db.conn.iterdump())


def test_loading_the_same_again_changes_nothing_and_a_change_is_a_later_word(store: Store) -> None:
    clock = FakeClock()
    assert keep_replies(store, clock, "fair", [reply()]) == (1, 0)
    assert keep_replies(store, clock, "fair", [reply()]) == (0, 0)
    assert keep_replies(store, clock, "fair", [reply(status="done"), reply("b")]) == (1, 1)
    rows = store.db.execute("SELECT id, status, revision FROM reply ORDER BY id").fetchall()
    assert rows == [("b", "doing", 1), ("swings", "done", 2)]
    assert keep_replies(store, clock, "fair", [reply("b", activity="park")]) == (0, 1)
    acts = store.db.execute("SELECT act, count FROM audit ORDER BY n").fetchall()
    assert acts == [("replies-loaded", 1), ("replies-loaded", 2), ("replies-loaded", 1)]


def test_each_theme_is_named_once_in_the_language_there_is(event: Pack) -> None:
    shown = found(event, reply(), reply("b"), reply("c", theme=Text({"en": "Bins", "pl": "Kosze"})))
    assert themes(shown, "pl", "en") == ("Park", "Kosze")
    assert themes(shown, "en", "en") == ("Park", "Bins")


def test_in_which_languages_a_reply_can_be_read_whole(event: Pack) -> None:
    (one,) = found(event, reply())
    assert one.languages == {"en"}


def test_words_of_another_hand_are_no_danger(event: Pack, store: Store) -> None:
    words = json.dumps({"en": 7, "pa": None, "ur": ["x"], "pl": ""})
    row = ["e", "r", "2027-06-01", "done", words, words, words, words, json.dumps([1, {}]), 1, "", ""]
    store.db.execute("INSERT INTO reply VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    (one,) = found(event, store=store)
    assert not one.said
    assert one.lookups == ()
    assert room.themes([one], "en", "en") == ()
