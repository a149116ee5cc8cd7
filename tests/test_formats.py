"""docs/formats.md names every file, column and field that the code writes: a test fails when it lags."""

from dataclasses import fields
from pathlib import Path

import pytest

from exports.readable import answers, contacts, pairs, purposes, redacted, twice
from kiosk.pack import model
from kiosk.storage.sealed import keyfile, recovery, reference, sealing
from kiosk.storage.sealed.keys import make_key
from kiosk.sync.layout import FILES, TABLES, TRANSFER, Manifest

TEXT = " ".join((Path(__file__).parent.parent / "docs" / "formats.md").read_text("utf-8").split())


def test_every_file_of_a_pack_and_its_columns_in_order() -> None:
    for files in FILES.values():
        assert [name for name in files if f"`{name}`" not in TEXT] == []
    for name in (*FILES[TRANSFER], "replies.csv", "settings.csv", "receipts.csv"):
        assert f"`{name}` | {', '.join(TABLES[name])} |" in TEXT, name


def test_every_member_of_the_manifest() -> None:
    made = Manifest("0" * 32, 1, False, "2027-06-12", "0" * 64, "", {}, (0, ""), (), office="kiosk1-")
    assert [name for name in made.as_json()["kiosk"] if f"`{name}`" not in TEXT] == []


@pytest.mark.parametrize(
    "fact",
    [
        *(model.Pack, model.Event, model.Activity, model.FormSource, model.LeftOut, model.Promise),
        *(model.Consent, model.Reply, model.StarterIdea, model.ProfileShare),
    ],
)
def test_every_field_of_a_compiled_pack(fact: type) -> None:
    names = {field.name for field in fields(fact)} - {"folder"}
    assert sorted(name for name in names if f"`{name}`" not in TEXT) == []


@pytest.mark.parametrize(
    "columns",
    [
        *(purposes.CONSENTS, purposes.IDEAS, purposes.HELPERS, pairs.PAIRS, redacted.REDACTIONS),
        *(contacts.CONTACTS, contacts.STOPS, twice.TWICE, answers.AFTER),
    ],
)
def test_every_column_of_the_tables(columns: tuple[str, ...]) -> None:
    after = TEXT[TEXT.index("## The tables") :]
    assert [column for column in columns if column not in after] == []


def test_the_numbers_that_another_program_needs() -> None:
    wrapped = keyfile.wrap(make_key(), "x", keyfile.Cost(64, 1, 1)).decode()
    members = [line.split('"')[1] for line in wrapped.splitlines() if line.startswith(' "')]
    assert [name for name in members if f"`{name}`" not in TEXT] == []
    assert f"N = {reference.SCRYPT_N}, r = {reference.SCRYPT_R}, p = {reference.SCRYPT_P}" in TEXT
    assert f"a multiple of {sealing.STEP}" in TEXT
    assert ", ".join(map(str, reference.WEIGHTS)) in TEXT
    assert f"the first {recovery.SUM_BYTES} bytes of sha256(`event-kiosk recovery 1" in TEXT
