"""A change to a draft's event.xlsx: made on what lies there now, saved, and looked through again."""

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.editing.book import read_book, save_book
from kiosk.pack.editing.event import Change, EventBook
from kiosk.pack.editing.seen import Seen, look


def change_event(seen: Seen, *changes: Change) -> Seen:
    """Make the changes, and give the draft as it is then. Takes part of a second.

    KioskErrors of `read_book` and `save_book`; WORKBOOK_CHANGED where it is not as it was seen any more. The
    file is as it was then, and so is `seen`.
    """
    draft = seen.draft
    opened = read_book(draft.event_file)
    if seen.event is None or opened.sha256 != seen.event.sha256:
        raise KioskError(ErrorCode.WORKBOOK_CHANGED, path=draft.event_file.name)
    if opened.losses:
        save_book(opened)  # says what would be lost
    book = EventBook(opened)
    for change in changes:
        change(book)
    save_book(opened)
    return look(draft)
