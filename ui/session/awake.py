"""The screen stays on while the kiosk does: asked of the desktop over D-Bus, where one listens."""

from collections.abc import Callable

from PySide6.QtDBus import QDBusConnection, QDBusMessage

Send = Callable[[QDBusMessage], None]

# freedesktop.org's idle inhibition, which KDE, GNOME (by its proxy), Cinnamon, MATE and Xfce answer.
SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"


def stay_awake(send: Send | None = None) -> None:
    """Ask once. The desktop forgets it when this process ends; where nobody listens, nothing happens."""
    message = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "Inhibit")
    message.setArguments(["Event Kiosk", "A stall is open"])
    message.setAutoStartService(False)
    (send or _session_bus)(message)


def _session_bus(message: QDBusMessage) -> None:
    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        bus.asyncCall(message)
