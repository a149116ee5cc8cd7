"""What a resident typed is looked for in every file that a tablet, a stick and an office leave behind."""

import os
import subprocess
import sys
import uuid
from datetime import date
from pathlib import Path

import pytest

from kiosk import journal
from kiosk.paths import DataFolder
from kiosk.storage import copies
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import AnswerSet, opened, save, sealed_records
from kiosk.storage.sealed.keyfile import Cost, keep_key, wrap
from kiosk.storage.sealed.keys import make_key
from kiosk.storage.sealed.reference import grouped, lookup, new_reference
from kiosk.sync.merging.merge import merge
from kiosk.sync.returning import write_return
from kiosk.sync.transfer import write_transfer

CANARY = "Canary Wharfedale 07700900999"
DAY = date(2027, 6, 12)


def holders(root: Path, words: str) -> list[Path]:
    forms = {words.encode(code) for code in ("utf-8", "utf-16-le")} | {words.replace(" ", "").encode()}
    files = [path for path in root.rglob("*") if path.is_file()]
    return [path for path in files if any(form in path.read_bytes() for form in forms)]


@pytest.fixture
def said(tmp_path):
    """A whole way there and back; the reference that was given out, and the key."""
    secret, reference = make_key(), new_reference()
    look = lookup(reference, secret.fingerprint)
    given = AnswerSet(
        str(uuid.uuid4()),
        look,
        "fair2027",
        "join",
        "1.0",
        DAY,
        {"/data/a": CANARY},
        "en",
        notes={"a": CANARY},
    )
    with open_store(DataFolder(tmp_path / "tablet")) as tablet:
        save(tablet, secret.public, [given])
        copies.daily_copy(tablet, DAY)
        write_transfer(tablet, tmp_path / "stick")
        carried = write_transfer(tablet, tmp_path / "stick", zip=True).path
        with open_store(DataFolder(tmp_path / "office")) as office:
            keep_key(office.folder, wrap(secret, "the swings by the canal", Cost(64, 1, 1)))
            merge(office, [carried], practice=True)
            back = write_return(office, secret, tmp_path / "back").path
            (record,) = sealed_records(office)
            assert opened(secret, record).answers == {"/data/a": CANARY}
        merge(tablet, [back], practice=True)
    return reference, secret


def count_files(root):
    return sum(path.is_file() for path in root.rglob("*"))


def test_nothing_that_was_said_lies_in_the_clear(said, tmp_path, looked):
    looked(
        "11. files of a tablet, a stick and an office", count_files(tmp_path), len(holders(tmp_path, CANARY))
    )
    assert holders(tmp_path, CANARY) == []
    (tmp_path / "control.txt").write_text(f"so {CANARY} is seen")
    looked("11. a file with it (control)", 1, len(holders(tmp_path, CANARY)))
    assert len(holders(tmp_path, CANARY)) == 1


def test_nothing_of_a_whole_visit_reaches_a_log_or_a_temporary_file(
    make_stall, form_alone, tmp_path, monkeypatch, capfd, looked
):
    """The kiosk itself: typed, a fault on the way, saved; its journal, its temporary files, its output."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr("tempfile.tempdir", None)
    stall = make_stall(form_alone({"type": "text", "name": "a", "label": "What?"}))
    journal.open_journal(stall.data.made().journal)
    stall.press(stall.model.welcome.cards[0]["spoken"])
    stall.write("What?", CANARY)
    stall.kiosk.recover(ValueError, ValueError(CANARY), None)
    assert "fault ValueError" in stall.data.journal.read_text()
    stall.press("Back to the start", stall.model.welcome.cards[0]["spoken"])
    stall.write("What?", CANARY)
    stall.press("Continue", "Save")
    (kept,) = stall.saved()
    assert CANARY in kept.answers.values()
    found = [*holders(stall.data.root, CANARY), *holders(temporary, CANARY)]
    output = "".join(capfd.readouterr())
    looked("11. journal, temporary files and output of a visit", count_files(stall.data.root) + 2, len(found))
    assert found == []
    assert CANARY not in output


def test_no_reference_and_no_secret_key_does(said, tmp_path):
    reference, secret = said
    assert holders(tmp_path, reference) == holders(tmp_path, grouped(reference)) == []
    for path in (path for path in tmp_path.rglob("*") if path.is_file()):
        held = path.read_bytes()
        assert secret.encryption not in held
        assert secret.encryption.hex().encode() not in held


def test_a_fault_on_the_way_writes_nothing_of_it_to_a_log(tmp_path):
    """A traceback shows no values of ours: only code and a KioskError's facts."""
    script = (
        "import sys; from kiosk.storage.kept.records import AnswerSet, save; from datetime import date\n"
        "from kiosk.storage.database import open_store; from kiosk.paths import DataFolder\n"
        "from pathlib import Path\n"
        "from kiosk.storage.sealed.keys import practice_key\n"
        f"given = AnswerSet('x' * 36, 'l', 'e', 'a', '1', date(2027, 6, 12), {{'/a': {CANARY!r}}}, 'en')\n"
        "save(open_store(DataFolder(Path(sys.argv[1]))), practice_key(), [given])\n"
    )
    ran = subprocess.run(
        [sys.executable, "-", str(tmp_path / "data")],
        input=script,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)},
    )
    assert "IntegrityError" in ran.stderr
    assert CANARY not in ran.stderr + ran.stdout
