"""What can go wrong that a person can be told; anything else is a bug, and shows."""

from enum import StrEnum
from typing import Any


class ErrorCode(StrEnum):
    """Every expected fault. `ui/messages.py` holds the words for each, with its facts."""

    # packs and forms
    PACK_NOT_FOUND = "pack-not-found"  # path
    PACK_UNREADABLE = "pack-unreadable"  # path, reason
    PACK_WITHOUT_FORMS = "pack-without-forms"  # path
    PACK_TOO_LARGE = "pack-too-large"  # path, limit
    PACK_UNSAFE = "pack-unsafe"  # path, reason
    PACK_MISTAKES = "pack-mistakes"  # path, count, first
    FORM_UNREADABLE = "form-unreadable"  # form, reason
    FOLDER_NOT_EMPTY = "folder-not-empty"  # path
    WORKBOOK_OPEN = "workbook-open"  # path, mark
    WORKBOOK_CHANGED = "workbook-changed"  # path
    WORKBOOK_KEPT = "workbook-kept"  # path, reason
    # the data folder
    DATA_LOCKED = "data-locked"  # path
    OFFICE_OPEN = "office-open"  # path
    DATA_UNWRITABLE = "data-unwritable"  # path
    DATA_NEWER = "data-newer"  # path
    DATA_UNSAFE = "data-unsafe"  # path, setting
    DATA_DAMAGED = "data-damaged"  # path, aside
    DISK_FULL = "disk-full"  # path
    SAVE_FAILED = "save-failed"  # reason
    # keys
    KEY_MISSING = "key-missing"  # fingerprint
    NO_KEYS_HERE = "no-keys-here"
    KEY_EXISTS = "key-exists"  # fingerprint
    KEY_UNREADABLE = "key-unreadable"  # path
    KEY_WHICH = "key-which"
    RECOVERY_WRONG = "recovery-wrong"  # line
    PASSPHRASE_WRONG = "passphrase-wrong"
    PASSPHRASE_SHORT = "passphrase-short"  # least
    PASSPHRASE_FILE = "passphrase-file"  # path
    SEAL_BROKEN = "seal-broken"  # record
    # carrying and merging
    TRANSFER_FOLDER = "transfer-folder"  # path
    TRANSFER_UNVERIFIED = "transfer-unverified"  # path
    NOTHING_TO_CARRY = "nothing-to-carry"
    TRANSFER_UNREADABLE = "transfer-unreadable"  # path, reason
    TRANSFER_GONE = "transfer-gone"  # path
    ASIDE_NEEDED = "aside-needed"
    NOTHING_TO_RETURN = "nothing-to-return"
    WIPE_UNRECEIPTED = "wipe-unreceipted"  # count
    WIPE_OFFICE = "wipe-office"
    # exporting
    NOTHING_TO_EXPORT = "nothing-to-export"
    RECORD_NOT_HERE = "record-not-here"  # record
    DETAIL_NOT_ASKED = "detail-not-asked"  # record, detail
    NOTE_WRONG = "note-wrong"  # name, allowed
    EVENT_NOT_HERE = "event-not-here"  # event
    EVENT_NOT_DUE = "event-not-due"  # event, until
    # the team
    PIN_DIGITS = "pin-digits"  # least, most
    PIN_SIMPLE = "pin-simple"
    DOOR_CLOSED = "door-closed"
    STALL_OPEN = "stall-open"
    DRIVE_STUCK = "drive-stuck"  # name
    NOTHING_FROM_OFFICE = "nothing-from-office"  # path
    # ideas and proposed questions
    IDEA_NOT_HERE = "idea-not-here"
    IDEA_UNREAD = "idea-unread"  # language
    # references
    REFERENCE_WRONG = "reference-wrong"
    # the window
    NO_DISPLAY = "no-display"
    NO_DISPLAY_FOR_EVENT = "no-display-for-event"
    SYSTEM_LIBRARY = "system-library"  # library
    SESSION_UNWRITABLE = "session-unwritable"  # path
    NO_SOUND = "no-sound"
    NO_MICROPHONE = "no-microphone"
    SPEECH_STOPPED = "speech-stopped"
    NO_VOICE = "no-voice"  # language


class KioskError(Exception):
    """An expected fault: a code and the facts that its message needs.

    The message shown to a person comes from `ui.messages`, in their language;
    `str()` of the error is for developers and never holds a resident's words.
    """

    def __init__(self, code: ErrorCode, **facts: Any) -> None:
        self.code = code
        self.facts = facts
        shown = ", ".join(f"{name}={value}" for name, value in facts.items())
        super().__init__(f"{code.value}({shown})")
