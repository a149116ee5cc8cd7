"""The lines of JSON between the kiosk and its speech worker."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Ask(StrEnum):
    """What the kiosk asks of the worker."""

    SPEAK = "speak"  # a Job
    STOP = "stop"
    VOLUME = "volume"  # gain
    RENDER = "render"  # a Job; answered without playing
    PROBE = "probe"  # is there a sound device?


class Tell(StrEnum):
    """What the worker tells."""

    READY = "ready"
    TAKEN = "taken"  # id: a job was read
    STARTED = "started"  # id: its first sound has left
    WORD = "word"  # id, start, length
    ALIVE = "alive"  # id: still speaking
    FINISHED = "finished"  # id, completed
    FAILED = "failed"  # id, code
    STOPPED = "stopped"  # silence
    RENDERED = "rendered"  # id, pcm (base64), marks
    PROBED = "probed"  # sound: the backend's name, or ""


@dataclass(frozen=True)
class Job:
    """One utterance. `voice` is empty where only the `clip` can be heard."""

    id: int
    text: str
    voice: str
    rate: int
    clip: str = ""


def line(what: Ask | Tell, **facts: Any) -> bytes:
    """One message, ASCII, with its line end."""
    return json.dumps({"is": what, **facts}).encode("ascii") + b"\n"


def job_line(what: Ask, job: Job) -> bytes:
    return line(what, **asdict(job))


def read_line(raw: bytes) -> dict[str, Any]:
    """The facts of one message; ValueError if it is not one."""
    facts = json.loads(raw)
    if not isinstance(facts, dict) or "is" not in facts:
        raise ValueError("not a message")
    return facts


def job_of(facts: dict[str, Any]) -> Job:
    return Job(facts["id"], facts["text"], facts["voice"], facts["rate"], facts["clip"])
