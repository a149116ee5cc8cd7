"""The team at a stall: at the door, at the desk, and with staff's passphrase."""

from dataclasses import replace

import pytest

from kiosk.storage.sealed.keyfile import Cost, keep_key, wrap
from kiosk.storage.sealed.keys import make_key
from kiosk.team.doors import PRACTICE_PIN
from kiosk.team.drives import Drive

PASSPHRASE = "river lamp garden copper"
QUICK = Cost(64, 1, 1)


class FakeDrives:
    """Sticks that a test plugs in and pulls out. `mount` makes their folder."""

    def __init__(self, folder):
        self.folder = folder
        self.here = []
        self.stuck = False
        self.calls = []

    def plug(self, name, **facts):
        root = self.folder / name
        root.mkdir(parents=True, exist_ok=True)
        usual = {"size": 8 * 10**9, "free": 7 * 10**9, "root": root}
        self.here.append(Drive(f"/dev/{name}", name, **{**usual, **facts}))
        return root

    def pull(self, name):
        self.here = [drive for drive in self.here if drive.name != name]

    def now(self):
        return tuple(self.here)

    def mount(self, drive):
        self.calls.append(("mount", drive.name))
        return drive.root or self.folder / drive.name

    def let_go(self, drive):
        self.calls.append(("let go", drive.name))
        return not self.stuck


@pytest.fixture
def drives(tmp_path):
    return FakeDrives(tmp_path / "drives")


@pytest.fixture
def real_pack(pack, office):
    """The practice event's forms and words, as an event of its own with an office key."""
    return replace(
        pack, practice=False, event=replace(pack.event, id="real2027", office_key=office.public.text)
    )


@pytest.fixture
def knock():
    """Opens the team's door with the keys of the screen, as a volunteer would."""

    def in_at(stall, pin=PRACTICE_PIN, touches=3):
        corner = stall.control(f"{stall.model.barTitle}. For the team").rect.center()
        for _ in range(touches):
            stall.screen.tap(corner)
        if pin:
            stall.press("PIN", *pin, "Done")
        return stall

    return in_at


@pytest.fixture
def desk(stall, knock):
    """A stall of the practice event, with a volunteer at its desk."""
    return knock(stall)


@pytest.fixture
def real_desk(make_stall, real_pack, knock, drives):
    """A stall of a real event: PIN 7193, and the office's key beside it, quick to open."""
    secret = make_key()
    stall = make_stall(
        replace(real_pack, event=replace(real_pack.event, office_key=secret.public.text)), to=secret
    )
    keep_key(stall.data, wrap(secret, PASSPHRASE, QUICK))
    knock(stall, None)
    stall.press("PIN", *"7193", "Done", "PIN", *"7193", "Done")
    return stall


@pytest.fixture
def with_drives(drives):
    """Gives a desk the sticks of the test."""

    def give(stall):
        for section in stall.model.team.made.values():
            for name in ("_drives", "drives"):
                if hasattr(section.model, name):
                    setattr(section.model, name, drives)
            if hasattr(section.model, "sticks"):
                section.model.sticks.show(drives)
        return stall

    return give


@pytest.fixture
def finished():
    """Waits for the job that runs, and lets the window hear of it."""

    def wait(stall):
        jobs = stall.model.team.room.jobs
        while jobs.job:
            jobs.job.wait()
            stall.screen.settle()

    return wait


@pytest.fixture
def office_desk(real_desk, finished):
    """The same stall with staff at its desk: the office is open."""
    real_desk.press("This tablet", "Office, for staff")
    real_desk.model.team.leaf.model.write("passphrase", PASSPHRASE)
    real_desk.press("Open")
    finished(real_desk)
    return real_desk
