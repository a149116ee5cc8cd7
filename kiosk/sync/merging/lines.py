"""RFC 4180 rows out of a stream of bytes: by splitting where nothing is quoted, by csv from there on."""

import csv
import io
from collections.abc import Iterator
from typing import IO

from kiosk.sync.layout import MOST_FIELD

CHUNK = 1 << 18
Numbered = tuple[int, list[str]]


def csv_rows(stream: IO[bytes]) -> Iterator[Numbered]:
    """Each row with the number of its last line; bytes that are no UTF-8 come as lone surrogates.

    csv looks at every sign. What a tablet writes of records has no quotes: its lines are split as they are.
    csv.Error where the rest is no CSV.
    """
    number, left = 0, b""
    while chunk := stream.read(CHUNK):
        whole, cut, left = (left + chunk).rpartition(b"\n")
        if not cut and len(left) <= MOST_FIELD:
            continue
        text = (whole + cut).decode("utf-8", "surrogateescape")
        lines = text.split("\r\n")
        plain = cut and '"' not in text and text.count("\n") == text.count("\r") == len(lines) - 1
        if not plain or lines.pop():
            yield from _by_csv(number, io.BytesIO(whole + cut + left), stream)
            return
        for line in lines:
            number += 1
            yield number, line.split(",") if line else []
    if left:
        yield from _by_csv(number, io.BytesIO(left), stream)


def _by_csv(before: int, begun: io.BytesIO, stream: IO[bytes]) -> Iterator[Numbered]:
    """The rest of the stream, of which `begun` was read already."""
    both = io.BufferedReader(_Both(begun, stream), CHUNK)
    rows = csv.reader(io.TextIOWrapper(both, "utf-8", "surrogateescape", newline=""), strict=True)
    for row in rows:
        yield before + rows.line_num, row


class _Both(io.RawIOBase):
    """One stream after another. Neither is closed with it."""

    def __init__(self, *streams: IO[bytes]) -> None:
        self._streams = list(streams)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        while self._streams:
            content = self._streams[0].read(len(buffer))
            if content:
                buffer[: len(content)] = content
                return len(content)
            self._streams.pop(0)
        return 0
