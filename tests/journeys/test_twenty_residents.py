"""What twenty made-up residents said is what the office reads: sealed, carried, merged, exported."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from exports.readable.tables import export_tables
from exports.sheets.cells import read_back
from kiosk.forms.columns import columns
from kiosk.forms.definition import read_form
from kiosk.forms.kinds import Kind
from kiosk.pack.model import Pack
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.sealed.keyfile import open_key
from kiosk.storage.sealed.keys import practice_key
from kiosk.sync.merging.merge import merge
from kiosk.sync.transfer import write_transfer
from ui.residents.party import hold
from ui.residents.resident import Remembered

Row = frozenset[tuple[str, str]]


def names_asked(pack: Pack, form_id: str) -> dict[str, str]:
    """The column of each question that a resident can answer, by path; one called as our own has its path."""
    source = pack.forms[form_id]
    form = read_form(source.xml, roles=source.roles, or_other=source.or_other)
    asked = (column for column in columns(form) if column.kind is not Kind.CALCULATE)
    return {one.path: "data-language" if one.name == "language" else one.name for one in asked}


def meant(answers: Mapping[str, str], names: Mapping[str, str]) -> Row:
    return frozenset((names[path], value) for path, value in answers.items() if value)


def read(table: Path, names: Mapping[str, str]) -> Counter[Row]:
    asked = set(names.values())
    return Counter(
        frozenset((name, value) for name, value in row.items() if value and name in asked)
        for row in read_back(table)
    )


@pytest.mark.slow
def test_the_office_reads_exactly_what_twenty_residents_said(pack: Pack, tmp_path: Path) -> None:
    tablet, office = DataFolder(tmp_path / "tablet").made(), DataFolder(tmp_path / "office").made()
    visits: list[Remembered] = list(hold(pack, tablet, residents=20, seed=1))
    assert all(visit.saved for visit in visits)

    with open_store(tablet) as store:
        write_transfer(store, tmp_path / "stick")
    secret = open_key(office, practice_key().fingerprint, "practice")
    with open_store(office) as store:
        report = merge(store, [tmp_path / "stick"], practice=True)
        export_tables(store, secret, tmp_path / "tables", "csv")
    assert not report.quarantined and not report.held

    tables = tmp_path / "tables" / pack.event.id
    for activity in pack.activities:
        said = [visit.answers for visit in visits if visit.activity == activity.id]
        if activity.id == "about":
            said = [visit.about for visit in visits if visit.about]
        if not said:
            continue
        names = names_asked(pack, activity.form_id)
        assert read(tables / f"{activity.id}.csv", names) == Counter(meant(one, names) for one in said)
