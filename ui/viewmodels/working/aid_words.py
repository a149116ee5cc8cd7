"""The words of Help and of "something here is hard for me"."""

from collections.abc import Mapping

from kiosk.coproduction.barriers import Aid, Barrier
from kiosk.pack.model import Event
from kiosk.words import Words
from ui.viewmodels.visit.texts import Choice, Page
from ui.viewmodels.working.menu import Card, Menu

HARD, HAPPENS, HOME = "hard", "happens", "home"  # the overlays that Help's buttons lead to, in their order


def help_buttons(*, home: bool) -> tuple[str, ...]:
    """Where the buttons of Help lead, by their place."""
    return (HARD, HAPPENS, HOME) if home else (HARD, HAPPENS)


def help_page(words: Words, event: Event, *, minutes: int) -> Page:
    """What is hard comes first, beside what else it leads to; then the words."""
    paragraphs = [
        words("Ask anybody at this stall. We are glad to help."),
        event.urgent_help.say(words.language, event.default_language),
        words("At the top you can change the language. You can make the words bigger, or hear them."),
        words("You can skip questions. You can stop at any time."),
        words("After {minutes} minutes with no touch, we ask if you are still there.", minutes=minutes),
    ]
    buttons = {
        HARD: Choice(words("Something here is hard for me"), "hard", "action"),
        HAPPENS: Choice(words("What happens to my answers"), "privacy"),
        HOME: Choice(words("Carry on at home"), "home"),
    }
    shown = help_buttons(home=bool(event.continue_address))
    text = "\n".join(paragraph for paragraph in paragraphs if paragraph)
    return Page(words("Help"), text, tuple(buttons[name] for name in shown), above=len(shown))


def barriers(words: Words) -> Menu:
    """The six things that can be hard."""
    said: Mapping[Barrier, tuple[str, str, str]] = {
        Barrier.WORDS: (words("The words"), words("Hard to read or understand"), "language"),
        Barrier.SCREEN: (words("The screen"), words("Hard to see or touch"), "look"),
        Barrier.SOUND: (words("The sound"), words("Hard to hear"), "no-sound"),
        Barrier.QUESTIONS: (words("The questions"), words("Hard to answer"), "questions"),
        Barrier.TRUST: (words("Trust"), words("I am not sure about this"), "privacy"),
        Barrier.OTHER: (words("Something else"), words("Tell somebody at this stall"), "other"),
    }
    cards = tuple(Card(barrier.value, *said[barrier]) for barrier in Barrier)
    text = words("Choose one, and we offer help. We only count it. Nobody can see that it was you.")
    return Menu(words("What is hard for you here?"), text, cards)


def aid_card(aid: Aid, words: Words) -> Card:
    """One thing that can be done about it: the press does it."""
    said: Mapping[Aid, tuple[str, str, str]] = {
        Aid.LANGUAGE: (words("Another language"), words("Choose from the list"), "language"),
        Aid.BIGGER: (words("Bigger words"), words("Press again for bigger still"), "size"),
        Aid.COLOURS: (words("Stronger colours"), words("Black and white"), "contrast"),
        Aid.LISTEN: (words("Listen"), words("We read every page aloud"), "listen"),
        Aid.VOICE: (words("Change the voice"), words("Slower, faster, louder, quieter"), "louder"),
        Aid.QUIET: (words("No sound"), words("We stop reading aloud"), "listen-off"),
        Aid.LETTERS: (words("Letters from A to Z"), words("For the keys on the screen"), "keyboard"),
        Aid.VOLUNTEER: (words("Somebody to help me"), words("They read or type for you"), "people"),
        Aid.PAPER: (words("A paper form"), words("Take it with you if you like"), "paper"),
        Aid.HOME: (words("Carry on at home"), words("On your own phone, in your own time"), "home"),
        Aid.SKIP: (words("Skip this question"), words("That is fine with us"), "skip"),
        Aid.HAPPENS: (
            words("What happens to my answers"),
            words("Who reads them, and where they go"),
            "privacy",
        ),
        Aid.START_AGAIN: (words("Clear everything"), words("Nothing of it is kept"), "start-again"),
    }
    return Card(aid.value, *said[aid])


def done(aid: Aid, words: Words) -> str:
    """What has just been done, where the page stays."""
    said = {
        Aid.BIGGER: words("Done. The words are bigger."),
        Aid.COLOURS: words("Done. The colours are stronger."),
        Aid.LISTEN: words("Done. We read aloud from now on."),
        Aid.QUIET: words("Done. We are quiet now."),
        Aid.LETTERS: words("Done. The keys go from A to Z."),
    }
    return said.get(aid, "")


def volunteer(words: Words) -> Page:
    paragraphs = (
        words("Show this page to somebody at this stall."),
        words("They can read to you. They can type for you. You decide what is written."),
        words("They read it back to you before it is saved. They cannot open it again."),
    )
    return Page(words("Please help me with this"), "\n".join(paragraphs))


def paper(words: Words) -> Page:
    paragraphs = (
        words("Ask at this stall for the paper form. It asks the same questions."),
        words("Fill it in here, or bring it back later. Somebody can write for you."),
    )
    return Page(words("You can answer on paper"), "\n".join(paragraphs))


def happens(words: Words, event: Event) -> Page:
    """Who reads it, when, how long it is kept, and how it is taken out."""
    organiser = event.organiser.say(words.language, event.default_language)
    paragraphs = [
        words("Your answers are locked on this tablet. Nobody at this stall can read them."),
        words("Only the office of {organiser} can open them.", organiser=organiser) if organiser else "",
        words.plural(
            "We read every answer within {count} day.",
            "We read every answer within {count} days.",
            event.read_within_days,
        ),
        words.plural(
            "We delete them after {count} day.", "We delete them after {count} days.", event.retention_days
        ),
        words("You get a reference. With it we can take out what you said."),
        words("We do not ask your name here. Please do not write names."),
    ]
    return Page(words("What happens to my answers"), "\n".join(line for line in paragraphs if line))


def before_you_go(words: Words) -> Menu:
    """After saving, where there is more than one thing left to see."""
    cards = (
        Card("today", words("Today so far"), words("What people said here today"), "chart"),
        Card("home", words("Carry on at home"), words("On your own phone, in your own time"), "home"),
    )
    return Menu(words("Before you go"), "", cards)
