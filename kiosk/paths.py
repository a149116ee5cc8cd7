"""Where the kiosk writes: one data folder, laid out the same on a tablet and in an office."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError


@dataclass(frozen=True)
class DataFolder:
    """One data folder. `practice` is the same layout inside it (DATA.md)."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "kiosk.db"

    @property
    def lock(self) -> Path:
        return self.root / "kiosk.lock"

    @property
    def packs(self) -> Path:
        """Compiled packs, one folder each, named by the sha256 of their sources."""
        return self.root / "packs"

    @property
    def keys(self) -> Path:
        """Wrapped office keys, one file each, named by fingerprint; only where staff put them."""
        return self.root / "keys"

    @property
    def copies(self) -> Path:
        """Daily copies of the database."""
        return self.root / "copies"

    @property
    def set_aside(self) -> Path:
        """Damaged databases, kept for whoever can read something back."""
        return self.root / "set-aside"

    @property
    def journal(self) -> Path:
        return self.root / "journal.log"

    @property
    def last_pack(self) -> Path:
        """A file with the path of the pack that was opened last."""
        return self.root / "last-pack"

    @property
    def screen(self) -> Path:
        """How large things are on this machine's screen, as somebody measured it (ui/painting/panel.py)."""
        return self.root / "screen.json"

    @property
    def practice(self) -> "DataFolder":
        return DataFolder(self.root / "practice")

    def made(self) -> "DataFolder":
        """This folder, there and writable, or KioskError(DATA_UNWRITABLE)."""
        try:
            self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
            probe = self.root / ".writable"
            probe.touch()
            probe.unlink()
        except OSError as fault:
            raise KioskError(ErrorCode.DATA_UNWRITABLE, path=self.root) from fault
        return self


def default_data_folder() -> DataFolder:
    """The user's own folder for this program on this system."""
    import platformdirs  # noqa: PLC0415 - a stall is told where

    return DataFolder(Path(platformdirs.user_data_dir("event-kiosk", appauthor=False)))
