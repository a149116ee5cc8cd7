"""Documents of many pages: what flows, its margins, and the line at the foot of each page."""

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from exports.pdf.look import A4, ACTION, EDGE, MM, QUIET, Sizes
from exports.pdf.sheet import Sheet
from exports.pdf.words import Style, set_words
from kiosk.words import language_of

Page = tuple[float, float]
MARGIN = 18 * MM
FOOT = 8 * MM
FULL = A4[1] - 2 * MARGIN - FOOT  # the height of a page's inside


def flowing(
    story: Sequence[Flowable],
    *,
    title: str,
    language: str,
    sizes: Sizes,
    foot: str = "",
    page: Page = A4,
    on_page: Callable[[Sheet], None] | None = None,
    cover: Callable[[Sheet], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> bytes:
    """A PDF of `story`. `foot` stands beside the page's number; `cover` draws a first page without them.

    `progress` is told at each page that begins how much of `story` is drawn, of how much.
    """
    out = BytesIO()
    document = BaseDocTemplate(
        out, pagesize=page, title=title, subject=title, author="Event Kiosk", creator="Event Kiosk"
    )
    bottom = MARGIN + FOOT
    frame = Frame(
        *(MARGIN, bottom, page[0] - 2 * MARGIN, page[1] - MARGIN - bottom),
        *(0, 0, 0, 0),
    )

    left = list(story)  # reportlab takes from it what it has drawn

    def begin(sheet: Sheet, _: BaseDocTemplate) -> None:
        if progress:
            progress(max(0, len(story) - len(left)), len(story))
        if on_page:
            on_page(sheet)
        _foot(sheet, foot, sizes, page)

    document.addPageTemplates(PageTemplate("inside", [frame], onPage=begin))
    document.build(left, canvasmaker=partial(_sheet, title=title, language=language, cover=cover))
    return out.getvalue()


def _sheet(
    out: BytesIO, *, title: str, language: str, cover: Callable[[Sheet], None] | None, **facts: object
) -> Sheet:
    sheet = Sheet(out, pagesize=facts["pagesize"], title=title, language=language)  # type: ignore[arg-type]
    if cover:
        cover(sheet)
        sheet.showPage()
    return sheet


def drawn(pages: Sequence[Callable[[Sheet], None]], *, title: str, language: str, page: Page = A4) -> bytes:
    """A PDF of pages that are drawn one by one."""
    out = BytesIO()
    sheet = Sheet(out, pagesize=page, title=title, language=language)
    for paint in pages:
        paint(sheet)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def _foot(sheet: Sheet, words: str, sizes: Sizes, page: Page) -> None:
    rtl = not language_of(sheet.language).ltr
    wide = page[0] - 2 * MARGIN
    number = set_words(str(sheet.getPageNumber()), Style(sizes.body, True, ACTION, sheet.language), 60)
    said = set_words(words, Style(sizes.body, False, QUIET, sheet.language), wide - 80)
    top = MARGIN + FOOT - 16
    sheet.rule(MARGIN, top + 4, wide, EDGE, 0.6)
    sheet.words(number, MARGIN if rtl else page[0] - MARGIN - number.widest, top)
    if rtl:
        sheet.words(said, page[0] - MARGIN - said.width, top)
    else:
        sheet.words(said, MARGIN, top)
