"""The lines of JSON between the kiosk and the process that records."""

import json
from enum import StrEnum
from typing import Any


class Ask(StrEnum):
    """The one job that a worker does."""

    RECORD = "record"  # most: seconds; bits: kbit/s
    PLAY = "play"  # sound (base64), gain


class Tell(StrEnum):
    """What it tells."""

    BEGUN = "begun"
    HEARD = "heard"  # sound (base64), seconds so far, level
    ALIVE = "alive"  # still playing
    ENDED = "ended"
    FAILED = "failed"  # there is no microphone, or no loudspeaker


def line(what: Ask | Tell, **facts: Any) -> bytes:
    """One message, ASCII, with its line end."""
    return json.dumps({"is": what, **facts}).encode("ascii") + b"\n"


def read_line(raw: bytes) -> dict[str, Any]:
    """The facts of one message; ValueError if it is not one."""
    facts = json.loads(raw)
    if not isinstance(facts, dict) or "is" not in facts:
        raise ValueError("not a message")
    return facts
