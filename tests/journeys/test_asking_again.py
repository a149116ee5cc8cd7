"""A part of a form that is asked again: yes adds another, no goes on, and Back leads the same way."""

import pytest

CHILDREN = (
    {"type": "begin_repeat", "name": "child", "label": "Child"},
    {"type": "text", "name": "name", "label": "What is their name?", "kiosk::role": "detail:name"},
    {"type": "integer", "name": "age", "label": "How old are they?"},
    {"type": "end_repeat"},
    {"type": "text", "name": "wish", "label": "What do you wish for?"},
)
PETS = (
    {"type": "begin_repeat", "name": "house", "label": "House"},
    {"type": "text", "name": "street", "label": "Which street?"},
    {"type": "begin_repeat", "name": "pet", "label": "Pet"},
    {"type": "text", "name": "name", "label": "Its name?"},
    {"type": "end_repeat"},
    {"type": "end_repeat"},
)
COUNTED = (
    {"type": "integer", "name": "many", "label": "How many children?"},
    {"type": "begin_repeat", "name": "child", "label": "Child", "repeat_count": "${many}"},
    {"type": "text", "name": "name", "label": "What is their name?"},
    {"type": "end_repeat"},
)
ANOTHER = "Add another: Child?"


@pytest.fixture
def children(begun, form_alone):
    return begun(form_alone(*CHILDREN))


def child(stall, name, age):
    stall.write("What is their name?", name)
    stall.press("Continue")
    stall.write("How old are they?", age)
    stall.press("Continue")


def test_a_plain_repeat_is_not_left_out(form_alone):
    (form,) = form_alone(*CHILDREN).forms.values()
    assert form.left_out == ()


def test_two_children_by_touch(children, kept):
    child(children, "Ada", "4")
    assert children.heading == ANOTHER
    children.press("Yes")
    assert children.sees("Child 2")
    child(children, "Bo", "7")
    assert children.sees("You have 2 so far.")
    children.press("No", "Skip")
    assert children.sees("Child 1: What is their name?")
    assert children.sees("Bo")
    children.press("Change: Child 2: How old are they?")
    children.write("How old are they?", "8")
    children.press("Continue")
    assert kept(children) == {
        "child[1]/name": "Ada",
        "child[1]/age": "4",
        "child[2]/name": "Bo",
        "child[2]/age": "8",
    }


def test_two_children_by_keys(children, kept, keyed, tabbed):
    for name in ("Ada", "Bo"):
        tabbed(children, "What is their name?")
        children.screen.write(name)
        keyed(children, "Continue", "Continue", "Yes" if name == "Ada" else "No")
    keyed(children, "Continue")
    assert kept(children) == {"child[1]/name": "Ada", "child[2]/name": "Bo"}


def test_with_one_child_nothing_is_numbered(children):
    child(children, "Ada", "4")
    children.press("No", "Skip")
    assert children.sees("What is their name?")
    assert not children.sees("Child 1")


def test_back_leads_through_the_question_of_another(children):
    child(children, "Ada", "4")
    children.press("No")
    assert children.heading == "What do you wish for?"
    children.press("Back")
    assert children.heading == ANOTHER
    children.press("Back")
    assert children.heading == "How old are they?"


def test_back_out_of_one_added_by_mistake_takes_it_away(children, kept):
    child(children, "Ada", "4")
    children.press("Yes", "Back")
    assert children.heading == ANOTHER
    assert children.sees("You have 1 so far.")
    children.press("No", "Skip")
    assert kept(children) == {"child[1]/name": "Ada", "child[1]/age": "4"}


def test_one_too_many_is_taken_out_with_its_answers(children, kept):
    child(children, "Ada", "4")
    assert children.screen.find("Take out the last one") is None
    children.press("Yes")
    child(children, "Bo", "7")
    children.press("Take out the last one")
    assert children.heading == ANOTHER
    children.press("No", "Skip")
    assert kept(children) == {"child[1]/name": "Ada", "child[1]/age": "4"}


def test_the_details_of_every_child_are_kept_from_the_voice(children):
    child(children, "Ada", "4")
    children.press("Yes", "Listen", "What is their name?", "capital B", "o", "Done", "Continue")
    assert "capital B" not in children.spoken
    children.press("Continue", "No", "Skip")
    assert "Bo" in " ".join(children.everywhere())
    assert not any("Bo" in said or "Ada" in said for said in children.spoken)


def test_a_repeat_in_a_repeat_is_asked_about_first(begun, form_alone, kept):
    stall = begun(form_alone(*PETS))
    stall.write("Which street?", "High Street")
    stall.press("Continue")
    stall.write("Its name?", "Rex")
    stall.press("Continue")
    assert stall.heading == "Add another: Pet?"
    stall.press("No")
    assert stall.heading == "Add another: House?"
    stall.press("Yes")
    stall.write("Which street?", "Low Road")
    stall.press("Continue", "Continue")
    assert stall.heading == "Add another: Pet?"
    stall.press("Yes")
    stall.write("Its name?", "Tom")
    stall.press("Continue", "No", "No")
    assert stall.page == "check"
    stall.press("Back")
    assert stall.heading == "Add another: House?"
    stall.press("Back")
    assert stall.heading == "Add another: Pet?"
    stall.press("No", "No")
    assert kept(stall) == {
        "house[1]/street": "High Street",
        "house[1]/pet[1]/name": "Rex",
        "house[2]/street": "Low Road",
        "house[2]/pet[2]/name": "Tom",
    }


def test_a_count_asks_for_no_more_than_it_says(begun, form_alone, kept):
    stall = begun(form_alone(*COUNTED))
    stall.write("How many children?", "2")
    stall.press("Continue")
    assert stall.sees("Child 1")
    for name in ("Ada", "Bo"):
        stall.write("What is their name?", name)
        stall.press("Continue")
    assert kept(stall) == {"many": "2", "child[1]/name": "Ada", "child[2]/name": "Bo"}
