"""The drafts of an office: which is open, how one is carried, and how one becomes the pack of this tablet."""

import os
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.editing.book import write_whole
from kiosk.pack.editing.draft import Draft, copy_draft, new_draft, open_draft
from kiosk.pack.staff.sources import PackSource, read_source
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage.faults import told
from kiosk.sync.stick import told as told_of_stick

FOLDER, OPEN = "drafts", "draft-open"
USED = "event"  # how the folders begin that packs are used from
LONGEST = 40  # signs of a draft's name

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Drafts:
    """`data` is the folder of real events. `in_use` is where the pack came from that a stall runs on."""

    data: DataFolder
    in_use: Path

    @property
    def root(self) -> Path:
        return self.data.root / FOLDER

    def here(self) -> tuple[Draft, ...]:
        """The drafts of this data folder, by name."""
        found = sorted(self.root.glob("*/event.xlsx")) if self.root.is_dir() else []
        return tuple(Draft(path.parent) for path in found if not path.parent.name.startswith("."))

    def current(self) -> Draft | None:
        """The one that was open last, if it is still there."""
        try:
            return open_draft(Path((self.data.root / OPEN).read_text("utf-8")))
        except (OSError, ValueError, KioskError):
            return None

    def remember(self, draft: Draft | None) -> None:
        """Open this one from now on; None puts it away. KioskErrors of the disk."""
        with told(self.data.made().root):
            if draft is None:
                (self.data.root / OPEN).unlink(missing_ok=True)
            else:
                write_whole(self.data.root / OPEN, str(draft.folder.resolve()).encode())

    def place(self, name: str) -> Path:
        """A folder for a draft that is called so: FOLDER_NOT_EMPTY where there is one already."""
        kept = re.sub(r"[^\w-]+", "-", name.strip()).strip("-_")[:LONGEST]
        folder = self.root / (kept or "event")
        if folder.exists():
            raise KioskError(ErrorCode.FOLDER_NOT_EMPTY, path=folder.name)
        return folder

    def new(self, name: str) -> Draft:
        """The starter pack, as a draft that is called so."""
        return new_draft(self.place(name))

    def copy(self, path: Path, name: str) -> Draft:
        """A copy of the pack at `path`: of a zip, of one XLSForm, or of the pack that is in use."""
        with told(self.data.made().root):
            self.root.mkdir(exist_ok=True)
        return copy_draft(path, self.place(name))

    def may_edit(self, path: Path) -> bool:
        """Whether the folder at `path` may be worked on as it is: never that of a running stall."""
        at, used = path.resolve(), self.in_use.resolve()
        return path.is_dir() and not at.is_relative_to(used) and not used.is_relative_to(at)

    def lay(self, draft: Draft) -> Path:
        """A copy of the draft that a tablet can run on, whole beside the one that is in use."""
        folder = self.data.root / f"{USED}-{read_source(draft.folder).digest[:12]}"
        if folder.resolve() != self.in_use.resolve():
            with told(self.data.made().root):
                shutil.rmtree(folder, ignore_errors=True)
            copy_draft(draft.folder, folder)
        return folder

    def switch(self, folder: Path) -> None:
        """The pack in `folder` opens from the next start on; whenever this stops, one of the two does.

        Copies that were used before are taken away, but for the one that is in use until then.
        """
        with told(self.data.root):
            write_whole(self.data.last_pack, str(folder.resolve()).encode())
        for old in self.data.root.glob(f"{USED}-*"):
            if old.is_dir() and old.resolve() not in (folder.resolve(), self.in_use.resolve()):
                shutil.rmtree(old, ignore_errors=True)


def in_use(data: DataFolder) -> Path:
    """Where the pack lies that this tablet opens: the one used last, or the practice event."""
    try:
        last = Path(data.last_pack.read_text("utf-8"))
    except (OSError, ValueError):
        return practice_pack()
    return last if last.exists() else practice_pack()


def carry(draft: Draft, to: Path, progress: Progress = lambda _done, _of: None) -> Path:
    """The draft as one zip in the folder `to`, read back and compared; an older one is replaced.

    KioskErrors of a stick and of the pack; TRANSFER_UNVERIFIED.
    """
    source = read_source(draft.folder)
    target = to / f"{draft.name}.zip"
    part = target.with_name(f".{target.name}.part")
    with told_of_stick(to):
        try:
            with part.open("wb") as file:
                _zip(source, file, progress)
                file.flush()
                os.fsync(file.fileno())
            if read_source(part).digest != source.digest:
                raise KioskError(ErrorCode.TRANSFER_UNVERIFIED, path=target)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    return target


def _zip(source: PackSource, file: IO[bytes], progress: Progress) -> None:
    of = len(source.attachments)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, book in source.workbooks.items():
            archive.writestr(name, book)
        for done, attachment in enumerate(source.attachments):
            progress(done, of)
            with attachment.open() as read, archive.open(attachment.name, "w") as write:
                shutil.copyfileobj(read, write)
