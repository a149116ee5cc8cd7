"""`report` and `print` as scripts rely on them: files, exit codes, plain words, and no traceback."""

import re
import uuid
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.errors import ErrorCode
from kiosk.pack.library import open_pack
from kiosk.paths import DataFolder
from kiosk.resources import practice_pack
from kiosk.storage import audit
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import AnswerSet, remember_forms, save
from kiosk.storage.sealed.keys import practice_key
from kiosk.storage.sealed.reference import check_sign
from ui.cli import main
from ui.messages import MESSAGES

Run = Callable[..., tuple[int, str, str]]
REFERENCE = "7F3K9QXD" + check_sign("7F3K9QXD")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    def go(*words: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([*map(str, words), "--data", str(tmp_path / "data")])
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return go


@pytest.fixture
def practice_words(tmp_path: Path) -> Path:
    path = tmp_path / "practice-words"
    path.write_text("practice\n", "utf-8")
    return path


@pytest.fixture
def answered(tmp_path: Path) -> DataFolder:
    """A practice folder with twelve answers."""
    pack = open_pack(practice_pack(), None)
    data = DataFolder(tmp_path / "data").practice
    version = pack.form_of(pack.activity("park")).version
    with open_store(data.made()) as store:
        remember_forms(store, pack, date(2027, 6, 12))
        given = {"/data/often": "never", "/data/wish": "Gurpreet wants swings"}
        facts = {"event_id": pack.event.id, "activity": "park", "form_version": version, "language": "en"}
        sets = [
            AnswerSet(str(uuid.uuid4()), uuid.uuid4().hex * 2, day=date(2027, 6, 12), answers=given, **facts)
            for _ in range(12)
        ]
        save(store, practice_key(), sets)
    return data


def is_pdf(path: Path) -> bool:
    content = path.read_bytes()
    return content.startswith(b"%PDF-1.7") and content.rstrip().endswith(b"%%EOF")


def test_a_report_is_a_pdf_or_a_page_as_its_name_says(
    run: Run, answered: DataFolder, practice_words: Path, tmp_path: Path
) -> None:
    for name in ("report.pdf", "report.html"):
        code, out, err = run("report", "--to", tmp_path / name, "--passphrase-file", practice_words)
        assert (code, err) == (0, "")
        assert out.startswith("The report on 12 answer sets is in ")
        assert "Gurpreet" not in out
    assert is_pdf(tmp_path / "report.pdf")
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "What we heard" in page
    assert "Gurpreet" not in page, "nobody allowed it"
    with open_store(answered) as store:
        acts = [row[0] for row in store.db.execute("SELECT act FROM audit")]
        assert acts.count("exported") == 2
        assert audit.first_break(store.db) is None


def test_a_report_in_another_language_and_large(
    run: Run, answered: DataFolder, practice_words: Path, tmp_path: Path
) -> None:
    to = tmp_path / "new" / "report"
    words = ["--format", "html", "--language", "ur", "--passphrase-file", practice_words]
    assert run("report", "--to", to, *words)[0] == 0
    assert '<html lang="ur" dir="rtl">' in to.read_text("utf-8")
    large = tmp_path / "large.pdf"
    assert run("report", "--to", large, "--large", "--passphrase-file", practice_words)[0] == 0
    assert is_pdf(large)


def test_a_report_on_nothing_and_a_wrong_passphrase_are_said(
    run: Run, answered: DataFolder, practice_words: Path, tmp_path: Path
) -> None:
    practice_words.write_text("wrong", "utf-8")
    code, out, err = run("report", "--to", tmp_path / "r.pdf", "--passphrase-file", practice_words)
    assert (code, out) == (1, "")
    assert err.strip() == MESSAGES[ErrorCode.PASSPHRASE_WRONG]
    assert not (tmp_path / "r.pdf").exists()
    answered.database.unlink()
    practice_words.write_text("practice", "utf-8")
    code, _, err = run("report", "--to", tmp_path / "r.pdf", "--passphrase-file", practice_words)
    assert code == 1
    assert err.count("\n") == 1


def test_a_report_that_cannot_be_written_is_said(
    run: Run, answered: DataFolder, practice_words: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    code, _, err = run("report", "--to", tmp_path / "file" / "r.pdf", "--passphrase-file", practice_words)
    assert code == 1
    assert err.count("\n") == 1
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.mark.parametrize(
    "words",
    [
        ("poster", "--size", "a3", "--time", "10 am to 3 pm"),
        ("card", "--language", "pl"),
        ("paper", "--activity", "today", "--large"),
        ("slip", "--reference", REFERENCE),
        ("slip", "--reference", "7f3-k9q-xd" + REFERENCE[-1], "--roll"),
        ("slip",),
        ("charter", "--language", "ar"),
    ],
)
def test_everything_that_is_printed_is_a_pdf(run: Run, words: tuple[str, ...], tmp_path: Path) -> None:
    code, out, err = run("print", *words, "--to", tmp_path / "made.pdf")
    assert (code, err) == (0, "")
    assert str(tmp_path / "made.pdf") in out
    assert is_pdf(tmp_path / "made.pdf")
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_wrong_usage_of_print_is_exit_2(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "made.pdf"
    assert run("print", "wallpaper", "--to", to)[0] == 2
    assert run("print", "slip", "--roll", "--to", to)[0] == 2
    assert run("print", "card", "--language", "xx", "--to", to)[0] == 2
    code, _, err = run("print", "paper", "--activity", "nothing", "--to", to)
    assert code == 2
    assert "park" in err, "it says what there is"
    assert not to.exists()


def test_a_reference_that_is_none_is_said(run: Run, tmp_path: Path) -> None:
    code, _, err = run("print", "slip", "--reference", "123", "--to", tmp_path / "made.pdf")
    assert code == 1
    assert err.strip() == MESSAGES[ErrorCode.REFERENCE_WRONG]


def test_a_recovery_sheet_is_private_and_noted(run: Run, tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.write_text("a long enough passphrase\n", "utf-8")
    assert run("keys", "new", "--passphrase-file", words)[0] == 0
    to = tmp_path / "sheet.pdf"
    code, out, _ = run("print", "recovery", "--to", to, "--passphrase-file", words)
    assert code == 0
    assert "delete the file" in out
    assert is_pdf(to)
    assert to.stat().st_mode & 0o077 == 0
    assert not re.search(r"([0-9A-Z]{3} ){5}", out), "the letters are on paper alone"
    with open_store(DataFolder(tmp_path / "data")) as store:
        assert (
            store.db.execute("SELECT act FROM audit ORDER BY n DESC LIMIT 1").fetchone()[0]
            == "recovery-shown"
        )


def test_another_pack_is_named(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["new", str(tmp_path / "fair")])
    capsys.readouterr()
    code, out, err = run("print", "paper", "--pack", tmp_path / "fair", "--to", tmp_path / "made.pdf")
    assert (code, err) == (0, "")
    assert is_pdf(tmp_path / "made.pdf")
    assert "Traceback" not in out
