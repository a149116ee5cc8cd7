"""Forms as staff write them, compiled by pyxform as a pack is, and filled in."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from random import Random
from typing import Any

import openpyxl
import pytest
from pyxform.xls2xform import convert

from kiosk.clock import FakeClock
from kiosk.forms.definition import read_form
from kiosk.forms.form import Form
from kiosk.forms.interview import Interview

MakeForm = Callable[..., Form]
Fill = Callable[..., Interview]

_compiled: dict[str, str] = {}


def xform_of(survey: Sequence[Mapping[str, str]], **sheets: Sequence[Mapping[str, str]]) -> str:
    """The XForm of a workbook, given as a list of rows for each sheet."""
    key = repr((survey, sheets))
    if key not in _compiled:
        book = _workbook({"survey": survey, **sheets})
        _compiled[key] = convert(xlsform=book, file_type=".xlsx").xform
    return _compiled[key]


def _workbook(sheets: Mapping[str, Sequence[Mapping[str, str]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        sheet = book.create_sheet(name)
        sheet.append(columns)
        for row in rows:
            sheet.append([row.get(column) for column in columns])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.fixture
def make_form() -> MakeForm:
    def make(
        survey: Sequence[Mapping[str, str]], *, roles: Any = None, or_other: Any = (), **sheets: Any
    ) -> Form:
        return read_form(xform_of(survey, **sheets), roles=roles, or_other=or_other)

    return make


@pytest.fixture
def fill(make_form: MakeForm) -> Fill:
    """Starts filling in a form of the given rows, in English unless told."""

    def start(survey: Sequence[Mapping[str, str]], **given: Any) -> Interview:
        wanted = {name: given.pop(name) for name in ("answers", "data") if name in given}
        language, clock = given.pop("language", "en"), given.pop("clock", FakeClock())
        return Interview(
            make_form(survey, **given), language=language, clock=clock, random=Random(7), **wanted
        )

    return start
