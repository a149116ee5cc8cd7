"""Spoken answers as WAV files beside the tables; in a cell, a spoken answer is the name of its file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exports.sheets.files import file_name
from exports.sheets.whole import replacing
from kiosk.recording.sound import UnreadableError, as_wav
from kiosk.storage.kept.records import AnswerSet

UNREADABLE = "(a recording that cannot be read)"


@dataclass(frozen=True)
class Named:
    """Answers whose spoken ones are file names, the files that were written, and the records of which one
    could not be.
    """

    answer_sets: tuple[AnswerSet, ...]
    files: tuple[Path, ...] = ()
    unheard: tuple[str, ...] = ()


def write_recordings(answer_sets: Sequence[AnswerSet], folder: Path) -> Named:
    """Write every recording of `answer_sets` into `folder`, as ACTIVITY-RECORD-QUESTION.wav."""
    named: list[AnswerSet] = []
    files: list[Path] = []
    unheard: list[str] = []
    for answers in answer_sets:
        said = dict(answers.answers)
        for path, sound in answers.recordings.items():
            target = folder / f"{file_name(answers.activity)}-{answers.id}-{_place(path)}.wav"
            try:
                wav = as_wav(sound)
            except UnreadableError:
                unheard.append(answers.id)
                said[path] = UNREADABLE
                continue
            folder.mkdir(parents=True, exist_ok=True)
            with replacing(target) as part:
                part.write_bytes(wav)
            files.append(target)
            said[path] = f"{folder.name}/{target.name}"
        named.append(replace(answers, answers=said) if answers.recordings else answers)
    return Named(tuple(named), tuple(files), tuple(unheard))


def _place(path: str) -> str:
    """`/data/member[2]/why` as `member-2-why`."""
    return file_name(re.sub(r"\[(\d+)\]", r"-\1", path.strip("/").partition("/")[2]).replace("/", "-"))
