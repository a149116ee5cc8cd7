"""Ideas and questions wait for a volunteer, who shows or hides each, with why."""

import uuid

import pytest

from kiosk.coproduction.approving import Kind
from kiosk.storage.kept.ideas import Idea, put_idea


@pytest.fixture
def proposed(desk):
    """Puts an idea, or a question, before the volunteer."""

    def put(text, kind=Kind.IDEA, language="en", **more):
        store = desk.kiosk.keeping.store
        idea = Idea(str(uuid.uuid4()), desk.pack.event.id, kind.value, text, language, "waiting", **more)
        with store.write() as db:
            put_idea(db, idea)
        desk.press("Today", "Ideas")
        return idea.id

    return put


def statuses(desk):
    rows = desk.kiosk.keeping.store.db.execute("SELECT text, status, hidden_because FROM idea")
    return {text: (status, why) for text, status, why in rows if text.startswith("!")}


def test_how_many_wait_stands_in_the_side_bar(desk, proposed):
    assert desk.control("Ideas").name == "Ideas"
    proposed("! A bench")
    assert desk.control("Ideas").name == "Ideas, 1"


def test_it_is_read_and_shown(desk, proposed):
    proposed("! A bench by the pond")
    desk.press("! A bench by the pond")
    assert desk.sees("“! A bench by the pond”")
    desk.press("Show it")
    assert statuses(desk) == {"! A bench by the pond": ("approved", "")}
    assert desk.sees("Nothing waits.")


def test_it_is_hidden_with_a_reason_and_can_be_shown_after_all(desk, proposed):
    proposed("! Buy my cakes")
    desk.press("! Buy my cakes", "Do not show it", "It sells something")
    assert statuses(desk) == {"! Buy my cakes": ("hidden", "advert")}
    desk.press("Not shown", "! Buy my cakes")
    assert desk.sees("It sells something")
    desk.press("Show it")
    assert statuses(desk) == {"! Buy my cakes": ("approved", "")}


def test_a_question_is_shown_with_how_it_is_answered(desk, proposed):
    proposed("! The gate at night", Kind.QUESTION)
    desk.press("! The gate at night", "Show it")
    assert desk.heading == "How do people answer it?"
    desk.press("Yes or no")
    assert statuses(desk)["! The gate at night"][0] == "approved"


def test_what_nobody_here_reads_is_not_shown_unread(desk, proposed):
    proposed("! ਇੱਕ ਬੈਂਚ", language="pa")
    desk.press("! ਇੱਕ ਬੈਂਚ")
    assert desk.screen.find("Show it") is None
    desk.press("I read this language. Show it")
    assert statuses(desk)["! ਇੱਕ ਬੈਂਚ"][0] == "approved"


def test_each_decision_is_in_the_audit_as_a_volunteers(desk, proposed):
    proposed("! A bench")
    desk.press("! A bench", "Show it")
    row = desk.kiosk.keeping.store.db.execute(
        "SELECT role, act FROM audit ORDER BY n DESC LIMIT 1"
    ).fetchone()
    assert tuple(row) == ("volunteer", "idea-approved")


def test_back_decides_nothing(desk, proposed):
    proposed("! A bench")
    desk.press("! A bench", "Do not show it", "Back", "Back")
    assert statuses(desk) == {"! A bench": ("waiting", "")}
