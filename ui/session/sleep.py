"""When the machine is about to sleep, as its lid closes: logind says so, where there is one."""

from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Slot

SERVICE = "org.freedesktop.login1"
PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"


class SleepWatch(QObject):
    """Calls `slept` before a sleep. Without logind it never does: the doors look at the clocks instead."""

    def __init__(self, slept: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slept = slept

    def listen(self, bus: str | None = None) -> bool:
        """Whether somebody will tell. `bus` is the address of a message bus, for tests."""
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - once the team has come

        there = QDBusConnection.connectToBus(bus, "sleep") if bus else QDBusConnection.systemBus()
        slot = SLOT("prepare(bool)")  # a str, which is what PySide takes, whatever its stubs say
        return there.isConnected() and bool(
            there.connect(SERVICE, PATH, MANAGER, "PrepareForSleep", self, slot)  # type: ignore[call-overload]
        )

    @Slot(bool)
    def prepare(self, starting: bool) -> None:
        if starting:
            self._slept()
