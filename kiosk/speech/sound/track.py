"""One utterance as sound that grows while it is already playing."""

from kiosk.speech.model import BYTES_PER_FRAME, SAMPLE_RATE, Mark


class Track:
    """Sound and marks, added by the renderer and read by the player, in different threads.

    Appending to a bytearray and reading a slice are each one step for the interpreter.
    """

    def __init__(self) -> None:
        self.pcm = bytearray()
        self.marks: list[Mark] = []
        self.complete = False
        self.cancelled = False

    @property
    def frames(self) -> int:
        return len(self.pcm) // BYTES_PER_FRAME

    @property
    def seconds(self) -> float:
        return self.frames / SAMPLE_RATE

    def feed(self, pcm: bytes, marks: list[Mark]) -> bool:
        """Take a piece; False once nobody wants the rest."""
        self.pcm += pcm
        self.marks += marks
        return not self.cancelled

    def read(self, frame: int, count: int) -> bytes:
        """Up to `count` frames from `frame`; nothing where there are none yet."""
        return bytes(self.pcm[frame * BYTES_PER_FRAME : (frame + count) * BYTES_PER_FRAME])
