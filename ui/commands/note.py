"""`note`: what the office writes about a record: tags, a status, other words, what to hide or to quote."""

from pathlib import Path

import click

from kiosk.clock import SystemClock
from kiosk.office.annotations import PLACES, Kind, annotate, annotations, columns_of, take_out
from kiosk.storage.database import open_store
from ui.commands.office import office_secret
from ui.commands.shared import (
    data_option,
    passphrase,
    passphrase_option,
    plural,
    practice_option,
    working_folder,
)

KINDS = [kind.value for kind in Kind if kind is not Kind.TWICE]


@click.command("note")
@click.argument("record")
@click.argument("kind", type=click.Choice(KINDS), required=False)
@click.argument("text", required=False, default="")
@click.option("--question", default="", help="The path of the question that it is about.")
@click.option("--language", default="", help="Of a translation.")
@click.option("--take-out", "taking_out", is_flag=True, help="Erase the note instead.")
@passphrase_option
@practice_option
@data_option
def command(
    record: str,
    kind: str | None,
    text: str,
    question: str,
    language: str,
    taking_out: bool,
    passphrase_file: Path | None,
    practising: bool,
    root: Path | None,
) -> None:
    """Show what the office wrote about RECORD; with KIND and TEXT, write a note. Asks for the passphrase.

    A status is one of: new, read, needs action, passed on, answered, closed. A quote is: yes, no, ask.
    A redaction is the words to hide in what is published, with commas between them; the answer stays.
    """
    data, _ = working_folder(root, practising)
    with open_store(data.made()) as store:
        secret = office_secret(store, data, passphrase(passphrase_file))
        chosen = Kind(kind) if kind else None
        if chosen and taking_out:
            place = _values(chosen, text, question, language)
            found = [
                note.id
                for note in annotations(store, secret, record_id=record, kind=chosen)
                if all(note.values[name] == place[name] for name in PLACES[chosen])
            ]
            click.echo(f"{plural(take_out(store, found, SystemClock()), 'note')} erased.")
        elif chosen:
            values = _values(chosen, text, question, language)
            annotate(store, secret, record, chosen, values, SystemClock())
            click.echo("Written. It is sealed like the record, and goes when the record goes.")
        else:
            for note in annotations(store, secret, record_id=record):
                click.echo(f"{note.kind.value}: " + " · ".join(note.values.values()).replace("\n", ", "))


def _values(kind: Kind, text: str, question: str, language: str) -> dict[str, str]:
    given = {"question": question, "language": language}
    if kind is Kind.REDACTION:
        text = "\n".join(filter(None, map(str.strip, text.split(","))))
    return {name: given.get(name, text) for name in columns_of(kind)}
