"""What several papers share: the head of an event, its promise, the notice, and boxes for the office."""

from datetime import date

from exports.pdf.flow import Part, Row, Stack
from exports.pdf.look import ACTION, CARD, EDGE, PAPER, QUIET
from exports.pdf.setting import Setting, box, lines
from exports.pdf.words import Span
from kiosk.coproduction.rungs import rung_meanings, rung_names
from kiosk.days import said_day
from kiosk.pack.model import Event, Promise, Text
from kiosk.words import Words


def said(text: Text, setting: Setting, event: Event) -> str:
    """Words of the pack in the document's language, or the event's own."""
    return text.say(setting.language, event.default_language)


def day_words(event: Event, words: Words) -> str:
    """The event's day as people say it; as it is written where it is no day."""
    try:
        return said_day(date.fromisoformat(event.date), words)
    except ValueError:
        return event.date


def promise_card(promise: Promise, setting: Setting, event: Event) -> Row:
    """The promise as the kiosk shows it before question 1."""
    name, meaning = (say(setting.words)[promise.rung] for say in (rung_names, rung_meanings))
    rows = [
        ("can-change", setting.words("What can change"), promise.can_change),
        ("cannot-change", setting.words("What cannot change"), promise.cannot_change),
        ("who-decides", setting.words("Who decides"), promise.who_decides),
        ("by-when", setting.words("By when"), promise.by_when),
    ]
    size = setting.sizes.body * 1.9
    parts: list[Part] = [
        setting.title(setting.words("What we promise about this"), 3),
        setting.text([Span(f"{name}. ", True, ACTION), Span(meaning)]),
    ]
    for icon, label, text in rows:
        if text:
            line = setting.labelled(label, said(text, setting, event), after=0)
            parts.append(setting.beside(setting.symbol(icon, size), [line], size))
    return setting.card(parts, PAPER, EDGE)


def office_use(setting: Setting) -> Row:
    """Boxes for whoever types a paper form in: reference, day, initials."""
    side = setting.sizes.body * 1.7
    words = setting.words
    # A reference reads from left to right in every language.
    groups = [Row([box(side) for _ in range(3)], (side,) * 3, gap=3) for _ in range(3)]
    reference = Row(groups, (3 * side + 6,) * 3, gap=12)
    small = setting.sizes.body

    def field_of(label: str) -> Stack:
        return Stack([setting.text(label, after=2), lines(1, small * 1.8)])

    cells: list[Part] = [field_of(words("Date")), field_of(words("Initials")), field_of(words("Tablet"))]
    parts: list[Part] = [
        setting.text(words("For office use"), bold=True, colour=QUIET),
        setting.text(words("Reference"), after=4),
        setting.at_start(reference, 9 * side + 42, setting.sizes.gap),
        Row(cells, (1,) * 3, rtl=setting.rtl),
    ]
    return setting.card(parts, CARD, EDGE)
