"""Mounting, letting go and the lid, on a message bus of the test's own."""

import shutil
import subprocess
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusVariant, QDBusVirtualObject

from kiosk.errors import ErrorCode, KioskError
from kiosk.team.drives import Drive
from ui.session.drives import SERVICE, Drives
from ui.session.sleep import PATH, SleepWatch
from ui.session.sleep import SERVICE as LOGIND

STICK = Drive("/dev/sdz1", "BLUE", 8 * 10**9)
MOST_TURNS = 2_000_000


class FakeDisks(QDBusVirtualObject):
    """Answers as UDisks2 does for its file systems."""

    def __init__(self):
        super().__init__()
        self.asked = []
        self.busy = False

    def introspect(self, _path):
        return ""

    def handleMessage(self, message, connection):
        self.asked.append((message.path(), message.interface(), message.member()))
        if self.busy:
            reply = message.createErrorReply("org.freedesktop.UDisks2.Error.DeviceBusy", "busy")
        else:
            reply = message.createReply()
            if message.member() == "Mount":
                reply.setArguments(["/run/media/team/BLUE"])
        return connection.send(reply)


@pytest.fixture
def bus(qapp):
    """The address of a bus that nobody else uses."""
    if not shutil.which("dbus-daemon"):
        pytest.skip("there is no dbus-daemon here")
    words = ["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def system(bus):
    there = QDBusConnection.connectToBus(bus, "system-side")
    yield there
    QDBusConnection.disconnectFromBus("system-side")


@pytest.fixture
def disks(system):
    made = FakeDisks()
    assert system.registerService(SERVICE)
    way = QDBusConnection.VirtualObjectRegisterOption.SubPath
    assert system.registerVirtualObject("/org/freedesktop/UDisks2", made, way)
    return made


def beside(work):
    """Do `work` as a job does, while the event loop turns; what came of it."""
    came = []

    def run():
        try:
            came.append(work())
        except KioskError as fault:
            came.append(fault)

    thread = threading.Thread(target=run)
    thread.start()
    while thread.is_alive():
        QCoreApplication.processEvents()
    return came[0]


def test_what_nobody_mounted_is_mounted(bus, disks):
    assert beside(lambda: Drives(bus).mount(STICK)) == Path("/run/media/team/BLUE")
    path, interface, method = disks.asked[0]
    assert path == "/org/freedesktop/UDisks2/block_devices/sdz1"
    assert interface == "org.freedesktop.UDisks2.Filesystem"
    assert method == "Mount"


def test_what_is_mounted_is_not_asked_for(bus, disks, tmp_path):
    drive = Drive("/dev/sdz1", "BLUE", 1, root=tmp_path)
    assert Drives(bus).mount(drive) == tmp_path
    assert disks.asked == []


def test_it_is_let_go(bus, disks):
    assert beside(lambda: Drives(bus).let_go(STICK)) is True
    assert disks.asked[0][2] == "Unmount"


@pytest.mark.parametrize("method", ["mount", "let_go"])
def test_a_stick_in_use_is_told(bus, disks, method):
    disks.busy = True
    fault = beside(lambda: getattr(Drives(bus), method)(STICK))
    assert fault.code is ErrorCode.DRIVE_STUCK
    assert fault.facts == {"name": "BLUE"}


def test_where_there_is_no_such_service_nothing_is_unmounted_and_mounting_is_told(bus):
    assert beside(lambda: Drives(bus).let_go(STICK)) is False
    assert beside(lambda: Drives(bus).mount(STICK)).code is ErrorCode.DRIVE_STUCK


def test_the_drives_of_this_machine_can_be_listed():
    assert all(drive.size for drive in Drives().now())


class FakeLogind(QDBusVirtualObject):
    """Answers for the lid and for the sleep that is coming."""

    def __init__(self):
        super().__init__()
        self.says = {"LidClosed": False, "PreparingForSleep": False}

    def introspect(self, _path):
        return ""

    def handleMessage(self, message, connection):
        reply = message.createReply()
        reply.setArguments([QDBusVariant(self.says[message.arguments()[1]])])
        return connection.send(reply)


@pytest.fixture
def logind(system):
    made = FakeLogind()
    assert system.registerService(LOGIND)
    way = QDBusConnection.VirtualObjectRegisterOption.SubPath
    assert system.registerVirtualObject(PATH, made, way)
    return made


def answered(watch):
    """What a second look says, once the first one's questions are answered."""
    watch.look()
    for _ in range(MOST_TURNS):
        QCoreApplication.processEvents()
        if all(asked.isFinished() for asked in watch._asked):
            break
    return watch.look()


@pytest.mark.parametrize("what", ["LidClosed", "PreparingForSleep"])
def test_logind_says_that_the_lid_is_closed_or_a_sleep_comes(bus, logind, what):
    watch = SleepWatch(bus)
    assert not answered(watch)
    logind.says[what] = True
    assert answered(watch)
    QDBusConnection.disconnectFromBus("lid")


def test_without_logind_nothing_is_known(bus):
    assert not answered(SleepWatch(bus))
    QDBusConnection.disconnectFromBus("lid")
