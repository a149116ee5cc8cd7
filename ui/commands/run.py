"""The commands. Each is a few lines that hand over to a room, imported only when it is asked for."""

from collections.abc import Sequence
from importlib import import_module

import click

from kiosk.errors import KioskError
from kiosk.words import Words
from ui.messages import message

# Each command's module in ui/commands, imported only when it is asked for: the kiosk starts quickly.
COMMANDS = {
    "open": "opening",
    "practice": "practice",
    "check": "check",
    "new": "new",
    "transfer": "transfer",
    "merge": "merge",
    "export": "export",
    "report": "report",
    "print": "printing",
    "return": "returning",
    "find": "find",
    "correct": "correct",
    "twice": "twice",
    "note": "note",
    "reply": "reply",
    "withdraw": "withdraw",
    "wipe": "wipe",
    "retention": "retention",
    "keys": "keys",
    "strings": "strings",
    "doctor": "doctor",
    "install-session": "session",
}


class Commands(click.Group):
    """With no command's name among its arguments, opens the kiosk; `--data` may stand before a command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in ("--help", "--version"):
            place = next((place for place, word in enumerate(args) if word in COMMANDS), None)
            args = ["open", *args] if place is None else [*args[place:], *args[:place]]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"ui.commands.{COMMANDS[cmd_name]}").command
        return command


@click.group(cls=Commands)
@click.version_option(package_name="event-kiosk")
def commands() -> None:
    """An offline kiosk for community events.

    With no command it opens the kiosk: [PACK] [--window 1280x800]. With no PACK, the last one used;
    at first start, the practice event.
    """


def run_command(arguments: Sequence[str]) -> int:
    """Run a command; its exit code: 0 done, 1 an expected fault, 2 wrong usage."""
    try:
        code = commands.main(arguments, prog_name="event-kiosk", standalone_mode=False)
    except KioskError as fault:
        click.echo(message(fault, Words("en")), err=True)
        return 1
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. What was there before is still there. Run it again when you like.", err=True)
        return 1
    return code if isinstance(code, int) else 0
