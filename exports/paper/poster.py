"""The poster for the wall: what is on, where and when, what can be done here, and in which languages."""

from exports.paper.fit import fitted, place
from exports.paper.parts import day_words, said
from exports.pdf.document import drawn
from exports.pdf.flow import Drawing, Part, Row, Stack
from exports.pdf.look import A3, A4, ACTION, CARD, EDGE, FINISH, INK, MM, PAPER, QUIET, SOFT
from exports.pdf.pictures import icon
from exports.pdf.qr import qr
from exports.pdf.setting import Setting, space
from exports.pdf.sheet import Sheet
from kiosk.pack.model import Activity, ActivityKind, Pack
from kiosk.words import LANGUAGES, language_of

SIZES = {"a4": A4, "a3": A3}
BODY, REST = 21, 27  # points on A4, to begin with
SIDE = 6.2  # of the QR code, in sizes of the body
ICONS = {
    ActivityKind.QUESTIONS: "questions",
    ActivityKind.SIGN_UP: "sign-up",
    ActivityKind.QUICK: "quick",
    ActivityKind.IDEAS: "ideas",
}


def poster(pack: Pack, language: str = "en", size: str = "a4", time: str = "") -> bytes:
    """The poster as a PDF of one page; `time` is said as it is written, for instance "10 am to 3 pm"."""
    page = SIZES[size]
    title = pack.event.title.say(language, pack.event.default_language)

    def paint(sheet: Sheet) -> None:
        _poster(sheet, pack, language, page, time)

    return drawn([paint], title=title, language=language, page=page)


def _poster(sheet: Sheet, pack: Pack, language: str, page: tuple[float, float], time: str) -> None:
    width, height = page
    scale = width / A4[0]
    margin, body = 16 * MM * scale, BODY * scale
    sheet.box(0, 0, width, height, PAPER)
    inner = width - 2 * margin
    top = fitted(lambda setting: _top(pack, setting, time), language, body, inner, height * 0.29)
    band = top.height + 2 * margin
    sheet.box(0, height - band, width, band, ACTION)
    sheet.box(0, height - band - 2.4 * MM * scale, width, 2.4 * MM * scale, FINISH)
    place(top, sheet, margin, height - margin)
    room = height - band - 1.7 * margin
    rest = fitted(lambda setting: _rest(pack, setting), language, REST * scale, inner, room)
    if rest.height > room:
        rest = fitted(lambda setting: _rest(pack, setting, short=True), language, REST, inner, room)
    free = max(0, room - rest.height) * 0.4
    place(rest, sheet, margin, height - band - 0.9 * margin - free)


def _top(pack: Pack, setting: Setting, time: str) -> Stack:
    event = pack.event
    parts: list[Part] = [setting.text(said(event.organiser, setting, event), bold=True, colour=FINISH)]
    title = setting.title(said(event.title, setting, event), 1)
    title.style = setting.style(2.5, bold=True, colour=CARD)
    parts.append(title)
    facts = [("calendar", day_words(event, setting.words)), ("clock", time)]
    facts.append(("home", said(event.venue, setting, event)))
    side = setting.sizes.body * 1.5
    for name, words in facts:
        if words:
            line = setting.text(words, steps=1.1, bold=True, colour=CARD, after=0)
            row = setting.beside(setting.symbol(name, side, FINISH), [line], side)
            row.middle = True
            parts.append(row)
    return Stack(parts)


def _rest(pack: Pack, setting: Setting, *, short: bool = False) -> Stack:
    """`short` leaves out what each activity says of itself: where an event has many words."""
    words = setting.words
    parts: list[Part] = [setting.title(words("What you can do here"), 2)]
    shown = [each for each in pack.activities if each.on and each.kind in ICONS]
    parts += [_activity(activity, pack, setting, short=short) for activity in shown]
    parts += [space(setting.sizes.gap * 0.5), *_bottom(pack, setting)]
    return Stack([*parts, *setting.unchecked()])


def _bottom(pack: Pack, setting: Setting) -> list[Part]:
    """The languages beside the way to the charter; one of them where there is only one."""
    parts = [part for part in (_languages(pack, setting), _charter(pack, setting)) if part]
    if len(parts) < 2:
        return list(parts)
    side = setting.sizes.body * SIDE
    return [Row(parts, (1, max(side, 1.01)), rtl=setting.rtl, gap=setting.sizes.body * 1.4, after=4)]


def _activity(activity: Activity, pack: Pack, setting: Setting, *, short: bool) -> Row:
    side = setting.sizes.body * 2.2
    name = activity.icon or ICONS[activity.kind]

    def paint(sheet: Sheet, _width: float, tall: float) -> None:
        sheet.box(0, 0, tall, tall, SOFT, radius=tall / 5)
        icon(sheet, name, tall * 0.2, tall * 0.2, tall * 0.6, ACTION)

    words: list[Part] = [
        setting.text(said(activity.title, setting, pack.event), steps=1.15, bold=True, after=1),
    ]
    if not short:
        summary = said(activity.summary, setting, pack.event)
        words.append(setting.text(summary, steps=0.9, colour=QUIET, after=0))
    row = setting.beside(Drawing(side, paint, width=side), words, side, gap=setting.sizes.body * 0.8)
    row.middle = True
    return row


def _languages(pack: Pack, setting: Setting) -> Part | None:
    """Each language by its own name, in its own script."""
    names: list[Part] = [
        setting.text(language_of(code).own, bold=True, colour=INK, after=0, language=code, here=True)
        for code in pack.event.languages
        if code in LANGUAGES
    ]
    if len(names) < 2:
        return None
    parts: list[Part] = [setting.text(setting.words("We speak"), bold=True, colour=ACTION, after=4)]
    across = 2 if len(names) < 7 else 3
    for start in range(0, len(names), across):
        cells = names[start : start + across]
        cells += [space(1)] * (across - len(cells))
        parts.append(Row(cells, (1,) * across, rtl=setting.rtl, after=2))
    return setting.card(parts, CARD, EDGE, after=0)


def _charter(pack: Pack, setting: Setting) -> Part | None:
    address, words = pack.event.charter_address, setting.words
    if not address:
        return None

    def paint(sheet: Sheet, _width: float, tall: float) -> None:
        qr(sheet, address, 0, 0, tall)

    side = setting.sizes.body * SIDE
    code = Drawing(side, paint, alt=words("QR code: {address}", address=address), width=side)
    return Stack([code, setting.text(words("Scan to read the Charter in full"), bold=True, after=0)])
