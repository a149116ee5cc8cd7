"""A workbook to write into: read whole, saved whole or not at all, and never what would lose something."""

import hashlib
import io
import os
import re
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.staff import limits
from kiosk.storage.faults import told

# The parts of a workbook that are written back as they were, or that hold nothing that anybody made.
_KEPT = re.compile(
    r"^(\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core|custom)\.xml"
    r"|xl/(workbook|styles|sharedStrings|calcChain|metadata)\.xml|xl/_rels/workbook\.xml\.rels|xl/theme/.*"
    r"|xl/worksheets/sheet\d*\.xml|xl/worksheets/_rels/.*|xl/comments\d*\.xml|xl/comments/.*"
    r"|xl/drawings/[^/]*\.vml|xl/tables/.*|xl/printerSettings/.*)$"
)
_LOST = (  # by the name of the part, the first that fits
    (re.compile(r"vbaProject|vbaData|macrosheets"), "macros"),
    (re.compile(r"^xl/(media|drawings|charts|diagrams|ink)/"), "pictures, drawings or charts"),
    (re.compile(r"^xl/(threadedComments|persons)/"), "comments with answers"),
    (re.compile(r"^xl/(pivot|slicer|timeline)"), "pivot tables"),
    (re.compile(r"^xl/(externalLinks|connections|queryTables|model)"), "links to other files"),
    (re.compile(r"^xl/(embeddings|activeX|ctrlProps)"), "controls or other documents"),
    (re.compile(r"^(docMetadata|customXml|_xmlsignatures)/"), "a label or signature of your organisation"),
)


@dataclass
class OpenBook:
    """A workbook as it was read: `book` is openpyxl's, to be written into, then `save_book`.

    `losses` is what saving it here would lose, in words; one that has any is for Excel alone.
    """

    path: Path
    book: Any
    sha256: str
    losses: tuple[str, ...] = ()

    def sheet(self, name: str) -> Any | None:
        """The worksheet of that name, however its letters are written."""
        return next((one for one in self.book.worksheets if one.title.strip().lower() == name), None)


def read_book(path: Path) -> OpenBook:
    """The workbook at `path`, to be written into.

    KioskError: PACK_NOT_FOUND, PACK_UNREADABLE, PACK_TOO_LARGE, PACK_UNSAFE.
    """
    data = _bytes(path)
    digest = hashlib.sha256(data).hexdigest()
    if limits.guard_workbook(data, path.name) == "xls":
        return OpenBook(path, None, digest, ("the form of an old Excel (.xls)",))
    from openpyxl import load_workbook  # noqa: PLC0415 - only where staff edit

    with warnings.catch_warnings(record=True) as told_of:
        warnings.simplefilter("always")
        try:
            book = load_workbook(io.BytesIO(data), rich_text=True)
        except Exception as fault:  # a damaged workbook fails in as many ways as there are bytes
            raise limits.unreadable(path.name, "it is damaged") from fault
    lost = [*_lost_parts(data), *(_extension(str(one.message)) for one in told_of), *_formulas(book)]
    return OpenBook(path, book, digest, tuple(dict.fromkeys(filter(None, lost))))


def save_book(opened: OpenBook) -> None:
    """Write it back, whole or not at all; `opened` stands for what lies there then.

    KioskError: WORKBOOK_KEPT where something would be lost, WORKBOOK_OPEN, WORKBOOK_CHANGED, and those of
    the disk. In each case the file is as it was.
    """
    if opened.losses:
        raise KioskError(ErrorCode.WORKBOOK_KEPT, path=opened.path.name, reason=", ".join(opened.losses))
    must_be_closed(opened.path)
    if hashlib.sha256(_bytes(opened.path)).hexdigest() != opened.sha256:
        raise KioskError(ErrorCode.WORKBOOK_CHANGED, path=opened.path.name)
    content = io.BytesIO()
    opened.book.save(content)
    write_whole(opened.path, content.getvalue())
    opened.sha256 = hashlib.sha256(content.getvalue()).hexdigest()


def must_be_closed(path: Path) -> None:
    """KioskError(WORKBOOK_OPEN) while Excel or LibreOffice says that it has the file open."""
    marks = (f"~${path.name}", f".~lock.{path.name}#")
    for mark in marks:
        if path.with_name(mark).exists():
            raise KioskError(ErrorCode.WORKBOOK_OPEN, path=path.name, mark=mark)


def write_whole(path: Path, content: bytes) -> None:
    """Beside it first, then in its place. KioskErrors of the disk; WORKBOOK_OPEN where another has it."""
    part = path.with_name(f".{path.name}.part")
    with told(path.parent):
        try:
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _replace(part, path)
        finally:
            part.unlink(missing_ok=True)


def _replace(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except PermissionError as fault:  # Windows, while a program has it open
        raise KioskError(ErrorCode.WORKBOOK_OPEN, path=path.name, mark=path.name) from fault


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limits.LARGEST_WORKBOOK + 1)
    except FileNotFoundError as fault:
        raise KioskError(ErrorCode.PACK_NOT_FOUND, path=path) from fault
    except OSError as fault:
        raise limits.unreadable(path.name, fault.strerror or "it cannot be read") from fault


def _lost_parts(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [info.filename for info in archive.infolist() if not info.is_dir()]
    others = [name for name in names if not _KEPT.match(name)]
    return [next((words for known, words in _LOST if known.search(name)), name) for name in others]


def _extension(warning: str) -> str:
    """What openpyxl says that it will leave out, as it reads."""
    if "Data Validation" in warning:
        return "drop-downs that take their words from another sheet"
    if "Conditional Formatting" in warning:
        return "colours that follow a rule"
    return "something that only Excel knows" if "will be" in warning else ""


def _formulas(book: Any) -> list[str]:
    """A formula's result is Excel's to work out: without it, a pack would read the cell as blank."""
    for sheet in book.worksheets:
        for cell in sheet._cells.values():
            if cell.data_type == "f":
                return [f"formulas ({sheet.title}, {cell.coordinate})"]
    return []
