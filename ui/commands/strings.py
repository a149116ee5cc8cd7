"""`event-kiosk strings`: all words for a translator in a workbook, and back, with who checked them."""

from collections import Counter
from pathlib import Path

import click

from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack
from kiosk.wording import event, program
from kiosk.wording.book import WordBook, read_book, write_book
from kiosk.words import LANGUAGES, checked_by, language_of

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("strings")
@click.argument("pack", type=click.Path(path_type=Path), required=False)
@click.option("--to", "to", type=_FILE, help="Write FILE.xlsx, for a translator or a checker.")
@click.option("--from", "from_", type=_FILE, help="Read FILE.xlsx, as it came back.")
def command(pack: Path | None, to: Path | None, from_: Path | None) -> None:
    """All words of the program and of the event PACK: out to a translator, and back.

    With PACK, what comes back is written into its workbooks, and who checked a language into its sheet
    texts. Without, it goes into the catalogues of this checkout.
    """
    if (to is None) == (from_ is None):
        raise click.UsageError("Give --to FILE.xlsx or --from FILE.xlsx, one of them.")
    opened = open_pack(pack, None) if pack else None
    if to:
        return _out(to, pack, opened)
    assert from_
    book = read_book(from_)
    left = _into_event(book, pack, opened) if pack and opened else _into_catalogues(book)
    for line in left:
        click.echo(f"Left as it was: {line}", err=True)
    told = "; ".join(f"{language_of(code).english} by {who}" for code, who in book.checked.items())
    click.echo(f"The words are in. {f'Checked: {told}.' if told else 'Nobody is named who checked them.'}")


def _out(to: Path, pack: Path | None, opened: Pack | None) -> None:
    languages = opened.event.languages if opened else tuple(LANGUAGES)
    default = opened.event.default_language if opened else "en"
    texts = list(program.words_of(code for code in languages if code != "en"))
    if opened:
        own = opened.texts
        texts = [
            text
            if text.source not in own
            else type(text)(text.place, text.source, {**text.words, **own[text.source].words})
            for text in texts
        ]
    checked = (
        dict(opened.checked) if opened else {code: who for code in LANGUAGES if (who := checked_by(code))}
    )
    if pack:
        texts = [*event.words_of(pack, default), *texts]
    write_book(WordBook(texts, checked), [code for code in languages if code != "en" or opened], to)
    click.echo(
        f"{len(texts)} texts are in {to}. Once somebody has filled it in: event-kiosk strings --from {to}"
    )


def _into_event(book: WordBook, pack: Path, opened: Pack) -> list[str]:
    """What the program says goes to the event's sheet texts, which cannot hold several forms of one text."""
    said: dict[str, dict[str, str]] = {}
    left = []
    for text, form, language, words in program.changed(book):
        if form < 0 and opened.texts.get(text) and opened.texts[text].words.get(language) == words:
            continue
        if form < 0:
            said.setdefault(text, {})[language] = words
        else:
            left.append(f"{text!r}: texts with a number in them are the program's alone")
    return left + event.take_in(book, pack, opened.event.default_language, said)


def _into_catalogues(book: WordBook) -> list[str]:
    try:
        from ui.making.strings import put  # noqa: PLC0415 - babel, which only a checkout has
    except ImportError as fault:
        raise click.UsageError("Name the event's PACK: an installed kiosk keeps new words there.") from fault

    counts = Counter(language for _, _, language, _ in program.changed(book))
    put(program.changed(book), book.checked)
    for language, count in counts.items():
        click.echo(f"{language_of(language).english}: {count} texts changed")
    return []
