"""Whose a workbook is: ours carries a mark that any save in another program breaks (docs/formats.md)."""

import hashlib
import re
import zipfile
from enum import StrEnum
from io import BytesIO

from kiosk.errors import KioskError
from kiosk.pack.staff import limits

PROPERTY = "Event Kiosk questions"
_VERSION = "1"
_DOCUMENT = "docProps/"  # what a workbook says about itself; its sheets do not lie there
_CUSTOM, _CORE = "docProps/custom.xml", "docProps/core.xml"
_MARK = re.compile(rb"Event Kiosk questions.{0,200}?>" + _VERSION.encode() + rb" ([0-9a-f]{64})<", re.DOTALL)
_BLANK = f"{_VERSION} {'0' * 64}"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_DAY = (2000, 1, 1, 0, 0, 0)  # of every part, so that the same questions are the same bytes


class Maker(StrEnum):
    """Who wrote a workbook as it is now."""

    US = "us"
    US_THEN_OTHERS = "us-then-others"  # made here, changed in another program since
    OTHERS = "others"


def prepare(book: object) -> None:
    """Give an openpyxl workbook the place for its mark."""
    from openpyxl.packaging.custom import StringProperty  # noqa: PLC0415 - only when a form is written

    book.custom_doc_props.append(StringProperty(name=PROPERTY, value=_BLANK))  # type: ignore[attr-defined]


def marked(data: bytes) -> bytes:
    """The bytes of a prepared workbook with its mark, the same from the same sheets on any day."""
    parts = _parts(data)
    mark = f"{_VERSION} {_digest(parts)}".encode()
    parts[_CUSTOM] = parts[_CUSTOM].replace(_BLANK.encode(), mark)
    parts[_CORE] = _MOMENT.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", parts[_CORE])
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _DAY), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def maker(data: bytes, name: str) -> Maker:
    """Who wrote a workbook. Bounded by limits.py, and never raises for what the bytes may be."""
    try:
        if limits.guard_workbook(data, name) != "xlsx":
            return Maker.OTHERS
        parts = _parts(data)
    except KioskError:
        return Maker.OTHERS
    found = _MARK.search(parts.get(_CUSTOM, b""))
    if not found:
        return Maker.OTHERS
    return Maker.US if found[1].decode() == _digest(parts) else Maker.US_THEN_OTHERS


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _digest(parts: dict[str, bytes]) -> str:
    """sha256 over the names and contents of all parts but those of docProps."""
    total = hashlib.sha256(b"event-kiosk questions 1\0")
    for name in sorted(parts):
        if not name.startswith(_DOCUMENT):
            total.update(f"{hashlib.sha256(parts[name]).hexdigest()} {name}\n".encode())
    return total.hexdigest()
