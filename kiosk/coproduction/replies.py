""" "You said, we did": every reply that is known here, what is late by itself, and which answers whom."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlite_utils import Database

from kiosk.clock import Clock
from kiosk.pack.model import Pack, Promise, Reply, Text
from kiosk.storage import audit, settings
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.kept.withdrawal import lookups_under
from kiosk.storage.sealed.reference import parse

SEEN = "replies_seen"  # the setting: what somebody has read on this tablet, by event and id
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_SAID = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\b")

SELECT = (
    "SELECT event_id, id, date, status, theme, said, did, because, lookups, revision, by_when, activity"
    " FROM reply"
    " ORDER BY event_id, id"
)


@dataclass(frozen=True)
class Said:
    """One reply as it stands today. `late_since` is the day that has passed, or empty, and `by_itself` that
    nobody wrote that it is late; `new` means that nobody has read it on this tablet; `promised` marks a
    promise whose day has passed without any reply. `activity` is the one whose promise it answers.
    """

    event_id: str
    id: str
    date: str
    status: str
    theme: Text
    said: Text
    did: Text
    because: Text
    by_when: str = ""
    lookups: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    late_since: str = ""
    by_itself: bool = False
    new: bool = False
    promised: bool = False
    activity: str = ""

    @property
    def languages(self) -> frozenset[str]:
        """Those in which the whole of it can be read."""
        parts = [part for part in (self.theme, self.said, self.did, self.because) if part]
        return frozenset.intersection(*(frozenset(part.words) for part in parts)) if parts else frozenset()

    def version(self) -> str:
        """Another one as soon as anything of it is another."""
        return f"{self.date} {self.status} {self.late_since} {len(self.did.words)} {self.did.say('en')}"


def written(pack: Pack, store: Store | None = None) -> tuple[Said, ...]:
    """Every reply as somebody wrote it, from the pack and from the data folder once it is open.

    Of two with one id, the later one counts.
    """
    found = {(pack.event.id, reply.id): _of_pack(pack.event.id, reply) for reply in pack.replies}
    for one in _kept(store.db) if store else ():
        known = found.get((one.event_id, one.id))
        if known is None or one.date >= known.date:
            found[one.event_id, one.id] = one
    return tuple(found.values())


def replies(pack: Pack, day: date, store: Store | None = None) -> tuple[Said, ...]:
    """Everything to be read as it stands on `day`: what nobody has read first, then the newest first."""
    every = [_today(one, day) for one in written(pack, store)]
    every += _unkept(pack, every, day)
    seen = settings.get(store.db, SEEN, {}) if store else None
    if seen is not None:
        every = [replace(one, new=seen.get(_key(one)) != one.version()) for one in every]
    every.sort(key=lambda one: (one.date, one.id), reverse=True)
    return tuple(sorted(every, key=lambda one: not one.new))


def themes(found: Iterable[Said], language: str, default: str) -> tuple[str, ...]:
    """What the replies are about, each once, in the words of `language`."""
    return tuple(dict.fromkeys(one.theme.say(language, default) for one in found if one.theme))


def mark_seen(store: Store, one: Said) -> None:
    """Somebody has read it on this tablet: it is no longer shown first."""
    with store.write() as db:
        settings.put(db, SEEN, {**settings.get(db, SEEN, {}), _key(one): one.version()})


def answering(store: Store, found: Sequence[Said], reference: str) -> tuple[Said, ...]:
    """Those that answer what was given under `reference`. Nothing of the look-up is kept.

    KioskError(REFERENCE_WRONG). Takes about 80 ms for each key and kind of reference.
    """
    plain = parse(reference)
    looks = frozenset(lookups_under(store, plain))
    return tuple(one for one in found if plain in one.references or looks & set(one.lookups))


def answers_to(promise: Promise, found: Iterable[Said], pack: Pack) -> tuple[Said, ...]:
    """The replies that answer `promise`, the newest first: those of its event, since its day, that name the
    activity. One that names none answers the promise of an event that makes only one.
    """
    event, alone = pack.event, len(pack.promises) == 1
    since = [
        one
        for one in found
        if not one.promised
        and one.event_id == event.id
        and one.date >= (event.date or ("" if one.activity else "9"))
        and (one.activity == promise.activity or (alone and not one.activity))
    ]
    return tuple(sorted(since, key=lambda one: (one.date, one.id), reverse=True))


def keep_replies(
    store: Store,
    clock: Clock,
    event_id: str,
    found: Sequence[Reply],
    kept: Mapping[str, Sequence[str]] | None = None,
) -> tuple[int, int]:
    """Put replies into the data folder, so that it shows them and returns them to tablets.

    How many were new and how many were changed. References are kept as lookups only; `kept` has those that
    are to stay, by the reply's id, as nobody can read a reference out of them.
    """
    new = changed = 0
    with store.write() as db:
        for reply in found:
            looks = {look for one in reply.references for look in lookups_under(store, one)}
            lookups = sorted(looks | set((kept or {}).get(reply.id, ())))
            facts = [
                reply.date,
                reply.status,
                *(_words(text) for text in (reply.theme, reply.said, reply.did, reply.because)),
                json.dumps(lookups),
                reply.by_when,
                reply.activity,
            ]
            row = db.execute(
                "SELECT revision, date, status, theme, said, did, because, lookups, by_when, activity"
                " FROM reply WHERE event_id = ? AND id = ?",
                [event_id, reply.id],
            ).fetchone()
            if row and list(row[1:]) == facts:
                continue
            db.execute(
                "INSERT OR REPLACE INTO reply (event_id, id, date, status, theme, said, did, because,"
                " lookups, by_when, activity, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [event_id, reply.id, *facts, row[0] + 1 if row else 1],
            )
            new, changed = (new, changed + 1) if row else (new + 1, changed)
        if new or changed:
            audit.note(db, clock, Role.STAFF, Act.REPLIES_LOADED, count=new + changed)
    return new, changed


def day_in(text: str) -> date | None:
    """The first day that English words or figures name: "30 September 2027", "2027-09-30"; else None."""
    iso, said = _ISO.search(text), _SAID.search(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        return date(int(said[3]), _MONTHS.index(said[2]) + 1, int(said[1])) if said else None
    except ValueError:
        return None


def due_day(promise: Promise, pack: Pack) -> date | None:
    """The day that the promise's own words name, where they name one."""
    return day_in(promise.by_when.say("en", pack.event.default_language))


# --- one by one


def _of_pack(event_id: str, reply: Reply) -> Said:
    texts = {name: getattr(reply, name) for name in ("theme", "said", "did", "because")}
    return Said(
        event_id,
        reply.id,
        reply.date,
        reply.status,
        **texts,
        by_when=reply.by_when,
        references=reply.references,
        activity=reply.activity,
    )


def _kept(db: Database) -> Iterable[Said]:
    for event_id, identity, day, status, *texts, lookups, _revision, by_when, activity in db.execute(SELECT):
        theme, said, did, because = (Text(_checked(json.loads(text))) for text in texts)
        known = tuple(look for look in json.loads(lookups) if isinstance(look, str))
        yield Said(
            event_id, identity, day, status, theme, said, did, because, by_when, known, activity=activity
        )


def _checked(words: Mapping[str, object]) -> Mapping[str, str]:
    """Words by language, whatever else a pack of another hand may have brought."""
    return {code: said for code, said in words.items() if isinstance(said, str) and said}


def _today(one: Said, day: date) -> Said:
    """Late by itself: its day has passed, and it was not done nor refused."""
    if one.status not in ("doing", "deciding", "late") or not one.by_when:
        return one
    if one.by_when >= day.isoformat():
        return one
    return replace(one, status="late", late_since=one.by_when, by_itself=one.status != "late")


def _unkept(pack: Pack, every: Sequence[Said], day: date) -> list[Said]:
    """Promises whose day has passed with no reply to them since the event: the kiosk says so by itself."""
    dated = ((promise, due_day(promise, pack)) for promise in pack.promises)
    return [
        _late_promise(pack, promise, due)
        for promise, due in dated
        if due and due < day and not answers_to(promise, every, pack)
    ]


def _late_promise(pack: Pack, promise: Promise, due: date) -> Said:
    title = next((one.title for one in pack.activities if one.id == promise.activity), Text())
    return Said(
        pack.event.id,
        f"promise-{promise.activity}",
        due.isoformat(),
        "late",
        theme=title,
        said=Text(),
        did=Text(),
        because=Text(),
        by_when=due.isoformat(),
        late_since=due.isoformat(),
        by_itself=True,
        promised=True,
        activity=promise.activity,
    )


def _key(one: Said) -> str:
    return f"{one.event_id}/{one.id}"


def _words(text: Text) -> str:
    return json.dumps(dict(text.words), ensure_ascii=False, sort_keys=True)
