"""A migration killed at any statement, a newer schema, a second copy of the program: refused or finished."""

import os
import sqlite3
import subprocess
import sys

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage import schema
from kiosk.storage.database import open_store

VISITS = 5
STEP = 1 if int(os.environ.get("KIOSK_KILLS", "0")) > 100 else 5


def saved(started, folder, visits=VISITS):
    with started("saver.py", folder.root, 0, visits) as process:
        return {line.strip() for line in process.stdout} - {"ready"}


def kept(folder):
    with open_store(folder) as store:
        assert store.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return {row[0] for row in store.db.execute("SELECT id FROM record")}


@pytest.mark.slow
def test_an_upgrade_killed_at_any_statement_is_finished_at_the_next_start(
    tmp_path, started, monkeypatch, counted
):
    """The database of the first release, with visits in it; then every later migration, cut anywhere."""
    folder, tries, lost = DataFolder(tmp_path / "data"), 0, 0
    given = saved(started, folder)
    later = [migration.name for migration in schema.MIGRATIONS._migrations[1:]]
    assert later
    for statement in range(1, 40, STEP):
        with sqlite3.connect(folder.database) as db:
            undone = [name for name in later if undo(db, name)]
        assert undone
        script = KILLED.format(root=str(folder.root), statement=statement)
        ran = subprocess.run([sys.executable, "-c", script], check=False)
        tries += 1
        found = kept(folder)
        lost += len(given - found)
        if ran.returncode == 0:
            break
    assert tries > 3
    counted("10. migration killed at any statement", tries, len(given) * tries, lost)
    assert lost == 0


def undo(db, name):
    """The database as it was before the migration `name`, where that is only a table that it made."""
    made = {"m002_disclosures": "disclosure"}.get(name)
    if made:
        db.execute(f"DROP TABLE IF EXISTS {made}")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = ?", [name])
    return made


KILLED = """
import os, signal
from pathlib import Path
from kiosk.paths import DataFolder
from kiosk.storage import database
statements = 0
def count(sql):
    global statements
    statements += 1
    if statements == {statement}:
        os.kill(os.getpid(), signal.SIGKILL)
bring = database._bring_up_to_date
def watched(db, path):
    db.conn.set_trace_callback(count)
    bring(db, path)
database._bring_up_to_date = watched
database.open_store(DataFolder(Path({root!r}))).close()
"""


def test_a_newer_schema_is_refused_and_not_touched(tmp_path, started, counted):
    folder = DataFolder(tmp_path / "data")
    given = saved(started, folder)
    with sqlite3.connect(folder.database) as db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('event-kiosk', 'm999_later', '')"
        )
    with pytest.raises(KioskError) as told:
        open_store(folder)
    assert told.value.code is ErrorCode.DATA_NEWER
    with sqlite3.connect(folder.database) as db:
        found = {row[0] for row in db.execute("SELECT id FROM record")}
    counted("10. newer schema", 1, len(given), len(given - found))
    assert given <= found


@pytest.mark.slow
def test_a_second_copy_is_refused_and_the_first_goes_on(tmp_path, started, counted):
    folder, given = DataFolder(tmp_path / "data"), set()
    with started("saver.py", folder.root, 0) as first:
        assert first.stdout.readline() == "ready\n"
        for _ in range(VISITS):
            with started("saver.py", folder.root, 0, 1) as second:
                assert second.stdout.read() == "told data-locked\n"
            given |= {first.stdout.readline().strip() for _ in range(10)}
        first.kill()
        given |= {line.strip() for line in first.stdout if line.endswith("\n")}
    found = kept(folder)
    counted("10. second copy of the program", VISITS, len(given), len(given - found))
    assert given <= found
