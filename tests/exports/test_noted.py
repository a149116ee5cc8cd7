"""The office's own tables beside the answers, and many processes that read what one reads."""

from exports.readable import opened
from exports.readable.tables import export_tables
from exports.sheets.cells import read_back
from kiosk.clock import FakeClock
from kiosk.office.annotations import Kind, annotate
from kiosk.office.twice import decide
from kiosk.storage.kept.records import save
from kiosk.storage.sealed.keys import make_key


def test_what_the_office_wrote_is_in_tables_of_its_own(office, secret, answers, tmp_path):
    given, other = answers({"name": "Gurpreet"}), answers({"name": "Aisha"})
    save(office, secret.public, [given, other])
    clock = FakeClock()
    for tag in ("canal", "=1+1"):
        annotate(office, secret, given.id, Kind.TAG, {"tag": tag}, clock)
    translated = {"question": "/data/name", "language": "en", "text": "Glad"}
    annotate(office, secret, other.id, Kind.TRANSLATION, translated, clock)
    decide(office, secret, given.id, other.id, same=False, clock=clock)
    done = export_tables(office, secret, tmp_path / "out")
    names = {path.stem for path in done.files}
    assert {"tags", "translations"} <= names
    assert not names & {"statuses", "transcripts", "quotes"}
    folder = tmp_path / "out" / "fair2027"
    assert read_back(folder / "tags.csv") == [
        {"KEY": given.id, "tag": "=1+1"},
        {"KEY": given.id, "tag": "canal"},
    ]
    assert read_back(folder / "translations.csv") == [{"KEY": other.id, **translated}]


def test_many_processes_read_what_one_reads(office, secret, answers, tmp_path, monkeypatch):
    monkeypatch.setattr(opened, "PART", 3)
    given = [answers({"name": f"Person {number}"}) for number in range(10)]
    save(office, secret.public, given)
    save(office, make_key().public, [answers({"name": "Somebody else"})])
    office.db.execute("UPDATE record SET sealed = zeroblob(600) WHERE id = ?", [given[4].id])
    alone, told = opened.open_all(office, secret, None), []
    together = opened.open_all(office, secret, lambda done, of: told.append((done, of)), many=1)
    assert together == alone
    assert (together.skipped, together.other_keys) == ([given[4].id], 1)
    assert sum(map(len, together.answers.values())) == 9
    assert told[-1] == (11, 11)
