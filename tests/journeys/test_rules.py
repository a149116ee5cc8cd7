"""The rules of working together (COPRODUCTION.md), each seen on the screens or in the practice event."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.pack.check import check_pack
from kiosk.pack.findings import Severity
from kiosk.pack.model import ActivityKind, Pack
from kiosk.resources import asset, practice_pack
from kiosk.storage.sealed.reference import grouped
from kiosk.visit.manner import Manner
from kiosk.words import LANGUAGES, Words
from tests.journeys.test_hard_for_me import press, said

# "Anonymous" and its kin, in every language that the kiosk speaks.
ANONYMOUS = (
    *("anonym", "anonim", "ਗੁਮਨਾਮ", "ਅਗਿਆਤ", "ਬੇਨਾਮ", "گمنام", "بے نام", "نامعلوم", "অজ্ঞাতনামা", "বেনাম"),
    *("বেনামি", "અનામી", "અજ્ઞાત", "ગુમનામ", "مجهول", "بدون اسم", "بلا اسم"),
)
SOME = ("en", "ur", "pa")


def texts(value: Any) -> list[str]:
    """Every text inside facts as JSON has them."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in texts(each)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_ever_called_anonymous(language: str) -> None:
    catalogue = asset("i18n", language, "LC_MESSAGES", "kiosk.po")
    told = (
        catalogue.read_text("utf-8") if catalogue.is_file() else asset("i18n", "kiosk.pot").read_text("utf-8")
    )
    pack = json.loads((practice_pack() / "pack.json").read_bytes())
    charter = json.loads(asset("charter", "charter.json").read_text("utf-8"))
    everything = [told, *texts(pack), *texts(charter)]
    assert len(everything) > 500
    assert not [(word, text[:80]) for text in everything for word in ANONYMOUS if word in text.casefold()]


def test_the_practice_event_is_clean_and_shows_all_of_it(pack: Pack) -> None:
    assert not [one for one in check_pack(practice_pack()) if one.severity is Severity.MISTAKE]
    event = pack.event
    assert event.continue_address and event.charter_address and event.live_question and event.voice_answers
    assert set(event.languages) == set(LANGUAGES)
    kinds = {one.kind for one in pack.activities if one.on}
    assert kinds == set(ActivityKind)
    assert {reply.status for reply in pack.replies} == {"done", "doing", "deciding", "cannot", "late"}
    roles = {role.partition(":")[0] for form in pack.forms.values() for role in form.roles.values()}
    assert roles >= {"offer", "need", "intro", "consent", "detail", "quote", "profile", "together"}
    channels = {consent.channel for consent in pack.consents if consent.id.startswith("happened")}
    assert channels == {"email", "text", "phone", "post"}
    for share in pack.profile:
        assert set(share.label.words) == set(LANGUAGES)
    for key in {share.key for share in pack.profile}:
        assert sum(share.share for share in pack.profile if share.key == key) <= 1.01


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_promise_is_whole_in_every_language(pack: Pack, language: str) -> None:
    promised = {promise.activity for promise in pack.promises}
    assert promised >= {one.id for one in pack.activities if one.on and one.kind is not ActivityKind.ABOUT}
    for promise in pack.promises:
        parts = (promise.can_change, promise.cannot_change, promise.who_decides, promise.by_when)
        assert all(part.has(language) for part in (*parts, *promise.next_steps)), promise.activity


@pytest.mark.parametrize("language", SOME)
def test_the_promise_comes_first_with_all_five_rungs_explained_on_a_tap(
    make_stall: Any, language: str
) -> None:
    stall = make_stall(manner=Manner(language))
    stall.press(stall.model.welcome.cards[0]["spoken"])
    rungs = ("Find out", "Talk with us", "Have your say", "Help shape it", "Decide together")
    assert [rung["name"] for rung in stall.model.promise.rungs] == said(stall, *rungs)
    assert [rung["chosen"] for rung in stall.model.promise.rungs].count(True) == 1
    for name in said(stall, "What can change", "What cannot change", "Who decides", "By when"):
        assert any(name in text for text in stall.texts), name
    press(stall, "Find out")
    assert stall.heading == said(stall, "How much you can change")[0]
    press(stall, "Back")
    assert stall.page == "promise"


@pytest.mark.parametrize("language", SOME)
def test_help_in_danger_is_said_wherever_somebody_can_write_freely_or_speak(
    make_stall: Any, pack: Pack, language: str
) -> None:
    stall = make_stall(manner=Manner(language))
    urgent = pack.event.urgent_help.say(language)
    seen = 0
    for activity in (one.id for one in pack.activities if one.kind is ActivityKind.QUESTIONS):
        stall.model.begin(activity)
        for _ in range(30):
            visit = stall.model.at.visit
            if visit is None or visit.step.value not in ("promise", "question"):
                break
            if visit.step.value == "question" and visit.question.kind.value == "text":
                stall.screen.settle()
                assert any(urgent in text for text in stall.everywhere()), visit.path
                stall.model.visits.speak()
                stall.screen.settle()
                assert any(urgent in text for text in stall.everywhere()), "where it is spoken"
                stall.model.visits.stop_speaking()
                seen += 1
            if visit.step.value == "question" and visit.question.choices:
                visit.interview.answer(visit.path, visit.question.choices[-1].name)
            stall.model.forward()
        stall.model.leave()
    assert seen >= 2
    wall = next(one for one in pack.activities if one.kind is ActivityKind.IDEAS)
    stall.model.begin(wall.id)
    stall.screen.settle()
    press(stall, "Add an idea")
    if stall.page == "promise":
        press(stall, "Start")
    assert any(urgent in text for text in stall.everywhere())


@pytest.mark.parametrize("language", SOME)
def test_only_adults_sign_up_and_others_are_told_whom_to_talk_to(make_stall: Any, language: str) -> None:
    stall = make_stall(manner=Manner(language))
    card = next(card for card in stall.model.welcome.cards if card["id"] == "join")
    stall.press(card["spoken"])
    press(stall, "Start", "No")
    assert any(stall.pack.event.youth_worker.say(language) in text for text in stall.everywhere())
    press(stall, "Back to the start")
    assert stall.page == "welcome"
    assert not stall.saved()


def test_details_offers_introductions_and_consents_are_asked_only_in_a_sign_up(pack: Pack) -> None:
    for activity in pack.activities:
        if activity.form_id and activity.kind is not ActivityKind.SIGN_UP:
            roles = {role.partition(":")[0] for role in pack.form_of(activity).roles.values()}
            assert not roles & {"detail", "offer", "need", "intro", "consent"}, activity.id


def test_no_consent_is_ticked_beforehand_and_each_names_who_and_by_which_way(
    pack: Pack, make_stall: Any
) -> None:
    stall = make_stall()
    stall.model.begin("join")
    asked = stall.model.at.visit.main.questions()
    assert not [question for question in asked if question.role.startswith("consent:") and question.value]
    for consent in pack.consents:
        assert consent.organisation and consent.channel and consent.keep_until and consent.notice_full


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_notice_says_how_to_complain_within_30_days(pack: Pack, language: str) -> None:
    for consent in pack.consents:
        assert "30" in consent.notice_full.say(language)
        assert len(consent.notice_short.say(language)) < len(consent.notice_full.say(language)) / 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_is_asked_about_themselves_may_prefer_not_to_say(pack: Pack, language: str) -> None:
    from kiosk.forms.columns import columns  # noqa: PLC0415 - only here
    from kiosk.forms.definition import read_form  # noqa: PLC0415

    about = pack.forms["about"]
    asked = [
        one for one in columns(read_form(about.xml, roles=about.roles)) if one.role.startswith("profile:")
    ]
    assert len(asked) == len({share.key for share in pack.profile})
    for column in asked:
        assert column.choices["prefer_not_to_say"][language]


@pytest.mark.parametrize("language", SOME)
def test_the_reference_is_a_sentence_to_scan_and_we_write_it_on_a_card(
    make_stall: Any, language: str
) -> None:
    stall = make_stall(manner=Manner(language))
    card = next(card for card in stall.model.welcome.cards if card["id"] == "today")
    stall.press(card["spoken"])
    press(stall, "Start")
    stall.press(stall.model.question.names[0])
    sentence, event = stall.model.thanks.sentence, stall.pack.event
    for part in (
        event.title.say(language),
        event.organiser.say(language),
        grouped(stall.model.at.saved.reference),
    ):
        assert part in sentence
    shown = said(stall, "Take a photo, or ask us to write it on a card.")[0]
    assert any(shown in text for text in stall.everywhere())


@pytest.mark.parametrize("language", SOME)
def test_welcome_names_who_is_asking(make_stall: Any, language: str) -> None:
    stall = make_stall(manner=Manner(language))
    organiser = stall.pack.event.organiser.say(language)
    assert any(organiser in text for text in stall.everywhere())


@pytest.mark.parametrize("language", [code for code in LANGUAGES if not Words(code).checked])
def test_words_that_no_speaker_has_checked_say_so(make_stall: Any, language: str) -> None:
    stall = make_stall(manner=Manner(language))
    assert said(stall, "No speaker has checked these words yet.")[0] in " ".join(stall.everywhere())


def test_the_workbooks_of_the_practice_event_are_where_they_belong() -> None:
    folder: Path = practice_pack()
    assert (folder / "event.xlsx").is_file()
    assert {path.stem for path in (folder / "forms").glob("*.xlsx")} == {"park", "join", "today", "about"}
