"""Slips and cards with a reference: eight on a page to cut up, or one on an 80 mm roll."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from exports.paper.fit import place
from exports.paper.parts import said
from exports.pdf.document import drawn
from exports.pdf.flow import Drawing, Part, Row, Stack, Words
from exports.pdf.look import A4, ACTION, EDGE, MM, QUIET
from exports.pdf.qr import qr
from exports.pdf.setting import Setting, box
from exports.pdf.sheet import Sheet
from kiosk.days import said_day
from kiosk.pack.model import Pack
from kiosk.storage.sealed.reference import grouped, parse

ACROSS, DOWN = 2, 4  # A7, lying
ROLL = 80 * MM
ROLL_MARGIN = 5 * MM
CODE = 36 * MM  # the side of a QR code: any phone reads it
CUT = 0.4  # points: where to cut


def slips(
    pack: Pack, references: Sequence[str], day: date, language: str = "en", *, roll: bool = False
) -> bytes:
    """A slip for each reference: eight on an A4 page, or each on a length of roll.

    KioskError(REFERENCE_WRONG) where one is not a reference.
    """
    known = [parse(reference) for reference in references]
    title = Setting(language).words("Your reference")
    if roll:
        return _roll(pack, known, day, language, title)
    faces = [_slip(pack, reference, day, Setting(language)) for reference in known]
    return _pages(faces, title, language)


def blank_cards(pack: Pack, language: str = "en") -> bytes:
    """A page of eight cards to write a reference on by hand."""
    setting = Setting(language)
    faces = [_blank(pack, setting) for _ in range(ACROSS * DOWN)]
    return _pages(faces, setting.words("Your reference"), language)


def _pages(faces: Sequence[Stack], title: str, language: str) -> bytes:
    wide, tall = A4[0] / ACROSS, A4[1] / DOWN
    margin = 6 * MM

    def paint(sheet: Sheet, on_page: Sequence[Stack]) -> None:
        for place_no, face in enumerate(on_page):
            down, across = divmod(place_no, ACROSS)
            x, top = across * wide, A4[1] - down * tall
            face.wrap(wide - 2 * margin, tall)
            place(face, sheet, x + margin, top - margin)
        for down in range(1, DOWN):
            sheet.rule(0, down * tall, A4[0], EDGE, CUT)
        sheet.box(wide - CUT / 2, 0, CUT, A4[1], EDGE)

    each = ACROSS * DOWN
    pages = [faces[start : start + each] for start in range(0, len(faces), each)]
    return drawn([partial(paint, on_page=page) for page in pages], title=title, language=language)


def _roll(pack: Pack, references: Sequence[str], day: date, language: str, title: str) -> bytes:
    """Each slip is as long as its words need; a printer cuts there."""
    setting = Setting(language)
    width = ROLL - 2 * ROLL_MARGIN
    faces = [_long(pack, reference, day, setting) for reference in references]
    tall = max(face.wrap(width, 1000)[1] for face in faces) + 2 * ROLL_MARGIN

    def paint(sheet: Sheet, face: Stack) -> None:
        place(face, sheet, ROLL_MARGIN, tall - ROLL_MARGIN)

    pages = [partial(paint, face=face) for face in faces]
    return drawn(pages, title=title, language=language, page=(ROLL, tall))


def sentence(pack: Pack, reference: str, day: date, setting: Setting) -> str:
    """What the QR code says, as on the screen: event, day, reference, whom to ask."""
    event, words = pack.event, setting.words
    return words(
        "{event}, {day}. Reference {reference}."
        " To see the reply, or to take out what you said, ask {organiser}.",
        event=said(event.title, setting, event),
        day=said_day(day, words),
        reference=grouped(reference),
        organiser=said(event.organiser, setting, event),
    )


def _code(pack: Pack, reference: str, day: date, setting: Setting, side: float) -> Drawing:
    line = sentence(pack, reference, day, setting)

    def paint(sheet: Sheet, _width: float, tall: float) -> None:
        qr(sheet, line, 0, 0, tall)

    return Drawing(side, paint, alt=line, width=side)


def _reference(reference: str, steps: float, setting: Setting) -> Words:
    """Its three groups, which run from left to right in every language."""
    return setting.text(grouped(reference), steps=steps, bold=True, after=2, language="en", here=True)


def _slip(pack: Pack, reference: str, day: date, setting: Setting) -> Stack:
    words, event = setting.words, pack.event
    side = CODE
    head = Stack(
        [
            setting.text(said(event.title, setting, event), bold=True, colour=ACTION, after=1),
            setting.text(said_day(day, words), colour=QUIET, after=0),
        ]
    )
    top = Row([head, _code(pack, reference, day, setting, side)], (1, side), rtl=setting.rtl, after=2)
    return Stack(
        [
            top,
            _reference(reference, 2.1, setting),
            setting.text(words("Keep it to see our reply."), after=0),
            *setting.unchecked(),
        ]
    )


def _long(pack: Pack, reference: str, day: date, setting: Setting) -> Stack:
    words, event = setting.words, pack.event
    parts: list[Part] = [
        setting.text(said(event.title, setting, event), bold=True, after=0),
        setting.text(said_day(day, words), after=4),
        setting.text(words("Your reference"), bold=True, after=0),
        _reference(reference, 1.9, setting),
        setting.at_start(_code(pack, reference, day, setting, CODE), CODE, 4),
        setting.text(words("Keep it to see our reply."), after=0),
        setting.text(_whom_to_ask(pack, setting)),
    ]
    return Stack([*parts, *setting.unchecked()])


def _whom_to_ask(pack: Pack, setting: Setting) -> str:
    organiser = said(pack.event.organiser, setting, pack.event)
    return setting.words("To take out what you said, ask: {organiser}.", organiser=organiser)


def _blank(pack: Pack, setting: Setting) -> Stack:
    words, event = setting.words, pack.event
    side = 8.4 * MM
    groups: list[Part] = [Row([box(side) for _ in range(3)], (side,) * 3, gap=1.5) for _ in range(3)]
    boxes = Row(groups, (3 * side + 3,) * 3, gap=7)
    return Stack(
        [
            setting.text(said(event.title, setting, event), bold=True, colour=ACTION, after=0),
            setting.text(words("Your reference"), bold=True, after=3),
            setting.at_start(boxes, 9 * side + 23, 5),
            setting.text(words("Keep it to see our reply."), after=0),
            setting.text(_whom_to_ask(pack, setting), after=0),
            *setting.unchecked(),
        ]
    )
