"""Touches that nobody makes: rain on the glass, a bag on it, or a panel that has gone mad."""

from collections import deque

WINDOW = 3.0  # seconds that are looked over
MOST = 30  # touches in them: more than two quick hands make
CALM = 5.0  # seconds without a touch, after which the glass is taken to be dry


class Storm:
    """Counts touches as they come down, on a monotonic clock in seconds."""

    def __init__(self) -> None:
        self._touches: deque[float] = deque()
        self._last = float("-inf")

    def touch(self, now: float, fingers: int = 1) -> bool:
        """So many came down at once; whether that makes a storm."""
        self._touches.extend([now] * fingers)
        self._last = now
        while self._touches and now - self._touches[0] > WINDOW:
            self._touches.popleft()
        return len(self._touches) > MOST

    def calm(self, now: float) -> bool:
        """Whether nothing has touched the glass for a while."""
        return now - self._last >= CALM
