"""The card that stands on the table: how the kiosk is used, in steps, the same from both sides."""

from exports.paper.fit import fitted, place
from exports.paper.parts import said
from exports.pdf.document import drawn
from exports.pdf.flow import Part, Row, Stack, Words
from exports.pdf.look import A4, ACTION, EDGE, FINISH, MM, PAPER, SOFT
from exports.pdf.setting import Setting
from exports.pdf.sheet import Sheet
from kiosk.pack.model import Pack

BODY = 17  # points


def table_card(pack: Pack, language: str = "en") -> bytes:
    """An A4 page to fold in the middle: it stands, and says the same to both sides of the table."""
    title = pack.event.title.say(language, pack.event.default_language)

    def paint(sheet: Sheet) -> None:
        width, height = A4
        _face(sheet, pack, language)
        sheet.saveState()
        sheet.translate(width, height)
        sheet.rotate(180)
        sheet.quiet = True  # the same words again, upside down
        _face(sheet, pack, language)
        sheet.quiet = False
        sheet.restoreState()
        sheet.setDash(4, 4)
        sheet.rule(0, height / 2, width, EDGE, 0.5)

    return drawn([paint], title=title, language=language)


def _face(sheet: Sheet, pack: Pack, language: str) -> None:
    width, height = A4[0], A4[1] / 2
    margin = 13 * MM
    sheet.box(0, 0, width, height, PAPER)
    sheet.box(0, 0, width, 5 * MM, ACTION)
    sheet.box(0, 5 * MM, width, 1.4 * MM, FINISH)
    room = height - 2 * margin - 4 * MM
    made = fitted(lambda setting: _steps(pack, setting), language, BODY, width - 2 * margin, room)
    place(made, sheet, margin, height - margin - (room - made.height) / 2)


def _steps(pack: Pack, setting: Setting) -> Stack:
    words = setting.words
    steps = [
        ("language", words("Choose your language."), words("You can make the words bigger, or hear them.")),
        (
            "questions",
            words("Choose what you would like to do."),
            words("We show you first what we promise."),
        ),
        ("tick", words("Answer what you like."), words("You can skip questions. You can stop at any time.")),
        ("reference", words("Take your reference with you."), words("With it you find our reply.")),
    ]
    title = setting.title(words("Tell us what you think"), 1, after=2)
    title.style = setting.style(1.9, bold=True, colour=ACTION)
    parts: list[Part] = [
        setting.text(said(pack.event.title, setting, pack.event), bold=True, after=0),
        title,
        *(_step(number, *step, setting) for number, step in enumerate(steps, 1)),
    ]
    help_line = words("Would you like help, or paper? Ask anybody at this stall.")
    parts.append(Row([setting.text(help_line, bold=True, after=0)], padding=8, fill=SOFT, radius=6, after=4))
    return Stack([*parts, *setting.unchecked()])


def _step(number: int, name: str, words: str, more: str, setting: Setting) -> Row:
    side = setting.sizes.body * 2
    cells: list[Part] = [
        Words(f"{number}", setting.style(1.7, bold=True, colour=ACTION)),
        setting.symbol(name, side),
        Stack([setting.text(words, steps=1.1, bold=True, after=0), setting.text(more, after=0)]),
    ]
    widths = (setting.sizes.body * 1.3, side, 1)
    return Row(cells, widths, rtl=setting.rtl, gap=10, after=setting.sizes.gap * 0.7, middle=True)
