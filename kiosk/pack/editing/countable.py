"""The questions of a draft whose answers a chart can count: one of them may be the live question."""

from collections.abc import Collection
from dataclasses import dataclass

from kiosk.errors import KioskError
from kiosk.pack.compile import read_form_book
from kiosk.pack.editing.draft import Draft
from kiosk.pack.lint.event.live import COUNTED


@dataclass(frozen=True)
class Countable:
    """`name` is as the sheet event has it, form/question; `label` in the form's own first language."""

    name: str
    label: str


def countable(draft: Draft, forms: Collection[str]) -> tuple[Countable, ...]:
    """Those of the files `forms`; a form that cannot be read has none. Takes part of a second."""
    found: list[Countable] = []
    for path in (path for path in draft.form_files() if path.name.lower() in forms):
        try:
            form = read_form_book(path.read_bytes(), path.name)
            questions = [one for one in form.questions() if one.type in COUNTED and not one.ends]
        except (KioskError, OSError):
            continue
        for one in questions:
            label = form.survey.text(one.row, "label").say(form.default_language)
            found.append(Countable(f"{path.stem}/{one.name}", label or one.name))
    return tuple(found)
