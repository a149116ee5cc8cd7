"""Whether the lid is closed or the machine about to sleep: logind is asked, where there is one.

It is asked, each second while the team is in, rather than listened to: a D-Bus signal to a slot in Python
crashed the program at its exit (seen with PySide 6.11).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCall

SERVICE = "org.freedesktop.login1"
PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
ASKED = ("LidClosed", "PreparingForSleep")
PATIENCE = 2000  # ms


class SleepWatch:
    """Without logind it knows nothing: the doors look at the clocks instead.

    `bus` is the address of a message bus, for tests; None is the system's.
    """

    def __init__(self, bus: str | None = None) -> None:
        self._address = bus
        self._bus: QDBusConnection | None = None
        self._asked: list[QDBusPendingCall] = []

    def look(self) -> bool:
        """Whether the last answers say so; and ask anew. Never waits."""
        if any(not asked.isFinished() for asked in self._asked):
            return False
        yes = any(_yes(asked) for asked in self._asked)
        self._asked = self._ask()
        return yes

    def _ask(self) -> list[QDBusPendingCall]:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415 - once the team has come

        if self._bus is None:
            address = self._address
            self._bus = (
                QDBusConnection.connectToBus(address, "lid") if address else QDBusConnection.systemBus()
            )
        if not self._bus.isConnected():
            return []
        asked = []
        for name in ASKED:
            call = QDBusMessage.createMethodCall(SERVICE, PATH, "org.freedesktop.DBus.Properties", "Get")
            call.setArguments([MANAGER, name])
            call.setAutoStartService(False)
            asked.append(self._bus.asyncCall(call, PATIENCE))
        return asked


def _yes(asked: QDBusPendingCall) -> bool:
    said = (asked.reply().arguments() or [False])[0]
    return (said.variant() if hasattr(said, "variant") else said) is True
