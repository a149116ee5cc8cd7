"""Replies written into a workbook: into the sheet `replies` of an event.xlsx, or into one of their own."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kiosk.pack.editing.book import OpenBook, read_book, save_book
from kiosk.pack.editing.table import Table, table_of
from kiosk.pack.model import Reply, Text
from kiosk.pack.staff import sheets
from kiosk.pack.staff.replies import SHEET, references_written
from kiosk.pack.starter import write_replies
from kiosk.storage.sealed.reference import grouped

TEXTS = sheets.SHEETS[SHEET].translated


def put_replies(path: Path, replies: Sequence[Reply], event_id: str) -> tuple[int, int]:
    """Write `replies`, which are of `event_id`, into the workbook at `path`: how many are new, and changed.

    A reply whose id is there is changed in its place, and all else stays. A translation stays while the
    words that it translates stay. In another event's workbook no activity is written, as it names none there.
    KioskErrors of `read_book` and `save_book`.
    """
    opened = read_book(path)
    if opened.book is not None:
        new, changed = _put_all(opened, replies, event_id)
        if not new and not changed and not opened.losses:
            return 0, 0
        save_book(opened)
        return new, changed
    save_book(opened)  # which says why it is Excel's alone
    return 0, 0


def new_book(path: Path, replies: Sequence[Reply], event_id: str) -> None:
    """Write a workbook of `replies` alone, as `reply FILE.xlsx` reads it."""
    write_replies(path)
    put_replies(path, replies, event_id)


def _put_all(opened: OpenBook, replies: Sequence[Reply], event_id: str) -> tuple[int, int]:
    event = table_of(opened, "event")
    default = _of_event(event, "default_language") or "en"
    whose = _of_event(event, "event_id")
    table = table_of(opened, SHEET, default) or Table(_new_sheet(opened.book), default)
    new = changed = 0
    for reply in replies:
        row = table.row_of("id", reply.id)
        fresh = not row
        row = row or table.add_row()
        if _put(table, row, reply, default, named=whose in ("", event_id)):
            new, changed = (new + 1, changed) if fresh else (new, changed + 1)
    return new, changed


def _put(table: Table, row: int, reply: Reply, default: str, *, named: bool) -> bool:
    """Whether any cell of the row is another one now."""
    facts = {"id": reply.id, "date": reply.date, "status": reply.status, "by_when": reply.by_when}
    done = [table.put(row, name, value) for name, value in facts.items() if value or table.value(row, name)]
    done += [_put_text(table, row, part, getattr(reply, part), default) for part in TEXTS]
    before = references_written(table.value(row, "references"))
    every = dict.fromkeys((*before, *reply.references))
    if len(every) > len(before):
        done.append(table.put(row, "references", ", ".join(_shown(one) for one in every)))
    if named and (reply.activity or table.value(row, "activity")):
        done.append(table.put(row, "activity", reply.activity))
    return any(done)


def _put_text(table: Table, row: int, part: str, text: Text, default: str) -> bool:
    same = table.value(row, part, default) == text.words.get(default, "")
    stale = () if same else tuple(code for code in table.languages(part) if code not in text.words)
    written = {**dict.fromkeys(stale, ""), **text.words}
    put = [table.put(row, part, words, code) for code, words in written.items()]
    return any(put)


def _of_event(table: Table | None, key: str) -> str:
    row = table.row_of("key", key) if table else 0
    return table.value(row, "value") if table and row else ""


def _new_sheet(book: Any) -> Any:
    sheet = book.create_sheet(SHEET)
    sheet.append(("id", "date", "status"))
    return sheet


def _shown(reference: str) -> str:
    """In its three groups; what is none, as it was written."""
    return grouped(reference) if len(reference) == 9 else reference
