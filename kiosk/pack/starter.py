"""`new`: a starter pack that staff finish in Excel, with drop-downs, notes and an example of each thing."""

import re
import secrets
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.dress import dress, drop_down
from kiosk.pack.staff import sheets
from kiosk.pack.template import event as event_words
from kiosk.pack.template import forms as form_words
from kiosk.pack.template.event import Table
from kiosk.resources import practice_pack

_ANSWERS: Mapping[str, Sequence[str]] = {  # of the sheet event, by key
    **dict.fromkeys(sheets.YES_NO_KEYS, ("yes", "no")),
    "keep_partial": ("no", "sealed"),
}


def write_starter(folder: Path) -> None:
    """Write a starter pack into `folder`, made if need be; `check` finds no mistake in it.

    KioskError: FOLDER_NOT_EMPTY, DATA_UNWRITABLE.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise KioskError(ErrorCode.FOLDER_NOT_EMPTY, path=folder)
    try:
        for inner in ("forms", "media", "data"):
            (folder / inner).mkdir(parents=True, exist_ok=True)
        _write(folder / "event.xlsx", _event_tables(folder.resolve().name), event_words.NOTES, _event_lists())
        for name, tables in form_words.FORMS.items():
            _write(folder / "forms" / name, tables, form_words.NOTES, form_words.LISTS)
        for name, text in form_words.DATA.items():
            (folder / "data" / name).write_text(text, "utf-8-sig")
        for name in form_words.PICTURES:
            shutil.copyfile(practice_pack() / "media" / name, folder / "media" / name)
    except OSError as fault:
        raise KioskError(ErrorCode.DATA_UNWRITABLE, path=folder) from fault


def write_event(path: Path, name: str, forms: Sequence[str]) -> None:
    """Write an event.xlsx to `path` for a pack `name` that has `forms` alone, one activity each."""
    whole = _event_tables(name)
    tables = {sheet: rows[:1] for sheet, rows in whole.items()}
    stems = [Path(form).stem for form in forms]
    tables["event"] = whole["event"]
    tables["activities"] += tuple(
        (stem, form, "questions", stem, "", "questions", "yes")
        for stem, form in zip(stems, forms, strict=True)
    )
    tables["promises"] += tuple((stem, "inform", "", "", "", "no", "", "") for stem in stems)
    tables["tablets"] = whole["tablets"]
    _write(path, tables, event_words.NOTES, _event_lists())


def write_replies(path: Path) -> None:
    """Write a workbook with the sheet `replies` alone, its headers and notes, and no reply yet."""
    _write(path, {"replies": event_words.TABLES["replies"][:1]}, event_words.NOTES, _event_lists())


def _event_tables(pack: str) -> dict[str, Table]:
    """The example sheets, with an event_id of this pack's own."""
    name = re.sub(r"[^a-z0-9]+", "-", pack.lower()).strip("-")[:24] or "event"
    tables = dict(event_words.TABLES)
    rows = [("key", "value::English (en)", "note")]
    for key, explained in sheets.EVENT_KEYS.items():
        value = f"{name}-{secrets.token_hex(3)}" if key == "event_id" else event_words.VALUES.get(key, "")
        rows.append((key, value, explained))
    return {"event": tuple(rows), **tables}


def _event_lists() -> Mapping[tuple[str, str], Sequence[str]]:
    return {
        ("activities", "kind"): sheets.KINDS,
        ("activities", "on"): ("yes", "no"),
        ("activities", "form"): tuple(form_words.FORMS),
        ("promises", "rung"): tuple(dict.fromkeys(rung.value for rung in sheets.RUNGS.values())),
        ("promises", "residents_decide"): ("yes", "no"),
        ("consents", "basis"): sheets.BASES,
        ("consents", "channel"): tuple(filter(None, sheets.CHANNELS)),
        ("replies", "status"): sheets.STATUSES,
        ("ideas", "status"): sheets.IDEA_STATUSES,
    }


def _write(
    path: Path,
    tables: Mapping[str, Table],
    notes: Mapping[str, Mapping[str, str]],
    lists: Mapping[tuple[str, str], Sequence[str]],
) -> None:
    """One workbook: its tables, then the sheet that explains their columns."""
    from openpyxl import Workbook  # noqa: PLC0415 - only when a pack is made

    book = Workbook()
    book.remove(book.active)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for place, row in enumerate(rows, start=1):
            sheet.append(row)
            if name == "event" and (offered := _ANSWERS.get(row[0])):
                drop_down(sheet, f"B{place}", offered)
        dress(sheet, rows[0], notes.get(name, {}), lists)
    explained = book.create_sheet("read me")
    explained.append(("sheet", "column", "what it is for"))
    for name, columns in notes.items():
        if name in tables:
            for column, note in columns.items():
                explained.append((name, column, note))
    dress(explained, ("sheet", "name", "what it is for"), {}, {})
    book.save(path)
