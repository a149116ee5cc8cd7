"""What is said around a spoken answer: how it is done, what became of it, and what can be done with it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kiosk.recording.sound import Recording
from kiosk.visit.spoken import speakable
from kiosk.words import Words
from ui.viewmodels.visit.texts import help_now

if TYPE_CHECKING:
    from kiosk.visit.visit import Visit


class State(StrEnum):
    READY = "ready"
    OPENING = "opening"  # the microphone is asked for, and may not be there
    RECORDING = "recording"
    KEPT = "kept"
    PLAYING = "playing"
    FAILED = "failed"


TAKING = (State.OPENING, State.RECORDING)


def text_of(state: State, visit: Visit, words: Words, *, full: bool) -> str:
    """What the page says; `full` where the time was up before anybody pressed Stop."""
    match state:
        case State.OPENING:
            return words("One moment.")
        case State.RECORDING:
            return words("Speak now. Press Stop when you have finished.")
        case State.PLAYING:
            return words("This is what you said.")
        case State.KEPT if visit.recording:
            return _told(visit.recording, words, full=full)
        case _:
            return "\n".join(_how(visit, words))


def _how(visit: Visit, words: Words) -> list[str]:
    count = max(1, round(visit.spoken.left / 60))
    minutes = words.plural("You have {count} minute.", "You have {count} minutes.", count)
    return [
        words("Press Record and speak. Then press Stop. {minutes}", minutes=minutes),
        words("The kiosk says nothing while it records."),
        words("Your voice is kept with your answer. Staff listen to it. Please say no names."),
        help_now(words, visit.pack.event),
    ]


def _told(recording: Recording, words: Words, *, full: bool) -> str:
    length = length_of(recording, words)
    if recording.faint:
        return words("We heard almost nothing. Speak closer to the kiosk, or type instead.")
    if full:
        return words("Your time is over. What you said is recorded: {length}.", length=length)
    return words("Your answer is recorded: {length}.", length=length)


def main_of(state: State, words: Words) -> dict[str, str]:
    """The large button: it stays where it is while what it does changes."""
    match state:
        case State.OPENING | State.RECORDING | State.PLAYING:
            return {"name": words("Stop"), "icon": "stop", "kind": "stop"}
        case State.KEPT:
            return {"name": words("Hear your answer"), "icon": "play", "kind": "action"}
        case State.FAILED:
            return {"name": words("Try again"), "icon": "again", "kind": "plain"}
        case _:
            return {"name": words("Record"), "icon": "microphone", "kind": "action"}


def length_of(recording: Recording, words: Words) -> str:
    """How long it is, in words."""
    return words.plural("{count} second", "{count} seconds", max(1, round(recording.seconds)))


def minutes(seconds: float) -> str:
    """`1:05`."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def voice_acts(visit: Visit, words: Words) -> list[dict[str, Any]]:
    """What can be done on the question's page besides typing."""
    if not speakable(visit):
        return []
    if visit.recording is None:
        return [{"id": "speak", "label": words("Speak your answer"), "icon": "microphone"}]
    return [
        {"id": "speak", "label": words("Hear it, or record again"), "icon": "listen"},
        {"id": "clear", "label": words("Delete it, and type"), "icon": "keyboard"},
    ]
