"""Packs opened: what is in them, and that they are compiled once."""

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.check import check_pack
from kiosk.pack.compiled import dump_pack, load_pack
from kiosk.pack.findings import Severity
from kiosk.pack.library import open_pack
from kiosk.pack.model import ActivityKind, Pack, Rung
from kiosk.pack.practice import compile_beside
from kiosk.resources import practice_pack

REAL = (
    "all-question-types-v2024091201-3.xlsx",
    "choice_filter_test.xlsx",
    "field-list.xlsx",
    "or_other.xlsx",
    "specify_other.xlsx",
    "tutorial.xls",
    "xlsform_spec_test.xlsx",
)


@pytest.mark.parametrize("name", REAL)
def test_every_real_form_opens(name: str, real_forms: Path, tmp_path: Path) -> None:
    pack = open_pack(real_forms / name, tmp_path)
    (activity,) = pack.activities
    assert pack.practice
    assert pack.event.id == activity.form_id == activity.id
    assert "<h:html" in pack.form_of(activity).xml
    assert open_pack(real_forms / name, tmp_path) == pack


def test_a_real_form_lists_what_it_leaves_out(real_forms: Path) -> None:
    pack = open_pack(real_forms / REAL[0], None)
    left = {out.path: out for out in pack.forms["all-question-types"].left_out}
    assert left["/data/geo_question_types/geopoint"].type == "geopoint"
    assert "/data/other_question_types/rank" not in left
    assert left["/data/text_question_types/ex_string"].type == "external app"
    assert "/data/text_question_types/string" not in left


def test_a_form_alone_is_a_practice_pack(form_file: Callable[..., Path], tmp_path: Path) -> None:
    text = """
# survey
type | name | label::English (en) | label::Punjabi (pa) | kiosk::role
select_one yn or_other | often | Often? | ਅਕਸਰ? | quote
begin_group | g | G | ਗ |
geopoint | home | Where? | ਕਿੱਥੇ? |
end_group | | | |
# choices
list_name | name | label::English (en) | label::Punjabi (pa)
yn | yes | Yes | ਹਾਂ
# settings
form_title | form_id | version | default_language
Park | park | 7 | English (en)
"""
    pack = open_pack(form_file(text), tmp_path / "packs")
    form = pack.forms["park"]
    assert pack.event.languages == ("en", "pa")
    assert pack.event.title.say("en") == "Park"
    assert pack.activities[0].kind is ActivityKind.QUESTIONS
    assert form.roles == {"/data/often": "quote"}
    assert form.or_other == ("/data/often",)
    assert [(out.path, out.label.say("pa")) for out in form.left_out] == [("/data/g/home", "ਕਿੱਥੇ?")]
    author, _, digest = form.version.partition(".")
    assert (author, len(digest)) == ("7", 8)


def test_an_event_says_all_of_its_sheets(pack_folder: Callable[..., Path], good_event: str) -> None:
    event = good_event.replace("We read it all.", "We read it all.¶Then we decide.") + (
        "# tablets\nname\nNorth gate\n# texts\nkey | text\nFinish and clear | Goodbye\n"
        "# replies\nid | date | status | said | references | activity\n"
        "r | 2027-05-01 | done | Lights | AAA, BBB | park\n"
        "# ideas\nid | text | status\ni | A bench | shown\n"
        "# profile\nkey | bucket | label | share\nage | old | Old | 15%\n"
    )
    pack = open_pack(pack_folder(event), None)
    promise = pack.promise_of(pack.activity("park"))
    assert promise is not None
    assert promise.rung is Rung.CONSULT
    assert [step.say("en") for step in promise.next_steps] == ["We read it all.", "Then we decide."]
    assert pack.tablets == ("North gate",)
    assert pack.texts["Finish and clear"].say("en") == "Goodbye"
    assert (pack.replies[0].references, pack.replies[0].activity) == (("AAA", "BBB"), "park")
    assert (pack.ideas[0].text.say("en"), pack.profile[0].share) == ("A bench", 0.15)
    assert pack.practice


def test_a_pack_with_a_key_is_real(pack_folder: Callable[..., Path], good_event: str) -> None:
    event = good_event.replace("event_id | fair-1", "event_id | fair-1\noffice_key | abc def")
    pack = open_pack(pack_folder(event), None)
    assert (pack.practice, pack.event.office_key) == (False, "abcdef")


def test_a_promise_in_other_words_has_another_version(
    pack_folder: Callable[..., Path], good_event: str
) -> None:
    first = open_pack(pack_folder(), None).promises[0].version
    second = open_pack(pack_folder(good_event.replace("The money.", "The trees.")), None).promises[0].version
    assert len(first) == len(second) == 8
    assert first != second


def test_the_compiled_pack_is_used_until_the_sources_change(
    pack_folder: Callable[..., Path], good_event: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "packs"
    pack = open_pack(pack_folder(files={"media/a.png": b"picture"}), cache)
    assert pack.folder == cache / pack.source
    assert (pack.folder / "media" / "a.png").read_bytes() == b"picture"
    assert list(pack.media) == ["media/a.png"]
    with monkeypatch.context() as patched:
        patched.setattr("kiosk.pack.compile.compile_pack", _never)
        assert open_pack(tmp_path / "fair", cache) == pack
    changed = open_pack(pack_folder(good_event.replace("Our fair", "Your fair")), cache)
    assert (changed.source != pack.source, changed.event.title.say("en")) == (True, "Your fair")


def _never(*_: object) -> Pack:
    raise AssertionError("it was compiled again")


def test_a_damaged_copy_is_made_again(pack_folder: Callable[..., Path], tmp_path: Path) -> None:
    pack = open_pack(pack_folder(), tmp_path / "packs")
    (pack.folder / "pack.json").write_text(json.dumps({"format": 1, "source": pack.source}))
    assert open_pack(tmp_path / "fair", tmp_path / "packs") == pack
    assert [path.name for path in (tmp_path / "packs").iterdir()] == [pack.source]


def test_a_folder_compiled_beside_its_sources_needs_no_cache(
    pack_folder: Callable[..., Path], good_event: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pack_folder()
    compile_beside(folder)
    with monkeypatch.context() as patched:
        patched.setattr("kiosk.pack.compile.compile_pack", _never)
        pack = open_pack(folder, None)
    assert pack.folder == folder
    newer = open_pack(pack_folder(good_event.replace("Our fair", "Your fair")), None)
    assert newer.event.title.say("en") == "Your fair"


def test_a_zip_is_the_folder(pack_folder: Callable[..., Path], tmp_path: Path) -> None:
    folder = pack_folder(files={"media/a.png": b"picture"})
    for wrapped in ("", "fair/"):
        with zipfile.ZipFile(tmp_path / "fair.zip", "w") as archive:
            for path in folder.rglob("*.*"):
                archive.write(path, wrapped + path.relative_to(folder).as_posix())
            archive.writestr("__MACOSX/._event.xlsx", b"rubbish")
        pack = open_pack(tmp_path / "fair.zip", tmp_path / "packs")
        assert pack.source == open_pack(folder, None).source
        assert (pack.folder / "media" / "a.png").read_bytes() == b"picture"


def test_the_same_sources_give_the_same_bytes(pack_folder: Callable[..., Path]) -> None:
    folder = pack_folder()
    program = (
        "import sys; from pathlib import Path; from kiosk.pack.compiled import dump_pack;"
        "from kiosk.pack.library import open_pack;"
        "sys.stdout.buffer.write(dump_pack(open_pack(Path(sys.argv[1]), None)))"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", program, str(folder)],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1] == dump_pack(open_pack(folder, None))


def test_loading_a_compiled_pack_imports_no_compiler(
    pack_folder: Callable[..., Path], tmp_path: Path
) -> None:
    pack = open_pack(pack_folder(), tmp_path / "packs")
    program = (
        "import sys; from pathlib import Path; from kiosk.pack.library import open_pack;"
        "open_pack(Path(sys.argv[1]), Path(sys.argv[2]));"
        "print([name for name in ('pyxform', 'openpyxl', 'lark', 'xlrd') if name in sys.modules])"
    )
    arguments = [sys.executable, "-c", program, str(tmp_path / "fair"), str(pack.folder.parent)]
    assert subprocess.run(arguments, capture_output=True, check=True, text=True).stdout.strip() == "[]"


def test_a_pack_of_another_version_is_not_misread(pack_folder: Callable[..., Path], tmp_path: Path) -> None:
    folder = open_pack(pack_folder(), tmp_path / "packs").folder
    facts = json.loads((folder / "pack.json").read_text())
    (folder / "pack.json").write_text(json.dumps({**facts, "format": 99}))
    with pytest.raises(KioskError) as fault:
        load_pack(folder)
    assert fault.value.code is ErrorCode.PACK_UNREADABLE


def test_media_beside_a_single_form_come_along(form_file: Callable[..., Path], tmp_path: Path) -> None:
    path = form_file()
    (tmp_path / "park-media").mkdir()
    (tmp_path / "park-media" / "a.png").write_bytes(b"picture")
    pack = open_pack(path, tmp_path / "packs")
    assert (pack.folder / "media" / "a.png").read_bytes() == b"picture"


@pytest.mark.parametrize(
    ("event", "code"),
    [
        ("# event\nkey | value\ntitle | Fair", ErrorCode.PACK_MISTAKES),
        ("# nothing\nkey\nvalue", ErrorCode.PACK_MISTAKES),
    ],
)
def test_an_event_that_cannot_run_is_refused(
    event: str, code: ErrorCode, pack_folder: Callable[..., Path]
) -> None:
    with pytest.raises(KioskError) as fault:
        open_pack(pack_folder(event), None)
    assert fault.value.code is code
    assert "event.xlsx" in fault.value.facts["first"]


def test_a_form_pyxform_refuses_says_its_reason_in_one_line(form_file: Callable[..., Path]) -> None:
    with pytest.raises(KioskError) as fault:
        open_pack(form_file("# survey\ntype | name | label\ntext | 1 a | A?"), None)
    assert fault.value.code is ErrorCode.FORM_UNREADABLE
    assert fault.value.facts["reason"].startswith("row 2: ")
    assert "\n" not in fault.value.facts["reason"]


def test_nothing_there_and_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path, code in (
        (tmp_path / "nowhere", ErrorCode.PACK_NOT_FOUND),
        (tmp_path / "empty", ErrorCode.PACK_WITHOUT_FORMS),
    ):
        with pytest.raises(KioskError) as fault:
            open_pack(path, None)
        assert fault.value.code is code


def test_the_practice_event_is_clean_and_ships_compiled(tmp_path: Path) -> None:
    if not (practice_pack() / "event.xlsx").exists():
        pytest.skip("the practice event is not written yet")
    assert [str(found) for found in check_pack(practice_pack()) if found.severity is Severity.MISTAKE] == []
    shutil.copytree(practice_pack(), tmp_path / "practice")
    shipped = (practice_pack() / "pack.json").read_bytes()
    assert shipped == compile_beside(tmp_path / "practice").read_bytes(), "run python -m kiosk.pack.practice"
