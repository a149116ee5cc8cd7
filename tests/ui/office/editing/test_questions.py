"""Questions without Excel: a form made, asked as meant, undone, translated; Excel's forms left alone."""

import openpyxl
import pytest

from kiosk.clock import FakeClock
from kiosk.forms.definition import read_form
from kiosk.forms.interview import Interview
from kiosk.pack.compile import compile_form, read_form_book
from kiosk.pack.editing.questions.files import open_form
from kiosk.pack.editing.questions.mark import Maker
from kiosk.pack.editing.questions.model import Sense, When
from kiosk.pack.library import open_pack


def page(stall):
    return stall.model.team.leaf.model


def fill(stall, **typed):
    """What was typed into the fields, whatever the keys."""
    for name, text in typed.items():
        page(stall).write(name, text)


def top(stall):
    """From the page's first part again."""
    page(stall).turn()
    stall.screen.settle()


@pytest.fixture
def questions(editor, finished):
    """The list of the draft's forms."""
    editor.press("Questions")
    finished(editor)
    return editor


@pytest.fixture
def saved(finished):
    """Waits until what was changed is on the disk."""

    def wait(stall):
        bench = page(stall).page.bench
        while bench._job is not None:
            bench.wait()
            stall.screen.settle()
        finished(stall)
        return open_form(bench.file.path)

    return wait


@pytest.fixture
def new(questions):
    """A new form, without a question yet."""
    questions.press("A new form")
    fill(questions, title="Your street")
    questions.press("Continue")
    return questions


def add(stall, kind, words, *choices):
    stall.press("Add a question", kind)
    fill(stall, label=words)
    stall.press("Save")
    for choice in choices:
        fill(stall, new=choice)
        stall.press("Add this choice")
    if choices:
        stall.press("Back")


@pytest.fixture
def street(new, saved):
    """A form of ours on the disk: what is best, and why; and the page of the second question."""
    add(new, "Several answers", "What is best in your street?", "Trees", "Quiet")
    new.press("Back")
    add(new, "In their own words", "Why is that?")
    saved(new)
    return new


def test_excels_forms_are_listed_as_excels(questions):
    assert questions.heading == "Questions"
    assert questions.sees("park, Made elsewhere")


def test_a_form_of_excels_is_shown_and_cannot_be_changed(questions, draft, finished):
    before = (draft.folder / "forms" / "park.xlsx").read_bytes()
    questions.press("park")
    finished(questions)
    seen = questions.everywhere()
    assert any("never written over" in text for text in seen)
    assert not any("Add a question" in text for text in seen)
    assert (draft.folder / "forms" / "park.xlsx").read_bytes() == before


def test_a_new_form_is_asked_as_it_was_meant(street, saved):
    street.press("When it is asked", "After “What is best in your street?”")
    street.press("At least one of these is ticked", "Trees", "Save")
    file = saved(street)
    assert file.maker is Maker.US
    assert file.form.questions[1].when == When("what_is_best_in_your", Sense.INCLUDES, ("trees",))
    source = compile_form(read_form_book(file.path.read_bytes(), file.path.name))
    visit = Interview(read_form(source.xml), language="en", clock=FakeClock())
    assert [one.label for one in visit.questions()] == ["What is best in your street?"]
    visit.answer("/data/what_is_best_in_your", "trees quiet")
    assert [one.label for one in visit.questions()][1] == "Why is that?"


def test_the_new_form_is_an_activity_and_residents_can_choose_it(street, draft):
    rows = list(openpyxl.load_workbook(draft.event_file)["activities"].values)
    made = dict(zip(rows[0], rows[-1], strict=True))
    assert (made["id"], made["form"], made["kind"], made["on"]) == (
        "your-street", "your-street.xlsx", "questions", "yes",
    )  # fmt: skip
    pack = open_pack(draft.folder, None)
    assert pack.activity("your-street").title.say("en") == "Your street"
    assert "your-street" in pack.forms


def test_what_was_deleted_comes_back_with_undo(street, saved):
    street.press("Delete this question")
    assert street.sees("Deleted. Undo brings it back.")
    assert len(saved(street).form.questions) == 1
    street.press("Undo")
    assert [one.name for one in saved(street).form.questions] == ["what_is_best_in_your", "why_is_that"]


def test_a_question_is_asked_earlier_but_never_before_what_it_waits_for(street, saved):
    street.press("Ask it earlier")
    assert saved(street).form.questions[0].name == "why_is_that"
    street.press("Ask it later")
    top(street)
    street.press("When it is asked", "After “What is best in your street?”", "Quiet", "Save")
    street.press("Ask it earlier")
    assert street.sees("It cannot change places")
    assert saved(street).form.questions[0].name == "what_is_best_in_your"


def test_an_answer_is_needed_and_is_not(street, saved):
    street.press("An answer is needed")
    assert saved(street).form.questions[1].required
    street.press("An answer is needed")
    assert not saved(street).form.questions[1].required


def test_words_change_and_the_name_stays(street, saved):
    street.press("Change the words")
    fill(street, label="Tell us more", hint="A few words are enough.")
    street.press("Save")
    asked = saved(street).form.questions[1]
    assert (asked.name, asked.label.say("en"), asked.hint.say("en")) == (
        "why_is_that", "Tell us more", "A few words are enough.",
    )  # fmt: skip


def test_a_question_without_words_is_not_made(new):
    new.press("Add a question", "A date", "Save")
    assert new.sees("Please write the words first.")


def test_a_number_has_its_bounds(new, saved):
    new.press("Add a question", "A number")
    fill(new, label="How many trees?", least="0", most="-5")
    new.press("Save")
    assert new.sees("The least is more than the most.")
    fill(new, most="many")
    new.press("Save")
    assert new.sees("Please write a whole number, as 7.")
    fill(new, most="40")
    new.press("Save")
    asked = saved(new).form.questions[0]
    assert (asked.least, asked.most) == (0, 40)
    assert asked.message.words.keys() >= {"en", "pa"}


def test_choices_have_their_order_their_words_and_a_picture(street, saved):
    street.press("Back", "1. What is best in your street?, Several answers", "Change the choices", "2. Quiet")
    street.press("One place up", "Its picture", "seats.svg")
    fill(street, words="Peace and quiet")
    street.press("Save", "Back")
    street.press("“Something else” too")
    asked = saved(street).form.questions[0]
    assert [(one.name, one.label.say("en"), one.picture) for one in asked.options] == [
        ("quiet", "Peace and quiet", "seats.svg"),
        ("trees", "Trees", ""),
    ]
    assert asked.other


def test_words_are_translated_beside_the_english(street, saved):
    street.press("Back", "In other languages", "Punjabi ਪੰਜਾਬੀ")
    assert street.sees("What is best in your street?")
    fill(street, label="ਸਭ ਤੋਂ ਵਧੀਆ ਕੀ ਹੈ?")
    street.press("Save, then the next")
    fill(street, label="ਕਿਉਂ?")
    street.press("Save")
    asked = saved_at(street, saved).form.questions
    assert [one.label.words["pa"] for one in asked] == ["ਸਭ ਤੋਂ ਵਧੀਆ ਕੀ ਹੈ?", "ਕਿਉਂ?"]
    assert street.sees("2 texts still to translate")  # the choices


def saved_at(stall, saved):
    """The same, from a page further on."""
    pages = page(stall)._pages
    bench = next(one.bench for one in pages if hasattr(one, "bench"))
    while bench._job is not None:
        bench.wait()
        stall.screen.settle()
    return open_form(bench.file.path)


def test_a_consent_is_given_its_role_in_plain_words(questions, saved):
    questions.press("A new form", "A sign-up")
    fill(questions, title="Tell us")
    questions.press("Continue")
    add(questions, "Yes or no", "May we write to you?")
    questions.press("What it is for", "Whether their details stay with their answers")
    assert saved(questions).form.questions[0].role == "together"
    assert questions.sees("Whether their details stay with their answers")


def test_a_form_that_excel_has_open_is_not_written_and_saved_later(street, saved):
    path = page(street).page.bench.file.path
    mark = path.with_name(f"~${path.name}")
    mark.write_bytes(b"")
    street.press("An answer is needed")
    assert not saved(street).form.questions[1].required
    street.press("Back")
    assert street.sees("Not saved.")
    mark.unlink()
    street.press("Save again")
    assert saved(street).form.questions[1].required
    assert not street.sees("Not saved.")


def test_a_form_that_was_saved_in_excel_is_excels_from_then_on(street, finished):
    path = page(street).page.bench.file.path
    book = openpyxl.load_workbook(path)
    book["survey"]["C2"] = "What is best here?"
    book.save(path)
    theirs = path.read_bytes()
    street.press("An answer is needed", "Back")
    page(street).page.bench.wait()
    street.wait(1)
    finished(street)
    assert path.read_bytes() == theirs
    assert street.sees("was changed elsewhere meanwhile")
    street.press("your-street, Made here, then changed in Excel")
    finished(street)
    assert street.sees("You can make a copy, and change that here.")
    street.press("Make a copy to change here")
    finished(street)
    assert street.heading == "Your street"
    assert street.sees("This is the copy, your-street-2.xlsx.") or street.sees("your-street_2.xlsx")
    assert path.read_bytes() == theirs
