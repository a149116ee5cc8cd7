"""A data folder opens safely, or says why not."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage import database, schema
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import save, sealed_records
from kiosk.storage.kept.tallies import Mark, totals


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
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('event-kiosk', 'm999_later', '')"
        )
    before = folder.database.read_bytes()
    with pytest.raises(KioskError) as fault:
        open_store(folder)
    assert fault.value.code is ErrorCode.DATA_NEWER
    assert folder.database.read_bytes() == before


def saved_visits(folder, secret, answers, count):
    with open_store(folder) as store:
        for _ in range(count):
            save(store, secret.public, [answers()], [Mark("visit")])
        return store.store_id, [record.sealed for record in sealed_records(store)]


def test_what_is_no_database_is_set_aside_with_its_wal_and_the_kiosk_carries_on(folder, secret, answers):
    old, _ = saved_visits(folder, secret, answers, 3)
    folder.database.write_bytes(bytes(100) + folder.database.read_bytes()[100:])
    folder.database.with_name("kiosk.db-wal").write_bytes(b"left over")
    with open_store(folder) as store:
        assert store.store_id != old
        assert store.set_aside == folder.set_aside / "1"
        save(store, secret.public, [answers()])
        assert len(list(sealed_records(store))) == 1
    assert (folder.set_aside / "1" / "kiosk.db").read_bytes()[:100] == bytes(100)
    with open_store(folder) as store:
        assert store.set_aside is None


LEAF = 0x0A  # of an index tree: a page above the leaves would take others with it


def test_a_torn_page_costs_only_what_it_held(folder, secret, answers):
    old, sealed = saved_visits(folder, secret, answers, 60)
    content = bytearray(folder.database.read_bytes())
    pages = (content.index(one) // 4096 * 4096 for one in sealed[20:40])
    page = next(page for page in pages if content[page] == LEAF)
    content[page : page + 4096] = b"\xff" * 4096
    folder.database.write_bytes(content)
    with open_store(folder) as store:
        assert store.store_id != old
        found = [record.sealed for record in sealed_records(store)]
        assert set(found) < set(sealed)
        assert 40 <= len(found) < 60
        assert totals(store.db, "fair2027") == {}, "its tallies may have been carried already"


def test_a_migration_killed_midway_is_finished_at_the_next_open(folder, monkeypatch):
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
