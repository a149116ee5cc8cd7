"""A database found damaged while a resident saves: thanked once it is kept, and the stall goes on."""

from datetime import timedelta

LEAF = 0x0A


def spoil(path):
    """Every leaf of the file but the first page, under the open stall."""
    content = bytearray(path.read_bytes())
    for page in range(4096, len(content), 4096):
        if content[page] == LEAF:
            content[page : page + 4096] = b"\xff" * 4096
    with path.open("r+b") as file:
        file.write(content)


def a_visit(stall):
    stall.press("How was today?", "Start", "Good")
    assert stall.page == "thanks"
    stall.press("Finish and clear")


def test_the_stall_goes_on(stall):
    for _ in range(3):
        a_visit(stall)
    store = stall.kiosk.keeping.store
    old = store.store_id
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    spoil(stall.kiosk.data.database)
    store.db.execute("PRAGMA shrink_memory")
    a_visit(stall)
    assert store.store_id != old
    assert store.set_aside == stall.kiosk.data.set_aside / "1"
    assert len(stall.saved()) >= 1
    forms = store.db.execute("SELECT DISTINCT activity FROM form").fetchall()
    assert ("today",) in forms, "without its form, an office could not read it"
    a_visit(stall)
    assert len(stall.saved()) >= 2


def test_each_day_has_its_copy(stall):
    a_visit(stall)
    stall.clock.advance(timedelta(days=1).total_seconds())
    a_visit(stall)
    assert len(list(stall.kiosk.data.copies.glob("*.db"))) == 2
