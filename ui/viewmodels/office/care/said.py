"""Plain words for what a merge says and for what the audit keeps: reasons, acts, fingerprints, roles."""

from collections.abc import Iterable, Mapping

from kiosk.storage.audit import Act, Role
from kiosk.words import Words, language_of


def _(words: str) -> str:
    """Marks words for the catalogues; they are translated when they are said."""
    return words


DAMAGED = _("It was damaged on the way.")
OTHERWISE = _("It is not written as it should be.")
# What stands in a reason of kiosk.sync, to what staff are told.
REASONS = (
    ("was not finished", _("The carrying was not finished.")),
    ("too large", _("It is larger than it may be.")),
    ("far more than it should", _("It is larger than it may be.")),
    ("has this number", _("Another pack has its number. The tablet may have been copied.")),
    ("does not know the file", _("It comes from a newer program.")),
    ("another office", _("It comes from another office.")),
    ("which office", _("Nobody can tell which office it comes from.")),
    ("by the office that it names", _("Nobody can tell which office it comes from.")),
    ("on the way", DAMAGED),
    ("be read", DAMAGED),
    ("be unpacked", DAMAGED),
    ("is broken", DAMAGED),
    ("is missing", DAMAGED),
    ("than its manifest says", DAMAGED),
    ("is not whole", DAMAGED),
)

ACTS: Mapping[Act, str] = {
    Act.STALL_OPENED: _("Stall opened"),
    Act.STALL_PAUSED: _("Stall paused"),
    Act.STALL_CLOSED: _("Stall closed"),
    Act.IDEA_APPROVED: _("Idea approved"),
    Act.IDEA_HIDDEN: _("Idea hidden"),
    Act.REPLIES_LOADED: _("Replies loaded"),
    Act.HELPER_ON: _("Helper mode used"),
    Act.TRANSFER_WRITTEN: _("Pack written for the office"),
    Act.PACK_MERGED: _("Pack taken in"),
    Act.PACK_USED: _("Event pack used"),
    Act.SIGNER_ACCEPTED: _("Tablet accepted"),
    Act.EXPORTED: _("Tables exported"),
    Act.WITHDRAWN: _("Record withdrawn"),
    Act.WITHDRAWAL_UNDONE: _("Withdrawal undone"),
    Act.ERASED: _("Erased"),
    Act.KEY_MADE: _("Key made"),
    Act.KEY_RESTORED: _("Key restored"),
    Act.KEY_DESTROYED: _("Key destroyed"),
    Act.PASSPHRASE_CHANGED: _("Passphrase changed"),
    Act.RECOVERY_SHOWN: _("Recovery sheet shown"),
    Act.SIGNER_STRUCK: _("Tablet struck off"),
    Act.RETURN_WRITTEN: _("Return pack written"),
    Act.CORRECTED: _("Record corrected"),
    Act.ANNOTATED: _("Note kept"),
    Act.DISCLOSED: _("Contacts given to a team"),
    Act.KEEPING_ENDED: _("Keeping ended"),
    Act.WIPED: _("Tablet cleared"),
    Act.PIN_SET: _("PIN set"),
    Act.PIN_CHANGED: _("PIN changed"),
    Act.PIN_RESET: _("PIN ended by the office"),
    Act.PIN_REFUSED: _("Wrong PIN"),
    Act.DATABASE_SET_ASIDE: _("Damaged database set aside"),
}
ROLES: Mapping[Role, str] = {
    Role.VOLUNTEER: _("Volunteer"),
    Role.STAFF: _("Staff"),
    Role.PROGRAM: _("The program"),
}


def said_reason(reason: str, words: Words) -> str:
    """Why something was set aside."""
    return words(next((plain for part, plain in REASONS if part in reason), OTHERWISE))


def said_act(act: str, words: Words) -> str:
    """What was done; an act of a newer program keeps its own name."""
    known = {one.value: plain for one, plain in ACTS.items()}
    return words(known[act]) if act in known else act


def said_role(role: str, words: Words) -> str:
    """Who did it."""
    known = {one.value: plain for one, plain in ROLES.items()}
    return words(known[role]) if role in known else role


def listed(parts: Iterable[str], words: Words) -> str:
    """Things beside each other, with the comma of the language."""
    return f"{language_of(words.language).comma} ".join(parts)


def in_groups(fingerprint: str) -> str:
    """A fingerprint in groups of four, as it is compared by eye or by voice."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))
