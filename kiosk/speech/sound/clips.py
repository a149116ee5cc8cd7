"""Recorded clips of a pack: decoded to the kiosk's own sound, at the pace that was asked for."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.speech.model import SAMPLE_RATE
from kiosk.speech.sound.audio import miniaudio
from kiosk.speech.sound.stretch import stretch


class ClipUnreadableError(Exception):
    """The recording is missing, or not a WAV, FLAC, MP3 or Ogg Vorbis file."""


def read_clip(path: Path, rate: int) -> Iterator[bytes]:
    """The recording as one channel of s16 at SAMPLE_RATE, `rate` per cent of its pace at its own pitch.

    It comes piece by piece; ClipUnreadableError comes at once.
    """
    try:
        recorded = path.read_bytes()
        sound = miniaudio.decode(recorded, nchannels=1, sample_rate=SAMPLE_RATE)
    except (OSError, miniaudio.MiniaudioError) as fault:
        raise ClipUnreadableError(path.name) from fault
    return (piece.tobytes() for piece in stretch(sound.samples, rate))
