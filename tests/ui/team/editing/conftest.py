"""Staff in the event editor, with a copy of the tablet's event open."""

import pytest

from kiosk.pack.editing.book import read_book
from kiosk.pack.editing.event import EventBook


@pytest.fixture
def editor(office_desk):
    """The editor, with nothing open yet."""
    office_desk.press("The event")
    return office_desk


@pytest.fixture
def with_draft(editor, finished):
    """The editor with a copy of the tablet's event open, called "mine"."""
    editor.press("A copy of this tablet's event")
    editor.model.team.leaf.model.write("name", "mine")
    editor.press("Continue")
    finished(editor)
    return editor


@pytest.fixture
def model(with_draft):
    """The editor's view-model."""
    return with_draft.model.team.made["event"].model


@pytest.fixture
def press(with_draft, finished):
    """Presses, each followed by whatever work it begins."""

    def one_by_one(*names):
        for name in names:
            with_draft.press(name)
            finished(with_draft)
        return with_draft

    return one_by_one


@pytest.fixture
def written(model):
    """What event.xlsx of the draft says now."""
    return lambda: EventBook(read_book(model.draft.event_file))
