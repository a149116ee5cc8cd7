"""Kinds of question, rules and roles in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.pack.editing.questions.event import Around
from kiosk.pack.editing.questions.mark import Maker
from kiosk.pack.editing.questions.model import CHOSEN, OTHER, Kind, Question, Questionnaire, Sense
from kiosk.pack.model import ActivityKind
from kiosk.words import Words

TYPED = frozenset({Kind.WORDS, Kind.LINE})


def kinds(words: Words) -> Mapping[Kind, tuple[str, str]]:
    """What each kind is called, and what residents do."""
    return {
        Kind.ONE: (words("One of several"), words("They choose one answer.")),
        Kind.SEVERAL: (words("Several answers"), words("They tick as many as they like.")),
        Kind.YES_NO: (words("Yes or no"), ""),
        Kind.AGREE: (words("From agree to disagree"), words("Five answers in a row.")),
        Kind.SMILEYS: (words("Faces"), words("From very unhappy to very happy.")),
        Kind.WORDS: (words("In their own words"), words("Several lines to write on.")),
        Kind.LINE: (words("One line of words"), words("A place, or an e-mail address.")),
        Kind.NUMBER: (words("A number"), ""),
        Kind.DATE: (words("A date"), ""),
        Kind.RANK: (words("In order"), words("They press the choices, the best one first.")),
        Kind.DRAWING: (words("A drawing"), words("With a finger, or typed instead.")),
        Kind.NOTE: (words("Words to read"), words("Nothing is asked.")),
    }


def makers(words: Words) -> Mapping[Maker, str]:
    """Whose a form is."""
    return {
        Maker.US: words("Made here"),
        Maker.US_THEN_OTHERS: words("Made here, then changed in Excel"),
        Maker.OTHERS: words("Made elsewhere"),
    }


def sense(asked: Question, words: Words) -> Mapping[Sense, str]:
    """What can be meant of the choices of an earlier question."""
    if asked.kind in CHOSEN - {Kind.SEVERAL}:
        return {
            Sense.IS: words("The answer is one of these"),
            Sense.IS_NOT: words("The answer is none of these"),
        }
    return {
        Sense.INCLUDES: words("At least one of these is ticked"),
        Sense.LACKS: words("None of these is ticked"),
    }


def rule(form: Questionnaire, question: Question, words: Words) -> str:
    """Of whom a question is asked."""
    when = question.when
    asked = form.question(when.question) if when else None
    if when is None or asked is None:
        return words("Of everybody")
    chosen = ", ".join(f"“{choice(asked, name, form.languages[0], words)}”" for name in when.choices)
    label = asked.label.say(form.languages[0])
    match when.sense:
        case Sense.IS:
            return words("Only if “{question}” is {answers}", question=label, answers=chosen)
        case Sense.IS_NOT:
            return words("Only if “{question}” is not {answers}", question=label, answers=chosen)
        case Sense.INCLUDES:
            return words("Only if “{question}” includes {answers}", question=label, answers=chosen)
        case _:
            return words("Only if “{question}” does not include {answers}", question=label, answers=chosen)


def choice(question: Question, name: str, language: str, words: Words) -> str:
    """A choice as it is read."""
    option = question.option(name)
    if option is None:
        return words("Something else") if name == OTHER else name
    return option.label.say(language)


def roles(question: Question, kind: ActivityKind | None, around: Around, words: Words) -> Mapping[str, str]:
    """What an answer may be for, by role: only what its kind of question and its form can have."""
    found = {"": words("Nothing special")}
    signing_up = kind in (None, ActivityKind.SIGN_UP)
    if question.kind in TYPED and signing_up:
        found |= details(words)
        found["offer"] = words("What they can bring")
        found["need"] = words("What would help them take part")
    if question.kind is Kind.YES_NO:
        if signing_up:
            for name, said in around.consents.items():
                asked = said.say(around.languages[0])
                found[f"consent:{name}"] = words("Whether they agree: “{consent}”", consent=asked)
            found["together"] = words("Whether their details stay with their answers")
        if kind in (None, ActivityKind.QUESTIONS, ActivityKind.QUICK, ActivityKind.SIGN_UP):
            found["quote"] = words("Whether you may print their words")
    if question.kind in CHOSEN and kind in (None, ActivityKind.ABOUT):
        for key in around.facts:
            found[f"profile:{key}"] = words("Who answered: {key}", key=key)
    if question.role not in found:
        found[question.role] = question.role
    return found


def details(words: Words) -> Mapping[str, str]:
    """The details of a sign-up, by role."""
    return {
        "detail:name": words("Their name"),
        "detail:phone": words("Their telephone number"),
        "detail:email": words("Their e-mail address"),
        "detail:address": words("Their address"),
        "detail:postcode": words("Their postcode"),
    }


def activities(words: Words) -> Mapping[ActivityKind, tuple[str, str]]:
    """What a form can be asked as."""
    return {
        ActivityKind.QUESTIONS: (words("Questions"), words("What people think. No names.")),
        ActivityKind.SIGN_UP: (words("A sign-up"), words("The only place for names and details.")),
        ActivityKind.QUICK: (words("One quick question"), words("One tap, and it is done.")),
        ActivityKind.ABOUT: (words("About you"), words("Who answered. Always at the end, never needed.")),
    }
