"""Rows are the same whether lines are split or csv reads them, wherever a chunk ends."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.sync.merging import lines
from kiosk.sync.merging.lines import csv_rows

CELL = st.text(st.sampled_from('ab,"\r\n ਗ\0'), max_size=6)


def by_csv(raw):
    text = io.TextIOWrapper(io.BytesIO(raw), "utf-8", "surrogateescape", newline="")
    rows = csv.reader(text, strict=True)
    return _read((rows.line_num, row) for row in rows)


def _read(rows):
    found = []
    try:
        for row in rows:
            found.append(row)
    except csv.Error:
        found.append("no CSV")
    return found


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), max_size=6), st.integers(1, 9), st.booleans())
def test_what_a_program_writes(rows, chunk, quoted):
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL, lineterminator="\r\n").writerows(
        rows
    )
    _same(out.getvalue().encode(), chunk)


@given(
    st.binary(max_size=40) | st.text(st.sampled_from('ab,"\r\n'), max_size=40).map(str.encode),
    st.integers(1, 9),
)
def test_what_nobody_should_write(raw, chunk):
    _same(raw, chunk)


def _same(raw, chunk):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "CHUNK", chunk)
        assert _read(csv_rows(io.BytesIO(raw))) == by_csv(raw)
