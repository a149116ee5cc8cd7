"""`keys`: the event's office key, and tablets struck off."""

from pathlib import Path

import click

from kiosk.clock import SystemClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.office import keyring
from kiosk.office.held import sealed_to
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.sealed.keyfile import checked_passphrase, keys_here, open_key, public_of
from kiosk.storage.sealed.keys import SecretKey
from kiosk.storage.sealed.recovery import LINES, from_lines, read_letters, read_line
from kiosk.sync.merging.signers import strike
from ui.commands.shared import confirmed, data_option, folder, passphrase, passphrase_option, plural

new_passphrase_option = click.option(
    "--new-passphrase-file",
    "new_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file that holds the new passphrase; without it, you are asked.",
)


@click.group("keys")
def command() -> None:
    """The event's office key, and tablets struck off."""


@command.command("new")
@passphrase_option
@data_option
def new_key(passphrase_file: Path | None, root: Path | None) -> None:
    """Make an office key, wrapped by a passphrase, and show what goes into the pack."""
    words = checked_passphrase(passphrase(passphrase_file, confirm=True))
    with open_store(folder(root).made()) as store:
        secret, path = keyring.make(store, words, SystemClock())
    click.echo(f"The key is in {path}. Without its passphrase nobody can read the answers: keep both.")
    click.echo("In case the passphrase is lost, write a recovery sheet: event-kiosk keys recovery --to FILE")
    click.echo("Put this into event.xlsx, sheet event, beside office_key:")
    click.echo(secret.public.text)


@command.command("public")
@data_option
def public_keys(root: Path | None) -> None:
    """Show the public keys of this data folder, as they stand in event.xlsx."""
    for path in _some_keys(folder(root)):
        public = public_of(path.read_bytes(), path)
        click.echo(f"{public.fingerprint}  {public.text}")


@command.command("passphrase")
@click.argument("fingerprint", required=False)
@passphrase_option
@new_passphrase_option
@data_option
def change_passphrase(
    fingerprint: str | None, passphrase_file: Path | None, new_file: Path | None, root: Path | None
) -> None:
    """Wrap a key by a new passphrase."""
    data = folder(root)
    which = which_key(data, fingerprint)
    old = passphrase(passphrase_file, asked="The passphrase until now")
    open_key(data, which, old)
    new = _new_passphrase(new_file)
    with open_store(data.made()) as store:
        path = keyring.rewrap(store, which, old, new, SystemClock())
    click.echo(f"{path} opens with the new passphrase alone. Older copies of it open with the old one.")


@command.command("recovery")
@click.argument("fingerprint", required=False)
@click.option("--to", "to", type=click.Path(path_type=Path, dir_okay=False), required=True)
@passphrase_option
@data_option
def recovery_sheet(
    fingerprint: str | None, to: Path, passphrase_file: Path | None, root: Path | None
) -> None:
    """Write the letters of the recovery sheet: they open the key without its passphrase."""
    data = folder(root)
    which = which_key(data, fingerprint)
    words = passphrase(passphrase_file)
    open_key(data, which, words)
    if to.exists():
        raise click.UsageError(f"{to} is there already. Name a new file.")
    with open_store(data.made()) as store:
        found = keyring.show_letters(store, which, words, SystemClock())
    try:
        to.touch(0o600)
        to.write_text("\n".join(found) + "\n", "ascii")
    except OSError as fault:
        raise KioskError(ErrorCode.TRANSFER_FOLDER, path=to) from fault
    click.echo(f"The letters of key {which} are in {to}. Whoever has them can read every answer.")
    click.echo("Print them, lock the paper away, and delete the file.")


@command.command("restore")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False, exists=True))
@passphrase_option
@new_passphrase_option
@data_option
def restore_key(
    file: Path | None, passphrase_file: Path | None, new_file: Path | None, root: Path | None
) -> None:
    """Bring a key back: from FILE (a key file, or the letters of the recovery sheet), or by typing these."""
    data = folder(root)
    content = file.read_bytes() if file else b""
    if content.lstrip().startswith(b"{"):
        words = passphrase(passphrase_file)
        with open_store(data.made()) as store:
            secret = keyring.restore_file(store, content, words, str(file), SystemClock())
    else:
        secret = read_letters(content.decode("utf-8-sig", "replace")) if file else _typed()
        words = _new_passphrase(new_file)
        with open_store(data.made()) as store:
            keyring.restore(store, secret, words, SystemClock())
    click.echo(f"The key {secret.fingerprint} is here, and opens with its passphrase.")


@command.command("strike")
@click.argument("fingerprint")
@data_option
def strike_tablet(fingerprint: str, root: Path | None) -> None:
    """Strike off a lost tablet: what it brought stays, and nothing new comes from it."""
    with open_store(folder(root).made()) as store:
        plain = strike(store, fingerprint, SystemClock())
    click.echo(f"The tablet {plain} is struck off. What it brought before stays; it brings nothing new.")


@command.command("destroy")
@click.argument("fingerprint", required=False)
@click.option("--yes", is_flag=True, help="Do not ask.")
@data_option
def destroy(fingerprint: str | None, yes: bool, root: Path | None) -> None:
    """Destroy an event's key at the end of its keeping: nothing sealed to it opens again."""
    data = folder(root)
    which = which_key(data, fingerprint)
    with open_store(data.made()) as store:
        sealed = sealed_to(store.db, which)
    click.echo(f"Key {which}. Sealed to it here: {plural(sealed, 'record')}.")
    click.echo("Once it is destroyed, no answer of its events opens again: not here, not on any stick,")
    click.echo("in any mail or backup. Nobody can undo this. Tables exported before stay readable.")
    click.echo("Copies of its key file and its recovery sheet still open it: destroy those too.")
    confirmed("To destroy it, type its fingerprint", yes, which)
    with open_store(data.made()) as store:
        keyring.destroy(store, which, SystemClock())
    click.echo(f"The key {which} is destroyed here. Now destroy its copies and its recovery sheet.")


def _some_keys(data: DataFolder) -> tuple[Path, ...]:
    found = keys_here(data)
    if not found:
        raise KioskError(ErrorCode.NO_KEYS_HERE)
    return found


def which_key(data: DataFolder, fingerprint: str | None) -> str:
    """The fingerprint that was named, or the only one here."""
    if fingerprint:
        return "".join(fingerprint.split()).lower()
    found = _some_keys(data)
    if len(found) > 1:
        raise KioskError(ErrorCode.KEY_WHICH)
    return public_of(found[0].read_bytes(), found[0]).fingerprint


def _new_passphrase(file: Path | None) -> str:
    return checked_passphrase(passphrase(file, confirm=True, asked="A new passphrase"))


def _typed() -> SecretKey:
    """The letters, asked for a line at a time; a line that is not right is asked for again."""
    content = b""
    for number in range(LINES):
        while True:
            try:
                line = click.prompt(f"Line {number + 1} of {LINES}", hide_input=False, err=True)
                content += read_line(number, str(line))
                break
            except KioskError:
                click.echo("That line is not right. Check each sign, then type it again.", err=True)
    return from_lines(content)
