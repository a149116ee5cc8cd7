"""The kiosk's own pages of words: what each says, in the resident's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.coproduction.rungs import rung_meanings, rung_names
from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.model import Event, Rung
from kiosk.words import Words

if TYPE_CHECKING:
    from kiosk.visit.visit import Visit


RUNG_ICONS = {
    Rung.INFORM: "info",
    Rung.ENGAGE: "replies",
    Rung.CONSULT: "tick",
    Rung.INVOLVE: "change",
    Rung.COPRODUCE: "people",
}


@dataclass(frozen=True)
class Choice:
    """A button under the words. `kind` is action, plain, stop or finish."""

    name: str
    icon: str
    kind: str = "plain"


@dataclass(frozen=True)
class Part:
    """A thing that is explained: its icon, its name, and what it means."""

    icon: str
    title: str
    words: str


@dataclass(frozen=True)
class Page:
    """A page of words. `text` is paragraphs, a line each; `quote` what the resident wrote, over them;
    `forward` empty means no Continue; the first `above` of the choices stand over the words; `parts` under.
    """

    heading: str
    text: str = ""
    choices: Sequence[Choice] = ()
    back: bool = True
    forward: str = ""
    forward_icon: str = "continue"
    quote: str = ""
    above: int = 0
    parts: Sequence[Part] = ()


def help_now(words: Words, event: Event) -> str:
    """Over any place to write or speak freely: nobody reads it today, and where help is."""
    return event.urgent_help.say(words.language, event.default_language) or words("Nobody reads this today.")


def rungs(words: Words) -> Page:
    names, meanings = rung_names(words), rung_meanings(words)
    parts = [Part(RUNG_ICONS[rung], names[rung], meanings[rung]) for rung in Rung]
    return Page(words("How much you can change"), parts=parts)


def start_again(words: Words) -> Page:
    return Page(
        words("Start again?"),
        words("This clears everything you have put in. Nothing of it is kept."),
        (
            Choice(words("Yes, clear it"), "start-again", "stop"),
            Choice(words("No, go back"), "back", "action"),
        ),
        back=False,
    )


def age(words: Words, event: Event) -> Page:
    return Page(
        words("Are you {age} or over?", age=event.sign_up_min_age),
        words("We ask because only adults can sign up here."),
        (Choice(words("Yes"), "tick"), Choice(words("No"), "cross")),
    )


def too_young(words: Words, event: Event) -> Page:
    worker = event.youth_worker.say(words.language, event.default_language)
    paragraphs = [
        words("To sign up you need to be {age} or over.", age=event.sign_up_min_age),
        words("You can still tell us what you think. We would love to hear it."),
        words("Here you can talk to: {person}", person=worker) if worker else "",
    ]
    return Page(
        words("Thank you for telling us"),
        "\n".join(paragraph for paragraph in paragraphs if paragraph),
        forward=words("Back to the start"),
    )


def about(words: Words) -> Page:
    return Page(
        words("May we ask about you?"),
        words("It helps us see who we have not heard from yet.")
        + "\n"
        + words("You do not have to. We keep it apart from what you said."),
        (
            Choice(words("Yes, go on"), "tick", "action"),
            Choice(words("No, thank you"), "skip"),
        ),
    )


def not_in_this_language(words: Words) -> Page:
    """Instead of a sign-up, where the event wants none in words that nobody has checked."""
    return Page(
        words("You cannot sign up in this language yet"),
        words("No speaker has checked these words yet.")
        + "\n"
        + words("You can choose another language at the top. Or ask somebody at this stall to help."),
        back=False,
        forward=words("Back to the start"),
    )


def another(words: Words, visit: Visit) -> Page:
    """Whether to go through a part of the form once more."""
    label = visit.interview.repeat_label(visit.another).rstrip(" :.?")
    choices = [Choice(words("Yes"), "plus"), Choice(words("No"), "cross", "action")]
    if visit.rounds > 1:
        choices.append(Choice(words("Take out the last one"), "undo"))
    return Page(
        words("Add another: {thing}?", thing=label) if label else words("Add another?"),
        words("You have {count} so far.", count=visit.rounds),
        choices,
    )


def not_saved(words: Words, fault: KioskError) -> Page:
    """What a resident needs of it; what the team needs stands in the journal and on the page This tablet."""
    full = fault.code is ErrorCode.DISK_FULL
    why = words("This tablet has no room left.") if full else words("This tablet cannot save just now.")
    return Page(
        words("Sorry, it is not saved yet"),
        why + "\n" + words("Your answers are still here. Please tell somebody at this stall."),
        (
            Choice(words("Try again"), "save", "action"),
            Choice(words("Clear my answers"), "start-again", "stop"),
        ),
        back=False,
    )


def fault(words: Words) -> Page:
    return Page(
        words("Sorry, something went wrong"),
        words("What you put in was cleared. You did nothing wrong. Please start again."),
        back=False,
        forward=words("Back to the start"),
    )


def wet(words: Words) -> Page:
    """Touch is locked: the glass felt what nobody did."""
    return Page(
        words("The screen is locked for now"),
        words("It felt touches that nobody made. Please dry it, and ask somebody at this stall.")
        + "\n"
        + words("For the team: when it is dry, touch it once. Then put in the PIN."),
        back=False,
    )


def resting(words: Words, state: str) -> Page:
    """Between two visits, while the stall is paused or closed, or the battery is empty."""
    if state == "empty":
        return Page(
            words("This tablet needs to charge"),
            words("Please use another tablet, or ask somebody at this stall."),
            back=False,
        )
    if state == "paused":
        return Page(
            words("We are taking a short break"),
            words("Please come back in a little while. We want to hear from you."),
            back=False,
        )
    return Page(words("This stall is closed now"), words("Thank you to everybody who came."), back=False)


def left_out(words: Words, visit: Visit) -> Page:
    language, default = words.language, visit.pack.event.default_language
    lines = [
        f"• {question.label.say(language, default) or question.path}" for question in visit.source.left_out
    ]
    return Page(
        words("Some questions are left out"),
        words("This kiosk cannot ask these. You do not need to answer them.") + "\n" + "\n".join(lines),
        forward=words("Continue"),
    )


def partial(words: Words) -> Page:
    """Said before the first question, where the event keeps what is not finished."""
    return Page(
        words("We keep your answers as you go"),
        words("If you stop before the end, we keep what you have said so far.")
        + "\n"
        + words("To clear it, press Start again."),
        forward=words("Continue"),
    )


def _notices(visit: Visit, language: str, *, full: bool) -> str:
    default = visit.pack.event.default_language
    texts = (consent.notice_full if full else consent.notice_short for consent in visit.consents)
    return "\n".join(dict.fromkeys(text.say(language, default) for text in texts if text))


def notice(words: Words, visit: Visit) -> Page:
    return Page(
        words("Before you give your details"),
        _notices(visit, words.language, full=False),
        (Choice(words("Read all of it"), "info"),),
        forward=words("Continue"),
    )


def full_notice(words: Words, visit: Visit) -> Page:
    return Page(words("How we look after your details"), _notices(visit, words.language, full=True))
