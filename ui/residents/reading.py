"""The tour of the office's pages that read: made-up answers, and the pages behind each section."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kiosk.clock import today
from kiosk.office.annotations import Kind, annotate
from kiosk.recording.sound import read
from kiosk.storage.kept.records import AnswerSet, remember_forms, save
from kiosk.storage.kept.withdrawal import withdraw_record
from kiosk.storage.sealed.keys import SecretKey
from ui.app import Kiosk
from ui.residents.desk import OneStick
from ui.residents.screen import Screen
from ui.residents.stop import Stop, parts
from ui.viewmodels.office.reading.giving import GivingModel
from ui.viewmodels.team.sheet import SheetModel

WISHES = (
    ("en", "A bench by the water, so that my mother can rest on the way to the shops."),
    ("ur", "نہر کے پاس روشنی چاہیے۔ شام کو وہاں سے گزرتے ہوئے ڈر لگتا ہے۔"),
    ("pa", "ਬੱਚਿਆਂ ਲਈ ਝੂਲੇ ਅਤੇ ਦਾਦੀ ਗੁਰਪ੍ਰੀਤ ਲਈ ਇੱਕ ਬੈਂਚ।"),
    ("en", "Toilets that are open, and a gate wide enough for a wheelchair."),
    ("en", "More trees. Ask Aisha Khan at the allotments, she knows which ones last."),
)
PEOPLE = (
    ("Gurpreet Kaur", "gurpreet@example.org", "07700 900123"),
    ("Aisha Khan", "aisha@example.org", "07700 900456"),
    ("Tomasz Nowak", "", "07700 900789"),
)
OFTEN = ("most_days", "most_weeks", "sometimes", "never")
FIXED = uuid.UUID("6ba7b811-9dad-41d1-80b4-00c04fd430c8")
TRANSLATION = {"question": "/data/wish", "language": "en", "text": "We need light by the canal."}
SPOKEN = read("SUQz")  # no sound at all: it is only shown

Presses = Sequence[tuple[str, str]]  # act, choose, open, side or forward, and what


def walk_reading(kiosk: Kiosk, screen: Screen) -> Iterator[Stop]:
    """The pages behind Answers, In their own words, Sign-ups and Export."""
    team = kiosk.model.team
    stick = OneStick()
    for section in team.made.values():
        if isinstance(section.model, GivingModel):
            section.model.sticks.show(stick)
    for name, section, presses in STEPS:
        _enter(kiosk, screen, section)
        model = team.made[section].model
        for kind, what in presses:
            _press(model, kind, what)
            wait_for(kiosk, screen)
        yield from parts(f"team-{section}-{name}", kiosk, screen)


STEPS: tuple[tuple[str, str, Presses], ...] = (
    ("of-an-activity", "answers", (("last", ""),)),
    ("find", "answers", (("first", ""), ("act", "find"))),
    ("values", "answers", (("first", ""), ("act", "find"), ("choose", "narrow"), ("choose", "0"))),
    ("columns", "answers", (("first", ""), ("act", "find"), ("choose", "columns"))),
    ("record", "answers", (("last", ""), ("open", ""))),
    ("one", "words", (("first", ""),)),
    ("urdu", "words", (("first", ""), ("side", ""))),
    ("spoken", "words", (("first", ""), ("leaf", "last"))),
    ("tag", "words", (("first", ""), ("act", "new-tag"))),
    ("hide", "words", (("first", ""), ("act", "more"), ("choose", "hide"))),
    ("translate", "words", (("first", ""), ("side", ""), ("act", "more"), ("choose", "translate"))),
    ("write", "words", (("first", ""), ("leaf", "last"), ("act", "more"), ("choose", "write"))),
    ("more", "words", (("first", ""), ("act", "more"))),
    ("quote", "words", (("first", ""), ("act", "more"), ("choose", "quote"))),
    ("status", "words", (("first", ""), ("act", "more"), ("choose", "status"))),
    ("find", "people", (("act", "find"),)),
    ("one", "people", (("open", ""),)),
    ("detail", "people", (("open", ""), ("act", "detail"))),
    ("correct", "people", (("open", ""), ("act", "detail"), ("choose", "name"))),
    ("out", "people", (("open", ""), ("act", "out"))),
    ("reference", "people", (("act", "find"), ("choose", "reference"))),
    ("gone", "people", (("act", "find"), ("choose", "gone"))),
    ("teams", "people", (("act", "find"), ("choose", "teams"))),
    ("team", "people", (("act", "find"), ("choose", "teams"), ("first", ""))),
    ("preview", "export", (("act", "look"), ("first", ""))),
    ("format", "export", (("forward", ""),)),
    ("where", "export", (("forward", ""), ("choose", "xlsx"))),
)


def wait_for(kiosk: Kiosk, screen: Screen) -> None:
    """Until the work that a press began has ended."""
    jobs = kiosk.model.team.room.jobs
    while jobs.job:
        jobs.job.wait()
        screen.settle()


def _enter(kiosk: Kiosk, screen: Screen, section: str) -> None:
    kiosk.model.team.enter(section)
    wait_for(kiosk, screen)


def _press(model: SheetModel, kind: str, what: str) -> None:
    if kind == "first":
        model.choose(model.now.choices[0].id)
    elif kind == "last":
        model.choose(model.now.choices[-1].id)
    elif kind == "open":
        model.openRow(model.now.extra["table"]["rows"][0]["key"])  # type: ignore[attr-defined]
    elif kind == "forward":
        model.forward()
    elif kind == "side":
        model.aside()
    else:
        {"act": model.act, "choose": model.choose, "leaf": model.leaf}[kind](what)


def give_answers(kiosk: Kiosk, secret: SecretKey) -> None:
    """Answers and sign-ups, as an office of the practice event would have, with notes on some."""
    store, pack = kiosk.keeping.store, kiosk.pack
    remember_forms(store, pack)
    day = today(kiosk.around.clock)
    given = [*_wishes(kiosk, day), *_sign_ups(kiosk, day)]
    save(store, secret.public, given)
    clock = kiosk.around.clock
    for record, kind, values in (
        (given[0].id, Kind.TAG, {"tag": "Seats"}),
        (given[1].id, Kind.TAG, {"tag": "Light"}),
        (given[1].id, Kind.STATUS, {"status": "needs action"}),
        (given[1].id, Kind.TRANSLATION, TRANSLATION),
        (given[4].id, Kind.REDACTION, {"question": "/data/wish", "words": "Aisha\nKhan"}),
    ):
        annotate(store, secret, record, kind, values, clock)
    withdraw_record(store, given[-1].id, day)


def _made(kiosk: Kiosk, number: int, activity: str, said: dict[str, str], day: date) -> AnswerSet:
    pack = kiosk.pack
    return AnswerSet(
        id=str(uuid.uuid5(FIXED, f"{activity} {number}")),
        lookup=uuid.uuid5(FIXED, f"lookup {activity} {number}").hex * 2,
        event_id=pack.event.id,
        activity=activity,
        form_version=pack.form_of(pack.activity(activity)).version,
        day=day,
        answers={f"/data/{path}": value for path, value in said.items()},
        language="en",
    )


def _wishes(kiosk: Kiosk, day: date) -> Iterator[AnswerSet]:
    for number, (language, wish) in enumerate(WISHES):
        said = {"often": OFTEN[number % 4], "more": "seats toilets", "minutes": str(5 + number), "wish": wish}
        yield replace(_made(kiosk, number, "park", said, day), language=language)
    spoken = _made(kiosk, len(WISHES), "park", {"often": "never", "wish": "spoken"}, day)
    yield replace(spoken, recordings={"/data/wish": SPOKEN})


def _sign_ups(kiosk: Kiosk, day: date) -> Iterator[AnswerSet]:
    for number, (name, email, phone) in enumerate(PEOPLE):
        said = {
            "contact/group_email": "yes" if email else "no",
            "contact/library_text": "yes",
            "details/name": name,
            "details/email": email,
            "details/phone": phone,
        }
        yield _made(kiosk, number, "join", said, day)
