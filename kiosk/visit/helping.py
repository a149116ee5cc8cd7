"""Helper mode: somebody of the team reads or types for the next resident, until that visit ends."""

from kiosk.visit.idle import IdleWatch


class Helping:
    """Whether somebody helps just now. The team starts it; the visit's end ends it, and so does a long wait.

    A visit that begins meanwhile is `assisted`: its answers are read back before they are saved.
    """

    def __init__(self, watch: IdleWatch) -> None:
        self._watch = watch
        self.on = False
        self.paper = False  # what is typed comes from a paper form

    def start(self, *, paper: bool = False) -> None:
        """From now until the next visit is over."""
        self.paper = paper
        self._set(True)

    def end(self) -> None:
        """The visit is over, or nobody came."""
        self.paper = False
        self._set(False)

    def _set(self, on: bool) -> None:
        self.on = on
        self._watch.help(on)
