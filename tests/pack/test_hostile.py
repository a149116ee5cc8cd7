"""Packs that mean harm, or are damaged: refused with a line, in bounded time and memory."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.check import check_pack
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack


def refusal(path: Path) -> KioskError:
    with pytest.raises(KioskError) as fault:
        open_pack(path, None)
    (found,) = check_pack(path)
    assert found.severity == "mistake"
    return fault.value


def rezipped(
    data: bytes, change: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None
) -> bytes:
    """A workbook with its parts changed."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in (extra or {}).items():
            new.writestr(name, part)
    return made.getvalue()


def test_macros(form_file: Callable[..., Path]) -> None:
    path = form_file()
    path.write_bytes(rezipped(path.read_bytes(), lambda _, part: part, {"xl/vbaProject.bin": b"x"}))
    fault = refusal(path)
    assert (fault.code, fault.facts["reason"]) == (ErrorCode.PACK_UNSAFE, "it holds macros")


@pytest.mark.parametrize(
    "declared",
    [
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="cp037"?>',
    ],
)
def test_entities(declared: bytes, form_file: Callable[..., Path]) -> None:
    path = form_file()

    def change(name: str, part: bytes) -> bytes:
        return declared + part.partition(b"?>")[2] if name == "xl/workbook.xml" else part

    path.write_bytes(rezipped(path.read_bytes(), change))
    assert refusal(path).code is ErrorCode.PACK_UNSAFE


@pytest.mark.parametrize(
    "name", ["../../evil.xlsx", "/etc/evil", "C:\\evil.xlsx", "forms\\..\\..\\evil.xlsx"]
)
def test_a_path_outside_the_pack(
    name: str, tmp_path: Path, book: Callable[..., bytes], good_form: str
) -> None:
    with zipfile.ZipFile(tmp_path / "fair.zip", "w") as archive:
        archive.writestr("forms/park.xlsx", book(good_form))
        archive.writestr(name, b"x")
    assert refusal(tmp_path / "fair.zip").code is ErrorCode.PACK_UNSAFE


def test_a_link_out_of_the_folder(pack_folder: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    folder = pack_folder()
    (folder / "media" / "a.png").symlink_to(tmp_path / "secret.txt")
    assert refusal(folder).code is ErrorCode.PACK_UNSAFE


def test_a_bomb_is_refused_in_bounded_time_and_memory(form_file: Callable[..., Path]) -> None:
    """A sheet of 2 GB in a file of 2 MB: refused by its declared size, 2 s and 300 MB at the most."""
    path = form_file()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<a/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            block = b"<c t='inlineStr'><is><t>" + b"a" * (1 << 20)
            for _ in range(200):
                part.write(block)
    path.write_bytes(made.getvalue())
    program = (
        "import resource, sys; from pathlib import Path; from kiosk.pack.check import check_pack;"
        "resource.setrlimit(resource.RLIMIT_CPU, (3, 3)); print(check_pack(Path(sys.argv[1]))[0]);"
        # the peak of this program alone: ru_maxrss would count what the test's own process had before it
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, check=True, text=True, timeout=30
    ).stdout.splitlines()
    assert "larger than the kiosk takes" in said[0]
    assert int(said[1]) < 300 * 1024  # KiB


def test_a_zip_that_unpacks_to_much_more(tmp_path: Path, book: Callable[..., bytes], good_form: str) -> None:
    with zipfile.ZipFile(tmp_path / "fair.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("forms/park.xlsx", book(good_form))
        archive.writestr("media/a.png", b"\0" * (11 << 20))
    assert refusal(tmp_path / "fair.zip").code is ErrorCode.PACK_TOO_LARGE


def test_a_cell_longer_than_excel_can_hold(form_file: Callable[..., Path]) -> None:
    path = form_file()

    def change(name: str, part: bytes) -> bytes:
        return part.replace(b"Why is that?", b"a" * 40_000)

    path.write_bytes(rezipped(path.read_bytes(), change))
    assert refusal(path).code is ErrorCode.PACK_TOO_LARGE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><table></table></html>", "web page"),
        (b"type,name,label\n", "not an Excel workbook"),
        (b"PK\x03\x04 nothing more", "damaged"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "damaged"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"", "not an Excel workbook"),
    ],
)
def test_what_is_no_workbook(data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(data)
    fault = refusal(tmp_path / "form.xlsx")
    assert fault.code is ErrorCode.PACK_UNREADABLE
    assert reason in fault.facts["reason"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_gives_a_pack_or_a_known_fault(
    data: st.DataObject, book: Callable[..., bytes], good_form: str, tmp_path: Path
) -> None:
    """Bytes of a workbook, or of a part within it, are changed at random."""
    whole = book(good_form)
    damage = data.draw(
        st.lists(st.tuples(st.integers(0, 4000), st.binary(min_size=1, max_size=8)), max_size=6)
    )
    if data.draw(st.booleans()):
        made = damaged(whole, damage)
    else:
        names = zipfile.ZipFile(io.BytesIO(whole)).namelist()
        chosen = data.draw(st.sampled_from(names))
        made = rezipped(whole, lambda name, part: damaged(part, damage) if name == chosen else part)
    path = tmp_path / "form.xlsx"
    path.write_bytes(made)
    check_pack(path)
    try:
        assert isinstance(open_pack(path, None), Pack)
    except KioskError as fault:
        assert fault.code.startswith(("pack-", "form-"))


def damaged(whole: bytes, damage: list[tuple[int, bytes]]) -> bytes:
    made = bytearray(whole)
    for place, block in damage:
        made[place % len(made) : place % len(made) + len(block)] = block
    return bytes(made)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cells=st.dictionaries(
        st.tuples(
            st.sampled_from(["survey", "settings"]),
            st.sampled_from(["A1", "A2", "B2", "C1", "C2", "D1", "D2"]),
        ),
        st.one_of(
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30),
            st.integers(),
            st.floats(allow_nan=False, allow_infinity=False),
            st.booleans(),
            st.sampled_from(
                ["begin_repeat", "${", "select_one x", "((", "${a}", "label::", "::", "=1+1", "range"]
            ),
        ),
        max_size=5,
    )
)
def test_anything_in_the_cells_gives_a_pack_or_a_known_fault(
    cells: dict[tuple[str, str], object], form_file: Callable[..., Path], good_form: str
) -> None:
    path = form_file(good_form, cells)
    check_pack(path)
    try:
        assert isinstance(open_pack(path, None), Pack)
    except KioskError as fault:
        assert fault.code.startswith(("pack-", "form-"))


def test_more_mistakes_than_anybody_reads_are_cut_short(form_file: Callable[..., Path]) -> None:
    rows = "\n".join(f"txet | a{number} | A? " for number in range(400))
    found = check_pack(form_file(f"# survey\ntype | name | label\n{rows}"))
    assert len(found) == 201
    assert any("more than 200" in str(line) for line in found)


def test_sections_in_sections_without_end(form_file: Callable[..., Path]) -> None:
    rows = "\n".join(f"begin_group | g{number} | G" for number in range(60))
    assert refusal(form_file(f"# survey\ntype | name | label\n{rows}")).code is ErrorCode.PACK_TOO_LARGE
