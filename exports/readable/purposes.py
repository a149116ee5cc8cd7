"""The tables that cut across activities: what people offer, agreed to, asked to meet about, and proposed."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from exports.readable.pairs import PAIRS, pairs
from exports.readable.roles import Part, say, with_roles, words_of
from exports.sheets.table import Table, plain_table
from kiosk.coproduction.questions import activity_id
from kiosk.storage.kept.ideas import Idea
from kiosk.storage.kept.records import TOLD

OFFERS = ("KEY", "activity", "day", "kind", "question", "answer", "answer_words")
CONSENTS = (
    "KEY",
    "activity",
    "purpose",
    "organisation",
    "channel",
    "basis",
    "wording",
    "language",
    "version",
    "answer",
    "day",
)
INTRODUCTIONS = ("KEY", "activity", "day", "topic", "answer", "answer_words")
IDEAS = (
    *("KEY", "kind", "text", "language", "status", "backings", "backings_fast", "hidden_because"),
    *("answers", "activity"),
)
HELPERS = ("KEY", "activity", "day", "idea", "idea_words")


def purpose_tables(
    parts: Sequence[Part], ideas: Sequence[Idea], backings: Mapping[str, int], fast: Mapping[str, int]
) -> list[Table]:
    """The tables offers, consents, introductions, their proposed pairs, helpers and ideas; those without a
    row are left out. `backings` and `fast` are taps by idea, and those of them that came in a burst.
    """
    made = [
        plain_table("offers", OFFERS, list(_offers(parts))),
        plain_table("consents", CONSENTS, [*_consents(parts), *_told(parts)]),
        plain_table("introductions", INTRODUCTIONS, list(_introductions(parts))),
        plain_table("introduction_pairs", PAIRS, list(pairs(parts))),
        plain_table("helpers", HELPERS, list(_helpers(parts, ideas))),
        plain_table("ideas", IDEAS, [_idea(idea, backings, fast) for idea in ideas if idea.gone % 2 == 0]),
    ]
    return [table for table in made if table.rows]


def _offers(parts: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    for part, answers, column, value in with_roles(parts):
        if column.role in ("offer", "need"):
            question = say(column.label, "en") or column.name
            said = words_of(column, value)
            yield answers.id, part.activity, answers.day.isoformat(), column.role, question, value, said


def _introductions(parts: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    for part, answers, column, value in with_roles(parts):
        role, _, topic = column.role.partition(":")
        if role == "intro":
            yield answers.id, part.activity, answers.day.isoformat(), topic, value, words_of(column, value)


def _consents(parts: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    """Exactly the words that were shown, as the record keeps them; the form's where it kept none."""
    for part, answers, column, value in with_roles(parts):
        role, _, purpose = column.role.partition(":")
        if role != "consent":
            continue
        form = part.forms.get(answers.form_version)
        consent = form.consents.get(purpose, {}) if form else {}
        shown = answers.notes.get("consents", {}).get(purpose, {})
        words = str(shown.get("words") or say(consent.get("words", {}), answers.language))
        version = str(shown.get("version") or hashlib.sha256(words.encode(errors="replace")).hexdigest()[:8])
        about = (str(consent.get(name, "")) for name in ("organisation", "channel", "basis"))
        told = str(shown.get("language") or answers.language)
        yield answers.id, part.activity, purpose, *about, words, told, version, value, answers.day.isoformat()


def _told(parts: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    """What was told and not asked, because it rests on another basis than consent."""
    for part in parts:
        for answers in part.answer_sets:
            for purpose, shown in answers.notes.get("consents", {}).items():
                if shown.get("answer") == TOLD:
                    about = (str(shown.get(name, "")) for name in ("organisation", "channel", "basis"))
                    said = (str(shown.get(name, "")) for name in ("words", "language", "version"))
                    yield answers.id, part.activity, purpose, *about, *said, TOLD, answers.day.isoformat()


def _helpers(parts: Sequence[Part], ideas: Sequence[Idea]) -> Iterator[tuple[str, ...]]:
    """Sign-ups of people who could help with an idea and said "keep these together"."""
    words = {idea.id: idea.text for idea in ideas}
    for part in parts:
        for answers in part.answer_sets:
            if idea := str(answers.notes.get("idea", "")):
                yield answers.id, part.activity, answers.day.isoformat(), idea, words.get(idea, "")


def _idea(idea: Idea, backings: Mapping[str, int], fast: Mapping[str, int]) -> tuple[str, ...]:
    taps, burst = str(backings.get(idea.id, 0)), str(fast.get(idea.id, 0))
    asked = activity_id(idea) if idea.kind == "question" and idea.answers else ""
    return (
        *(idea.id, idea.kind, idea.text, idea.language, idea.status, taps, burst, idea.hidden_because),
        *(idea.answers, asked),
    )
