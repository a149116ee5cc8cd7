"""`withdraw`: takes out what a reference points to."""

from pathlib import Path

import click

from kiosk.clock import Clock, SystemClock
from kiosk.office.taking_out import bring_back_record, bring_back_reference, take_record, take_reference
from kiosk.storage.database import Store, open_store
from kiosk.storage.kept.withdrawal import UNDO_DAYS, Undone, Withdrawn
from ui.commands.shared import data_option, plural, practice_option, working_folder


@click.command("withdraw")
@click.argument("reference", required=False)
@click.option("--record", metavar="ID", help="Instead of a reference: a sign-up that `find` has shown.")
@click.option("--undo", "undoing", is_flag=True, help=f"Bring it back, within {UNDO_DAYS} days.")
@click.option("--choose", "chosen", multiple=True, metavar="ID", help="Which record, where two fit.")
@practice_option
@data_option
def command(
    reference: str | None,
    record: str | None,
    undoing: bool,
    chosen: tuple[str, ...],
    practising: bool,
    root: Path | None,
) -> int:
    """Take out what was given under REFERENCE: nine signs, with or without spaces."""
    if (reference is None) == (record is None):
        raise click.UsageError("Name a reference, or a record by --record.")
    data, _ = working_folder(root, practising)
    with open_store(data.made()) as store:
        clock = SystemClock()
        if undoing:
            if reference:
                return _brought_back(bring_back_reference(store, reference, clock))
            return _brought_back(bring_back_record(store, record or "", clock))
        if record:
            return _taken(take_record(store, record, clock))
        return _take(store, clock, reference or "", chosen)


def _take(store: Store, clock: Clock, reference: str, chosen: tuple[str, ...]) -> int:
    done = take_reference(store, reference, clock, chosen)
    if done.choices:
        click.echo("Two different records fit this reference. Nothing was taken out yet.")
        for record in done.choices:
            row = store.db.execute("SELECT event_id, activity, day FROM record WHERE id = ?", [record])
            click.echo(f"{record}  " + " · ".join(row.fetchone()))
        click.echo("Ask which it is, then run this again with --choose and its id.")
        return 1
    return _taken(done)


def _taken(done: Withdrawn) -> int:
    if done.waiting:
        click.echo("Nothing here has that reference yet. It is taken out when it arrives.")
    if done.ideas:
        click.echo(f"{plural(len(done.ideas), 'idea')} taken off the wall, its words erased.")
    if done.records:
        click.echo(
            f"{plural(len(done.records), 'record')} taken out. For {UNDO_DAYS} days it can be brought back "
            "with --undo; then it is erased. Next: event-kiosk transfer, or return, carries this on."
        )
    return 0


def _brought_back(done: Undone) -> int:
    if done.records:
        click.echo(f"{plural(len(done.records), 'record')} brought back.")
    if done.waiting:
        click.echo("Nothing is taken out any more when it arrives.")
    if done.erased:
        click.echo(f"{plural(done.erased, 'record')} erased before, which cannot be brought back.")
    if not (done.records or done.waiting or done.erased):
        click.echo("Nothing of that is taken out.")
    return 1 if done.erased else 0
