"""How large a pack may be, and what in it is refused before anything is parsed (FORMS.md, "The linter")."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kiosk.errors import ErrorCode, KioskError

if TYPE_CHECKING:
    from zipfile import ZipInfo

MEGABYTE = 1024 * 1024
MOST_FILES = 2000
MOST_FORMS = 40
LARGEST_WORKBOOK = 8 * MEGABYTE
LARGEST_PART = 8 * MEGABYTE
LARGEST_PARTS = 16 * MEGABYTE
LARGEST_MEDIUM = 50 * MEGABYTE
LARGEST_PACK = 300 * MEGABYTE
MOST_ROWS = 20_000
MOST_COLUMNS = 300
MOST_CELLS = 100_000
LONGEST_CELL = 32_767
DEEPEST_SECTIONS = 40

_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9_.\-]+)["']""")
_UTF8 = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_DEVICE = re.compile(r"^[A-Za-z]:")


def too_large(name: str, limit: str) -> KioskError:
    return KioskError(ErrorCode.PACK_TOO_LARGE, path=name, limit=limit)


def unsafe(name: str, reason: str) -> KioskError:
    return KioskError(ErrorCode.PACK_UNSAFE, path=name, reason=reason)


def unreadable(name: str, reason: str) -> KioskError:
    return KioskError(ErrorCode.PACK_UNREADABLE, path=name, reason=reason)


def safe_member(name: str, archive: str) -> PurePosixPath:
    """The path of a zip's member, or KioskError(PACK_UNSAFE) where it points outside the pack."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or _DEVICE.match(name) or "\0" in name:
        raise unsafe(archive, "a file in it points outside the pack")
    return path


def guard_workbook(data: bytes, name: str) -> str:
    """ "xlsx" or "xls" by content, or a KioskError before any of it is parsed.

    Refuses what is too large, holds macros, is locked with a password, or declares XML entities.
    """
    if len(data) > LARGEST_WORKBOOK:
        raise too_large(name, f"{LARGEST_WORKBOOK // MEGABYTE} MB")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if _LOCKED in data:
            raise unreadable(name, "it is locked with a password")
        if _MACROS in data:
            raise unsafe(name, "it holds macros")
        return "xls"
    if data.startswith(b"PK\x03\x04"):
        _guard_parts(data, name)
        return "xlsx"
    if data[:200].lstrip().lower().startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
        raise unreadable(name, "it is a web page with the name of a workbook; save it as .xlsx in Excel")
    raise unreadable(name, "it is not an Excel workbook")


def _guard_parts(data: bytes, name: str) -> None:
    from io import BytesIO  # noqa: PLC0415 - only where there is something to compile
    from zipfile import ZipFile  # noqa: PLC0415 - as above

    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            _guard_sizes(members, name)
            for member in members:
                safe_member(member.filename, name)
                if member.filename.lower().endswith("vbaproject.bin"):
                    raise unsafe(name, "it holds macros")
                if member.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _guard_xml(archive.read(member), name)
    except KioskError:
        raise
    except Exception as fault:  # a damaged zip fails in as many ways as there are bytes
        raise unreadable(name, "it is damaged") from fault


def _guard_sizes(members: list[ZipInfo], name: str) -> None:
    parts = [member for member in members if not member.filename.startswith("xl/media/")]
    if len(members) > MOST_FILES:
        raise too_large(name, f"{MOST_FILES} parts")
    if any(part.file_size > LARGEST_PART for part in parts):
        raise too_large(name, f"{LARGEST_PART // MEGABYTE} MB a sheet")
    if sum(part.file_size for part in parts) > LARGEST_PARTS:
        raise too_large(name, f"{LARGEST_PARTS // MEGABYTE} MB unpacked")


def _guard_xml(part: bytes, name: str) -> None:
    text = part.removeprefix(b"\xef\xbb\xbf").lstrip()
    declared = _DECLARED.match(text[:200])
    if text[:1] not in (b"<", b"") or (declared and declared[1].lower() not in _UTF8):
        raise unsafe(name, "its text is not UTF-8")
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise unsafe(name, "it declares XML entities")
