"""Answers by what they are for: the questions of a form that have a `kiosk::role`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exports.readable.answers import INDEX, Shape
from kiosk.forms.columns import Column
from kiosk.storage.kept.formshelf import KeptForm
from kiosk.storage.kept.records import AnswerSet


@dataclass(frozen=True)
class Part:
    """One activity's share: its columns, its answers, and its forms by version."""

    activity: str
    shape: Shape
    answer_sets: Sequence[AnswerSet]
    forms: Mapping[str, KeptForm]


def words_of(column: Column, value: str, language: str = "en") -> str:
    """What the choices of `value` say, in `language` or any there is; the value itself otherwise."""
    if not column.choices:
        return value
    labels = (column.choices.get(name, {}) for name in value.split())
    said = (say(label, language) or name for label, name in zip(labels, value.split(), strict=True))
    return "; ".join(said)


def with_roles(parts: Sequence[Part]) -> Iterator[tuple[Part, AnswerSet, Column, str]]:
    """Each answer to a question that has a role."""
    for part in parts:
        columns = {path: column for path, column in part.shape.by_path.items() if column.role}
        found: dict[str, Column | None] = {}  # by path as answered
        for answers in part.answer_sets if columns else ():
            for path, value in answers.answers.items():
                if path not in found:
                    found[path] = columns.get(INDEX.sub("", path))
                column = found[path]
                if column and value:
                    yield part, answers, column, value


def say(words: Mapping[str, str], language: str) -> str:
    return words.get(language) or words.get("en") or next(iter(words.values()), "")
