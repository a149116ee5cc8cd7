"""Parts that are asked again."""

import pytest

MEMBERS = [
    {"type": "begin repeat", "name": "member", "label": "Member"},
    {"type": "text", "name": "name", "label": "Name"},
    {"type": "integer", "name": "age", "label": "Age of ${name}"},
    {"type": "text", "name": "school", "label": "School", "relevant": "${age} < 18"},
    {"type": "end repeat", "name": "", "label": ""},
    {"type": "calculate", "name": "people", "calculation": "count(${member})"},
    {"type": "calculate", "name": "total", "calculation": "sum(${member}[age != '']/age)"},
    {"type": "text", "name": "last", "label": "Last"},
]
COUNTED = [
    {"type": "integer", "name": "many", "label": "How many?"},
    {"type": "begin repeat", "name": "child", "label": "Child", "repeat_count": "${many}"},
    {"type": "text", "name": "name", "label": "Name", "default": "concat('Child ', position(..))"},
    {"type": "calculate", "name": "number", "calculation": "position(..)"},
    {"type": "end repeat", "name": "", "label": ""},
    {"type": "calculate", "name": "second", "calculation": "indexed-repeat(${name}, ${child}, 2)"},
]


def paths(visit):
    return [question.path for question in visit.questions()]


def test_a_repeat_starts_with_one_copy_and_takes_more(fill):
    visit = fill(MEMBERS)
    assert paths(visit) == ["/data/member[1]/name", "/data/member[1]/age", "/data/last"]
    assert visit.repeats() == ("/data/member",)
    assert visit.add_repeat("/data/member") == "/data/member[2]"
    assert paths(visit)[2:4] == ["/data/member[2]/name", "/data/member[2]/age"]
    assert visit.answers() == {"/data/people": "2", "/data/total": "0"}


def test_each_copy_has_rules_of_its_own(fill):
    visit = fill(MEMBERS)
    visit.add_repeat("/data/member")
    visit.answer("/data/member[1]/age", "40")
    visit.answer("/data/member[2]/age", "9")
    visit.answer("/data/member[2]/name", "Ada")
    assert "/data/member[2]/school" in paths(visit)
    assert "/data/member[1]/school" not in paths(visit)
    assert visit.question("/data/member[2]/age").label == "Age of Ada"
    assert visit.answers()["/data/total"] == "49"


def test_a_copy_taken_out_takes_its_answers_along(fill):
    visit = fill(MEMBERS)
    visit.add_repeat("/data/member")
    visit.answer("/data/member[1]/age", "40")
    visit.answer("/data/member[2]/age", "9")
    visit.remove_repeat("/data/member[1]")
    assert visit.answers() == {"/data/member[1]/age": "9", "/data/people": "1", "/data/total": "9"}


def test_a_question_in_a_copy_says_which(fill):
    visit = fill(MEMBERS)
    visit.add_repeat("/data/member")
    question = visit.question("/data/member[2]/age")
    assert (question.repeat, question.repeat_path, question.groups) == (True, "/data/member[2]", ("Member",))
    assert not visit.question("/data/last").repeat


def test_a_count_decides_how_many_copies_there_are(fill):
    visit = fill(COUNTED)
    assert paths(visit) == ["/data/many"]
    assert visit.repeats() == ()
    visit.answer("/data/many", "3")
    assert paths(visit)[1:] == ["/data/child[1]/name", "/data/child[2]/name", "/data/child[3]/name"]
    assert visit.answers()["/data/child[3]/name"] == "Child 3"
    assert visit.answers()["/data/child[3]/number"] == "3"
    assert visit.answers()["/data/second"] == "Child 2"
    visit.answer("/data/many", "1")
    assert paths(visit)[1:] == ["/data/child[1]/name"]
    assert "/data/second" not in visit.answers()


def test_a_wild_count_stays_within_reason(fill):
    visit = fill(COUNTED)
    visit.answer("/data/many", "1000000000")
    assert len(paths(visit)) == 201
    visit.answer("/data/many", "-5")
    assert len(paths(visit)) == 1


def test_answers_bring_the_copies_they_need(fill):
    visit = fill(MEMBERS, answers={"/data/member[3]/age": "5", "/data/member[1]/age": "50"})
    assert visit.answers()["/data/people"] == "3"
    assert visit.answers()["/data/member[3]/age"] == "5"


def test_repeats_within_repeats(fill):
    visit = fill(
        [
            {"type": "begin repeat", "name": "house", "label": "House"},
            {"type": "text", "name": "street", "label": "Street"},
            {"type": "begin repeat", "name": "pet", "label": "Pet"},
            {"type": "text", "name": "name", "label": "Pet in ${street}"},
            {"type": "end repeat", "name": "", "label": ""},
            {"type": "end repeat", "name": "", "label": ""},
        ]
    )
    visit.add_repeat("/data/house")
    visit.answer("/data/house[2]/street", "High Street")
    assert visit.repeats() == ("/data/house", "/data/house[1]/pet", "/data/house[2]/pet")
    assert visit.add_repeat("/data/house[2]/pet") == "/data/house[2]/pet[2]"
    assert visit.question("/data/house[2]/pet[2]/name").label == "Pet in High Street"
    assert len(paths(visit)) == 5


def test_a_heading_in_a_repeat_speaks_of_its_own_copy(fill):
    visit = fill(
        [
            {"type": "begin repeat", "name": "child", "label": "Child"},
            {"type": "text", "name": "name", "label": "Name"},
            {"type": "begin group", "name": "more", "label": "About ${name}"},
            {"type": "text", "name": "likes", "label": "Likes"},
            {"type": "end group"},
            {"type": "end repeat"},
        ],
        answers={"/data/child[1]/name": "Ada", "/data/child[2]/name": "Bo"},
    )
    assert visit.question("/data/child[2]/more/likes").groups == ("Child", "About Bo")


def test_a_hidden_repeat_takes_no_more_copies(fill):
    visit = fill(
        [
            {"type": "text", "name": "show", "label": "Show"},
            {"type": "begin repeat", "name": "part", "label": "Part", "relevant": "${show} = 'yes'"},
            {"type": "text", "name": "x", "label": "X"},
            {"type": "end repeat"},
        ]
    )
    assert visit.repeats() == ()
    visit.answer("/data/show", "yes")
    assert visit.repeats() == ("/data/part",)


def test_only_a_repeat_can_be_added_or_taken_out(fill):
    visit = fill(MEMBERS)
    with pytest.raises(KeyError):
        visit.add_repeat("/data/last")
    with pytest.raises(KeyError):
        visit.remove_repeat("/data/last")


def test_an_absolute_path_keeps_to_the_copy_it_is_asked_from(fill):
    """OpenRosa's deviation from XForms: `/data/kid/age` inside a kid is that kid's."""
    visit = fill(
        [
            {"type": "begin_repeat", "name": "kid", "label": "Child"},
            {"type": "integer", "name": "age", "label": "Age"},
            {"type": "calculate", "name": "next", "calculation": "/data/kid/age + 1"},
            {"type": "calculate", "name": "all", "calculation": "count(/data/kid)"},
            {"type": "calculate", "name": "before", "calculation": "indexed-repeat(${age}, ${kid}, 1)"},
            {"type": "text", "name": "school", "label": "School", "relevant": "/data/kid/age > 4"},
            {"type": "end_repeat"},
            {"type": "calculate", "name": "sum", "calculation": "sum(/data/kid/age)"},
        ]
    )
    visit.add_repeat("/data/kid")
    visit.answer("/data/kid[1]/age", "3")
    visit.answer("/data/kid[2]/age", "9")
    found = visit.answers()
    assert [found[f"/data/kid[{number}]/next"] for number in (1, 2)] == ["4", "10"]
    assert [found[f"/data/kid[{number}]/all"] for number in (1, 2)] == ["2", "2"]
    assert [found[f"/data/kid[{number}]/before"] for number in (1, 2)] == ["3", "3"]
    assert paths(visit) == ["/data/kid[1]/age", "/data/kid[2]/age", "/data/kid[2]/school"]
    assert found["/data/sum"] == "12"
