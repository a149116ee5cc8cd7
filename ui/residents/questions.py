"""The tour of the question editor and of spoken clips: a form that is made here, and each page of it."""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.pack.editing.draft import Draft
from kiosk.pack.editing.questions.edit import added, with_option
from kiosk.pack.editing.questions.event import add_activity
from kiosk.pack.editing.questions.files import begin_form, new_form
from kiosk.pack.editing.questions.model import Kind, Question, Sense, When
from kiosk.pack.editing.questions.offered import begun
from kiosk.pack.model import ActivityKind, Text
from ui.app import Kiosk
from ui.residents.screen import Screen
from ui.residents.stop import Stop, parts
from ui.viewmodels.office.clips.model import ClipsModel
from ui.viewmodels.office.editing.model import EditingModel
from ui.viewmodels.team.busy import BusySheetModel

NAME, FORM = "street-party", "your-street"
FILE = f"c:{FORM}.xlsx"
BEST, WHY, TREES = "c:asked:what_is_best_in_your", "c:asked:why_is_that", "c:asked:how_many_trees_are_there"
# The presses that lead to each page: c a choice, a an action, f the button that leads on.
STOPS = (
    ("forms", ()),
    ("new-form", ("a:new",)),
    ("elsewhere", ("c:today.xlsx",)),
    ("form", (FILE,)),
    ("kind", (FILE, "a:add")),
    ("new-question", (FILE, "a:add", "c:number")),
    ("no-words", (FILE, "a:add", "c:words", "f")),
    ("question", (FILE, WHY)),
    ("words", (FILE, WHY, "a:words")),
    ("title", (FILE, "a:title")),
    ("choices", (FILE, BEST, "a:choices")),
    ("choice", (FILE, BEST, "a:choices", "c:choice:trees")),
    ("rule", (FILE, WHY, "a:rule")),
    ("answers", (FILE, WHY, "a:rule", "c:question:what_is_best_in_your")),
    ("role", (FILE, "c:asked:may_we_print_your_words", "a:role")),
    ("languages", (FILE, "a:languages")),
    ("translation", (FILE, "a:languages", "c:pa")),
    ("deleted", (FILE, BEST, "a:delete")),
)
CLIPS = (
    ("languages", ()),
    ("list", ("c:pa",)),
    ("one", ("c:pa", "a:first")),
    ("recording", ("c:pa", "a:first", "a:main")),
)


def walk_questions(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """Each page of both, on a copy of the event. Staff are at the desk."""
    team = kiosk.model.team
    team.enter("event")
    editor = team.made["event"].model
    assert isinstance(editor, EditingModel)
    draft = editor.drafts.copy(editor.drafts.in_use, NAME)
    _made(draft)
    editor.take(draft)
    for name, presses in STOPS:
        _settled(editor, screen)
        editor.home()
        _press(editor, screen, ("c:questions", *presses))
        yield from parts(f"team-questions-{name}", kiosk, screen)
    _settled(editor, screen)
    clips = team.made["clips"].model
    assert isinstance(clips, ClipsModel)
    for name, presses in CLIPS:
        team.enter("clips")
        _press(clips, screen, presses)
        yield from parts(f"team-clips-{name}", kiosk, screen)
    clips.take.drop()
    editor.take(None)


def _press(model: BusySheetModel, screen: Screen, presses: tuple[str, ...]) -> None:
    _settled(model, screen)
    for press in presses:
        kind, _, what = press.partition(":")
        if kind == "f":
            model.forward()
        else:
            (model.choose if kind == "c" else model.act)(what)
        _settled(model, screen)


def _settled(model: BusySheetModel, screen: Screen) -> None:
    screen.settle()
    while job := model.room.jobs.job:
        job.wait()
        screen.settle()


def _made(draft: Draft) -> None:
    """A form of ours, as somebody would have made it by now."""
    form = begin_form(draft, "Your street", ("en", "pa", "ur", "pl"))
    best = Question(
        "",
        Kind.SEVERAL,
        Text({"en": "What is best in your street?", "pl": "Co jest najlepsze na Twojej ulicy?"}),
        other=True,
    )
    for words in ("Trees", "The people next door", "It is quiet at night"):
        best = with_option(best, "en", words)
    form = added(form, best)
    when = When(form.questions[0].name, Sense.INCLUDES, ("trees", "it_is_quiet_at_night"))
    hint = Text({"en": "A few words are enough."})
    form = added(form, Question("", Kind.WORDS, Text({"en": "Why is that?"}), hint, when=when))
    form = added(
        form, Question("", Kind.NUMBER, Text({"en": "How many trees are there?"}), least=0, most=200)
    )
    quote = replace(begun(Kind.YES_NO, form.languages), label=Text({"en": "May we print your words?"}))
    form = added(form, replace(quote, role="quote"))
    add_activity(draft, new_form(draft, form).path, form, ActivityKind.QUESTIONS)
