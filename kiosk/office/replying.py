"""Writing a reply in the office: begun from what is known, checked as the sheet `replies` is, and kept."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from kiosk.clock import Clock
from kiosk.coproduction.replies import Said, day_in, keep_replies
from kiosk.errors import KioskError
from kiosk.office.annotations import Kind, annotations
from kiosk.pack.model import Pack, Reply, Text
from kiosk.pack.staff.replies import REASONED, is_day
from kiosk.storage.database import Store
from kiosk.storage.kept.withdrawal import possible_lookups
from kiosk.storage.sealed.keys import SecretKey
from kiosk.storage.sealed.reference import parse

PARTS = ("theme", "said", "did", "because")
LONGEST_ID = 24
_FIGURES = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4})")


class Lack(StrEnum):
    """What a reply needs before it is kept."""

    SAID = "said"
    BECAUSE = "because"
    DATE = "date"
    EARLIER = "earlier"  # than the version that it replaces: the later one counts
    BY_WHEN = "by_when"
    PROMISE = "promise"  # of an activity that is not in the event


@dataclass(frozen=True)
class Draft:
    """A reply that is being written. `lookups` stand for the references it has answered so far, which nobody
    can read; `reply.references` are those that were typed since. `before` is the date of an earlier version.
    """

    reply: Reply
    lookups: tuple[str, ...] = ()
    before: str = ""
    known: tuple[str, ...] = field(default=())  # of the references typed, those that are here

    def having(self, **facts: object) -> "Draft":
        """The same with other facts of the reply."""
        return replace(self, reply=replace(self.reply, **facts))  # type: ignore[arg-type]

    def saying(self, part: str, language: str, words: str) -> "Draft":
        """The same with other words of one part in one language; empty words take them out."""
        said = {**getattr(self.reply, part).words, language: words.strip()}
        return self.having(**{part: Text({code: text for code, text in said.items() if text})})

    def knowing(self, references: Iterable[str]) -> "Draft":
        """The same, and these references are here."""
        return replace(self, known=tuple(dict.fromkeys((*self.known, *references))))


def new_draft(pack: Pack, day: date, activity: str = "") -> Draft:
    """An empty reply of today; of `activity`, where it answers a promise."""
    theme = next((one.title for one in pack.activities if one.id == activity), Text())
    return Draft(Reply("", day.isoformat(), "deciding", theme, Text(), Text(), Text(), activity=activity))


def draft_of(said: Said, day: date) -> Draft:
    """A reply as it was written, to be changed: from today on, as the later version counts."""
    texts = {part: getattr(said, part) for part in PARTS}
    newer = max(day.isoformat(), said.date)
    reply = Reply(said.id, newer, said.status, **texts, by_when=said.by_when, activity=said.activity)
    return Draft(replace(reply, references=said.references), said.lookups, said.date, said.references)


def as_reply(said: Said, references: Sequence[str] = ()) -> Reply:
    """A reply for a workbook: with the references that can still be read, and `references`."""
    texts = {part: getattr(said, part) for part in PARTS}
    every = tuple(dict.fromkeys((*said.references, *references)))
    return Reply(
        said.id, said.date, said.status, **texts, references=every, by_when=said.by_when,
        activity=said.activity,
    )  # fmt: skip


def lacks(draft: Draft, pack: Pack) -> tuple[Lack, ...]:
    """What is missing or wrong, in the order of the page; nothing where it can be kept."""
    reply, default = draft.reply, pack.event.default_language
    activities = {activity.id for activity in pack.activities}
    found = {
        Lack.SAID: not reply.said.has(default),
        Lack.BECAUSE: reply.status in REASONED and not reply.because.has(default),
        Lack.DATE: not is_day(reply.date),
        Lack.EARLIER: bool(draft.before) and is_day(reply.date) and reply.date < draft.before,
        Lack.BY_WHEN: bool(reply.by_when) and not is_day(reply.by_when),
        Lack.PROMISE: bool(reply.activity) and reply.activity not in activities,
    }
    return tuple(lack for lack, wrong in found.items() if wrong)


def untold(draft: Draft, languages: Iterable[str]) -> tuple[str, ...]:
    """The languages in which not all of the reply can be read."""
    parts = [text for part in PARTS if (text := getattr(draft.reply, part))]
    return tuple(code for code in languages if not all(text.has(code) for text in parts))


def named(draft: Draft, pack: Pack, found: Iterable[Said]) -> Draft:
    """The same under a short name of its own, where it has none yet: keeping it twice keeps it once."""
    if draft.reply.id:
        return draft
    taken = {one.id for one in found if one.event_id == pack.event.id}
    return draft.having(id=_name(draft.reply, pack.event.default_language, taken))


def keep_draft(store: Store, clock: Clock, pack: Pack, draft: Draft) -> Reply:
    """Keep a draft that has its name. Some 80 ms a reference."""
    keep_replies(store, clock, pack.event.id, [draft.reply], {draft.reply.id: draft.lookups})
    return draft.reply


def unknown_references(store: Store, references: Iterable[str]) -> tuple[str, ...]:
    """Those that fit nothing that is here. Some 80 ms for each key and kind of answer."""
    known = {row[0] for row in store.db.execute("SELECT lookup FROM record UNION SELECT lookup FROM idea")}
    return tuple(one for one in references if not known & set(possible_lookups(store, one)))


def references_in(text: str) -> tuple[str, ...]:
    """The references between commas or lines. REFERENCE_WRONG where one is not whole."""
    return tuple(dict.fromkeys(parse(part) for part in re.split(r"[,;\n]", text) if part.strip()))


def themes_known(
    store: Store, secret: SecretKey, found: Iterable[Said], language: str, default: str
) -> tuple[str, ...]:
    """What replies are about already, then the office's tags; each once, in `language`."""
    named = [one.theme.say(language, default) for one in found if one.theme]
    try:
        tags = sorted({note.values["tag"] for note in annotations(store, secret, kind=Kind.TAG)})
    except KioskError:
        tags = []
    return tuple(dict.fromkeys([*named, *tags]))


def read_day(text: str) -> str:
    """A day as people write it (2027-07-01, 1.7.2027, 1 July 2027) as 2027-07-01; else as it is written."""
    plain = text.strip()
    if is_day(plain):
        return plain
    if figures := _FIGURES.fullmatch(plain):
        day, month, year = (int(part) for part in figures.groups())
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return plain
    named = day_in(plain)
    return named.isoformat() if named else plain


def _name(reply: Reply, default: str, taken: set[str]) -> str:
    """Letters and digits of what it is about, and a number where that is taken."""
    words = reply.theme.say(default) or reply.said.say(default)
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-") or "reply"
    names = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)
