"""The charter to hang up: six foundations and five commitments, in few words, each with its picture."""

from typing import Any

from exports.pdf.document import flowing
from exports.pdf.flow import Drawing, Part, Row, Stack
from exports.pdf.look import ACTION, QUIET, Sizes
from exports.pdf.pictures import picture
from exports.pdf.qr import qr
from exports.pdf.setting import Setting
from exports.pdf.sheet import Sheet
from kiosk.coproduction.charter import charter
from kiosk.pack.model import Pack, Text
from kiosk.resources import asset


def charter_sheet(pack: Pack, language: str = "en", *, large: bool = False) -> bytes:
    """The charter as a PDF, with a QR code to the whole of it where the event has the address."""
    facts = charter()
    setting = Setting(language, Sizes(large))

    def say(words: dict[str, str]) -> str:
        return Text(words).say(language)

    title = say(facts["title"])
    story: list[Part] = [setting.title(title, 1), setting.text(say(facts["about"]), steps=1.15)]
    story += setting.unchecked()
    for part in ("foundations", "commitments"):
        items = [_item(item, setting) for item in facts[part]]
        head = setting.title(say(facts[f"{part}_title"]), 2)
        story.append(Stack([head, items[0]], setting.sizes.gap * 1.6, whole=500))
        story += items[1:]
    if pack.event.charter_address:
        story.append(_whole_text(pack.event.charter_address, setting))
    return flowing(story, title=title, language=language, sizes=setting.sizes, foot=title)


def _item(item: dict[str, Any], setting: Setting) -> Row:
    side = setting.sizes.body * 4.6

    def paint(sheet: Sheet, _width: float, tall: float) -> None:
        picture(sheet, asset("charter", item["picture"]), 0, 0, tall)

    words: list[Part] = [
        setting.title(f"{item['id']}. {Text(item['title']).say(setting.language)}", 3, after=2),
        setting.text(Text(item["words"]).say(setting.language), after=0),
    ]
    drawing = Drawing(side, paint, width=side)
    row = setting.beside(drawing, words, side, setting.sizes.gap * 1.6, setting.sizes.body)
    row.middle = True
    return row


def _whole_text(address: str, setting: Setting) -> Row:
    side = setting.sizes.body * 7
    words = setting.words

    def paint(sheet: Sheet, _width: float, tall: float) -> None:
        qr(sheet, address, 0, 0, tall)

    code = Drawing(side, paint, alt=words("QR code: {address}", address=address), width=side)
    lines: list[Part] = [
        setting.text(words("Scan to read the Charter in full"), bold=True, colour=ACTION),
        setting.text(address, colour=QUIET, language="en", here=True),
    ]
    row = setting.beside(code, lines, side, gap=setting.sizes.body)
    row.middle = True
    return row
