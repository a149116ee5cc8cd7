"""A data folder opens safely, or says why not."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage import database
from kiosk.storage.database import open_store
from kiosk.storage.records import save, sealed_records


def test_the_safe_settings_hold_at_every_open(folder):
    for _ in range(2):
        with open_store(folder) as store:
            found = {name: store.db.execute(f"PRAGMA {name}").fetchone()[0] for name in database.SAFE}
            assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_a_setting_that_does_not_hold_is_refused(folder, monkeypatch):
    weak = tuple("PRAGMA synchronous = NORMAL" if "synchronous" in s else s for s in database.SETUP)
    monkeypatch.setattr(database, "SETUP", weak)
    with pytest.raises(KioskError) as fault:
        open_store(folder)
    assert fault.value.code is ErrorCode.DATA_UNSAFE
    assert fault.value.facts["setting"] == "synchronous"


def test_every_table_is_strict(store):
    strict = dict(store.db.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"))
    ours = {name for name in strict if not name.startswith(("sqlite_", "_sqlite_"))}
    assert {"record", "tally", "idea", "backing", "reply", "pack", "quarantine", "audit", "setting"} <= ours
    assert all(strict[name] for name in ours)


def test_a_store_keeps_its_random_id(folder):
    with open_store(folder) as store:
        first = store.store_id
    with open_store(folder) as store:
        assert store.store_id == first
    with open_store(folder.practice) as store:
        assert store.store_id != first


def test_a_second_copy_of_the_program_is_refused_and_the_lock_dies_with_its_holder(folder):
    with open_store(folder):
        with pytest.raises(KioskError) as fault:
            open_store(folder)
        assert fault.value.code is ErrorCode.DATA_LOCKED
    open_store(folder).close()


def test_another_process_is_refused_too(folder):
    opening = f"""
from pathlib import Path
from kiosk.errors import KioskError
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
try:
    open_store(DataFolder(Path({str(folder.root)!r})))
except KioskError as fault:
    print(fault.code)
"""
    with open_store(folder):
        told = subprocess.run([sys.executable, "-c", opening], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "data-locked"


def test_a_job_has_a_connection_of_its_own(store, secret, answers):
    save(store, secret.public, [answers()])
    with store.another() as job:
        assert len(list(sealed_records(job))) == 1
    save(store, secret.public, [answers()])
    assert len(list(sealed_records(store))) == 2


def test_a_newer_schema_is_refused_and_untouched(folder):
    with open_store(folder) as store:
        store.db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('event-kiosk', 'm999', '')"
        )
    before = folder.database.read_bytes()
    with pytest.raises(KioskError) as fault:
        open_store(folder)
    assert fault.value.code is ErrorCode.DATA_NEWER
    assert folder.database.read_bytes() == before


@pytest.mark.parametrize("damage", ["not a database", "a torn page"])
def test_a_damaged_database_is_set_aside_with_its_wal_and_the_kiosk_carries_on(
    folder, secret, answers, damage
):
    with open_store(folder) as store:
        for _ in range(40):
            save(store, secret.public, [answers()])
        old = store.store_id
    content = bytearray(folder.database.read_bytes())
    if damage == "not a database":
        content[:100] = bytes(100)
    else:
        for page in range(1, len(content) // 4096, 2):
            content[page * 4096 : page * 4096 + 512] = b"\xff" * 512
    folder.database.write_bytes(content)
    folder.database.with_name("kiosk.db-wal").write_bytes(b"left over")
    with open_store(folder) as store:
        assert store.store_id != old
        assert store.set_aside == folder.set_aside / "1"
        save(store, secret.public, [answers()])
        assert len(list(sealed_records(store))) == 1
    kept = sorted(path.name for path in (folder.set_aside / "1").iterdir())
    assert kept[0] == "kiosk.db"
    assert (folder.set_aside / "1" / "kiosk.db").stat().st_size == len(content)
    with open_store(folder) as store:
        assert store.set_aside is None


def test_a_migration_killed_midway_is_finished_at_the_next_open(folder, monkeypatch):
    from kiosk.storage import schema

    def killed(db):
        db.execute(schema.FIRST[0])
        raise KeyboardInterrupt

    whole = schema.MIGRATIONS._migrations[0].fn
    monkeypatch.setattr(schema.MIGRATIONS._migrations[0], "fn", killed)
    with pytest.raises(KeyboardInterrupt):
        open_store(folder)
    monkeypatch.setattr(schema.MIGRATIONS._migrations[0], "fn", whole)
    with open_store(folder) as store:
        assert store.db.execute("SELECT count(*) FROM record").fetchone()[0] == 0


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KioskError) as fault:
        open_store(DataFolder(tmp_path / "file" / "data"))
    assert fault.value.code is ErrorCode.DATA_UNWRITABLE


def test_only_its_owner_can_read_the_files(store):
    if sys.platform == "win32":
        pytest.skip("Windows has its own permissions")
    assert store.folder.root.stat().st_mode & 0o077 == 0
    assert store.folder.database.stat().st_mode & 0o077 == 0


def test_a_bug_in_our_sql_stays_a_bug(store):
    with pytest.raises(sqlite3.IntegrityError), store.write() as db:
        db.execute("INSERT INTO setting VALUES ('x', 'not JSON')")
