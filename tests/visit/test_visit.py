"""Where Continue, Back, Change and Skip lead in a visit."""

import pytest

from kiosk.forms.questions import ProblemKind
from kiosk.visit.step import Step

YES_NO = (
    {"list_name": "yn", "name": "yes", "label": "Yes"},
    {"list_name": "yn", "name": "no", "label": "No"},
)


def question(name, label="", kind="text", **more):
    return {"type": kind, "name": name, "label": label or name, **more}


def test_the_promise_comes_first_then_the_questions(pack, visit_to):
    visit = visit_to(pack, "park")
    assert visit.step is Step.PROMISE
    assert not visit.forward()
    assert (visit.step, visit.question.name, visit.position) == (Step.QUESTION, "place", (1, 6))


def test_a_sign_up_asks_for_the_age_after_the_promise(pack, visit_to):
    visit = visit_to(pack, "join")
    visit.forward()
    assert visit.step is Step.AGE
    visit.too_young()
    assert visit.step is Step.TOO_YOUNG
    assert visit.back()
    assert visit.step is Step.AGE
    visit.forward()
    assert visit.step is Step.QUESTION


def test_a_question_that_no_longer_applies_is_passed_over_both_ways(pack, visit_to, go):
    visit = visit_to(pack, "park")
    go(visit, "stops", often="never")
    visit.back()
    visit.interview.answer(visit.path, "most_days")
    visit.forward()
    assert visit.question.name == "more"
    visit.back()
    assert visit.question.name == "often"


def test_the_words_for_other_are_asked_only_when_other_is_chosen(pack, visit_to, go):
    visit = visit_to(pack, "park")
    go(visit, "more_other", more="seats other")
    assert visit.question.specify_other
    visit.back()
    visit.interview.answer(visit.path, "seats")
    visit.forward()
    assert visit.question.name == "minutes"


def test_back_from_the_first_page_leaves_the_visit(pack, visit_to):
    visit = visit_to(pack, "park")
    assert not visit.back()
    assert visit.step is Step.PROMISE


def test_back_goes_the_way_that_was_come(pack, visit_to, go):
    visit = visit_to(pack, "today")
    go(visit, "feeling")
    assert visit.back()
    assert visit.step is Step.PROMISE


def test_back_from_check_is_the_last_question(pack, visit_to, go):
    visit = visit_to(pack, "park")
    go(visit, "check", wish="A tap")
    visit.back()
    assert visit.question.name == "quote"


def test_a_required_answer_holds_the_visit_where_it_is(form_alone, visit_to):
    pack = form_alone(question("name", required="yes"), question("after"))
    visit = visit_to(pack, pack.activities[0].id)
    problems = visit.forward()
    assert [fault.kind for fault in problems] == [ProblemKind.REQUIRED]
    assert visit.question.name == "name"
    visit.interview.answer(visit.path, "Jo")
    assert not visit.forward()
    assert visit.question.name == "after"


def test_a_wrong_answer_stays_to_be_put_right(pack, visit_to, go):
    visit = visit_to(pack, "park")
    go(visit, "minutes")
    visit.interview.answer(visit.path, "500")
    (fault,) = visit.forward()
    assert fault.kind is ProblemKind.CONSTRAINT
    assert visit.question.value == "500"
    visit.interview.answer(visit.path, "50")
    assert not visit.forward()


def test_change_comes_back_to_check(pack, visit_to, go):
    visit = visit_to(pack, "park")
    go(visit, "check", often="most_days")
    visit.change("/data/often")
    assert visit.question.value == "most_days"
    visit.interview.answer(visit.path, "most_weeks")
    visit.forward()
    assert visit.step is Step.CHECK
    assert visit.main.answers()["/data/often"] == "most_weeks"


def test_back_from_change_is_check_too(pack, visit_to, go):
    visit = visit_to(pack, "park")
    go(visit, "check")
    visit.change("/data/often")
    visit.back()
    assert visit.step is Step.CHECK
    visit.back()
    assert visit.question.name == "wish"


def test_a_change_that_asks_for_more_leads_there_before_check(form_alone, visit_to, go):
    pack = form_alone(
        question("more", kind="select_one yn"),
        question("which", required="yes", relevant="${more} = 'yes'"),
        question("last"),
        choices=YES_NO,
    )
    visit = visit_to(pack, pack.activities[0].id)
    go(visit, "check", more="no")
    visit.change(visit.questions[0].path)
    visit.interview.answer(visit.path, "yes")
    visit.forward()
    assert visit.question.name == "which"
    visit.interview.answer(visit.path, "that")
    visit.forward()
    assert visit.step is Step.CHECK


def test_check_leads_to_what_is_still_missing(form_alone, visit_to, go):
    pack = form_alone(question("first"), question("who", required="yes"))
    visit = visit_to(pack, pack.activities[0].id)
    go(visit, "check", who="Jo")
    path = visit.path
    visit.main.answer(path, "")
    (fault,) = visit.forward()
    assert (fault.path, visit.step, visit.path) == (path, Step.QUESTION, path)


def test_the_short_notice_comes_before_the_first_detail_and_only_once(pack, visit_to, go):
    visit = visit_to(pack, "join")
    go(visit, "notice", way="email", happened_email="yes")
    visit.forward()
    assert visit.question.name == "name"
    visit.interview.answer(visit.path, "Jo Price")
    visit.forward()
    assert (visit.step, visit.question.name) == (Step.QUESTION, "email")


def test_no_consent_no_details(pack, visit_to, go):
    visit = visit_to(pack, "join")
    go(visit, "check", way="email", happened_email="no", group_email="no", library_email="no")
    assert not [path for path in visit.main.answers() if path.startswith("/data/details")]


def test_about_you_comes_after_check_and_ends_the_visit(pack, visit_to, go):
    visit = visit_to(pack, "park")
    go(visit, "about")
    assert not visit.in_about
    go(visit, "language", age="65_over")
    assert visit.in_about
    visit.forward()
    assert visit.step is Step.SAVING
    assert visit.about.answers()["/data/age"] == "65_over"


def test_no_thank_you_drops_what_was_begun_about_oneself(pack, visit_to, go):
    visit = visit_to(pack, "park")
    go(visit, "town", age="65_over")
    visit.back()
    visit.back()
    assert visit.step is Step.ABOUT
    visit.pass_over_about()
    assert visit.step is Step.SAVING
    assert "/data/age" not in visit.about.answers()


def test_back_from_about_you_is_check(pack, visit_to, go):
    visit = visit_to(pack, "park")
    go(visit, "about")
    visit.back()
    assert visit.step is Step.CHECK


def test_a_quick_activity_has_no_check(pack, visit_to, go):
    visit = visit_to(pack, "today", about=False)
    go(visit, "saving", feeling="good")
    assert visit.main.answers()["/data/feeling"] == "good"


def test_what_the_kiosk_cannot_ask_is_told_first_and_then_skipped(form_alone, visit_to):
    pack = form_alone(
        question("photo", "A photo of the gate", kind="image", required="yes"), question("name")
    )
    visit = visit_to(pack, pack.activities[0].id)
    assert visit.step is Step.LEFT_OUT
    visit.forward()
    assert [asked.name for asked in visit.questions] == ["name"]
    visit.forward()
    assert visit.step is Step.CHECK
    assert not visit.forward(), "a required question that is left out counts as answered"
    assert visit.step is Step.SAVING


def test_a_form_with_nothing_to_ask_leads_to_check(form_alone, visit_to):
    pack = form_alone({"type": "calculate", "name": "sum", "calculation": "1 + 1"})
    visit = visit_to(pack, pack.activities[0].id)
    assert visit.step is Step.CHECK
    assert not visit.back()


def test_back_from_a_check_with_no_questions_is_the_page_before(form_alone, visit_to):
    pack = form_alone(question("photo", kind="image"))
    visit = visit_to(pack, pack.activities[0].id)
    visit.forward()
    assert visit.step is Step.CHECK
    assert visit.back()
    assert visit.step is Step.LEFT_OUT


def test_another_language_in_the_middle_loses_nothing(pack, visit_to, go):
    visit = visit_to(pack, "park")
    go(visit, "more", often="never", stops="far")
    before, place, english = visit.main.answers(), visit.position, visit.question.label
    visit.speak("pa")
    assert (visit.main.answers(), visit.position) == (before, place)
    assert visit.question.label != english


def test_a_visit_is_begun_once_something_was_answered(pack, visit_to, go):
    visit = visit_to(pack, "park")
    go(visit, "often")
    assert not visit.begun
    visit.interview.answer(visit.path, "never")
    assert visit.begun


def test_every_visit_has_its_own_record_and_reference(pack, visit_to):
    visits = [visit_to(pack, "park") for _ in range(3)]
    assert len({visit.reference for visit in visits}) == 3
    assert len({name for visit in visits for name in (visit.record_id, visit.about_record_id)}) == 6


@pytest.mark.parametrize("activity", ["park", "join", "today"])
def test_back_from_anywhere_reaches_the_start(pack, visit_to, go, activity):
    visit = visit_to(pack, activity, about=False)
    while visit.step is not Step.CHECK and visit.step is not Step.SAVING:
        if visit.step is Step.QUESTION and visit.question.choices:
            visit.interview.answer(visit.path, visit.question.choices[0].name)
            if visit.question.name == "bring":
                visit.interview.answer(visit.path, "skill")
        elif visit.step is Step.QUESTION and visit.question.name in ("name", "email"):
            visit.interview.answer(visit.path, "jo@example.org")
        assert not visit.forward()
    if visit.step is Step.SAVING:
        visit.step = Step.QUESTION
    for _ in range(60):
        if not visit.back():
            break
    assert visit.step is Step.PROMISE
