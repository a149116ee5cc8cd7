"""Files dropped on the window: taken at the page that brings them in, and nowhere else."""

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication

from ui.session.guard import Guard, files_taken_by


def drop(stall, *paths):
    """Whether the window took what was dropped on its middle."""
    window = stall.kiosk.window
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = QPoint(window.width() // 2, window.height() // 2)
    facts = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(at, *facts)
    enter.ignore()
    QCoreApplication.sendEvent(window, enter)
    let_fall = QDropEvent(QPointF(at), *facts)
    let_fall.ignore()
    QCoreApplication.sendEvent(window, let_fall)
    return let_fall.isAccepted()


@pytest.fixture
def guarded(caring):
    guard = Guard(caring.kiosk.window, files_taken_by(caring.model.team))
    yield caring
    guard.let_go()
    QGuiApplication.instance().removeEventFilter(guard)


def test_packs_are_dropped_on_the_page(guarded, tablet, tmp_path, finished):
    one = tablet("A").keep(2).carry(tmp_path / "one")
    two = tablet("B").keep(1).carry(tmp_path / "two", zipped=True)
    assert drop(guarded, one, two)
    finished(guarded)
    assert guarded.control("Tablet A")
    assert guarded.control("Tablet B")


def test_nothing_is_dropped_on_any_other_page_nor_by_a_resident(guarded, tablet, tmp_path):
    pack = tablet("A").keep(2).carry(tmp_path / "one")
    for name in ("Tablets and packs", "Team desk"):
        guarded.press(name)
        assert not drop(guarded, pack)
    guarded.press("Office", "Bring in")
    guarded.model.team.lock()
    guarded.screen.settle()
    assert not drop(guarded, pack)
    guarded.model.team.leave()
    guarded.screen.settle()
    assert not drop(guarded, pack)
    assert not guarded.model.team.room.jobs.busy
