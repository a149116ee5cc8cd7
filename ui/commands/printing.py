"""`print`: things for the wall and the table, as PDF."""

from collections.abc import Sequence
from pathlib import Path

import click

from exports.paper.wanted import CARD, CHARTER, PAPER, POSTER, SLIP, Wanted, draw, on_paper
from kiosk.clock import SystemClock, today
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import open_store
from kiosk.storage.sealed.keyfile import open_key
from kiosk.storage.sealed.recovery import letters
from ui.commands.keys import which_key
from ui.commands.papers import language_option, large_option, pack_here, pack_option
from ui.commands.shared import data_option, passphrase, passphrase_option, practice_option

WHAT = (POSTER, CARD, PAPER, SLIP, CHARTER, "recovery")


@click.command("print")
@click.argument("what", type=click.Choice(WHAT))
@click.option(
    "--to", "to", type=click.Path(path_type=Path, dir_okay=False), required=True, help="A PDF file."
)
@click.option("--size", type=click.Choice(["a4", "a3"]), default="a4", show_default=True, help="Of a poster.")
@click.option("--time", default="", help='Said on a poster, for instance "10 am to 3 pm".')
@click.option("--activity", "activities", multiple=True, help="Of paper: an activity's id; else all.")
@click.option("--reference", "references", multiple=True, help="On slips; without any, blank cards.")
@click.option("--roll", is_flag=True, help="Slips for an 80 mm roll.")
@click.option(
    "--key", "fingerprint", help="Of a recovery sheet: the key's fingerprint, where there are several."
)
@large_option
@language_option
@pack_option
@passphrase_option
@practice_option
@data_option
def command(
    what: str,
    to: Path,
    size: str,
    time: str,
    activities: Sequence[str],
    references: Sequence[str],
    roll: bool,
    fingerprint: str | None,
    large: bool,
    language: str | None,
    named: Path | None,
    passphrase_file: Path | None,
    practising: bool,
    root: Path | None,
) -> int:
    """Write a poster, a card for the table, paper forms, slips, the charter, or a key's recovery sheet."""
    from exports.sheets.whole import write_whole  # noqa: PLC0415 - with what draws

    if roll and not references:
        raise click.UsageError("A roll is for slips: name the reference with --reference.")
    pack, data = pack_here(named, root, practising)
    if what == "recovery":
        return _recovery(data, to, fingerprint, passphrase_file, language or "en")
    wanted = Wanted(
        what, language or pack.event.default_language, size, time,
        _chosen(pack, activities), tuple(references), roll, large,
    )  # fmt: skip
    write_whole(to, draw(pack, wanted, today(SystemClock())))
    click.echo(f"It is in {to}. Print it at its full size, not fitted to the page.")
    if what == PAPER:
        _warn(pack, wanted.activities)
    return 0


def _chosen(pack: Pack, named: Sequence[str]) -> tuple[str, ...]:
    """The ids of the activities named, or of all that have a form."""
    have = [activity.id for activity in on_paper(pack)]
    wrong = [name for name in named if name not in have]
    if wrong:
        raise click.UsageError(f"There is no activity {wrong[0]} with a form. There is: {', '.join(have)}.")
    return tuple(named or have)


def _warn(pack: Pack, activities: Sequence[str]) -> None:
    """Which rules paper says only as "if it fits you"."""
    from exports.paper.questions import unsaid_rules  # noqa: PLC0415 - with what paper needs

    for name in activities:
        for path, rule in unsaid_rules(pack.form_of(pack.activity(name))).items():
            click.echo(f"{name} · {path}: paper cannot say this rule in words: {rule}")


def _recovery(
    data: DataFolder, to: Path, fingerprint: str | None, passphrase_file: Path | None, language: str
) -> int:
    from exports.paper.recovery import recovery_sheet  # noqa: PLC0415 - reportlab, only to print
    from exports.sheets.whole import write_whole  # noqa: PLC0415 - with what draws

    which = which_key(data, fingerprint)
    with open_store(data.made()) as store:  # first: no sheet is written that is not noted
        secret = open_key(data, which, passphrase(passphrase_file))
        write_whole(to, recovery_sheet(letters(secret), which, language), private=True)
        with store.write() as db:
            audit.note(db, SystemClock(), Role.STAFF, Act.RECOVERY_SHOWN, subject=which)
    click.echo(f"The recovery sheet of key {which} is in {to}. Whoever has it can read every answer.")
    click.echo("Print it, lock the paper away, and delete the file.")
    return 0
