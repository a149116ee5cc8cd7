"""Each kind of row of a transfer pack: checked at the door, then put in so that any order ends the same."""

import binascii
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from kiosk.storage.kept.formshelf import as_json, form_source
from kiosk.storage.kept.ideas import PUT_IDEA, Idea, hash_of_idea
from kiosk.sync.layout import TABLES

Values = tuple[Any, ...]

ID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
WORD = r"[^\x00-\x1f\x7f\ud800-\udfff]{1,128}"
VERSION = r"[^\x00-\x1f\x7f\ud800-\udfff]{1,256}"
DAY = r"\d{4}-\d\d-\d\d"
NUMBER = r"[0-9]{1,9}"
HEX32, HEX64 = "[0-9a-f]{32}", "[0-9a-f]{64}"
RECORD = re.compile("\t".join([ID, HEX32, WORD, WORD, VERSION, DAY, NUMBER, NUMBER, HEX64]), re.ASCII)
TALLY = re.compile("\t".join([HEX32, WORD, DAY, WORD, f"(?:{WORD})?", NUMBER]), re.ASCII)
BACKING = re.compile("\t".join([HEX32, WORD, NUMBER]), re.ASCII)
WITHDRAWAL = re.compile("\t".join([HEX64, f"(?:{ID})?", NUMBER]), re.ASCII)
FORM_USE = re.compile("\t".join([WORD, WORD, VERSION, DAY]), re.ASCII)
NUMBERS = re.compile(f"{NUMBER} {NUMBER}", re.ASCII)
LOOKUP = re.compile(f"({HEX64})?")
MOST_DAYS = 36_525  # a hundred years
UNSAFE = re.compile("[\\x00\\ud800-\\udfff]")

# By revision, never by clock; a withdrawal beats all and carries no content, but what it hides here
# stays until it is erased, so that staff can undo it.
RECORDS = (
    "INSERT INTO record"
    " (id, key, event_id, activity, form_version, day, revision, gone, lookup, sealed, hash, extra)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET key = excluded.key, event_id = excluded.event_id,"
    " activity = excluded.activity, form_version = excluded.form_version, day = excluded.day,"
    " revision = excluded.revision, gone = excluded.gone, lookup = excluded.lookup,"
    " sealed = CASE WHEN excluded.gone % 2 = 0 THEN excluded.sealed WHEN (excluded.key, excluded.event_id,"
    " excluded.activity, excluded.form_version, excluded.day, excluded.revision, excluded.lookup)"
    " = (record.key, record.event_id, record.activity, record.form_version, record.day, record.revision,"
    " record.lookup) THEN record.sealed ELSE x'' END, hash = excluded.hash, extra = excluded.extra"
    " WHERE (excluded.gone, excluded.revision, excluded.hash) > (record.gone, record.revision, record.hash)"
)
# Totals only ever rise: the highest that a store has told is its latest.
TALLIES = (
    "INSERT INTO tally VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET total = excluded.total WHERE excluded.total > total"
)
BACKINGS = (
    "INSERT INTO backing VALUES (?, ?, ?)"
    " ON CONFLICT DO UPDATE SET total = excluded.total WHERE excluded.total > total"
)
WITHDRAWALS = (
    "INSERT INTO withdrawal VALUES (?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET gone = excluded.gone, day = excluded.day WHERE excluded.gone > gone"
)


class BadRowError(Exception):
    """Why a row is not taken in."""


@dataclass(frozen=True)
class Kind:
    """One file's rows: `values` makes a statement's values of the cells in the order of `columns`.

    Those in `later` may be missing, and are then empty.
    """

    columns: tuple[str, ...]
    statement: str
    values: Callable[[Sequence[str], str, str], Values]  # cells, unknown columns as JSON, today
    later: tuple[str, ...] = ()


def layout_of(kind: Kind, header: Sequence[str]) -> Callable[[Sequence[str]], tuple[Sequence[str], str]]:
    """How to bring a row under `header` into the kind's own order, unknown columns apart as JSON.

    BadRowError when a column is missing or stands twice.
    """
    if len(set(header)) != len(header) or not set(kind.columns) <= {*header, *kind.later}:
        raise BadRowError("its columns are not as they should be")
    if tuple(header) == kind.columns:
        return lambda row: (row, "{}")
    places = [header.index(column) if column in header else None for column in kind.columns]
    unknown = [(name, place) for place, name in enumerate(header) if name not in kind.columns]

    def arranged(row: Sequence[str]) -> tuple[Sequence[str], str]:
        extra = {name: row[place] for name, place in unknown if row[place]}
        return ["" if place is None else row[place] for place in places], json.dumps(extra, sort_keys=True)

    return arranged


def _record(cells: Sequence[str], extra: str, day: str) -> Values:
    *clear, sealed = cells
    _check(RECORD, clear)
    _check_day(clear[5])
    revision, gone = int(clear[6]), int(clear[7])
    content = b""
    if gone % 2 == 0:
        try:
            content = binascii.a2b_base64(sealed, strict_mode=True)
        except (binascii.Error, ValueError) as fault:
            raise BadRowError("its sealed part is not whole") from fault
    known = "\0".join((*clear[:6], str(revision), str(gone), clear[8]))
    digest = hashlib.sha256(known.encode() + b"\0" + content).digest()
    return (*clear[:6], revision, gone, clear[8], content, digest, extra)


def _tally(cells: Sequence[str], extra: str, day: str) -> Values:
    _check(TALLY, cells)
    _check_day(cells[2])
    return (*cells[:5], int(cells[5]))


def _idea(cells: Sequence[str], extra: str, day: str) -> Values:
    if any(UNSAFE.search(cell) for cell in cells):
        raise BadRowError("it holds signs that are no text")
    identity, event_id, kind, text, language, status, revision, gone, lookup, because, answers = cells
    if not (NUMBERS.fullmatch(f"{revision} {gone}") and LOOKUP.fullmatch(lookup)):
        raise BadRowError("a column is not as it should be")
    numbers = int(revision), int(gone)
    idea = Idea(identity, event_id, kind, text, language, status, *numbers, lookup, because, answers)
    if idea.gone % 2 and idea.text:
        raise BadRowError("it was withdrawn and still has its words")
    return (*astuple(idea), hash_of_idea(idea), extra)


def _backing(cells: Sequence[str], extra: str, day: str) -> Values:
    _check(BACKING, cells)
    return (*cells[:2], int(cells[2]))


def _withdrawal(cells: Sequence[str], extra: str, day: str) -> Values:
    _check(WITHDRAWAL, cells)
    return (*cells[:2], int(cells[2]), day)


def _check(pattern: re.Pattern[str], cells: Sequence[str]) -> None:
    if not pattern.fullmatch("\t".join(cells)):
        raise BadRowError("a column is not as it should be")


@lru_cache(1000)  # an office has seen few days
def _check_day(day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError as fault:
        raise BadRowError("its day is no day") from fault


KINDS: Mapping[str, Kind] = {
    "records.csv": Kind(TABLES["records.csv"], RECORDS, _record),
    "tallies.csv": Kind(TABLES["tallies.csv"], TALLIES, _tally),
    "ideas.csv": Kind(TABLES["ideas.csv"], PUT_IDEA, _idea),
    "backings.csv": Kind(TABLES["backings.csv"], BACKINGS, _backing),
    "withdrawals.csv": Kind(TABLES["withdrawals.csv"], WITHDRAWALS, _withdrawal),
}


def form_rows(body: Any) -> Iterator[Values]:
    """The rows of the table `form` in a file forms/<version>.json. BadRowError when it is not one."""
    try:
        form = form_source(body["form"])
        digest = hashlib.sha256(form.xml.encode()).hexdigest()[:8]
        if form.version != body["version"] or not form.version.endswith(digest):
            raise BadRowError("its version does not fit its content")
        for use in body["uses"]:
            facts = {name: use[name] for name in ("kind", "title", "consents")}
            days = use.get("retention_days", 0)
            if not isinstance(days, int) or not 0 <= days <= MOST_DAYS:
                raise BadRowError("it is not a compiled form")
            facts["retention_days"] = days
            row = (use["event_id"], use["activity"], form.version, use["since"])
            _check(FORM_USE, row)
            _check_day(row[3])
            yield (*row, as_json({**facts, "form": body["form"]}))
    except (KeyError, TypeError, AttributeError, UnicodeEncodeError) as fault:
        raise BadRowError("it is not a compiled form") from fault
