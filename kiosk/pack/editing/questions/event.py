"""What the question editor needs of the event around a form, and the activity that a new form becomes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.pack.editing.draft import Draft
from kiosk.pack.editing.questions.model import Questionnaire
from kiosk.pack.editing.table import table_of
from kiosk.pack.findings import Report
from kiosk.pack.model import ActivityKind, Text
from kiosk.pack.staff import sheets
from kiosk.pack.staff.event import read_event
from kiosk.pack.staff.excel import read_workbook
from kiosk.pack.staff.sources import EVENT

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif", ".bmp"})
_ICONS: Mapping[ActivityKind, str] = {ActivityKind.SIGN_UP: "sign-up", ActivityKind.ABOUT: "about"}


@dataclass(frozen=True)
class Around:
    """`languages` are codes, the event's default one first; `kinds` say by file what a form is asked as.

    `consents` are those that are asked, by id; `facts` the keys of the profile; `pictures` files of media/.
    """

    languages: tuple[str, ...]
    kinds: Mapping[str, ActivityKind]
    consents: Mapping[str, Text]
    facts: tuple[str, ...]
    pictures: tuple[str, ...]

    def kind(self, path: Path) -> ActivityKind | None:
        return self.kinds.get(path.name.lower())


def around(draft: Draft) -> Around:
    """Read the draft's event.xlsx. KioskError: PACK_UNREADABLE, PACK_TOO_LARGE, PACK_UNSAFE."""
    files = draft.form_files()
    called = {name.lower(): path.name.lower() for path in files for name in (path.name, path.stem)}
    book = read_workbook(draft.event_file.read_bytes(), EVENT, sheets.SHEETS)
    parts = read_event(book, called, Report())
    event = parts.event
    return Around(
        languages=tuple(dict.fromkeys((event.default_language, *event.languages))),
        kinds={activity.form_id: activity.kind for activity in parts.activities if activity.form_id},
        consents={one.id: one.words for one in parts.consents if one.basis.lower() in ("consent", "")},
        facts=tuple(dict.fromkeys(share.key for share in parts.profile)),
        pictures=tuple(_pictures(draft)),
    )


def _pictures(draft: Draft) -> list[str]:
    found = draft.media.iterdir() if draft.media.is_dir() else ()
    return sorted(path.name for path in found if path.suffix.lower() in PICTURES)


def add_activity(draft: Draft, path: Path, form: Questionnaire, kind: ActivityKind) -> bool:
    """Let residents choose the form; False where event.xlsx has no sheet activities to write it into.

    KioskErrors of reading and saving a workbook.
    """
    book = draft.read(draft.event_file)
    table = table_of(book, "activities", form.languages[0])
    if table is None:
        return False
    taken = {table.value(row, "id").lower() for row in table.rows()}
    identity = next(
        name for name in (form.form_id, *(f"{form.form_id}-{n}" for n in range(2, 99))) if name not in taken
    )
    row = table.add_row()
    put = {"id": identity, "form": path.name, "kind": kind.value, "icon": _ICONS.get(kind, kind.value)}
    for column, value in (*put.items(), ("on", "yes")):
        table.put(row, column, value)
    table.put(row, "title", form.title, form.languages[0] if table.languages("title") else "")
    draft.save(book)
    return True
