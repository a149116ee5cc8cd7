"""What a resident is asked, and what becomes of the answers."""

import pytest

from kiosk.forms.interview import Interview
from kiosk.forms.kinds import Kind

YES_NO = [
    {"list_name": "yn", "name": "yes", "label": "Yes"},
    {"list_name": "yn", "name": "no", "label": "No"},
]
PARK = [
    {"type": "select_one yn", "name": "visits", "label": "Do you visit the park?"},
    {"type": "begin group", "name": "more", "label": "Your visits", "relevant": "${visits} = 'yes'"},
    {"type": "integer", "name": "times", "label": "How often?", "constraint": ". >= 0 and . < 100"},
    {"type": "note", "name": "thanks", "label": "You said **${times}** times."},
    {"type": "end group", "name": "", "label": ""},
    {"type": "calculate", "name": "double", "calculation": "${times} * 2"},
    {
        "type": "text",
        "name": "why",
        "label": "Why so often?",
        "relevant": "${double} > 10",
        "required": "yes",
    },
]


def asked(interview: Interview) -> list[str]:
    return [question.name for question in interview.questions()]


def kinds_of(problems):
    return [(each.path, each.kind.value) for each in problems]


def test_a_question_is_asked_only_where_it_is_relevant(fill):
    visit = fill(PARK, choices=YES_NO)
    assert asked(visit) == ["visits"]
    visit.answer("/data/visits", "yes")
    assert asked(visit) == ["visits", "times", "thanks"]
    visit.answer("/data/visits", "no")
    assert asked(visit) == ["visits"]


def test_a_calculation_follows_the_answer_and_relevance_follows_the_calculation(fill):
    visit = fill(PARK, choices=YES_NO)
    visit.answer("/data/visits", "yes")
    visit.answer("/data/more/times", "4")
    assert visit.answers()["/data/double"] == "8"
    assert "why" not in asked(visit)
    visit.answer("/data/more/times", "6")
    assert asked(visit)[-1] == "why"


def test_an_irrelevant_answer_is_kept_aside_but_never_saved_nor_counted(fill):
    visit = fill(PARK, choices=YES_NO)
    visit.answer("/data/visits", "yes")
    visit.answer("/data/more/times", "6")
    visit.answer("/data/visits", "no")
    assert visit.answers() == {"/data/visits": "no"}
    visit.answer("/data/visits", "yes")
    assert visit.answers() == {"/data/visits": "yes", "/data/more/times": "6", "/data/double": "12"}


def test_a_preview_can_tell_what_is_hidden_and_by_which_rule(fill):
    visit = fill(PARK, choices=YES_NO)
    assert [(each.path, each.rule) for each in visit.hidden()] == [
        ("/data/more/times", "/data/visits  = 'yes'"),
        ("/data/more/thanks", "/data/visits  = 'yes'"),
        ("/data/why", "/data/double  > 10"),
    ]
    visit.answer("/data/visits", "yes")
    assert [each.path for each in visit.hidden()] == ["/data/why"]


def test_a_hidden_question_counts_as_blank_and_a_hidden_part_as_none(fill):
    visit = fill(
        [
            {"type": "text", "name": "show", "label": "Show"},
            {
                "type": "text",
                "name": "extra",
                "label": "Extra",
                "relevant": "${show} = 'yes'",
                "default": "more",
            },
            {"type": "text", "name": "blank", "label": "Blank", "relevant": "${extra} = ''"},
            {"type": "text", "name": "other", "label": "Other", "relevant": "${extra} != 'less'"},
            {"type": "begin repeat", "name": "part", "label": "Part", "relevant": "${show} = 'yes'"},
            {"type": "text", "name": "x", "label": "X"},
            {"type": "end repeat"},
            {"type": "calculate", "name": "parts", "calculation": "count(${part})"},
        ]
    )
    assert asked(visit) == ["show", "blank", "other"]
    assert visit.answers()["/data/parts"] == "0"
    visit.answer("/data/show", "yes")
    assert asked(visit) == ["show", "extra", "other", "x"]
    assert visit.answers()["/data/parts"] == "1"


def test_a_label_says_the_answer_and_the_groups_around_it(fill):
    visit = fill(PARK, choices=YES_NO, answers={"/data/visits": "yes", "/data/more/times": "6"})
    note = visit.question("/data/more/thanks")
    assert (note.kind, note.label, note.groups) == (Kind.NOTE, "You said 6 times.", ("Your visits",))


def test_problems_name_what_is_missing_mistyped_or_against_the_rule(fill):
    visit = fill(PARK, choices=YES_NO, answers={"/data/visits": "yes", "/data/more/times": "6"})
    assert kinds_of(visit.all_problems()) == [("/data/why", "required")]
    visit.answer("/data/more/times", "six")
    assert kinds_of(visit.problems("/data/more/times")) == [("/data/more/times", "type")]
    visit.answer("/data/more/times", "-1")
    assert kinds_of(visit.all_problems()) == [("/data/more/times", "constraint")]
    visit.answer("/data/visits", "no")
    assert visit.all_problems() == ()


def test_a_problem_carries_the_forms_own_words(fill):
    visit = fill(
        [
            {
                "type": "integer",
                "name": "age",
                "label": "Age",
                "constraint": ". > 17",
                "constraint_message": "Sorry, only from **18**.",
                "required": "yes",
                "required_message": "Please tell us.",
            }
        ]
    )
    assert [each.message for each in visit.problems("/data/age")] == ["Please tell us."]
    visit.answer("/data/age", "7")
    assert [each.message for each in visit.problems("/data/age")] == ["Sorry, only from 18."]


@pytest.mark.parametrize(
    ("row", "good", "bad"),
    [
        ({"type": "integer"}, ["0", "-3", " 12 "], ["1.5", "a", "1e3"]),
        ({"type": "decimal"}, ["1.5", "-.5", "3"], ["1,5", "a"]),
        ({"type": "date"}, ["2027-06-12"], ["12/06/2027", "2027-02-30", "2027-06-12T10:00:00Z"]),
        ({"type": "select_one yn"}, ["yes"], ["maybe", "yes no"]),
        ({"type": "select_multiple yn"}, ["yes", "no yes"], ["maybe", "yes yes"]),
        (
            {"type": "range", "parameters": "start=1 end=5 step=0.5"},
            ["1", "2.5", "5.0"],
            ["0.5", "2.2", "6", "x"],
        ),
        ({"type": "text"}, ["anything at all"], []),
        ({"type": "acknowledge"}, ["OK"], []),
    ],
)
def test_each_kind_takes_only_its_own_answers(fill, row, good, bad):
    visit = fill([row | {"name": "q", "label": "Q"}], choices=YES_NO)
    for value in good:
        visit.answer("/data/q", value)
        assert visit.all_problems() == (), value
    for value in bad:
        visit.answer("/data/q", value)
        assert kinds_of(visit.all_problems()) == [("/data/q", "type")], value


def test_answers_come_in_the_forms_order_whatever_the_order_of_answering(fill):
    rows = [{"type": "text", "name": name, "label": name} for name in ("one", "two", "three")]
    visit = fill(rows)
    for name in ("three", "one", "two"):
        visit.answer(f"/data/{name}", name)
    assert list(visit.answers()) == ["/data/one", "/data/two", "/data/three"]
    visit.answer("/data/two", "")
    assert list(visit.answers()) == ["/data/one", "/data/three"]


def test_defaults_stand_from_the_start_and_may_be_worked_out(fill):
    visit = fill(
        [
            {"type": "text", "name": "town", "label": "Town", "default": "Sandwell"},
            {"type": "date", "name": "day", "label": "Day", "default": "today()"},
            {"type": "date", "name": "week", "label": "Week", "default": "date(today() + 7)"},
        ]
    )
    assert visit.answers() == {
        "/data/town": "Sandwell",
        "/data/day": "2027-06-12",
        "/data/week": "2027-06-19",
    }


def test_once_draws_once_for_a_visit(fill):
    visit = fill(
        [
            {"type": "text", "name": "name", "label": "Name"},
            {"type": "calculate", "name": "lot", "calculation": "once(concat(random(), ${name}))"},
        ]
    )
    drawn = visit.answers()["/data/lot"]
    visit.answer("/data/name", "Ada")
    assert visit.answers()["/data/lot"] == drawn


def test_a_trigger_sets_another_question(fill):
    visit = fill(
        [
            {"type": "text", "name": "name", "label": "Name"},
            {
                "type": "text",
                "name": "card",
                "label": "Card",
                "trigger": "${name}",
                "calculation": "concat('To ', ${name})",
            },
        ]
    )
    visit.answer("/data/name", "Ada")
    assert visit.answers()["/data/card"] == "To Ada"
    visit.answer("/data/card", "To all")
    assert visit.answers()["/data/card"] == "To all"


def test_a_kind_the_window_lacks_is_left_out_and_counts_as_answered(fill):
    visit = fill(
        [
            {"type": "geopoint", "name": "place", "label": "Place", "required": "yes"},
            {"type": "text", "name": "name", "label": "Name"},
        ]
    )
    assert asked(visit) == ["name"]
    assert visit.all_problems() == ()


def test_of_what_a_phone_fills_in_only_the_day_is_kept(fill):
    visit = fill(
        [
            {"type": "start", "name": "start"},
            {"type": "today", "name": "today"},
            {"type": "deviceid", "name": "device"},
            {"type": "text", "name": "name", "label": "Name"},
        ]
    )
    assert visit.answers() == {"/data/today": "2027-06-12"}


def test_a_question_that_is_not_there_is_a_mistake_of_the_caller(fill):
    visit = fill([{"type": "text", "name": "name", "label": "Name"}])
    with pytest.raises(KeyError):
        visit.question("/data/nothing")
    with pytest.raises(KeyError):
        visit.answer("/data/nothing", "1")
