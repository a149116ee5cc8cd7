"""The words of working together that stand on pages of their own."""

from kiosk.pack.model import Event
from kiosk.words import Words, language_of
from ui.viewmodels.visit.texts import Choice, Page, help_now
from ui.viewmodels.working.writing import Asked


def asked_idea(words: Words, event: Event) -> Asked:
    lines = (
        words("Others will see it. Please write no names."),
        words("Once it is shown, we cannot tell which was yours."),
        help_now(words, event),
    )
    return Asked(words("What is your idea?"), lines, words("Continue"))


def asked_question(words: Words, event: Event) -> Asked:
    lines = (
        words("The people after you answer it. Please write no names."),
        words("Once it is shown, we cannot tell which was yours."),
        help_now(words, event),
    )
    return Asked(words("What would you ask the next people?"), lines, words("Continue"))


def asked_reference(words: Words) -> Asked:
    lines = (
        words("It has nine signs, in three groups of three."),
        words("We keep nothing of what you look for."),
    )
    return Asked(
        words("What is your reference?"), lines, words("Find it"), "search", "reference", several=False
    )


def read_back(words: Words, text: str, *, reads: bool) -> Page:
    """What was written, before anything is kept; and that somebody must read it first."""
    after = [words("A volunteer reads it first. Then others can see it.")]
    if not reads:
        language = language_of(words.language).own
        after.append(words("Nobody here reads {language} yet. It waits for a reader.", language=language))
    return Page(
        words("Is this what you want to say?"),
        "\n".join(after),
        quote=text,
        choices=(Choice(words("Yes, save it"), "save", "action"), Choice(words("Change it"), "change")),
    )


def report(words: Words) -> Page:
    return Page(
        words("Should this not be here?"),
        words("We hide it at once. A volunteer looks at it."),
        (Choice(words("Yes, hide it"), "hide", "stop"), Choice(words("No, go back"), "back", "action")),
        back=False,
    )


def could_help(words: Words) -> Page:
    return Page(
        words("Thank you. Would you like to sign up?"),
        words("We ask for your name on the next pages.")
        + "\n"
        + words("We keep it apart from this idea. If you like, we keep these together."),
        (
            Choice(words("Sign up, keep them apart"), "sign-up", "action"),
            Choice(words("Sign up, keep these together"), "people"),
        ),
    )


def no_reply(words: Words, event: Event) -> Page:
    days = event.read_within_days
    return Page(
        words("We have not answered this yet"),
        words.plural(
            "We read every answer within {count} day.", "We read every answer within {count} days.", days
        )
        + "\n"
        + words("Come back and see. Or ask somebody at this stall."),
    )
