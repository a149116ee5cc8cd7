"""What a stall needs, looked over one by one: fine, or what to do about it."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from os import environ
from pathlib import Path

from kiosk.clock import SystemClock, today
from kiosk.errors import KioskError
from kiosk.pack.library import open_pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.speech.engines.voices import Standing, standing
from kiosk.storage.audit import first_break
from kiosk.storage.database import connect, open_store
from kiosk.team.health import LEAST_FREE, LOW_BATTERY, battery, free_bytes
from kiosk.words import LANGUAGES, Words, language_of
from ui.health.display import screen_here
from ui.messages import message

EARLIEST = date(2026, 1, 1)  # a clock before this was reset


@dataclass(frozen=True)
class Finding:
    """One thing: whether it is fine, and if not, what to do. `lets_down`: residents would notice."""

    what: str
    said: str
    fine: bool = True
    lets_down: bool = False

    def __str__(self) -> str:
        return f"{'fine ' if self.fine else 'LOOK '} {self.what}: {self.said}"


def look_over(data: DataFolder) -> Iterator[Finding]:
    """Everything, a finding each."""
    yield _display(data)
    yield _fonts()
    yield _voices()
    yield _words()
    yield _words_of_the_event(data)
    yield _sound()
    yield _microphone()
    yield _clock()
    yield _disk(data)
    for name, folder in (("database", data), ("practice database", data.practice)):
        if folder.database.exists():
            yield from _database(name, folder)
            if any(folder.set_aside.glob("*")):
                said = f"a damaged one was set aside in {folder.set_aside}; tell staff"
                yield Finding(f"{name}, set aside", said, fine=False)
    yield from _battery()


def _display(data: DataFolder) -> Finding:
    if screen_here(environ):
        if data.screen.is_file():
            return Finding("screen", "there is one, and its millimetres were measured with a card")
        return Finding("screen", "there is one; measure it once with a bank card: event-kiosk --calibrate")
    return Finding("screen", "there is none here; residents need one", fine=False, lets_down=True)


def _fonts() -> Finding:
    import manimgx_fonts  # noqa: PLC0415 - only looked for

    from ui.painting.measure import FAMILIES  # noqa: PLC0415 - Qt, which may be what is missing

    folder = Path(manimgx_fonts.__file__).parent
    missing = [
        family for family in FAMILIES if not (folder / f"{family.replace(' ', '')}[wght].ttf").is_file()
    ]
    if missing:
        return Finding(
            "fonts", f"missing: {', '.join(missing)}. Install the program again.", fine=False, lets_down=True
        )
    return Finding("fonts", "every script is here")


def _voices() -> Finding:
    rough = [language.english for language in LANGUAGES.values() if standing(language.code) is Standing.ROUGH]
    return Finding("voices", f"every language is spoken; recordings would sound better in {', '.join(rough)}")


def _words() -> Finding:
    unchecked = [language.english for language in LANGUAGES.values() if not Words(language.code).checked]
    if unchecked:
        said = f"no speaker has checked {', '.join(unchecked)} yet; every page says so"
        return Finding("words", said, fine=False)
    return Finding("words", "each language was checked by a speaker")


def _words_of_the_event(data: DataFolder) -> Finding:
    """Of the event opened last, or else of the practice event: its own words and the program's together."""
    real = data.last_pack.is_file()
    what = "words, event" if real else "words, practice event"
    try:
        path = Path(data.last_pack.read_text("utf-8")) if real else practice_pack()
        pack = open_pack(path, data.packs if data.packs.is_dir() else None)
    except (KioskError, OSError) as fault:
        said = message(fault, Words("en")) if isinstance(fault, KioskError) else "cannot be read"
        return Finding(what, said, fine=False, lets_down=True)
    unchecked = [
        language_of(code).english for code in pack.event.languages if not Words(code, pack.own_words).checked
    ]
    if unchecked:
        said = f"no speaker has checked {', '.join(unchecked)} for it; name who did on its sheet texts"
        return Finding(what, said, fine=False)
    return Finding(what, "each of its languages was checked by a speaker")


def _sound() -> Finding:
    from kiosk.speech.sound.player import NoSoundError, Player  # noqa: PLC0415 - loads the sound system

    player = Player()
    try:
        player.open()
        return Finding("sound", "there is a way to be heard")
    except NoSoundError:
        pass
    finally:
        player.close()
    said = "no sound device; connect headphones or a speaker, or nothing can be read aloud"
    return Finding("sound", said, fine=False, lets_down=True)


def _microphone() -> Finding:
    from kiosk.recording.worker import microphone_here  # noqa: PLC0415 - loads the sound system

    if microphone_here():
        return Finding("microphone", "there is one; answers can be spoken")
    said = "there is none; answers can be typed, and not spoken"
    return Finding("microphone", said, fine=False)


def _clock() -> Finding:
    now = today(SystemClock())
    if now < EARLIEST:
        return Finding("clock", f"it says {now}; set the date", fine=False, lets_down=True)
    return Finding("clock", f"it says {now:%d %B %Y}; is that today?")


def _disk(data: DataFolder) -> Finding:
    free = free_bytes(data.root)
    if free < LEAST_FREE:
        said = f"only {free // 2**20} MB free; make room"
        return Finding("disk", said, fine=False, lets_down=True)
    return Finding("disk", f"{free // 2**30} GB free")


def _database(name: str, folder: DataFolder) -> Iterator[Finding]:
    try:
        open_store(folder).close()
        db = connect(folder.database)
        try:
            whole = db.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            break_at = first_break(db)
        finally:
            db.close()
    except KioskError as fault:
        yield Finding(name, message(fault, Words("en")), fine=False, lets_down=True)
        return
    except sqlite3.Error:
        whole, break_at = False, None
    if whole:
        yield Finding(name, "whole")
    else:
        yield Finding(name, "damaged; carry what is here to the office now", fine=False, lets_down=True)
    if break_at is None:
        yield Finding(f"{name}, audit", "unbroken")
    else:
        yield Finding(
            f"{name}, audit", f"changed by another hand from line {break_at} on; tell staff", fine=False
        )


def _battery() -> Iterator[Finding]:
    level = battery()
    if level is None:
        return
    if level < LOW_BATTERY:
        said = f"{level} %; charge it before the stall opens"
        yield Finding("battery", said, fine=False, lets_down=True)
    else:
        yield Finding("battery", f"{level} %")
