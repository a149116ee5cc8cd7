"""Every answer that the office's key opens, and which do not: a large office's by every core."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context

from kiosk.errors import KioskError
from kiosk.storage.database import Store
from kiosk.storage.kept.records import AnswerSet, SealedRecord, read_answers, sealed_records
from kiosk.storage.sealed.keys import SecretKey
from kiosk.storage.sealed.sealing import unseal

Progress = Callable[[int, int], None]
Part = tuple[list[SealedRecord], list[bytes]]  # records, and what was sealed in each
PART = 500  # records opened at a time
MANY = 30_000  # records, two seconds' work: starting other processes takes one, on a busy machine more
AHEAD = 3  # parts for each process that wait, so that none waits for us


@dataclass
class Opened:
    """The answers that opened, by event and activity, and what did not."""

    answers: dict[tuple[str, str], list[AnswerSet]] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    other_keys: int = 0
    unreadable: list[str] = field(default_factory=list)


def open_all(store: Store, secret: SecretKey, progress: Progress | None, *, many: int = MANY) -> Opened:
    """Open every record that is not withdrawn; what fails is named, and nothing stops for it.

    From `many` records on, other processes help. They hold the key in memory, as this one does, and only
    for as long.
    """
    work, done = Opened(), 0
    total = store.db.execute("SELECT count(*) FROM record WHERE gone % 2 = 0").fetchone()[0]
    parts = _parts(_ours(store, secret, work))
    for part in _by_many(secret, parts) if total >= many else ((part, _open(secret, part)) for part in parts):
        for record, content in zip(*part, strict=True):
            _sort(work, record, content)
        done += len(part[0])
        if progress:
            progress(done, total)
    if progress:
        progress(total, total)
    return work


def _ours(store: Store, secret: SecretKey, work: Opened) -> Iterator[SealedRecord]:
    for record in sealed_records(store):
        if record.key == secret.fingerprint:
            yield record
        else:
            work.other_keys += 1


def _parts(records: Iterable[SealedRecord]) -> Iterator[list[SealedRecord]]:
    each = iter(records)
    while part := list(islice(each, PART)):
        yield part


def _sort(work: Opened, record: SealedRecord, content: bytes) -> None:
    try:
        answers = read_answers(record, content)
    except KioskError:
        work.skipped.append(record.id)
    else:
        work.answers.setdefault((record.event_id, record.activity), []).append(answers)


def _open(secret: SecretKey, part: Iterable[SealedRecord]) -> list[bytes]:
    """What was sealed in each record; nothing where it does not open."""
    return [_content(secret, record) for record in part]


def _content(secret: SecretKey, record: SealedRecord) -> bytes:
    try:
        return unseal(secret, record.clear, record.sealed)
    except KioskError:
        return b""


def _by_many(secret: SecretKey, parts: Iterator[list[SealedRecord]]) -> Iterator[Part]:
    """The same by a process for each core, in the same order."""
    cores = os.cpu_count() or 1
    raw = (secret.encryption, secret.signing)
    waiting: deque[tuple[list[SealedRecord], Future[list[bytes]]]] = deque()
    with ProcessPoolExecutor(cores, get_context("spawn"), _take_key, (raw,)) as pool:
        for part in parts:
            waiting.append((part, pool.submit(_open_here, part)))
            if len(waiting) >= AHEAD * cores:
                ready, contents = waiting.popleft()
                yield ready, contents.result()
        for ready, contents in waiting:
            yield ready, contents.result()


_KEY: list[SecretKey] = []  # of a helping process, which has nothing else


def _take_key(raw: tuple[bytes, bytes]) -> None:
    _KEY.append(SecretKey(*raw))


def _open_here(part: list[SealedRecord]) -> list[bytes]:
    return _open(_KEY[0], part)
