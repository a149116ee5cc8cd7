"""The drives of this machine: seen through Qt; mounted and let go by UDisks2 where no desktop does it."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo

from kiosk.errors import ErrorCode, KioskError
from kiosk.team.drives import Drive, Volume, drives

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage, QDBusPendingCall

SERVICE = "org.freedesktop.UDisks2"
BLOCK = "/org/freedesktop/UDisks2/block_devices/"
FILESYSTEM = "org.freedesktop.UDisks2.Filesystem"
PATIENCE = 30_000  # ms: a large stick takes its time
LOOK = 0.02  # s between two looks for an answer


class Drives:
    """What is plugged in now; `mount` and `let_go` may take seconds, so they are work for a job.

    `bus` is the address of a message bus, for tests; None is the system's.
    """

    def __init__(self, bus: str | None = None) -> None:
        self._bus = bus

    def now(self) -> tuple[Drive, ...]:
        """Every stick and card, mounted or not."""
        return drives(_volumes())

    def mount(self, drive: Drive) -> Path:
        """Where it is mounted, now at the latest. KioskError(DRIVE_STUCK)."""
        if drive.root is not None:
            return drive.root
        answer = self._call(drive, "Mount")
        if not answer:
            raise KioskError(ErrorCode.DRIVE_STUCK, name=drive.name)
        return Path(answer)

    def let_go(self, drive: Drive) -> bool:
        """Unmount it, so that it can be taken out; False where this system has no UDisks2.

        Everything on it is durable already. KioskError(DRIVE_STUCK): somebody else uses it.
        """
        if sys.platform != "linux" or not drive.device:
            return False
        return self._call(drive, "Unmount", needed=False) is not None

    def _call(self, drive: Drive, method: str, *, needed: bool = True) -> str | None:
        """UDisks2's answer; None where there is no UDisks2 and it is not `needed`."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415 - only with a stick

        name = f"event-kiosk-{os.getpid()}-{id(self)}-{method}"
        kind = QDBusConnection.BusType.SystemBus
        bus = QDBusConnection.connectToBus(self._bus, name) if self._bus else QDBusConnection.systemBus()
        try:
            if not bus.isConnected():
                bus = QDBusConnection.connectToBus(kind, name)
            call = QDBusMessage.createMethodCall(
                SERVICE, BLOCK + Path(os.path.realpath(drive.device)).name, FILESYSTEM, method
            )
            call.setArguments([{}])
            reply = _waited_for(bus.asyncCall(call, PATIENCE))
            absent = reply.errorName().endswith(("ServiceUnknown", "Disconnected", "NameHasNoOwner"))
            if reply.type() != QDBusMessage.MessageType.ReplyMessage:
                if absent and not needed:
                    return None
                raise KioskError(ErrorCode.DRIVE_STUCK, name=drive.name)
            return str((reply.arguments() or [""])[0])
        finally:
            with contextlib.suppress(RuntimeError):
                QDBusConnection.disconnectFromBus(name)


def _waited_for(asked: QDBusPendingCall) -> QDBusMessage:
    """The answer. A blocking call would keep the interpreter, and with it the window, from going on."""
    while not asked.isFinished():
        time.sleep(LOOK)
    return asked.reply()


def _volumes() -> Iterator[Volume]:
    for info in QStorageInfo.mountedVolumes():
        if info.isValid() and info.isReady():
            device = info.device().toStdString() if hasattr(info.device(), "toStdString") else ""
            device = device or bytes(info.device().data()).decode("utf-8", "replace")
            yield Volume(
                Path(info.rootPath()),
                device,
                info.name() or info.displayName(),
                info.bytesTotal(),
                info.bytesAvailable(),
                info.isReadOnly(),
            )
