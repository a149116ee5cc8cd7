"""Where an answer goes on paper: boxes to tick, lines to write on, squares for a date, a scale."""

from collections.abc import Sequence
from decimal import Decimal

from exports.paper.questions import LONGEST_LIST, Choice, Question
from exports.pdf.flow import Drawing, Part, Row, Stack
from exports.pdf.look import QUIET
from exports.pdf.pictures import picture
from exports.pdf.setting import Setting, box, lines, space
from exports.pdf.sheet import Sheet
from exports.pdf.words import set_words
from kiosk.forms.kinds import Kind
from kiosk.pack.model import Pack

MOST_POINTS = 11  # of a scale; a longer one is written in
LINE = 2.1  # lines to write on, apart in sizes of the body


def answer_parts(question: Question, pack: Pack, setting: Setting) -> list[Part]:
    """The parts below a question, the first of which stays with it."""
    match question.kind:
        case Kind.SELECT_ONE | Kind.SELECT_MULTIPLE | Kind.RANK if len(question.choices) <= LONGEST_LIST:
            return _choices(question, pack, setting)
        case Kind.RANGE:
            return _scale(question, setting)
        case Kind.DATE | Kind.TIME | Kind.DATETIME:
            return [_moment(question.kind, setting)]
        case Kind.INTEGER | Kind.DECIMAL:
            side = setting.sizes.body * 2.2
            return [setting.at_start(box(side, width=side * 3), side * 3)]
        case Kind.ACKNOWLEDGE:
            return [_ticked(Choice("OK", setting.words("Yes, I have read this")), pack, setting)]
        case Kind.DRAW | Kind.SIGNATURE:
            tall = setting.sizes.body * (12 if question.kind is Kind.DRAW else 5)
            return [setting.at_start(box(tall, width=330), 330)]
        case _:
            return [lines(4 if question.long else 1, setting.sizes.body * LINE)]


def how(question: Question, setting: Setting) -> str:
    """How to answer, in a few words; nothing where a line to write on says it."""
    words = setting.words
    match question.kind:
        case Kind.SELECT_ONE | Kind.RANGE:
            return words("Tick one.")
        case Kind.SELECT_MULTIPLE:
            return words("Tick all that fit.")
        case Kind.RANK:
            return words("Write 1 beside the first, 2 beside the next, and so on.")
        case _:
            return ""


def _choices(question: Question, pack: Pack, setting: Setting) -> list[Part]:
    rows = [_ticked(choice, pack, setting) for choice in question.choices]
    if _short(question.choices, setting):
        pairs = [rows[at : at + 2] for at in range(0, len(rows), 2)]
        rows = [
            Row(
                [*pair, *[space(1)] * (2 - len(pair))], (1, 1), rtl=setting.rtl, after=setting.sizes.gap * 0.5
            )
            for pair in pairs
        ]
    return list(rows)


def _short(choices: Sequence[Choice], setting: Setting) -> bool:
    """Whether two choices fit beside each other on a line each."""
    if len(choices) < 4 or any(choice.other for choice in choices):
        return False
    widest = max(set_words(choice.label, setting.style(), 900).widest for choice in choices)
    return widest < 130


def _ticked(choice: Choice, pack: Pack, setting: Setting) -> Row:
    side = setting.sizes.body * 1.35
    picture_side = setting.sizes.body * 2.3
    cells: list[Part] = [box(side)]
    widths: list[float] = [side]
    if choice.image:
        path = pack.folder / "media" / choice.image

        def paint(sheet: Sheet, _width: float, _height: float) -> None:
            picture(sheet, path, 0, 0, picture_side)

        cells.append(Drawing(picture_side, paint, width=picture_side))
        widths.append(picture_side)
    cells.append(setting.text(choice.label, after=0))
    widths.append(1)
    row = Row(cells, widths, rtl=setting.rtl, gap=8, after=setting.sizes.gap * 0.5, middle=True)
    if not choice.other:
        return row
    written = Stack([row, lines(1, setting.sizes.body * 1.6)])
    return Row([written], after=setting.sizes.gap * 0.5)


def _scale(question: Question, setting: Setting) -> list[Part]:
    scale = question.scale
    points = _points(scale.start, scale.end, scale.step) if scale else []
    if not 1 < len(points) <= MOST_POINTS:
        wide = setting.sizes.body * 6
        return [setting.at_start(box(setting.sizes.body * 2.2, width=wide), wide)]
    side = setting.sizes.body * 1.6
    cells: list[Part] = [Stack([setting.text(point, bold=True, after=2), box(side)]) for point in points]
    row = Row(cells, (side + 14,) * len(points), rtl=setting.rtl, gap=4)
    return [row]


def _points(start: Decimal, end: Decimal, step: Decimal) -> list[str]:
    if not step or (end - start) / step > MOST_POINTS:
        return []
    found, at = [], start
    while min(start, end) <= at <= max(start, end):
        found.append(f"{at.normalize():f}")
        at += step
    return found


def _moment(kind: Kind, setting: Setting) -> Row:
    """Squares for each sign, in the order day, month, year in every language."""
    words, side = setting.words, setting.sizes.body * 1.8
    day = [(words("Day"), 2), (words("Month"), 2), (words("Year"), 4)]
    hour = [(words("Hour, 0 to 23"), 2), (words("Minutes"), 2)]
    fields = {Kind.DATE: day, Kind.TIME: hour, Kind.DATETIME: [*day, *hour]}[kind]
    cells: list[Part] = []
    for label, signs in fields:
        squares = Row([box(side) for _ in range(signs)], (side,) * signs, gap=3)
        cells.append(Stack([setting.text(label, colour=QUIET, after=2), squares]))
    return Row(cells, [signs * (side + 3) + 8 for _, signs in fields], rtl=setting.rtl, gap=10)
