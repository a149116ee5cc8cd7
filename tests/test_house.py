"""House rules that a glance would miss: on files, pages of the kit, colours, and words for faults."""

import ast
import re
import string
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.errors import ErrorCode
from ui.messages import MESSAGES

ROOT = Path(__file__).resolve().parent.parent
CODE = ("kiosk", "exports", "ui", "assets", "benchmarks", "tests", ".ci")
QML = ROOT / "ui" / "qml" / "Kiosk"
PYTHON_LINES, QML_LINES = 300, 220

RAW = re.compile(
    r"^\s*(Text|Label|Button|RoundButton|ToolButton|TextField|TextArea|TextInput|TextEdit|CheckBox|RadioButton"
    r"|ComboBox|Slider|SpinBox|Switch|Dial|Tumbler|MouseArea|TapHandler|ScrollView|Image)\s*\{"
)
COLOUR = re.compile(r'"#[0-9A-Fa-f]{3,8}"|Qt\.(rgba|hsla|hsva|color)\(|color:\s*"(?!transparent")[A-Za-z]+"')
# Folders that only one machine has. Written in two halves, so that this file passes its own look.
OWN_FOLDER = re.compile(
    r"(?<![\w.])/(?:" + "|".join(["home/[a-z]", "Users/[A-Za-z]", r"root/\.", "work/"]) + r")"
)


def python_files() -> list[Path]:
    return sorted(path for room in CODE for path in (ROOT / room).rglob("*.py"))


def qml_files(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms or ("",) for path in (QML / room).rglob("*.qml"))


def told(path: Path, line: int, words: str) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{line}: {words}"


def lines_with(pattern: re.Pattern[str], paths: list[Path], words: str) -> list[str]:
    return [
        told(path, number, f"{line.strip()}: {words}")
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line.partition("//")[0])
    ]


def test_every_module_says_in_its_first_line_what_it_is() -> None:
    silent = [
        told(path, 1, "open it with a docstring whose first line says what the module is")
        for path in python_files()
        if not (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").strip()
    ]
    assert silent == []


def test_every_qml_file_says_what_it_is() -> None:
    silent = [
        told(path, 1, "open it with a // comment that says what it is")
        for path in qml_files()
        if not any(line.startswith("//") for line in path.read_text(encoding="utf-8").splitlines()[:3])
    ]
    assert silent == []


def test_no_file_is_longer_than_a_sitting() -> None:
    most = {".py": PYTHON_LINES, ".qml": QML_LINES}
    long = [
        told(path, count, f"over {most[path.suffix]} lines: split it by meaning")
        for path in python_files() + qml_files()
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > most[path.suffix]
    ]
    assert long == []


def test_pages_are_made_of_the_kit_alone() -> None:
    assert (
        lines_with(RAW, qml_files("Pages", "Team"), "use the K… control of Components/, which has a name")
        == []
    )


def test_colours_live_in_the_theme_alone() -> None:
    elsewhere = [path for path in qml_files() if "Theme" not in path.relative_to(QML).parts]
    assert lines_with(COLOUR, elsewhere, "give the colour a role in Theme.qml and use that") == []


def test_every_page_and_component_is_in_its_qmldir() -> None:
    """A file that its qmldir leaves out is found in a checkout by chance and nowhere else."""
    missing = []
    for qmldir in QML.rglob("qmldir"):
        named = set(qmldir.read_text(encoding="utf-8").split())
        here = {path.name for path in qmldir.parent.glob("*.qml")}
        missing += [told(qmldir, 1, f"leaves out {name}") for name in sorted(here - named)]
        missing += [
            told(qmldir, 1, f"names {name}, which is not there") for name in sorted(_qml(named) - here)
        ]
    assert missing == []


def _qml(words: set[str]) -> set[str]:
    return {word for word in words if word.endswith(".qml")}


@pytest.mark.parametrize("line", ["    Text {", "Button{", "  MouseArea {"])
def test_a_raw_control_is_seen(line: str) -> None:
    assert RAW.search(line)


@pytest.mark.parametrize("line", ['color: "#fff"', "color: Qt.rgba(0, 0, 0, 1)", 'color: "red"'])
def test_a_literal_colour_is_seen(line: str) -> None:
    assert COLOUR.search(line)


def test_every_fault_has_words() -> None:
    wordless = [code.value for code in ErrorCode if not MESSAGES.get(code, "").strip()]
    assert wordless == [], "write what happened, what is safe and what to do in ui/messages.py"


def test_a_fault_is_raised_with_the_facts_that_its_words_need() -> None:
    short = []
    for path, call, code in _raised():
        given = {keyword.arg for keyword in call.keywords}
        if None in given:  # handed on as **facts: what they hold is seen when it runs
            continue
        needed = {name for _, name, _, _ in string.Formatter().parse(MESSAGES.get(code, "")) if name}
        short += [told(path, call.lineno, f"{code.value} needs {name}=") for name in sorted(needed - given)]
    assert short == []


def _raised() -> Iterator[tuple[Path, ast.Call, ErrorCode]]:
    """Every KioskError(ErrorCode.X, …) written in the program."""
    for path in python_files():
        if path.relative_to(ROOT).parts[0] not in {"kiosk", "exports", "ui"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("KioskError") and node.args:
                name = ast.unparse(node.args[0]).removeprefix("ErrorCode.")
                if name in ErrorCode.__members__:
                    yield path, node, ErrorCode[name]


def test_no_file_names_a_folder_of_one_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("not a git checkout: there is no list of the project's own files")
    text = {".py", ".qml", ".md", ".toml", ".js", ".json", ".sh", ".po", ".cfg", ".csv", ".svg", ""}
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    found = [
        told(path, number, f"{line.strip()[:80]}: name it from the project's root, or from Path.home()")
        for path in paths
        if path.suffix in text and path.is_file()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if OWN_FOLDER.search(line)
    ]
    assert found == []
