"""The word that is heard is underlined on the page, and nothing else ever (SPEECH.md)."""

from PySide6.QtCore import Qt

OFTEN = "How often do you go to a park now?"


def marked(stall):
    """The word that is underlined, if any is."""
    texts = [
        item for item in walk(stall.kiosk.window.contentItem()) if (item.property("markStart") or 0) >= 0
    ]
    found = [item for item in texts if item.property("markStart") is not None and item.isVisible()]
    return [
        item.property("text")[item.property("markStart") :][: item.property("markLength")] for item in found
    ]


def walk(item):
    for child in item.childItems():
        yield child
        yield from walk(child)


def test_the_word_that_is_heard_is_marked_on_the_page(asked):
    page = asked.voice.log[-1].text
    for word in ("often", "park", "press"):
        asked.voice.word(page.index(word), len(word))
        asked.screen.settle()
        assert marked(asked) == ([word] if word in OFTEN else [])
    asked.voice.word(page.index("often"), 5)
    asked.screen.settle()
    asked.voice.finish()
    asked.screen.settle()
    assert marked(asked) == []


def test_a_mark_is_gone_with_any_key_and_with_the_page(asked):
    page = asked.voice.log[-1].text
    for away in (lambda: asked.key(Qt.Key.Key_Shift), lambda: asked.press("Continue")):
        asked.voice.word(page.index("often"), 5) if asked.voice.speaking else asked.kiosk.narrator.again()
        asked.screen.settle()
        away()
        assert marked(asked) == []


def test_what_an_older_utterance_tells_marks_nothing(asked):
    narrator = asked.kiosk.narrator
    narrator.heard.emit(99, asked.voice.log[-1].text.index("often"), 5)
    asked.screen.settle()
    assert marked(asked) == []
