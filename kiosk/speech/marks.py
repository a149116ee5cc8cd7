"""Read-along marks: what the engine says of positions, snapped to the words a person sees."""

import bisect
import re
import unicodedata

from kiosk.speech.model import Mark

_SAID = "&@#%"  # punctuation that is spoken as a word
_RUN = re.compile(r"\S+")


class Marker:
    """Turns the engine's marks for one text into marks on its words, each word once, never backwards.

    The engine's starts can be trusted to lie in the right run of signs; its lengths cannot (beside curly
    quotes and in numbers they are wrong), and one number may be several marks.
    """

    def __init__(self, text: str) -> None:
        self._words = [word for run in _RUN.finditer(text) if (word := _word(run.start(), run.group()))]
        self._starts = [run_start for run_start, _, _ in self._words]
        self._last = -1

    def snap(self, position: int, at: int) -> Mark | None:
        """The mark for the word at `position` (code points), heard at `at` ms; None if it has one."""
        index = bisect.bisect_right(self._starts, position) - 1
        if index <= self._last:
            return None
        self._last = index
        _, start, length = self._words[index]
        return Mark(start, length, at)


def _word(run_start: int, run: str) -> tuple[int, int, int] | None:
    """Where the run begins, where its word begins without quotes and stops around it, and its length."""
    spoken = [
        place for place, sign in enumerate(run) if sign in _SAID or unicodedata.category(sign)[0] not in "PZC"
    ]
    if not spoken:
        return None
    return run_start, run_start + spoken[0], spoken[-1] - spoken[0] + 1
