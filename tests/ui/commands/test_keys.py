"""`keys`: made, shown, its passphrase changed, brought back from paper, struck off, destroyed."""

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage import audit
from kiosk.storage.database import open_store
from kiosk.storage.sealed.keyfile import keys_here, open_key, public_of
from kiosk.sync.merging.signers import held_signers

OLD, NEW = "the swings by the canal", "a bench beside the pond"


@pytest.fixture
def office(run, tmp_path, passphrase_file):
    """A data folder with a new key."""
    data = DataFolder(tmp_path / "office")
    assert run("keys", "new", "--passphrase-file", passphrase_file, "--data", data.root).code == 0
    return data


@pytest.fixture
def fingerprint(office):
    return public_of(keys_here(office)[0].read_bytes()).fingerprint


@pytest.fixture
def new_file(tmp_path):
    path = tmp_path / "new.txt"
    path.write_text(NEW, "utf-8")
    return path


def acts(data):
    with open_store(data) as store:
        assert audit.first_break(store.db) is None
        return [row[0] for row in store.db.execute("SELECT act FROM audit ORDER BY n")]


def test_the_passphrase_is_changed(run, office, fingerprint, passphrase_file, new_file):
    secret = open_key(office, fingerprint, OLD)
    changing = ("--passphrase-file", passphrase_file, "--new-passphrase-file", new_file)
    assert run("keys", "passphrase", *changing, "--data", office.root).code == 0
    assert open_key(office, fingerprint, NEW) == secret
    with pytest.raises(KioskError) as fault:
        open_key(office, fingerprint, OLD)
    assert fault.value.code is ErrorCode.PASSPHRASE_WRONG
    assert acts(office) == ["key-made", "passphrase-changed"]


def test_a_wrong_passphrase_changes_nothing(run, office, fingerprint, new_file):
    before = keys_here(office)[0].read_bytes()
    ran = run(
        *("keys", "passphrase", "--passphrase-file", new_file, "--new-passphrase-file", new_file),
        *("--data", office.root),
    )
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert keys_here(office)[0].read_bytes() == before


def test_a_forgotten_passphrase_is_got_over_with_the_letters(
    run, office, fingerprint, passphrase_file, new_file, tmp_path
):
    secret, sheet = open_key(office, fingerprint, OLD), tmp_path / "sheet.txt"
    asked = ("--to", sheet, "--passphrase-file", passphrase_file, "--data", office.root)
    assert run("keys", "recovery", *asked).code == 0
    assert run("keys", "recovery", *asked).code == 2, "it overwrites nothing"
    elsewhere = DataFolder(tmp_path / "elsewhere")
    for data in (office, elsewhere):
        ran = run("keys", "restore", sheet, "--new-passphrase-file", new_file, "--data", data.root)
        assert ran.code == 0
        assert fingerprint in ran.out
        assert open_key(data, fingerprint, NEW) == secret


def test_a_key_file_is_brought_back_as_it_is(run, office, fingerprint, passphrase_file, tmp_path):
    elsewhere = DataFolder(tmp_path / "elsewhere")
    bringing = ("keys", "restore", keys_here(office)[0], "--passphrase-file", passphrase_file)
    assert run(*bringing, "--data", elsewhere.root).code == 0
    assert keys_here(elsewhere)[0].read_bytes() == keys_here(office)[0].read_bytes()
    assert run(*bringing, "--data", elsewhere.root).code == 1


def test_a_slip_in_the_letters_is_named(run, office, passphrase_file, new_file, tmp_path):
    sheet = tmp_path / "sheet.txt"
    run("keys", "recovery", "--to", sheet, "--passphrase-file", passphrase_file, "--data", office.root)
    lines = sheet.read_text().splitlines()
    lines[3] = ("7" if lines[3][0] != "7" else "8") + lines[3][1:]
    sheet.write_text("\n".join(lines))
    ran = run("keys", "restore", sheet, "--new-passphrase-file", new_file, "--data", tmp_path / "x")
    assert ran.code == 1
    assert "Line 4" in ran.err


def test_a_lost_tablet_is_struck_off(run, office):
    typed = "ABCD " * 8
    ran = run("keys", "strike", typed, "--data", office.root)
    assert "abcd" * 8 in ran.out
    with open_store(office) as store:
        assert list(store.db.execute("SELECT fingerprint, status FROM signer")) == [("abcd" * 8, "struck")]
        assert list(held_signers(store.db)) == []
    assert run("keys", "strike", "K", "--data", office.root).code == 1


def test_destroying_says_first_what_it_means(run, office, fingerprint, monkeypatch):
    monkeypatch.setattr("click.prompt", lambda *args, **options: "no")
    ran = run("keys", "destroy", "--data", office.root)
    assert ran.code == 1
    assert "no answer of its events opens again" in ran.out
    assert len(keys_here(office)) == 1
    monkeypatch.setattr("click.prompt", lambda *args, **options: fingerprint.upper())
    assert run("keys", "destroy", "--data", office.root).code == 0
    assert keys_here(office) == ()
    assert acts(office)[-1] == "key-destroyed"


def test_what_is_no_fingerprint_destroys_nothing(run, office, tmp_path):
    other = tmp_path / "other.key"
    other.write_text("mine")
    assert run("keys", "destroy", "../../other", "--yes", "--data", office.root).code == 1
    assert other.read_text() == "mine"
    assert len(keys_here(office)) == 1


def test_nothing_is_done_to_a_key_while_a_kiosk_has_the_folder(
    run, office, fingerprint, passphrase_file, new_file, tmp_path
):
    """Or it would be done and told as refused: a passphrase changed that nobody knows of."""
    before, sheet = keys_here(office)[0].read_bytes(), tmp_path / "sheet.txt"
    opening = ("--passphrase-file", passphrase_file)
    with open_store(office):
        for words in (
            ("new", *opening),
            ("passphrase", *opening, "--new-passphrase-file", new_file),
            ("recovery", *opening, "--to", sheet),
            ("destroy", "--yes"),
        ):
            ran = run("keys", *words, "--data", office.root)
            assert (ran.code, ran.err.count("\n")) == (1, 1), words
        ran = run("print", "recovery", *opening, "--to", sheet, "--data", office.root)
        assert ran.code == 1
    assert [path.read_bytes() for path in keys_here(office)] == [before]
    assert not sheet.exists()


def test_a_file_that_windows_marked_holds_the_same_passphrase(run, office, fingerprint, new_file, tmp_path):
    marked = tmp_path / "marked.txt"
    marked.write_text("the swings by the canal\r\n", "utf-8-sig")
    changing = ("--passphrase-file", marked, "--new-passphrase-file", new_file)
    assert run("keys", "passphrase", *changing, "--data", office.root).code == 0


def test_a_key_that_was_not_made_leaves_no_real_folder_behind(run, tmp_path):
    """The commands would work on it from then on, and no longer on the practice records."""
    short, data = tmp_path / "short.txt", DataFolder(tmp_path / "office")
    short.write_text("short")
    assert run("keys", "new", "--passphrase-file", short, "--data", data.root).code == 1
    assert run("keys", "restore", short, "--new-passphrase-file", short, "--data", data.root).code == 1
    assert not data.database.exists()
