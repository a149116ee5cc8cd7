"""What a question's page says around the question, and the fields it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kiosk.forms.kinds import Kind
from kiosk.visit.rounds import place_of, plain_path
from kiosk.words import Words
from ui.viewmodels.question.finding import FIELD, is_long
from ui.viewmodels.question.moments import MOMENTS, names_of, parts_of
from ui.viewmodels.question.refusals import WRITTEN
from ui.viewmodels.question.sketch import guide_to, is_written
from ui.viewmodels.question.spoken import length_of
from ui.viewmodels.visit.texts import help_now

if TYPE_CHECKING:
    from kiosk.forms.questions import Question
    from kiosk.pack.model import Consent
    from kiosk.visit.visit import Visit


def role_of(visit: Visit) -> str:
    """What the present question is for, by our `kiosk::role`."""
    return "" if visit.in_about else visit.source.roles.get(plain_path(visit.path), "")


def purpose_of(question: Question, role: str) -> str:
    """Which keys are wanted: number, phone, email, postcode, or "" for words."""
    if question.kind in (Kind.INTEGER, Kind.DECIMAL, *MOMENTS):
        return "number"
    if "numbers" in question.appearance or "phone" in question.appearance or role == "detail:phone":
        return "phone"
    for purpose in ("email", "postcode"):
        if purpose in question.appearance or role == f"detail:{purpose}":
            return purpose
    return ""


def tongue_of(visit: Visit, words: Words) -> str:
    """The language of a resident's question, where that is not the page's."""
    tongue = "" if visit.in_about else visit.activity.tongue
    return "" if tongue == words.language else tongue


def consent_of(visit: Visit) -> Consent | None:
    """The purpose that the present question is about, by our `kiosk::role`."""
    role, _, consent_id = role_of(visit).partition(":")
    return visit.pack.consent(consent_id) if role == "consent" else None


def hint_of(visit: Visit, words: Words) -> str:
    """The hint; under a consent whose words nobody has checked, the English ones (COPRODUCTION.md). Where
    nobody is asked to agree, what is told.
    """
    consent = consent_of(visit)
    if consent is not None and visit.question.kind is Kind.NOTE:
        told = consent.notice_short.say(words.language, visit.pack.event.default_language)
        return "\n".join(part for part in (visit.question.hint, told) if part)
    if consent is None or words.checked:
        return visit.question.hint
    unchecked = words("No speaker has checked these words yet.")
    return "\n".join(part for part in (visit.question.hint, unchecked, consent.words.say("en")) if part)


def guide_of(visit: Visit, words: Words) -> str:
    """Which time round it is, and how to answer what cannot be seen at a glance."""
    place = ""
    if plain_path(visit.path) != visit.path:
        place = place_of(visit.interview, [question.path for question in visit.questions], visit.path)
    guide = guide_to(visit.question, words)
    if visit.recording:
        guide = words("Your answer is recorded: {length}.", length=length_of(visit.recording, words))
    if visit.question.kind is Kind.RANK:
        guide = words("Press them in order, first to last. Press again to take one out.")
    return f"{place}\n{guide}".strip()


def warning_of(visit: Visit, words: Words) -> str:
    """Over any place to write freely: no names, and where help is."""
    if visit.question.kind is not Kind.TEXT or role_of(visit).startswith("detail:"):
        return ""
    return f"{words('Please write no names.')} {help_now(words, visit.pack.event)}"


def may_skip(visit: Visit, parts: Mapping[str, str]) -> bool:
    """Whether the page has a way past a question that is not answered; `parts` are those of a date."""
    question = visit.question
    if visit.asks_once or question.kind in (Kind.NOTE, Kind.ACKNOWLEDGE):
        return False
    return not (question.required or question.value or any(parts.values()))


def fields_of(
    question: Question, words: Words, parts: Mapping[str, str], sought: str
) -> list[dict[str, Any]]:
    """The fields to write in; `parts` are those of a date as typed, `sought` what a choice is found by."""
    if is_long(question):
        return [_field(FIELD, words("Find in the list"), sought)]
    if question.kind in MOMENTS:
        names = names_of(words)
        return [_field(part, names[part], parts.get(part, "")) for part in parts_of(question)]
    if question.kind not in WRITTEN and not is_written(question):
        return []
    several = question.kind is Kind.TEXT and "multiline" in question.appearance
    return [_field("", "", question.value, several=several)]


def _field(name: str, label: str, text: str, *, several: bool = False) -> dict[str, Any]:
    return {"id": name, "label": label, "text": text, "severalLines": several}
