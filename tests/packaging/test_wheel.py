"""The wheel, built, installed elsewhere and started: nothing that the program reads is left behind."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# What a wheel has lost in silence before, or would be useless without; paths or patterns inside it.
NEEDED = (
    "ui/qml/Kiosk/Main.qml",
    "ui/qml/Kiosk/Theme/qmldir",
    "ui/qml/Kiosk/Components/qmldir",
    "ui/qml/Kiosk/Pages/qmldir",
    "exports/readable/tables.py",
    "assets/icons/*.svg",
    "assets/keyboards/*.json",
    "assets/i18n/pa/LC_MESSAGES/kiosk.mo",
    "assets/i18n/ur/LC_MESSAGES/kiosk.mo",
    "assets/practice/event.xlsx",
    "assets/practice/forms/*.xlsx",
    "assets/practice/practice.key",
    "assets/LICENSES.md",
)

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("elsewhere")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(*pip, "--no-deps", "--no-index", "--target", str(folder), str(wheel), cwd=folder)
    return folder


def run(*command: str, cwd: Path, path: Path | None = None) -> str:
    """What `command` prints; it must end well. `path` goes before the checkout on Python's own path."""
    environment = {**os.environ, "PYTHONPATH": str(path)} if path else None
    ended = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, f"{' '.join(command)}\n{ended.stdout}\n{ended.stderr}"
    return ended.stdout


def test_the_wheel_carries_what_the_program_needs(installed: Path) -> None:
    missing = [pattern for pattern in NEEDED if not any(installed.glob(pattern))]
    assert missing == [], "see [tool.hatch.build.targets.wheel] in pyproject.toml, and .gitignore"


def test_the_wheel_carries_every_file_of_the_packages(installed: Path) -> None:
    """All of the checkout's own files: QML, icons, catalogues, keyboards, sounds, forms, code."""
    kept = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    own = {
        path.relative_to(ROOT).as_posix()
        for package in ("kiosk", "exports", "ui", "assets")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(("~$", "."))
    }
    assert own - kept == set()


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        tops = {name.split("/")[0] for name in packed.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kiosk", "exports", "ui", "assets"}


def test_the_licences_go_with_it(installed: Path) -> None:
    (about,) = installed.glob("event_kiosk-*.dist-info")
    for name in ("LICENSE", "assets/LICENSES.md"):
        assert (about / "licenses" / name).read_text(encoding="utf-8").strip(), name


def test_it_starts_where_it_was_installed(installed: Path, tmp_path: Path) -> None:
    where = run(sys.executable, "-c", "import kiosk; print(kiosk.__file__)", cwd=tmp_path, path=installed)
    assert Path(where.strip()).is_relative_to(installed)
    said = run(sys.executable, "-m", "kiosk", "--help", cwd=tmp_path, path=installed)
    assert "check" in said
    assert "practice" in said


def test_its_own_practice_event_passes_its_own_check(installed: Path, tmp_path: Path) -> None:
    practice = str(installed / "assets" / "practice")
    run(sys.executable, "-m", "kiosk", "check", practice, cwd=tmp_path, path=installed)
