"""A finger, for tests of the whole window."""

import pytest
from PySide6.QtTest import QTest


@pytest.fixture(scope="session")
def touch_screen(qapp):
    return QTest.createTouchDevice()
