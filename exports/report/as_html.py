"""The report as one HTML file: no script, nothing fetched, readable by eye, by ear and on any screen."""

from collections.abc import Iterator, Sequence
from html import escape

from exports.pdf.look import ACTION, CARD, EDGE, FINISH, INK, PAPER, QUIET, SOFT
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
from exports.report.webfonts import NAME, font_faces
from kiosk.words import Words, language_of

STYLE = f"""
*{{box-sizing:border-box}}
body{{margin:0;background:{PAPER};color:{INK};font:1.125rem/1.6 "Noto Sans","{NAME}",system-ui,sans-serif}}
:lang(ur),:lang(ar){{line-height:1.9}}
header{{background:{ACTION};color:{CARD};border-bottom:.5rem solid {FINISH};padding:2.5rem 1rem}}
header>div,main,footer{{max-width:46rem;margin:0 auto}}
main{{padding:1.5rem 1rem 3rem}}
footer{{padding:1rem;border-top:1px solid {EDGE};color:{QUIET}}}
h1{{font-size:2.6rem;line-height:1.2;margin:.3em 0}}
h2{{font-size:1.8rem;line-height:1.25;color:{ACTION};margin:2.2em 0 .5em}}
h3{{font-size:1.25rem;line-height:1.35;margin:1.6em 0 .3em}}
p{{margin:.5em 0}}
.over{{color:{FINISH};font-weight:700}}
.under{{font-size:1.25rem;font-weight:700}}
.quiet{{color:{QUIET}}}
.far{{text-align:end}}
.label{{font-weight:700;color:{ACTION}}}
.numbers{{display:flex;flex-wrap:wrap;gap:1.5rem 3rem;margin:0;padding:0;list-style:none}}
.numbers strong{{display:block;font-size:3rem;line-height:1.1;color:{ACTION}}}
.card{{background:{CARD};border:2px solid {EDGE};border-radius:.8rem;padding:1rem 1.2rem;margin:1rem 0}}
blockquote{{margin:1em 0;padding-block:.2em;padding-inline:1em 0;border-inline-start:.35rem solid {FINISH}}}
table{{border-collapse:collapse;width:100%;margin:.8em 0}}
caption{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
th,td{{text-align:start;vertical-align:top;padding:.45em .6em;border-bottom:1px solid {EDGE}}}
thead th{{background:{SOFT}}}
tbody th{{font-weight:400}}
.bar{{display:block;height:.9em;border:1px solid {EDGE};border-radius:3px;background:{CARD};margin-top:.2em}}
.bar>span{{display:block;height:100%;background:{ACTION};border-radius:2px}}
.skip{{position:absolute;inset-inline-start:-999rem}}
.skip:focus{{position:static;display:inline-block;background:{FINISH};color:{INK};padding:.5em 1em}}
a{{color:{ACTION}}}
header a{{color:{CARD}}}
nav ul{{padding-inline-start:1.2rem}}
@media print{{body{{background:#fff}}.skip,nav{{display:none}}}}
@media print{{h2,h3{{break-after:avoid}}.card,tr{{break-inside:avoid}}}}
"""


def as_html(document: Document) -> str:
    """`document` as a whole page of HTML."""
    words = Words(document.language)
    direction = "ltr" if language_of(document.language).ltr else "rtl"
    body = "\n".join(_numbered(document.blocks, direction))
    under = "\n".join(f'<p class="under">{escape(line)}</p>' for line in document.under)
    practice = f"<p><strong>{escape(document.practice)}</strong></p>" if document.practice else ""
    return f"""<!DOCTYPE html>
<html lang="{document.language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(document.title)} · {escape(document.under[0])}</title>
<style>{font_faces(document.title + under + body)}{STYLE}</style>
</head>
<body>
<a class="skip" href="#main">{escape(words("Go to the report"))}</a>
<header><div>
<p class="over">{escape(document.over)}</p>
<h1>{escape(document.title)}</h1>
{under}
{practice}
</div></header>
<main id="main" tabindex="-1">
{_contents(document.blocks, words)}
{body}
</main>
<footer><p>{escape(document.over)}</p></footer>
</body>
</html>
"""


def _contents(blocks: Sequence[Block], words: Words) -> str:
    parts = [block.words for block in blocks if isinstance(block, Heading) and block.level == 2]
    if len(parts) < 3:
        return ""
    label = escape(words("In this report"))
    items = "".join(
        f'<li><a href="#part-{number}">{escape(part)}</a></li>' for number, part in enumerate(parts, 1)
    )
    return f'<nav aria-label="{label}"><p class="label">{label}</p><ul>{items}</ul></nav>'


def _numbered(blocks: Sequence[Block], direction: str) -> Iterator[str]:
    part = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            part += 1
            yield f'<h2 id="part-{part}">{escape(block.words)}</h2>'
        else:
            yield _html(block, direction)


def _html(block: Block, direction: str) -> str:
    match block:
        case Heading(level, words):
            return f"<h{level}>{escape(words)}</h{level}>"
        case Paragraph(words, quiet, bold):
            inside = f"<strong>{escape(words)}</strong>" if bold else escape(words)
            return f'<p class="quiet">{inside}</p>' if quiet else f"<p>{inside}</p>"
        case Labelled(label, words):
            return f'<p><span class="label">{escape(label)}:</span> {escape(words)}</p>'
        case Items(words):
            return "<ul>" + "".join(f"<li>{escape(each)}</li>" for each in words) + "</ul>"
        case Bars():
            return _bars(block)
        case Grid():
            return _grid(block)
        case Quote(words, language, note):
            own_way = "ltr" if language_of(language).ltr else "rtl"
            side = "quiet" if own_way == direction else "quiet far"  # where the quotation begins
            by = f'<p class="{side}">{escape(note)}</p>' if note else ""
            own = f'lang="{escape(language)}" dir="{own_way}"'
            return f"<blockquote {own}><p>“{escape(words)}”</p></blockquote>{by}"
        case Card(blocks, _):
            return '<div class="card">' + "".join(_html(each, direction) for each in blocks) + "</div>"
        case Numbers(each):
            items = "".join(
                f"<li><strong>{escape(number)}</strong>{escape(label)}</li>" for number, label in each
            )
            return f'<ul class="numbers">{items}</ul>'


def _table(caption: str, heads: Sequence[str], rows: Sequence[str]) -> str:
    head = "".join(f'<th scope="col">{escape(words)}</th>' if words else "<td></td>" for words in heads)
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _grid(grid: Grid) -> str:
    rows = [
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in grid.rows
    ]
    return _table(grid.caption, grid.heads, rows)


def _bars(bars: Bars) -> str:
    heads = [head for head in bars.heads if head]
    rows = [_bar(bar, len(heads) - 1) for bar in bars.bars]
    return _table(bars.caption, heads, rows)


def _bar(bar: Bar, columns: int) -> str:
    drawn = ""
    if bar.share is not None:
        width = f"{min(bar.share, 1) * 100:.1f}"
        drawn = f'<span class="bar" aria-hidden="true"><span style="width:{width}%"></span></span>'
    cells = "".join(f"<td>{escape(value)}</td>" for value in [bar.number, percent(bar.share)][:columns])
    return f'<tr><th scope="row">{escape(bar.label)}{drawn}</th>{cells}</tr>'
