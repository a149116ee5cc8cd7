"""Answers QML's qsTr from the same catalogue as all other words."""

from PySide6.QtCore import QObject, QTranslator

from kiosk.words import Words


class KioskTranslator(QTranslator):
    """A translator of one language at a time; QML's context is ignored, for there is one flat catalogue.

    After `words` is set to another language, `engine.retranslate()` shows it.
    """

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words

    def isEmpty(self) -> bool:
        """Never: an empty translator is not asked."""
        return False

    def translate(
        self, _context: str, text: str, _disambiguation: str | None = None, _count: int = -1
    ) -> str:
        """The words for `text`, or `text` itself, so that nothing is ever blank."""
        return self.words(text)
