"""A damaged database: carried on from, read back as far as it can be, and the team is told."""

import errno
import shutil
import sqlite3
from datetime import date

import pytest

from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.paths import DataFolder
from kiosk.storage import audit, copies, damage, database, settings
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import save, sealed_records
from kiosk.storage.kept.tallies import Mark, totals
from kiosk.storage.kept.withdrawal import withdraw_record
from kiosk.sync.wiping import wipe

DAY = date(2027, 6, 12)
LEAF = 0x0A  # of an index tree: a page above the leaves takes others with it


def spoil(path, *sealed):
    """Overwrite the first page of the file that is a leaf and holds one of `sealed`."""
    content = bytearray(path.read_bytes())
    pages = (content.index(one) // 4096 * 4096 for one in sealed)
    page = next(page for page in pages if content[page] == LEAF)
    content[page : page + 4096] = b"\xff" * 4096
    path.write_bytes(content)


def ids(store):
    return {record.id for record in sealed_records(store)}


@pytest.fixture
def cut_off(folder, secret, answers, tmp_path):
    """A folder as it is when the power goes: what was saved last stands in the WAL alone."""
    with open_store(folder) as store:
        save(store, secret.public, [answers()], [Mark("visit")])
        store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        given = [answers() for _ in range(5)]
        save(store, secret.public, given)
        kept = ids(store)
        shutil.copytree(folder.root, tmp_path / "kept")
    shutil.rmtree(folder.root)
    shutil.copytree(tmp_path / "kept", folder.root)
    return kept


def test_what_stood_in_the_wal_alone_is_read_back(folder, cut_off):
    aside = damage.put_aside(folder)
    with open_store(folder) as store:
        assert damage.take_back(store.db, folder, aside, FakeClock()) == 6
        assert ids(store) == cut_off
        assert totals(store.db, "fair2027") == {}


def test_the_daily_copy_fills_in_what_cannot_be_read(folder, secret, answers):
    with open_store(folder) as store:
        save(store, secret.public, [answers() for _ in range(60)])
        whole, sealed = ids(store), [record.sealed for record in sealed_records(store)]
        copies.daily_copy(store, DAY)
        gone = sorted(whole)[25]
        withdraw_record(store, gone, DAY)
    spoil(folder.database, *sealed[25:])
    with open_store(folder) as store:
        assert store.set_aside
        assert ids(store) == whole - {gone}, "what was withdrawn since the copy stays withdrawn"


def test_a_copy_of_a_day_to_come_does_not_hide_the_newest(folder, secret, answers):
    """Once the clock was years ahead: that copy is older than its name."""
    with open_store(folder) as store:
        save(store, secret.public, [answers()])
        copies.daily_copy(store, date(2099, 1, 1))
        save(store, secret.public, [answers() for _ in range(3)])
        copies.daily_copy(store, DAY)
        whole = ids(store)
    folder.database.write_bytes(bytes(4096))
    with open_store(folder) as store:
        assert ids(store) == whole


def test_the_team_is_told_until_somebody_has_read_it(folder, secret, answers):
    with open_store(folder) as store:
        save(store, secret.public, [answers()])
        settings.put(store.db, settings.TABLET_NAME, "K")
        settings.put(store.db, settings.PIN, {"hash": "kept"})
        copies.daily_copy(store, DAY)
    folder.database.write_bytes(bytes(4096))
    for _ in range(2):
        with open_store(folder) as store:
            assert damage.untold(store.db) == [{"folder": "1", "records": 1}]
            assert settings.get(store.db, settings.TABLET_NAME) == "K"
            assert settings.get(store.db, settings.PIN) == {"hash": "kept"}, "damage opens no menus"
            acts = store.db.execute("SELECT role, act, count FROM audit").fetchall()
            assert ("program", "database-set-aside", 1) in acts
            assert audit.first_break(store.db) is None
    with open_store(folder) as store:
        damage.was_told(store.db)
        assert damage.untold(store.db) == []


def test_damage_met_while_the_stall_is_open_costs_no_answer(folder, secret, answers):
    """SQLite reads what it needs: a page spoiled on the disk is met when it is next wanted."""
    with open_store(folder) as store:
        save(store, secret.public, [answers() for _ in range(200)])
        old, many = store.store_id, ids(store)
        sealed = [record.sealed for record in sealed_records(store)]
    with open_store(folder) as store:
        content = bytearray(folder.database.read_bytes())
        pages = {content.index(one) // 4096 * 4096 for one in sealed[::10]}
        for page in pages:
            if content[page] == LEAF:
                content[page : page + 4096] = b"\xff" * 4096
        with folder.database.open("r+b") as file:
            file.write(content)
        store.db.execute("PRAGMA shrink_memory")
        given = [answers() for _ in range(20)]
        for one in given:
            save(store, secret.public, [one], [Mark("visit")])
        assert store.set_aside == folder.set_aside / "1"
        assert store.store_id != old
        found = ids(store)
        assert {one.id for one in given[-5:]} <= found
        assert len(found & many) > 50
    with open_store(folder) as store:
        assert ids(store) == found


@pytest.fixture
def failing(folder, secret, answers, monkeypatch):
    """An open store whose database is damaged, on a card that now and then takes nothing."""
    with open_store(folder) as store:
        save(store, secret.public, [answers() for _ in range(200)])
        store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        spoil(folder.database, *[record.sealed for record in sealed_records(store)][10:])
        store.db.execute("PRAGMA shrink_memory")
        yield store


def save_until_met(store, secret, answers, code):
    """Save until the damage is met, which is told as `code`; what was to be saved then."""
    for _ in range(60):
        given = answers()
        try:
            save(store, secret.public, [given])
        except KioskError as fault:
            assert fault.code is code
            return given
    raise AssertionError("the damage was never met")


@pytest.mark.parametrize("step", ["put_aside", "connect", "take_back"])
def test_what_fails_half_way_is_gone_on_with_at_the_next_try(failing, secret, answers, monkeypatch, step):
    """Nobody's answers are lost by it: "not saved yet", and then saved."""
    with monkeypatch.context() as card:
        card.setattr(database, step, lambda *_: (_ for _ in ()).throw(OSError(errno.EROFS, "read only")))
        given = save_until_met(failing, secret, answers, ErrorCode.DATA_UNWRITABLE)
        with pytest.raises(KioskError):
            save(failing, secret.public, [given])
    save(failing, secret.public, [given])
    assert given.id in ids(failing)
    assert len(ids(failing)) > 50
    assert [path.name for path in failing.folder.set_aside.iterdir()] == ["1"]


def test_a_card_that_takes_nothing_is_still_read(failing, secret, answers, monkeypatch):
    unwritable = KioskError(ErrorCode.DATA_UNWRITABLE, path=failing.folder.root)
    with monkeypatch.context() as card:
        card.setattr(DataFolder, "made", lambda _: (_ for _ in ()).throw(unwritable))
        save_until_met(failing, secret, answers, ErrorCode.DATA_UNWRITABLE)
        assert settings.get(failing.db, settings.STORE_ID) == failing.store_id


def test_a_large_database_seen_to_be_damaged_is_looked_through(folder, secret, answers, monkeypatch):
    monkeypatch.setattr(database, "CHECKED_BYTES", 0)
    with open_store(folder) as store:
        save(store, secret.public, [answers() for _ in range(60)])
        sealed = [record.sealed for record in sealed_records(store)]
    spoil(folder.database, *sealed[25:])
    with open_store(folder) as store:
        assert store.set_aside is None, "too large to be read at every start"
        with pytest.raises(KioskError) as fault, store.write() as db:
            db.execute("UPDATE record SET extra = '{\"a\": 1}'")
        assert fault.value.code is ErrorCode.DATA_DAMAGED
    for aside in (folder.set_aside / "1", None):
        with open_store(folder) as store:
            assert store.set_aside == aside


def test_an_older_database_is_read_back_too(folder, secret, answers):
    with open_store(folder) as store:
        save(store, secret.public, [answers()])
        kept = ids(store)
    aside = damage.put_aside(folder)
    with sqlite3.connect(aside / "kiosk.db") as old:
        old.execute("DROP TABLE disclosure")
        old.execute("ALTER TABLE record DROP COLUMN extra")
    with open_store(folder) as store:
        assert damage.take_back(store.db, folder, aside, FakeClock()) == 1
        assert ids(store) == kept


def test_a_wiped_tablet_has_nothing_to_tell(folder, secret, answers):
    with open_store(folder):
        pass
    folder.database.write_bytes(bytes(4096))
    with open_store(folder) as store:
        wipe(store, FakeClock())
        assert damage.untold(store.db) == []
