"""QML's qsTr is answered from the catalogue of the language shown."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.words import Words
from ui.translator import KioskTranslator

SOURCE = """
import QtQml
QtObject {
    property string said: qsTr("Back")
    property string odd: qsTr("never translated")
}
"""


@pytest.fixture
def translator(qapp: QCoreApplication) -> Iterator[KioskTranslator]:
    translator = KioskTranslator(Words("pl"))
    assert qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def test_qml_speaks_the_language_and_changes_with_it(translator: KioskTranslator) -> None:
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(SOURCE.encode(), QUrl.fromLocalFile("/words.qml"))
    page = component.create()
    assert page.property("said") == Words("pl")("Back") != "Back"
    translator.words = Words("ur")
    engine.retranslate()
    assert page.property("said") == Words("ur")("Back") != Words("pl")("Back")
    assert page.property("odd") == "never translated"
    translator.words = Words("en")
    engine.retranslate()
    assert page.property("said") == "Back"
    page.deleteLater()
