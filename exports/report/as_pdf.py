"""The report as a PDF: a cover, parts with bookmarks, charts that read in black and white."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from exports.pdf.document import FULL, MARGIN, flowing
from exports.pdf.flow import Drawing, Part, Row, Stack, Table, Words
from exports.pdf.look import A4, ACTION, CARD, EDGE, FINISH, INK, MM, PAPER, QUIET, SOFT, Sizes
from exports.pdf.pictures import picture
from exports.pdf.setting import Setting, space
from exports.pdf.sheet import Sheet
from exports.pdf.tags import Tag
from exports.pdf.words import set_words
from exports.report.blocks import (
    Bar,
    Bars,
    Block,
    Card,
    Document,
    Grid,
    Heading,
    Items,
    Labelled,
    Numbers,
    Paragraph,
    Quote,
)
from exports.report.charts import percent
from kiosk.resources import asset
from kiosk.words import language_of

PADDING = 4  # of a table's rows, in points
KEPT = 0.4  # of a page: what is shorter than this is never parted


def as_pdf(
    document: Document, *, large: bool = False, progress: Callable[[int, int], None] | None = None
) -> bytes:
    """`document` in standard or large print. `progress` as in `flowing`."""
    setting = Setting(document.language, Sizes(large))
    story: list[Part] = []
    if document.practice:
        story.append(setting.text(document.practice, bold=True))
    numbers = [block for block in document.blocks if isinstance(block, Numbers)]
    rest = [block for block in document.blocks if not isinstance(block, Numbers)]
    story += _gathered(rest, setting)
    return flowing(
        story,
        title=document.title,
        language=document.language,
        sizes=setting.sizes,
        foot=f"{document.title} · {document.under[0]}",
        cover=lambda sheet: _cover(sheet, document, numbers, setting),
        progress=progress,
    )


def _cover(sheet: Sheet, document: Document, numbers: Sequence[Numbers], setting: Setting) -> None:
    width, height = A4
    margin = 20 * MM
    sheet.box(0, 0, width, height, PAPER)
    inner = width - 2 * margin
    title = setting.title(document.title, 1)
    title.style = setting.style(3.2, bold=True, colour=CARD)
    head: list[Part] = [setting.text(document.over, bold=True, colour=FINISH), title]
    first, *more = document.under
    head.append(setting.text(first, steps=1.4, bold=True, colour=CARD))
    head += [setting.text(line, colour=CARD, after=4) for line in more]
    top = Stack(head)
    top.wrap(inner, height)
    band = max(top.height + 2 * margin, height * 0.42)
    sheet.box(0, height - band, width, band, ACTION)
    sheet.box(0, height - band - 2.4 * MM, width, 2.4 * MM, FINISH)
    top.drawOn(sheet, margin, height - margin - top.height)
    side = 21 * MM
    for number, path in enumerate(sorted(asset("charter").glob("[1-6].svg"))):
        gap = (inner - 6 * side) / 5
        with sheet.decoration():
            picture(sheet, path, margin + number * (side + gap), margin, side)
    cells: list[Part] = [
        Stack(
            [
                setting.text(count, steps=3, bold=True, colour=ACTION, after=0),
                setting.text(label, colour=INK, after=0),
            ]
        )
        for each in numbers
        for count, label in each.each
    ]
    if cells:
        row = Row(cells, (1,) * len(cells), rtl=setting.rtl, gap=20)
        row.wrap(inner, height)
        row.drawOn(sheet, margin, height - band - 2 * margin - row.height)


def _gathered(blocks: Sequence[Block], setting: Setting) -> list[Part]:
    """The parts, each heading together with what follows it."""
    story: list[Part] = []
    waiting: list[Part] = []
    for block in blocks:
        parts = _parts(block, setting)
        if isinstance(block, Heading):
            waiting += parts
            continue
        first, *rest = parts
        if waiting:
            if isinstance(block, Paragraph) and block.quiet:
                waiting += parts  # how many answered stands between a question and its chart
                continue
            story.append(Stack([*waiting, first], first.after, whole=FULL * KEPT, held=len(waiting)))
            waiting = []
        else:
            story.append(first)
        story += rest
    return [*story, *waiting]


def _parts(block: Block, setting: Setting) -> list[Part]:
    match block:
        case Heading(level, words):
            above = space(setting.sizes.of(1.2 if level == 2 else 0.6))
            return [above, setting.title(words, level)]
        case Paragraph(words, quiet, bold):
            return [setting.text(words, bold=bold, colour=QUIET if quiet else INK)]
        case Labelled(label, words):
            return [setting.labelled(label, words)]
        case Items(words):
            return list(setting.bullets(words))
        case Bars():
            return [_bars(block, setting)]
        case Grid():
            return [_grid(block, setting)]
        case Quote(words, language, note):
            return [_quote(words, language, note, setting)]
        case Card(blocks, icon):
            return [_card(blocks, icon, setting)]
        case _:
            return []


def _card(blocks: Sequence[Block], icon: str, setting: Setting) -> Row:
    inside = [part for block in blocks for part in _parts(block, setting)]
    if icon:
        side = setting.sizes.body * 1.9
        inside = [setting.beside(setting.symbol(icon, side), inside, side, after=0)]
    card = setting.card(inside, PAPER, EDGE)
    return Row([Stack([card], whole=FULL * KEPT)], after=card.after)


def _quote(words: str, language: str, note: str, setting: Setting) -> Row:
    """Somebody's own words, behind a bar at the side where their language begins."""
    rtl = not language_of(language).ltr
    bar = Drawing(0, lambda *_: None)
    style = setting.style(language=language)
    said: list[Part] = [Words(f"“{words}”", style, 2, Tag("BlockQuote"))]
    if note:
        under = setting.text(note, colour=QUIET, after=0)
        under.style = replace(under.style, side="right" if rtl else "left")  # where the quotation begins
        said.append(under)
    row = Row([bar, Stack(said)], (5, 1), rtl=rtl, gap=10, after=setting.sizes.gap)

    def paint(sheet: Sheet, _width: float, _tall: float) -> None:
        sheet.box(0, -row.height, 4, row.height, FINISH, radius=2)

    bar.paint = paint
    return row


# --- tables


def _text(words: str, setting: Setting, *, head: bool = False) -> Words:
    return Words(words, setting.style(bold=head, colour=ACTION if head else INK))


def _grid(grid: Grid, setting: Setting) -> Table:
    gap = setting.sizes.body * 0.7
    widths = _widths(grid, gap, setting)
    head = Row(
        [_text(words, setting, head=True) for words in grid.heads],
        widths,
        rtl=setting.rtl,
        gap=gap,
        padding=PADDING,
        fill=SOFT,
        radius=4,
        tag=Tag("TR"),
        cell_tags=[Tag("TH", scope="Column") for _ in grid.heads],
    )
    rows = [
        Row(
            [_text(words, setting) for words in cells],
            widths,
            rtl=setting.rtl,
            gap=gap,
            padding=PADDING,
            rule=EDGE,
            tag=Tag("TR"),
            cell_tags=[Tag("TH", scope="Row"), *[Tag("TD") for _ in cells[1:]]],
        )
        for cells in grid.rows
    ]
    return Table(head, rows, setting.sizes.gap * 1.4)


def _widths(grid: Grid, gap: float, setting: Setting) -> list[float]:
    """Points for each column: no word is broken where all fit; what is left goes where lines are long."""
    room = A4[0] - 2 * MARGIN - 2 * PADDING - gap * (len(grid.heads) - 1)
    columns = list(zip(grid.heads, *grid.rows, strict=True))
    least = [_widest("\n".join(" ".join(cells).split()), setting) for cells in columns]
    whole = [_widest("\n".join(cells), setting) for cells in columns]
    if sum(least) >= room:
        return [room * each / sum(least) for each in least]
    more = [max(1.0, full - word) for full, word in zip(whole, least, strict=True)]
    spare = room - sum(least)
    return [word + spare * each / sum(more) for word, each in zip(least, more, strict=True)]


def _widest(words: str, setting: Setting) -> float:
    """The widest line of `words` in bold, which is wider; a little over, so that it does fit."""
    return set_words(words, setting.style(bold=True), 10_000).widest + 2


def _bars(bars: Bars, setting: Setting) -> Table:
    """Above its bar each answer's words; beside it number and share: nothing is said by colour alone."""
    body = setting.sizes.body
    heads = [head for head in bars.heads[1:] if head]
    numbers = "\n".join([heads[0], *(bar.number for bar in bars.bars)])
    widths = [1.0, _widest(numbers, setting) + 2, *(body * 4.4 for _ in heads[1:])]
    head = Row(
        [_text(bars.heads[0], setting, head=True), *(_text(words, setting, head=True) for words in heads)],
        widths,
        rtl=setting.rtl,
        gap=10,
        padding=PADDING,
        fill=SOFT,
        radius=4,
        after=4,
        tag=Tag("TR"),
        cell_tags=[Tag("TH", scope="Column") for _ in range(len(heads) + 1)],
    )
    rows = [_bar(bar, len(heads), widths, setting) for bar in bars.bars]
    return Table(head, rows, setting.sizes.gap)


def _bar(bar: Bar, columns: int, widths: Sequence[float], setting: Setting) -> Row:
    tall = setting.sizes.body * 0.85

    def paint(sheet: Sheet, wide: float, high: float) -> None:
        share = bar.share or 0
        long = max(wide * share, 1.5 if share else 0)
        sheet.box(0, 0, wide, high, CARD, EDGE, 2, 0.6)
        if long:
            sheet.box(wide - long if setting.rtl else 0, 0, long, high, ACTION, radius=2)

    label: list[Part] = [Words(bar.label, setting.style(), 2)]
    if bar.share is not None:
        label.append(Drawing(tall, paint))
    cells: list[Part] = [Stack(label)]
    values = [bar.number, percent(bar.share)][:columns]
    cells += [Words(value, setting.style(bold=True)) for value in values]
    tags = [Tag("TH", scope="Row"), *[Tag("TD") for _ in values]]
    return Row(
        cells, widths, rtl=setting.rtl, gap=10, padding=PADDING, after=3, tag=Tag("TR"), cell_tags=tags
    )
