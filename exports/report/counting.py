"""One question's answers counted: by choice, by number, or as words that may be quoted."""

import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from exports.readable.answers import INDEX, RARE
from exports.report.heard import Counted, QuestionHeard, Quoted, Spread
from exports.report.notes import Notes
from kiosk.coproduction.small_numbers import FEWEST
from kiosk.forms.columns import Column
from kiosk.forms.kinds import Kind
from kiosk.pack.model import Text
from kiosk.storage.kept.records import AnswerSet

CHOSEN = frozenset({Kind.SELECT_ONE, Kind.SELECT_MULTIPLE, Kind.RANK, Kind.ACKNOWLEDGE})
NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL})
WORDS = frozenset({Kind.TEXT, Kind.AUDIO})
PRIVATE = ("detail:", "consent:", "profile:", "together", "quote", "intro:")  # told elsewhere, or nowhere
YES = frozenset({"yes", "OK"})
MOST_VALUES = 12  # different numbers that a chart still shows one by one
MOST_QUOTES = 8  # of one question or theme
LONGEST_QUOTE = 400  # letters


def reported(column: Column) -> bool:
    """Whether the report has this question among an activity's own."""
    if column.role.startswith(PRIVATE):
        return False
    return column.kind in CHOSEN | NUMBERS | WORDS or column.kind in (Kind.RANGE, Kind.DATE)


def values_of(answer_sets: Sequence[AnswerSet]) -> Mapping[str, list[tuple[AnswerSet, str]]]:
    """All that was said, by generic path: in one pass, however many questions there are."""
    found: dict[str, list[tuple[AnswerSet, str]]] = {}
    for answers in answer_sets:
        for path, value in answers.answers.items():
            if value:
                plain = INDEX.sub("", path) if "[" in path else path
                found.setdefault(plain, []).append((answers, value))
    return found


def heard(
    column: Column,
    said: Sequence[tuple[AnswerSet, str]],
    quotes: Sequence[Quoted],
    points: Sequence[str] = (),
) -> QuestionHeard:
    """One question, from each person's value for it. `points` are those of a scale, in order."""
    label = Text(dict(column.label) or {"en": column.name})
    people = len({answers.id for answers, _ in said})
    values = [value for _, value in said]
    counts: tuple[Counted, ...] = ()
    spread = None
    if column.kind in CHOSEN:
        counts = tuple(_choices(column, values))
    elif column.kind is Kind.RANGE:
        counts = tuple(_points(values, points))
    elif column.kind in NUMBERS:
        counts, spread = _numbers(values)
    elif column.kind is Kind.DATE:
        counts = tuple(_points(values, ())) if len(set(values)) <= MOST_VALUES else ()
    return QuestionHeard(label, column.kind, people, counts, spread, tuple(quotes), column.role)


def _choices(column: Column, values: Sequence[str]) -> Iterator[Counted]:
    """How often each was chosen, in the form's order; of a ranking, how often it came first."""
    first_only = column.kind is Kind.RANK
    chosen = Counter(name for value in values for name in value.split()[: 1 if first_only else None])
    if column.kind is Kind.ACKNOWLEDGE:
        chosen = Counter({"OK": len(values)})
    labels = {name: Text(dict(words)) for name, words in column.choices.items()}
    for name in [*labels, *sorted(set(chosen) - set(labels))]:
        yield Counted(labels.get(name) or Text({"en": name}), chosen[name])


def _points(values: Sequence[str], points: Sequence[str]) -> Iterator[Counted]:
    counts = Counter(values)
    for value in [*points, *sorted(set(counts) - set(points), key=_order)]:
        yield Counted(Text({"en": value}), counts[value])


def _numbers(values: Sequence[str]) -> tuple[tuple[Counted, ...], Spread | None]:
    numbers = sorted(number for value in values if (number := _number(value)) is not None)
    if len(numbers) < FEWEST:
        return (), None
    low, middle, high = statistics.quantiles(numbers, n=4, method="inclusive")
    different = len(set(numbers)) <= MOST_VALUES
    return tuple(_points(values, ())) if different else (), Spread(middle, low, high)


def _number(value: str) -> float | None:
    try:
        number = float(Decimal(value))
    except (InvalidOperation, ValueError):
        return None
    return number if abs(number) < 1e12 else None


def _order(value: str) -> tuple[int, float, str]:
    number = _number(value)
    return (0, number, "") if number is not None else (1, 0, value)


def quotes_of(
    path: str,
    said: Iterable[tuple[AnswerSet, str]],
    allowed: Mapping[str, bool],
    notes: Notes,
    languages: Mapping[str, int],
    language: str,
) -> Iterator[tuple[str, Quoted]]:
    """Each record's words that may be shown, by record; in the order of their random ids.

    A rare language could point at somebody: such words are shown only in the office's translation.
    """
    for answers, value in said:
        if not notes.may_quote(answers.id, path, allowed.get(answers.id, False)):
            continue
        translation = notes.translations.get((answers.id, path, language))
        words = notes.transcripts.get((answers.id, path)) or value
        if translation and answers.language != language:
            shown = notes.published(answers.id, path, translation)
            yield answers.id, Quoted(_short(shown), language, translated=True)
        elif languages.get(answers.language, 0) >= RARE and len(words.strip()) > 2:
            shown = notes.published(answers.id, path, words)
            yield answers.id, Quoted(_short(shown), answers.language)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    if len(plain) <= LONGEST_QUOTE:
        return plain
    return plain[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
