"""What the report counts: answers, numbers, words that were allowed, and who took part."""

from collections.abc import Callable

import pytest

from exports.report.gather import gather
from exports.report.heard import Heard, QuestionHeard
from exports.report.notes import read_notes
from kiosk.clock import FakeClock, today
from kiosk.coproduction.reach import Standing
from kiosk.errors import ErrorCode, KioskError
from kiosk.office.annotations import Kind, annotate
from kiosk.pack.model import Pack
from kiosk.storage.database import Store
from kiosk.storage.kept.ideas import Idea, back_idea, put_idea
from kiosk.storage.kept.withdrawal import withdraw_record
from kiosk.storage.sealed.keys import SecretKey, make_key

Told = Callable[..., list[str]]


@pytest.fixture
def report(office: Store, secret: SecretKey, pack: Pack, clock: FakeClock) -> Callable[..., Heard]:
    def make(language: str = "en") -> Heard:
        return gather(office, secret, pack, language, read_notes(office, secret), clock=clock)

    return make


def question(heard: Heard, label: str) -> QuestionHeard:
    [found] = [
        one for activity in heard.activities for one in activity.questions if one.label.say("en") == label
    ]
    return found


def counts(one: QuestionHeard) -> dict[str, int]:
    return {each.label.say("en"): each.count for each in one.counts}


def test_choices_are_counted_in_the_forms_order(report: Callable[..., Heard], told: Told) -> None:
    told("park", {"often": "most_days"}, 3)
    told("park", {"often": "never", "more": "toilets seats"})
    heard = report()
    often = question(heard, "How often do you go to a park now?")
    assert often.answered == 4
    assert list(counts(often)) == ["Most days", "Most weeks", "A few times a year", "Never"]
    assert counts(often) == {"Most days": 3, "Most weeks": 0, "A few times a year": 0, "Never": 1}
    more = counts(question(heard, "What would bring you to the new park?"))
    assert (more["Toilets"], more["Seats and shade"]) == (1, 1)
    assert "Something else" in more, "pyxform's own English word is not shown"


def test_a_scale_shows_every_point_and_numbers_their_middle(report: Callable[..., Heard], told: Told) -> None:
    for minutes in range(1, 21):
        told("park", {"safe": "4", "minutes": str(minutes)})
    heard = report()
    assert counts(question(heard, "How safe do you feel by the canal after dark?")) == {
        "1": 0, "2": 0, "3": 0, "4": 20, "5": 0,
    }  # fmt: skip
    walk = question(heard, "How many minutes would you walk to a park?")
    assert walk.counts == (), "twenty different numbers are no chart"
    assert walk.spread
    assert walk.spread.middle == 10.5


def test_few_numbers_are_not_told(report: Callable[..., Heard], told: Told) -> None:
    told("park", {"minutes": "10"}, 9)
    walk = question(report(), "How many minutes would you walk to a park?")
    assert (walk.answered, walk.counts, walk.spread) == (9, (), None)


def quotes(heard: Heard) -> list[str]:
    found = [one for activity in heard.activities for each in activity.questions for one in each.quotes]
    return [quote.words for quote in [*found, *(one for theme in heard.themes for one in theme.quotes)]]


def test_only_who_said_yes_is_quoted(report: Callable[..., Heard], told: Told) -> None:
    told("park", {"wish": "More swings", "quote": "yes"}, 10)
    told("park", {"wish": "Never show this", "quote": "no"}, 10)
    told("park", {"wish": "Nor this"}, 10)
    assert set(quotes(report())) == {"More swings"}


def test_what_the_office_wrote_of_a_permission_counts_more(
    report: Callable[..., Heard], told: Told, office: Store, secret: SecretKey, clock: FakeClock
) -> None:
    told("park", {"wish": "padding"}, 10)
    [taken_back] = told("park", {"wish": "Taken back", "quote": "yes"})
    [asked] = told("park", {"wish": "Asked later", "quote": "no"})
    place = "/data/wish"
    annotate(office, secret, taken_back, Kind.QUOTE, {"question": place, "permission": "no"}, clock)
    annotate(office, secret, asked, Kind.QUOTE, {"question": place, "permission": "yes"}, clock)
    assert quotes(report()) == ["Asked later"]


def test_a_rare_language_is_quoted_in_translation_alone(
    report: Callable[..., Heard], told: Told, office: Store, secret: SecretKey, clock: FakeClock
) -> None:
    told("park", {"wish": "Swings", "quote": "yes"}, 10)
    assert quotes(report()) == ["Swings"], "the same words are said once"
    [rare] = told("park", {"wish": "Huśtawki", "quote": "yes"}, language="pl")
    told("park", {"wish": "Ławki", "quote": "yes"}, language="pl")
    values = {"question": "/data/wish", "language": "en", "text": "Swings, please"}
    annotate(office, secret, rare, Kind.TRANSLATION, values, clock)
    found = quotes(report())
    assert set(found) == {"Swings", "Swings, please"}


def test_themes_are_the_offices_tags_with_what_was_said(
    report: Callable[..., Heard], told: Told, office: Store, secret: SecretKey, clock: FakeClock
) -> None:
    ids = [told("park", {"wish": f"Light path {one}", "quote": "yes"})[0] for one in range(12)]
    for record in ids[:3]:
        annotate(office, secret, record, Kind.TAG, {"tag": "Safety"}, clock)
    annotate(office, secret, ids[0], Kind.TAG, {"tag": "Canal"}, clock)
    heard = report()
    assert [(theme.name, theme.people, len(theme.quotes)) for theme in heard.themes] == [
        ("Safety", 3, 3),
        ("Canal", 1, 1),
    ]
    wish = question(heard, "What would make this your park?")
    assert len(wish.quotes) == 8, "those with a theme are said there; of the rest, some"


def test_who_took_part_hides_small_numbers_and_one_more(report: Callable[..., Heard], told: Told) -> None:
    told("about", {"age": "25_to_44"}, 40)
    told("about", {"age": "45_to_64"}, 30)
    told("about", {"age": "under_25"}, 3)
    told("about", {"age": "65_over"}, 12)
    told("park", {"often": "most_days"})
    [age] = [one for one in report().reach if one.key == "age"]
    assert age.told == 85
    assert {group.bucket: group.count for group in age.groups} == {
        "under_25": None, "25_to_44": 40, "45_to_64": 30, "65_over": None,
    }  # fmt: skip
    standing = {group.bucket: group.standing for group in age.groups}
    assert standing["under_25"] is Standing.FAR_FEWER
    assert standing["65_over"] is Standing.UNSAID


def test_ideas_come_by_backing_and_only_those_shown(
    report: Callable[..., Heard], told: Told, office: Store
) -> None:
    told("park", {"often": "most_days"})
    for name, status in (("a", "approved"), ("b", "approved"), ("c", "waiting"), ("d", "hidden")):
        put_idea(office.db, Idea(name, "tipton-practice-2027", "idea", f"Idea {name}", "en", status))
    for _ in range(3):
        back_idea(office.db, office.store_id, "b")
    assert [(idea.text.say("en"), idea.taps) for idea in report().ideas] == [("Idea b", 3), ("Idea a", 0)]


def test_what_was_withdrawn_is_in_no_number(
    report: Callable[..., Heard], told: Told, office: Store, clock: FakeClock
) -> None:
    told("park", {"often": "most_days"})
    [gone] = told("park", {"often": "never"})
    withdraw_record(office, gone, today(clock))
    assert counts(question(report(), "How often do you go to a park now?"))["Never"] == 0


def test_details_and_consents_are_never_in_it(report: Callable[..., Heard], told: Told) -> None:
    told(
        "join",
        {"details/name": "Gurpreet Kaur", "details/email": "g@example.org", "offers/bring": "time"},
        12,
    )
    heard = report()
    assert "Gurpreet" not in repr(heard.activities)
    assert "example.org" not in repr(heard.activities)
    assert counts(heard.offers[0])["Some time"] == 12


def test_nothing_to_report_is_told(
    report: Callable[..., Heard], told: Told, office: Store, pack: Pack
) -> None:
    with pytest.raises(KioskError) as fault:
        report()
    assert fault.value.code is ErrorCode.NOTHING_TO_EXPORT
    told("park", {"often": "most_days"}, event_id="another")
    with pytest.raises(KioskError):
        report()


def test_records_of_another_key_and_broken_ones_are_counted(
    report: Callable[..., Heard], told: Told, office: Store, pack: Pack
) -> None:
    told("park", {"often": "most_days"}, 2)
    with office.write() as db:
        first = db.execute("SELECT id FROM record ORDER BY id LIMIT 1").fetchone()[0]
        db.execute("UPDATE record SET sealed = zeroblob(512) WHERE id = ?", [first])
    heard = report()
    assert (heard.answer_sets, heard.skipped) == (1, 1)
    assert make_key() != make_key()


def test_an_answer_of_a_form_that_is_gone_is_still_counted(report: Callable[..., Heard], told: Told) -> None:
    told("park", {"often": "most_days"})
    told("park", {"often": "hourly"})
    often = counts(question(report(), "How often do you go to a park now?"))
    assert often["hourly"] == 1
