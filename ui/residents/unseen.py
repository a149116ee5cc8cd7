"""Where there is no screen: three made-up residents use the kiosk, and leave pictures and CSV files."""

from collections.abc import Callable

from exports.readable.tables import export_tables
from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.sealed.keyfile import open_key
from kiosk.storage.sealed.keys import practice_key
from kiosk.words import Words
from ui.messages import message
from ui.residents.party import party

RESIDENTS = 3


def use_unseen(pack: Pack, data: DataFolder, say: Callable[[str], None]) -> int:
    """Say so, let them use it, and say what they left where. KioskError(NO_DISPLAY_FOR_EVENT)."""
    if not pack.practice:
        raise KioskError(ErrorCode.NO_DISPLAY_FOR_EVENT)
    say(message(KioskError(ErrorCode.NO_DISPLAY), Words("en")))
    say("Three made-up residents will use the kiosk instead, on the real screens, unseen.")
    mine = data.practice.made()
    pictures, tables = mine.root / "pictures", mine.root / "csv"
    for line in party(pack, mine, residents=RESIDENTS, seed=1, pictures=pictures):
        say(line)
    with open_store(mine) as store:
        export_tables(store, open_key(mine, practice_key().fingerprint, "practice"), tables, "csv")
    say(f"Their pictures are in {pictures}")
    say(f"Their CSV files are in {tables}")
    return 0
