"""`retention`: what is kept and until when; and the end of an event's keeping."""

from datetime import date
from pathlib import Path

import click

from kiosk.clock import SystemClock, today
from kiosk.storage.database import Store, open_store
from kiosk.storage.kept.retention import Keeping, end_keeping, kept_events, may_end
from kiosk.storage.kept.withdrawal import erase_due, hidden_here
from ui.commands.shared import confirmed, data_option, plural, practice_option, working_folder


@click.command("retention")
@click.argument("event", required=False)
@click.option("--early", is_flag=True, help="End it before its time.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@practice_option
@data_option
def command(event: str | None, early: bool, yes: bool, practising: bool, root: Path | None) -> None:
    """Show what is kept and until when; with EVENT, end its keeping: erase what people said at it."""
    data, _ = working_folder(root, practising)
    clock = SystemClock()
    day = today(clock)
    with open_store(data.made()) as store:
        if event is None:
            for keeping in kept_events(store):
                click.echo(_line(keeping, day))
            return _withdrawn(store, day, yes)
        kept = may_end(store, event, day, early=early)
        click.echo(_line(kept, day))
        click.echo(f"To end the keeping of {event} erases all that people said at it, here and in copies.")
        click.echo("Counts, approved ideas and replies stay. Export first what must be kept.")
        confirmed(f"Today is {day:%d %B %Y}. To end it, type {event}", yes, "".join(event.split()))
        ended = end_keeping(store, event, clock, early=early)
    click.echo(f"{plural(ended.records, 'record')} and {plural(ended.ideas, 'idea')} erased.")
    if ended.teams:
        click.echo(f"Ask these teams to erase what they were given: {', '.join(ended.teams)}.")
    for key in kept.keys:
        click.echo(f"For sticks, mails and backups: event-kiosk keys destroy {key}")


def _line(keeping: Keeping, day: date) -> str:
    due = "its time is over" if keeping.until <= day else f"kept until {keeping.until.isoformat()}"
    return f"{keeping.event_id}: {plural(keeping.records, 'record')}, {due}"


def _withdrawn(store: Store, day: date, yes: bool) -> None:
    """What was withdrawn a week ago or more is erased once somebody has confirmed the date."""
    if hidden_here(store.db):
        confirmed(f"Today is {day:%d %B %Y}. Erase what was withdrawn a week ago or more?", yes)
        click.echo(f"{plural(erase_due(store, day), 'withdrawn record')} erased.")
    click.echo("To end an event's keeping: event-kiosk retention EVENT")
