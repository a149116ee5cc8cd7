"""The support file tells of the machine and the program, and nothing of any resident."""

from datetime import date

from kiosk import journal
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.kept.ideas import Idea, put_idea
from kiosk.storage.kept.records import AnswerSet, save
from kiosk.storage.sealed.keys import make_key

CANARY = "Zqxwv Kjhgf"
RECORD = "0b8e8c5e-3f1b-4c55-9d0e-0123456789ab"


def test_it_tells_of_the_program_and_of_nobody(run, tmp_path):
    data = DataFolder(tmp_path / "data").made()
    with open_store(data) as store:
        day = date(2027, 6, 12)
        given = AnswerSet(RECORD, "0" * 64, "fair", "park", "1.0", day, {"/data/why": CANARY}, "en")
        save(store, make_key().public, [given])
        put_idea(store.db, Idea("i1", "fair", "idea", CANARY, "en", "waiting"))
    journal.open_journal(data.journal)
    journal.note("a damaged database was set aside")
    file = tmp_path / "support.txt"
    ran = run("doctor", "--support", file, "--data", data.root)
    told = file.read_text("utf-8")
    assert "record: 1 rows" in told
    assert "a damaged database was set aside" in told
    assert "event-kiosk" in told
    assert CANARY not in told + ran.out
    assert RECORD not in told


def test_where_it_cannot_be_written_one_line_says_so(run, tmp_path):
    ran = run("doctor", "--support", tmp_path / "nowhere" / "support.txt", "--data", tmp_path / "data")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
