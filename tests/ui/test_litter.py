"""What Python throws away is destroyed on the thread of the window alone, between two of its events."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from kiosk.paths import DataFolder
from ui.app import Kiosk, Surroundings
from ui.session.litter import Litter


@pytest.fixture
def litter(qapp):
    gc.collect()
    made = Litter()
    yield made
    made.close()


def circle(ends):
    """An object of Qt that only the collector can find; `ends` gets the thread on which it goes."""
    thing = QObject()
    thing.itself = thing
    weakref.finalize(thing, lambda: ends.append(threading.current_thread()))


def test_a_job_on_its_own_thread_destroys_nothing_of_the_windows(litter):
    ends, kept = [], []
    circle(ends)
    job = threading.Thread(target=lambda: kept.extend([] for _ in range(200_000)))
    job.start()
    job.join()
    assert ends == []
    litter.look()
    assert ends == [threading.main_thread()]


def test_what_is_old_is_looked_through_now_and_then(litter, monkeypatch):
    looked = []
    monkeypatch.setattr(gc, "collect", looked.append)
    for count in ((3, 0, 0), (9000, 0, 0), (9000, 11, 3), (9000, 11, 11), (0, 0, 11)):
        monkeypatch.setattr(gc, "get_count", lambda count=count: count)
        litter.look()
    assert looked == [0, 1, 2, 2]


def test_it_is_so_while_a_kiosk_is_open(qapp, pack, tmp_path):
    assert gc.isenabled()
    kiosk = Kiosk(pack, DataFolder(tmp_path), Surroundings(size=(1280, 800)))
    assert not gc.isenabled()
    kiosk.close()
    assert gc.isenabled()
