"""What the page of spoken clips says: the list, one text with its recorder, and the names for Excel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kiosk.pack.editing.clips.lines import Line, Place, State, progress
from kiosk.pack.editing.draft import Draft
from kiosk.words import Words, language_of
from ui.viewmodels.office.clips.take import Stage, Take
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet

FIRST, NAMES, LATER, EARLIER, EVENT = "first", "names", "later", "earlier", "event"
OF = "text:"
AT_ONCE = 8
LONGEST = 70  # signs of a text in the list


def no_event(words: Words) -> Sheet:
    return Sheet(
        words("Spoken clips"),
        words("First choose the event that you work on."),
        actions=[Action(EVENT, words("Choose an event"), "folder", "action")],
    )


def counted(done: int, of: int, language: str, words: Words) -> str:
    """How far it is."""
    name = language_of(language).english
    return words("{done} of {of} texts recorded in {language}", done=done, of=of, language=name)


def listed(lines: tuple[Line, ...], first: int, language: str, words: Words) -> Sheet:
    """Some of the texts, those that need somebody first."""
    states = {
        State.NONE: words("Not recorded yet"),
        State.CHANGED: words("The words changed since. Please record it again"),
        State.WAITING: words("Recorded. Its name is still to be written in Excel"),
        State.DONE: words("Recorded"),
    }
    done, of = progress(lines)
    acts = []
    if done < of:
        acts.append(Action(FIRST, words("Record the first one"), "microphone", "action"))
    if any(line.by_hand and line.state is State.WAITING for line in lines):
        acts.append(Action(NAMES, words("Names to write in Excel"), "paper"))
    if first + AT_ONCE < of:
        acts.append(Action(LATER, words("The texts after these"), "more"))
    if first:
        acts.append(Action(EARLIER, words("The texts before these"), "up"))
    return Sheet(
        words("Spoken clips"),
        counted(done, of, language, words),
        choices=[
            Choice(OF + line.words, _short(line.words), _note(line, states[line.state]), leads=True)
            for line in lines[first : first + AT_ONCE]
        ],
        actions=acts,
        back=True,
    )


def for_excel(lines: tuple[Line, ...], words: Words) -> Sheet:
    """Which name goes into which cell of a form that Excel keeps."""
    rows = [
        Row(_place(place), line.file, "look")
        for line in lines
        if line.state is State.WAITING
        for place in line.by_hand
    ]
    return Sheet(
        words("Names to write in Excel"),
        words(
            "These forms are Excel's. The recordings are in the folder media. Write each name into its cell."
        ),
        rows=rows,
        back=True,
    )


def one(line: Line, stage: Stage, words: Words, *, had: bool, made: bool) -> Sheet:
    """How the recording stands."""
    said: Mapping[Stage, str] = {
        Stage.OPENING: words("One moment."),
        Stage.RECORDING: words("Read it aloud now. Then press Stop."),
        Stage.PREPARING: words("One moment."),
        Stage.PLAYING: words("This is how it sounds."),
        Stage.MADE: words("Recorded. Listen to it, keep it, or record it again."),
        Stage.SILENT: words("Nothing was heard. Speak closer to the microphone, and record again."),
        Stage.NO_MICROPHONE: words("No microphone works here. Plug one in, then try again."),
        Stage.NO_SOUND: words("No loudspeaker works here. You can keep the recording all the same."),
    }
    if stage in said:
        return Sheet("", said[stage])
    if line.state is State.CHANGED:
        return Sheet("", words("The words changed since. Please record it again"))
    if had:
        return Sheet("", words("There is a recording. Listen to it, or record it again."))
    return Sheet("", words("Press Record, and read it aloud. The kiosk is silent meanwhile."))


def recorder(line: Line, take: Take, words: Words) -> dict[str, Any]:
    """What the recorder's own part of the page shows."""
    again = take.stage in (Stage.MADE, Stage.SILENT, Stage.NO_SOUND) or (
        take.stage is Stage.READY and take.had
    )
    return {
        "words": line.words,
        "main": _main(take, words),
        "again": bool(again and take.stage is not Stage.SILENT),
        "recording": take.stage is Stage.RECORDING,
        "tongue": line.language,
    }


def _main(take: Take, words: Words) -> dict[str, str]:
    """The large button: it stays where it is while what it does changes."""
    if take.busy:
        return {"name": words("Stop"), "icon": "stop", "kind": "stop"}
    if take.stage in (Stage.MADE, Stage.NO_SOUND) or (take.stage is Stage.READY and take.had):
        return {"name": words("Listen"), "icon": "play", "kind": "action"}
    if take.stage is Stage.NO_MICROPHONE:
        return {"name": words("Try again"), "icon": "again", "kind": "plain"}
    return {"name": words("Record"), "icon": "microphone", "kind": "action"}


def onward(words: Words, *, made: bool) -> str:
    """The button that leads on."""
    return words("Keep it, then the next") if made else words("The next text")


def named(line: Line) -> tuple[Place, ...]:
    """The line's places as they are once it is kept."""
    return tuple(replace(place, named=line.file) if place.ours else place for place in line.places)


def sound_of(line: Line, draft: Draft) -> bytes:
    """The recording that is there already; nothing where there is none, or it says words of before."""
    if line.state is State.CHANGED:
        return b""
    names = (line.file, *(place.named for place in line.places))
    paths = (draft.media / name for name in names if name)
    try:
        return next((path.read_bytes() for path in paths if path.is_file()), b"")
    except OSError:
        return b""


def _place(place: Place) -> str:
    row = str(place.row) if place.row else ""
    return " · ".join(filter(None, (place.file, place.sheet, row, place.column)))


def _note(line: Line, state: str) -> str:
    """What it says in English, and how it stands."""
    return state if line.language == "en" else f"{_short(line.english)} · {state}"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(" ", 1)[0] + " …"
