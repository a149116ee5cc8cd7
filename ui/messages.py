"""What a person is told when something expected goes wrong: the fault's code to words."""

from collections.abc import Mapping

from kiosk.errors import ErrorCode, KioskError
from kiosk.words import Words


def _(message: str) -> str:
    """Marks words for the catalogues; they are translated when they are said."""
    return message


# What happened, what is safe, what to do.
MESSAGES: Mapping[ErrorCode, str] = {
    ErrorCode.PACK_NOT_FOUND: _("There is no event pack at {path}. Check the name and try again."),
    ErrorCode.PACK_UNREADABLE: _(
        "{path} cannot be read: {reason}. Nothing was changed. Ask whoever made it for a fresh copy."
    ),
    ErrorCode.PACK_WITHOUT_FORMS: _(
        "{path} holds no questionnaire. Put at least one XLSForm (.xlsx) into its folder forms."
    ),
    ErrorCode.PACK_TOO_LARGE: _(
        "{path} is larger than the kiosk takes ({limit}). Nothing was opened. Make its pictures smaller, "
        "or take out what is not needed."
    ),
    ErrorCode.PACK_UNSAFE: _(
        "{path} was not opened, because {reason}. Save it as a plain .xlsx in Excel, "
        "or ask where it came from."
    ),
    ErrorCode.PACK_MISTAKES: _(
        "This event cannot be opened yet. Mistakes: {count}. The first: {first} "
        "Run `check` on {path} to see them all."
    ),
    ErrorCode.FORM_UNREADABLE: _(
        "The questionnaire {form} cannot be opened: {reason}. Nothing was changed. Run `check` to see where."
    ),
    ErrorCode.FOLDER_NOT_EMPTY: _(
        "{path} is not empty. Choose a new folder, so that nothing is overwritten."
    ),
    ErrorCode.WORKBOOK_OPEN: _(
        "{path} is open in another program. Nothing was changed. Close it there, then try again. "
        "If it is open nowhere, delete {mark} beside it."
    ),
    ErrorCode.WORKBOOK_CHANGED: _(
        "{path} was changed elsewhere meanwhile. Nothing was overwritten. "
        "Open the page again, then make your change once more."
    ),
    ErrorCode.WORKBOOK_KEPT: _(
        "{path} has something that only Excel keeps: {reason}. Nothing was changed. Change it in Excel."
    ),
    ErrorCode.DATA_LOCKED: _(
        "Event Kiosk is already running on {path}. Nothing was changed. Close it there, then try again."
    ),
    ErrorCode.OFFICE_OPEN: _(
        "The kiosk is open on {path}. Nothing was merged. Use “Bring in” in its Office, "
        "or close it there, then try again."
    ),
    ErrorCode.DATA_UNWRITABLE: _(
        "Nothing can be written to {path}. What is there is safe. Choose another folder with --data, "
        "or ask for the right to write there."
    ),
    ErrorCode.DATA_NEWER: _(
        "A newer Event Kiosk has used {path}. Everything in it is safe and was not touched. "
        "Install the newer version to open it."
    ),
    ErrorCode.DATA_UNSAFE: _(
        "{path} cannot keep answers safely ({setting} does not hold). Nothing was changed. "
        "Choose a folder on this machine's own disk, not on a network drive."
    ),
    ErrorCode.DATA_DAMAGED: _(
        "The database in {path} is damaged. It is kept as it is. Start again: the kiosk sets it aside "
        "and carries on with a new one."
    ),
    ErrorCode.DISK_FULL: _(
        "There is no room left on the disk of {path}. What was saved before is safe; this was not saved. "
        "Make some room, then try again."
    ),
    ErrorCode.SAVE_FAILED: _("This could not be saved ({reason}). What was saved before is safe. Try again."),
    ErrorCode.NO_KEYS_HERE: _(
        "There is no office key in this data folder. Make one with: event-kiosk keys new"
    ),
    ErrorCode.KEY_MISSING: _(
        "The key {fingerprint} is not in this data folder. Nothing was changed. "
        "Staff who hold its file can put it there."
    ),
    ErrorCode.KEY_EXISTS: _("The key {fingerprint} is already here. It was left as it is."),
    ErrorCode.KEY_UNREADABLE: _(
        "This key cannot be read: {path}. Nothing was changed. Copy it again, whole, from where it was made."
    ),
    ErrorCode.KEY_WHICH: _(
        "There are several keys here. Nothing was changed. Name one by its fingerprint: `event-kiosk keys "
        "public` shows them."
    ),
    ErrorCode.RECOVERY_WRONG: _(
        "Line {line} of the recovery letters is not right. Nothing was changed. Check each sign of it "
        "against the sheet, then try again."
    ),
    ErrorCode.PASSPHRASE_WRONG: _(
        "That passphrase does not open this key. Nothing was changed. Check capital letters and spaces, "
        "then try again."
    ),
    ErrorCode.PASSPHRASE_FILE: _(
        "The passphrase file {path} cannot be read. Nothing was changed. Check its name, then try again."
    ),
    ErrorCode.PASSPHRASE_SHORT: _(
        "A passphrase needs at least {least} characters. Four or five ordinary words are good."
    ),
    ErrorCode.SEAL_BROKEN: _(
        "Record {record} does not open: it was damaged or changed. The others are not touched."
    ),
    ErrorCode.REFERENCE_WRONG: _(
        "That is not a whole reference. Nothing was changed. It has nine signs, in three groups of three: "
        "check each one."
    ),
    ErrorCode.TRANSFER_FOLDER: _(
        "{path} cannot be written to. Nothing is lost. Put the stick in again, or choose another folder."
    ),
    ErrorCode.TRANSFER_UNVERIFIED: _(
        "What was written to {path} does not read back the same. Nothing is lost here. "
        "Do not trust that stick: use another one."
    ),
    ErrorCode.TRANSFER_UNREADABLE: _(
        "{path} is not a whole transfer pack: {reason}. Nothing was merged from it. Carry it over again."
    ),
    ErrorCode.TRANSFER_GONE: _(
        "{path} cannot be read any more: the stick may be out. Nothing was merged. Put it in, and try again."
    ),
    ErrorCode.ASIDE_NEEDED: _(
        "This may be the only copy, so it stays set aside. Merge a fresh copy of its pack first."
    ),
    ErrorCode.NOTHING_TO_CARRY: _("There is nothing to carry to the office yet."),
    ErrorCode.NOTHING_TO_RETURN: _(
        "There is nothing here yet that tablets could be told. Merge their transfer packs first."
    ),
    ErrorCode.WIPE_UNRECEIPTED: _(
        "This tablet still has {count} things that no receipt names. Nothing was wiped. Carry a transfer "
        "pack to the office, and merge the return pack that comes back."
    ),
    ErrorCode.WIPE_OFFICE: _(
        "This data folder holds an office key, so it is an office. Nothing was wiped. "
        "To end an event's keeping, use: event-kiosk retention"
    ),
    ErrorCode.RECORD_NOT_HERE: _(
        "There is no record {record} here, or it was withdrawn. Nothing was changed. "
        "`event-kiosk find` shows the ids of sign-ups."
    ),
    ErrorCode.DETAIL_NOT_ASKED: _(
        "The form of {record} did not ask for this: {detail}. Nothing was changed."
    ),
    ErrorCode.NOTE_WRONG: _("A note needs this: {name} ({allowed}). Nothing was changed."),
    ErrorCode.EVENT_NOT_HERE: _(
        "There is nothing of the event {event} here. Nothing was changed. "
        "`event-kiosk retention` shows what is kept."
    ),
    ErrorCode.EVENT_NOT_DUE: _(
        "What was said at {event} is to be kept until {until}. Nothing was erased. To end it sooner, "
        "add --early."
    ),
    ErrorCode.PIN_DIGITS: _("A PIN is {least} to {most} digits. Choose another one."),
    ErrorCode.PIN_SIMPLE: _("That PIN is easy to guess. Choose other digits."),
    ErrorCode.DOOR_CLOSED: _("This is for the team. Nothing was changed. Open the team's part first."),
    ErrorCode.STALL_OPEN: _("The stall is open. Nothing was changed. Pause or close the stall first."),
    ErrorCode.NOTHING_FROM_OFFICE: _(
        "There is nothing from the office in {path}. Nothing was changed. Ask staff for a return pack."
    ),
    ErrorCode.DRIVE_STUCK: _(
        "{name} cannot be reached, or is still in use. Nothing is lost. "
        "Wait a little, then try again, or use another stick."
    ),
    ErrorCode.IDEA_NOT_HERE: _("That was taken out meanwhile. Nothing was changed."),
    ErrorCode.IDEA_UNREAD: _(
        "Nobody here has said that they read this language ({language}). Nothing was changed. "
        "Ask somebody who reads it."
    ),
    ErrorCode.NOTHING_TO_EXPORT: _(
        "There are no answers here that this key opens. Merge transfer packs first, "
        "or use the event's own key."
    ),
    ErrorCode.SESSION_UNWRITABLE: _(
        "{path} cannot be written. The files before it are in place. Run the command again with sudo."
    ),
    ErrorCode.NO_SOUND: _(
        "No sound can be heard from this kiosk. Everything is on the screen. You can go on, or ask a helper."
    ),
    ErrorCode.NO_MICROPHONE: _("This kiosk hears nothing: no microphone works. Please type your answer."),
    ErrorCode.NO_VOICE: _(
        "These words cannot be read aloud in this language. They are on the screen. "
        "A helper can read them to you."
    ),
    ErrorCode.SPEECH_STOPPED: _(
        "The voice has stopped for now. Your answers are safe. "
        "You can go on, or press Listen to try it again."
    ),
    ErrorCode.NO_DISPLAY: _("There is no screen on this machine."),
    ErrorCode.SYSTEM_LIBRARY: _(
        "This machine lacks something that the window needs: {library}. Nothing was changed. "
        "`make run` installs what is missing, or says what to ask for."
    ),
    ErrorCode.NO_DISPLAY_FOR_EVENT: _(
        "A real event needs a screen. Nothing was opened. Start it on the tablet, or practise first."
    ),
}


def message(fault: KioskError, words: Words) -> str:
    """The fault in words, in the language of `words`."""
    return words(MESSAGES[fault.code], **fault.facts)
