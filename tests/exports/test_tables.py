"""Staff read exactly what residents said, in tables that open anywhere and run nothing."""

import csv
import json
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from exports.readable.answers import Shape, answer_tables
from exports.readable.tables import export_tables
from exports.sheets.cells import guarded, read_back, unguarded
from exports.sheets.files import write_csv, write_xlsx
from exports.sheets.table import plain_table
from kiosk.errors import ErrorCode, KioskError
from kiosk.forms.columns import Column
from kiosk.forms.kinds import Kind
from kiosk.storage import audit
from kiosk.storage.kept.ideas import Idea, back_idea, put_idea
from kiosk.storage.kept.records import save, sealed_records
from kiosk.storage.kept.withdrawal import set_gone
from kiosk.storage.sealed.keys import make_key

HARD = [
    "07700900123",
    "+44 7700 900123",
    "ਗੁਰਪ੍ਰੀਤ ਕੌਰ",
    "عائشہ خان",
    "two\nlines\r\nand three",
    '=HYPERLINK("http://x")',
    "-5",
    "@home",
    "\ttabbed",
    "'quoted'",
    "''",
    'a "b", c;d',
    "",
    "1e5",
    "2027-06-12",
    "TRUE",
]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_guarded_cell_reads_back_and_begins_with_nothing_risky(cell):
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_every_cell_comes_back_as_it_was_given(tmp_path, suffix):
    table = plain_table("t", ("KEY", "said"), [(str(n), cell) for n, cell in enumerate(HARD)])
    if suffix == "csv":
        (path,) = write_csv([table], tmp_path)
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    else:
        (path,) = write_xlsx([table], tmp_path / "t.xlsx")
    back = [row["said"] for row in read_back(path)]
    if suffix == "xlsx":
        assert back == [cell.replace("\r\n", "\n") for cell in HARD]
    else:
        assert back == HARD


def test_no_cell_of_a_workbook_is_a_number_or_a_formula(tmp_path):
    (path,) = write_xlsx([plain_table("t", ("a",), [(cell,) for cell in HARD if cell])], tmp_path / "t.xlsx")
    cells = [row[0] for row in load_workbook(path).worksheets[0].iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}


def test_what_excel_cannot_hold_is_cut_and_said(tmp_path):
    table = plain_table("t", ("a",), [("x" * 40_000,), ("bell \x07",)])
    (path,) = write_xlsx([table], tmp_path / "t.xlsx")
    long, bell = (row["a"] for row in read_back(path))
    assert len(long) <= 32_767
    assert long.endswith("in the CSV export)")
    assert bell == "bell \ufffd"
    (whole,) = write_csv([table], tmp_path)
    assert read_back(whole)[0]["a"] == "x" * 40_000


def test_one_column_a_question_in_the_newest_order_and_retired_ones_after(
    office, secret, answers, old_version, tmp_path
):
    new = answers({"name": "Gurpreet", "bring": "skill", "email": "g@example.org", "yes": "yes"})
    old = answers({"name": "Aisha", "phone": "+44 7700 900123"}, form_version=old_version)
    save(office, secret.public, [new, old])
    done = export_tables(office, secret, tmp_path / "out")
    path = tmp_path / "out" / "fair2027" / "join.csv"
    assert path in done.files
    rows = {row["KEY"]: row for row in read_back(path)}
    assert list(rows[new.id]) == [
        "KEY",
        "data-name",
        "data-day",
        "bring",
        "bring/time",
        "bring/skill",
        "email",
        "yes",
        "data-group-name",
        "phone",
        "day",
        "language",
        "form_version",
        "promise_version",
        "assisted",
        "finished",
    ]
    assert (rows[new.id]["bring/time"], rows[new.id]["bring/skill"]) == ("0", "1")
    assert (rows[old.id]["bring/time"], rows[old.id]["phone"]) == ("", "+44 7700 900123")
    assert rows[new.id]["day"] == "2027-06-12"
    assert rows[old.id]["form_version"] == old_version
    assert done.records == 2


def test_offers_and_consents_have_tables_of_their_own(office, secret, answers, tmp_path):
    shown = {"consents": {"news": {"words": "May we write to you?", "version": "3"}}}
    with_words = answers({"bring": "time skill", "yes": "yes"}, notes=shown)
    without = answers({"yes": "no"}, language="pa")
    save(office, secret.public, [with_words, without])
    export_tables(office, secret, tmp_path)
    (offer,) = read_back(tmp_path / "fair2027" / "offers.csv")
    assert (offer["KEY"], offer["kind"], offer["question"]) == (
        with_words.id,
        "offer",
        "What could you bring?",
    )
    assert (offer["answer"], offer["answer_words"]) == ("time skill", "Time; A skill")
    consents = {row["KEY"]: row for row in read_back(tmp_path / "fair2027" / "consents.csv")}
    assert consents[with_words.id]["wording"] == "May we write to you?"
    assert consents[with_words.id]["version"] == "3"
    assert consents[without.id]["wording"] == "ਮੈਨੂੰ ਲਿਖੋ"
    assert {row["organisation"] for row in consents.values()} == {"Sandwell Council"}
    assert {row["answer"] for row in consents.values()} == {"yes", "no"}


def test_a_repeat_is_a_table_below_its_parent(office, secret, answers, tmp_path):
    shape = Shape(
        (
            Column("/data/name", "name", Kind.TEXT),
            Column("/data/child/age", "age", Kind.INTEGER, repeat="/data/child"),
            Column("/data/child/pet/kind", "kind", Kind.TEXT, repeat="/data/child/pet"),
        )
    )
    made = answers({"name": "G", "child[1]/age": "4", "child[2]/age": "7", "child[2]/pet[1]/kind": "dog"})
    main, child, pet = answer_tables("join", shape, [made])
    assert (main.name, child.name, pet.name) == ("join", "join-child", "join-pet")
    assert child.rows == (
        (f"{made.id}/child[1]", made.id, "4"),
        (f"{made.id}/child[2]", made.id, "7"),
    )
    assert pet.rows == ((f"{made.id}/child[2]/pet[1]", f"{made.id}/child[2]", "dog"),)


def test_a_broken_record_is_skipped_and_named(office, secret, answers, tmp_path):
    good, bad = answers({"name": "Gurpreet"}), answers({"name": "Aisha"})
    save(office, secret.public, [good, bad])
    office.db.execute("UPDATE record SET sealed = zeroblob(560) WHERE id = ?", [bad.id])
    done = export_tables(office, secret, tmp_path)
    assert done.skipped == (bad.id,)
    assert [row["KEY"] for row in read_back(tmp_path / "fair2027" / "join.csv")] == [good.id]


def test_withdrawn_records_and_those_of_other_keys_are_not_read(office, secret, answers, tmp_path):
    mine, gone, other = (answers({"name": name}) for name in ("a", "b", "c"))
    save(office, secret.public, [mine, gone])
    save(office, make_key().public, [other])
    set_gone(office.db, next(record for record in sealed_records(office) if record.id == gone.id), 1)
    done = export_tables(office, secret, tmp_path)
    assert (done.records, done.other_keys, done.skipped) == (1, 1, ())


def test_nothing_to_read_is_said(office, secret, tmp_path):
    with pytest.raises(KioskError) as fault:
        export_tables(office, secret, tmp_path / "out")
    assert fault.value.code is ErrorCode.NOTHING_TO_EXPORT
    assert not (tmp_path / "out").exists()


def test_without_its_form_an_answer_still_shows_by_its_path(office, secret, answers, tmp_path):
    office.db.execute("DELETE FROM form")
    save(office, secret.public, [answers({"name": "Gurpreet"})])
    export_tables(office, secret, tmp_path)
    assert read_back(tmp_path / "fair2027" / "join.csv")[0]["name"] == "Gurpreet"


def test_a_form_that_cannot_be_read_is_named(office, secret, answers, tmp_path):
    office.db.execute("UPDATE form SET body = replace(body, '<h:html', '<broken')")
    save(office, secret.public, [answers({"name": "Gurpreet"})])
    done = export_tables(office, secret, tmp_path)
    assert len(done.unreadable_forms) == 2
    assert read_back(tmp_path / "fair2027" / "join.csv")[0]["name"] == "Gurpreet"


def test_a_language_that_few_used_is_not_shown_beside_answers(office, secret, answers, tmp_path):
    common = [answers({"name": "x"}, language="pa") for _ in range(10)]
    rare = [answers({"name": "y"}, language="ro") for _ in range(9)]
    save(office, secret.public, common + rare)
    export_tables(office, secret, tmp_path)
    shown = {row["data-name"]: row["language"] for row in read_back(tmp_path / "fair2027" / "join.csv")}
    assert shown == {"x": "pa", "y": "other"}


def test_one_workbook_an_event_with_a_sheet_a_table(office, secret, answers, tmp_path):
    save(office, secret.public, [answers({"name": "=1+1", "bring": "time"})])
    put_idea(office.db, Idea("i1", "fair2027", "idea", "A bench", "en", "approved"))
    back_idea(office.db, office.store_id, "i1")
    done = export_tables(office, secret, tmp_path, "xlsx")
    assert done.files == (tmp_path / "fair2027.xlsx",)
    book = load_workbook(done.files[0])
    assert book.sheetnames == ["join", "offers", "ideas", "explained"]
    assert read_back(done.files[0])[0]["data-name"] == "=1+1"
    assert [cell.value for cell in book["ideas"][2]][5] == "1"


def test_the_metadata_beside_a_table_tells_each_question(office, secret, answers, tmp_path):
    save(office, secret.public, [answers({"bring": "time"})])
    export_tables(office, secret, tmp_path)
    facts = json.loads((tmp_path / "fair2027" / "join.csv-metadata.json").read_text("utf-8"))
    header = next(csv.reader(StringIO((tmp_path / "fair2027" / "join.csv").read_text("utf-8-sig"))))
    described = facts["tableSchema"]["columns"]
    assert [column["titles"] for column in described] == header
    bring = next(column for column in described if column["titles"] == "bring")
    assert {"@value": "What could you bring?", "@language": "en"} in bring["dc:description"]


def test_a_stick_that_cannot_be_written_is_told(office, secret, answers, tmp_path):
    save(office, secret.public, [answers({"name": "x"})])
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KioskError) as fault:
        export_tables(office, secret, tmp_path / "file")
    assert fault.value.code is ErrorCode.TRANSFER_FOLDER


def test_reading_leaves_a_trace_without_words(office, secret, answers, tmp_path):
    save(office, secret.public, [answers({"name": "Gurpreet"})])
    export_tables(office, secret, tmp_path)
    row = office.db.execute("SELECT role, act, count, subject FROM audit").fetchone()
    assert row == ("staff", "exported", 1, secret.fingerprint)
    assert audit.first_break(office.db) is None


def test_two_tables_of_one_name_do_not_overwrite_each_other(tmp_path):
    tables = [plain_table("ideas", ("KEY",), [("1",)]), plain_table("Ideas", ("KEY",), [("2",)])]
    assert [path.name for path in write_csv(tables, tmp_path)] == ["ideas.csv", "Ideas-2.csv"]
    (book,) = write_xlsx(tables, tmp_path / "t.xlsx")
    assert load_workbook(book).sheetnames == ["ideas", "Ideas-2"]
