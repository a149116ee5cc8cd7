"""`report`: what we heard, to read and to publish, for whoever has the passphrase."""

from pathlib import Path
from typing import Literal

import click

from kiosk.storage.database import open_store
from ui.commands.office import office_secret
from ui.commands.papers import language_option, large_option, pack_here, pack_option
from ui.commands.shared import (
    data_option,
    passphrase,
    passphrase_option,
    plural,
    practice_option,
    progress,
    working_folder,
)


@click.command("report")
@click.option("--to", "to", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file.")
@click.option("--format", "kind", type=click.Choice(["pdf", "html"]), help="Else as the file's name ends.")
@language_option
@large_option
@pack_option
@passphrase_option
@practice_option
@data_option
def command(
    to: Path,
    kind: Literal["pdf", "html"] | None,
    language: str | None,
    large: bool,
    named: Path | None,
    passphrase_file: Path | None,
    practising: bool,
    root: Path | None,
) -> int:
    """Write "what we heard": counts, themes, reach, replies. Asks for the passphrase."""
    data, _ = working_folder(root, practising)
    made: Literal["pdf", "html"] = kind or ("html" if to.suffix.lower() in (".html", ".htm") else "pdf")
    with open_store(data.made()) as store:
        secret = office_secret(store, data, passphrase(passphrase_file))
        # After the passphrase, whose 256 MiB are given back by then: the pack, and what draws.
        pack, _ = pack_here(named, root, practising)
        from exports.report.report import write_report  # noqa: PLC0415

        with progress("The report") as tell:
            summary = write_report(
                store,
                secret,
                pack,
                to,
                made,
                language=language or pack.event.default_language,
                large=large,
                progress=tell,
            )
    if summary.skipped:
        click.echo(f"Left out, because they do not open: {plural(summary.skipped, 'record')}.")
    if summary.other_keys:
        click.echo(f"{plural(summary.other_keys, 'record')} sealed to another key and left out.")
    click.echo(
        f"The report on {plural(summary.answer_sets, 'answer set')} is in {to}. "
        "Read it through before you publish it: people's own words are in it."
    )
    return 1 if summary.skipped else 0
