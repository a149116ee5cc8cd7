"""The answers of one activity as tables: one column a question, a child table a repeat."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exports.sheets.table import Heading, Table
from kiosk.forms.columns import Column
from kiosk.forms.kinds import Kind
from kiosk.storage.kept.records import UNFINISHED, AnswerSet

INDEX = re.compile(r"\[\d+\]")
FIRST = "KEY"
PARENT = "PARENT_KEY"
AFTER = ("day", "language", "form_version", "promise_version", "assisted", "finished")
WORDLESS = frozenset({Kind.NOTE})  # shown, never answered
RARE = 10  # a language fewer people than this used could point at one of them
OTHER_LANGUAGE = "other"


@dataclass(frozen=True)
class Shape:
    """The columns of every version of an activity's form: the newest in order, then what was retired."""

    columns: tuple[Column, ...]

    @property
    def by_path(self) -> Mapping[str, Column]:
        return {column.path: column for column in self.columns}

    @property
    def repeats(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(column.repeat for column in self.columns if column.repeat))


def shape_of(newest_first: Sequence[Sequence[Column]], answer_sets: Sequence[AnswerSet]) -> Shape:
    """One column for each question that any version asked, and for any answer that no version explains."""
    found: dict[str, Column] = {}
    for version in newest_first:
        for column in version:
            if column.kind in WORDLESS:
                continue
            known = found.get(column.path)
            found[column.path] = _with_older_choices(known, column) if known else column
    for answers in answer_sets:
        for path in answers.answers:
            plain = INDEX.sub("", path)
            if plain not in found:
                found[plain] = Column(plain, plain.rsplit("/", 1)[-1], Kind.OTHER)
    return Shape(tuple(found.values()))


def answer_tables(activity: str, shape: Shape, answer_sets: Sequence[AnswerSet]) -> list[Table]:
    """The activity's own table first, then one for each repeat, by KEY and PARENT_KEY."""
    tables = [_main(activity, shape, answer_sets)]
    for repeat in shape.repeats:
        tables.append(_child(f"{activity}-{repeat.rsplit('/', 1)[-1]}", repeat, shape, answer_sets))
    return tables


def _main(activity: str, shape: Shape, answer_sets: Sequence[AnswerSet]) -> Table:
    columns = [column for column in shape.columns if not column.repeat]
    counts = Counter(answers.language for answers in answer_sets)
    rows = [
        (
            answers.id,
            *_cells(columns, answers.answers),
            answers.day.isoformat(),
            answers.language if counts[answers.language] >= RARE else OTHER_LANGUAGE,
            answers.form_version,
            answers.promise_version,
            "1" if answers.assisted else "0",
            "0" if answers.notes.get(UNFINISHED) else "1",
        )
        for answers in answer_sets
    ]
    after = tuple(Heading(name) for name in AFTER)
    return Table(activity, (Heading(FIRST), *_headings(columns, {FIRST, *AFTER}), *after), tuple(rows))


def _child(name: str, repeat: str, shape: Shape, answer_sets: Sequence[AnswerSet]) -> Table:
    columns = [column for column in shape.columns if column.repeat == repeat]
    parent = max((r for r in shape.repeats if repeat.startswith(r + "/")), key=len, default="")
    rows = []
    for answers in answer_sets:
        for instance, inside in _instances(repeat, answers.answers).items():
            above = _first_steps(instance, parent)
            key, parent_key = _key(answers.id, instance), _key(answers.id, above)
            rows.append((key, parent_key, *_cells(columns, inside)))
    return Table(name, (Heading(FIRST), Heading(PARENT), *_headings(columns, {FIRST, PARENT})), tuple(rows))


def _instances(repeat: str, answers: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The answers inside each time round of `repeat`, by generic path."""
    found: dict[str, dict[str, str]] = {}
    for path, value in answers.items():
        plain = INDEX.sub("", path)
        if plain.startswith(repeat + "/"):
            found.setdefault(_first_steps(path, repeat), {})[plain] = value
    return found


def _first_steps(path: str, above: str) -> str:
    """As much of `path`, with its numbers, as the generic path `above` is long."""
    return "/".join(path.split("/")[: above.count("/") + 1]) if above else ""


def _key(record_id: str, instance: str) -> str:
    """As in ODK: the record's own, and the way to the time round."""
    return f"{record_id}/{instance.split('/', 2)[-1]}" if instance else record_id


def _cells(columns: Sequence[Column], answers: Mapping[str, str]) -> list[str]:
    cells = []
    for column in columns:
        value = answers.get(column.path, "")
        cells.append(value)
        if column.kind is Kind.SELECT_MULTIPLE:
            chosen = value.split()
            cells += [("1" if choice in chosen else "0") if value else "" for choice in column.choices]
    return cells


def _headings(columns: Sequence[Column], taken: set[str]) -> list[Heading]:
    names = Counter(column.name for column in columns)
    headings = []
    for column in columns:
        short = names[column.name] == 1 and column.name not in taken
        name = column.name if short else column.path.strip("/").replace("/", "-")
        headings.append(Heading(name, column.label))
        if column.kind is Kind.SELECT_MULTIPLE:
            headings += [Heading(f"{name}/{choice}", label) for choice, label in column.choices.items()]
    return headings


def _with_older_choices(newer: Column, older: Column) -> Column:
    choices = {
        **newer.choices,
        **{name: words for name, words in older.choices.items() if name not in newer.choices},
    }
    return Column(newer.path, newer.name, newer.kind, newer.label, choices, newer.repeat, newer.role)
