"""What residents see when something fails: a full disk, a locked folder, a bug. Nothing is lost unsaid."""

import sys

import pytest
from PySide6.QtCore import QTimer, qWarning

import ui.behind.keeping
from kiosk import journal
from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.speech.silent import SilentSpeaker
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import save, sealed_records
from ui.app import Surroundings, run

SECRET_WORDS = "Zqxwv Kjhgf"


@pytest.fixture
def disk(monkeypatch):
    """A disk that is full until it is told otherwise."""

    class Disk:
        full = True

        def save(self, store, *what):
            if self.full:
                raise KioskError(ErrorCode.DISK_FULL, path=store.folder.root)
            save(store, *what)

    disk = Disk()
    monkeypatch.setattr(ui.behind.keeping, "save", disk.save)
    return disk


def test_a_full_disk_is_told_and_the_answers_stay(stall, disk):
    stall.press("How was today?", "Start", "Good")
    assert stall.heading == "Sorry, it is not saved yet"
    assert stall.sees("Your answers are still here.")
    assert stall.sees("This tablet has no room left.")
    told = " ".join(stall.everywhere())
    assert str(stall.kiosk.data.root) not in told
    assert stall.kiosk.data.root.name not in told
    assert stall.saved() == []
    record = stall.model.at.visit.record_id
    stall.press("Try again")
    assert stall.heading == "Sorry, it is not saved yet"
    disk.full = False
    stall.press("Try again")
    assert stall.heading == "Thank you. It is saved."
    (kept,) = stall.saved()
    assert kept.id == record
    assert kept.answers["/data/feeling"] == "good"


def test_a_save_that_landed_but_was_not_told_so_is_kept_once(stall, monkeypatch):
    told = []

    def lands(store, *what):
        save(store, *what)
        if not told:
            told.append(True)
            raise KioskError(ErrorCode.SAVE_FAILED, reason="odd")

    monkeypatch.setattr(ui.behind.keeping, "save", lands)
    stall.press("How was today?", "Start", "Good", "Try again")
    assert stall.page == "thanks"
    assert len(stall.saved()) == 1


def test_help_and_another_language_are_still_there_when_it_will_not_save(stall, disk):
    stall.press("How was today?", "Start", "Good", "Help", "Back")
    assert stall.heading == "Sorry, it is not saved yet"
    stall.press("Language", "Polish Polski", "Gotowe")
    words = stall.model.words()
    assert stall.heading == words("Sorry, it is not saved yet")
    disk.full = False
    stall.press(words("Try again"))
    assert stall.page == "thanks"


def test_answers_that_cannot_be_saved_can_be_cleared(stall, disk):
    stall.press("How was today?", "Start", "Good", "Clear my answers")
    assert stall.heading == "Start again?"
    stall.press("No, go back")
    assert stall.heading == "Sorry, it is not saved yet"
    stall.press("Clear my answers", "Yes, clear it")
    assert stall.page == "welcome"
    assert stall.saved() == []


def test_a_folder_that_another_program_holds(stall):
    other = open_store(stall.data.made())
    stall.press("How was today?", "Start", "Good")
    assert stall.heading == "Sorry, it is not saved yet"
    other.close()
    stall.press("Try again")
    assert stall.page == "thanks"
    assert len(stall.saved()) == 1


# --- bugs


IN_PRODUCTION_UNSEEN = pytest.mark.qt_log_ignore(SECRET_WORDS)  # see the last test


@pytest.fixture
def bug(monkeypatch, stall):
    """Whatever is saved next runs into a bug whose words hold what a resident typed."""
    monkeypatch.setattr(sys, "excepthook", stall.kiosk.recover)
    journal.open_journal(stall.data.journal)

    def broken(*_what):
        raise ValueError(SECRET_WORDS)

    monkeypatch.setattr(ui.behind.keeping, "save", broken)


@IN_PRODUCTION_UNSEEN
def test_a_bug_ends_the_visit_on_a_calm_page(stall, bug):
    stall.press("How was today?", "Start", "Good")
    assert stall.heading == "Sorry, something went wrong"
    assert stall.model.at.visit is None
    stall.press("Back to the start")
    assert stall.page == "welcome"


@IN_PRODUCTION_UNSEEN
def test_the_journal_knows_where_the_bug_was_and_not_what_was_typed(stall, bug):
    stall.press("How was today?", "Start", "Good")
    written = stall.data.journal.read_text("utf-8")
    assert "ValueError" in written
    assert "test_failures.py" in written
    assert SECRET_WORDS not in written


@IN_PRODUCTION_UNSEEN
def test_a_bug_while_nobody_comes_back_clears_itself(stall, bug):
    stall.press("Look", "Largest", "Done", "How was today?", "Start", "Good")
    stall.wait(150)
    stall.wait(40)
    assert stall.page == "welcome"
    assert stall.kiosk.look.pristine


# --- the program itself


@pytest.fixture
def around():
    clock = FakeClock()
    return Surroundings(clock=clock, open_voice=lambda tell: SilentSpeaker(clock=clock), size=(1280, 800))


def test_a_locked_folder_ends_the_program_with_what_to_tell(qapp, pack, tmp_path, around):
    folder = DataFolder(tmp_path / "data")
    with open_store(folder.made()), pytest.raises(KioskError) as told:
        run(pack, folder, around)
    assert told.value.code is ErrorCode.DATA_LOCKED


def test_the_program_opens_storage_by_itself_and_never_tells_what_was_typed(
    qapp, pack, tmp_path, around, capfd
):
    folder = DataFolder(tmp_path / "data")
    hook = sys.excepthook

    def look() -> None:
        if folder.database.is_file():
            looks.stop()
            qWarning(SECRET_WORDS)  # as QML does with the words of an exception
            qapp.quit()

    looks = QTimer(interval=1)
    looks.timeout.connect(look)
    looks.start()
    assert run(pack, folder, around) == 0
    assert sys.excepthook is hook
    assert SECRET_WORDS not in "".join(capfd.readouterr())
    written = folder.journal.read_text("utf-8")
    assert "QtWarningMsg" in written
    assert SECRET_WORDS not in written
    with open_store(folder) as store:
        assert list(sealed_records(store)) == []
