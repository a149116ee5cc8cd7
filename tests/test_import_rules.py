"""Dependencies run one way, ui → exports → kiosk, and Qt stays in ui: read from the imports themselves."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = frozenset({"kiosk", "exports", "ui", "assets", "tests", "benchmarks"})
QT = frozenset({"PySide6", "shiboken6"})
PAPER = frozenset({"reportlab", "uharfbuzz", "bidi", "fontTools"})

# The one named exception: `python -m kiosk` hands over to the commands.
HANDS_OVER = ("kiosk/__main__.py", "ui.cli")


@dataclass(frozen=True)
class Rule:
    """What files under `room` (all but `spared`) may not import, and how to mend a break."""

    room: str
    forbidden: frozenset[str]
    mend: str
    spared: tuple[str, ...] = ()


RULES = (
    Rule("kiosk/", QT, "kiosk knows no Qt: let it return facts or take a callback, and let ui/ show them."),
    Rule(
        "kiosk/",
        frozenset({"ui", "exports"}),
        "dependencies run ui → exports → kiosk: move what is needed down into kiosk/, "
        "or let the caller hand it over as an argument.",
    ),
    Rule("kiosk/", PAPER, "PDFs are drawn in exports/: give it the facts from here."),
    Rule(
        "exports/",
        QT,
        "exports knows no Qt: long work is run by ui/jobs.py, which takes a progress callback.",
    ),
    Rule(
        "exports/", frozenset({"ui"}), "dependencies run ui → exports → kiosk: move it down, or hand it over."
    ),
    Rule(
        "",
        frozenset({"pyxform"}),
        "forms are compiled in kiosk/pack/compile.py alone: open packs with kiosk.pack.library.open_pack, "
        "so that the running kiosk never loads pyxform.",
        spared=("kiosk/pack/compile.py", "tests/", "benchmarks/"),
    ),
    Rule(
        "",
        frozenset({"pyttsx3", "espeakng_loader", "miniaudio", "lameenc"}),
        "speech is rendered and played in its own process: go through kiosk.speech.speaker, "
        "or kiosk.recording.recorder for what a resident says.",
        spared=("kiosk/speech/", "kiosk/recording/", "tests/", "benchmarks/"),
    ),
    Rule("kiosk/", frozenset({"tests", "benchmarks"}), "what ships may not lean on what does not."),
    Rule("exports/", frozenset({"tests", "benchmarks"}), "what ships may not lean on what does not."),
    Rule("ui/", frozenset({"tests", "benchmarks"}), "what ships may not lean on what does not."),
)
FORMS = "kiosk/forms/"
FORMS_MAY = ("kiosk.forms", "kiosk.errors", "kiosk.clock")


def imports(path: Path, place: str) -> Iterator[tuple[int, str]]:
    """Line and full name of all that the file at `place` (from the root) imports, at its top or later."""
    package = place.removesuffix(".py").removesuffix("/__init__").split("/")
    if not place.endswith("__init__.py"):
        package = package[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), place)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{base}.{name.name}") for name in node.names)
        elif isinstance(node, ast.Call) and _asks_by_name(node):
            yield from ((node.lineno, word.value) for word in node.args[:1] if isinstance(word, ast.Constant))


def _asks_by_name(call: ast.Call) -> bool:
    return ast.unparse(call.func) in {"importlib.import_module", "import_module", "__import__"}


def breaks(root: Path) -> list[str]:
    """Every break of the rules under `root`: where, what, and how to mend it."""
    found = []
    for path in sorted(path for room in OURS for path in (root / room).rglob("*.py")):
        place = path.relative_to(root).as_posix()
        for line, name in imports(path, place):
            if (place, name) == (HANDS_OVER[0], f"{HANDS_OVER[1]}.main"):
                continue
            found += [f"{place}:{line} imports {name}: {mend}" for mend in _mends(place, name)]
    return found


def _mends(place: str, name: str) -> Iterator[str]:
    top = name.split(".", maxsplit=1)[0]
    for rule in RULES:
        if place.startswith(rule.room) and top in rule.forbidden and not place.startswith(rule.spared or "/"):
            yield rule.mend
    if place.startswith(FORMS):
        ours = top in OURS and not any(name == may or name.startswith(f"{may}.") for may in FORMS_MAY)
        if ours or (top not in OURS and top not in sys.stdlib_module_names):
            yield (
                "kiosk/forms runs on the standard library, kiosk.errors and kiosk.clock alone: "
                "let the caller hand over what it needs."
            )


def test_the_house_keeps_its_dependency_rule() -> None:
    assert breaks(ROOT) == []


def test_only_main_hands_over_and_does_nothing_else() -> None:
    source = (ROOT / HANDS_OVER[0]).read_text(encoding="utf-8")
    names = [name for _, name in imports(ROOT / HANDS_OVER[0], HANDS_OVER[0])]
    assert names == [f"{HANDS_OVER[1]}.main"], "kiosk/__main__.py only calls ui.cli.main"
    assert len(source.splitlines()) <= 8, "what the commands do belongs in ui/cli.py"


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("kiosk/pack/model.py", "from PySide6.QtCore import QObject"),
        ("kiosk/storage/database.py", "import ui.messages"),
        ("kiosk/words.py", "def late():\n    from exports import tables"),
        ("kiosk/words.py", "import importlib\nimportlib.import_module('PySide6.QtGui')"),
        ("kiosk/visit/visit.py", "from ...ui import jobs"),
        ("kiosk/__main__.py", "from ui.app import build"),
        ("kiosk/forms/interview.py", "from ..pack import model"),
        ("kiosk/forms/interview.py", "from kiosk import words"),
        ("kiosk/forms/xpath/parser.py", "import elementpath"),
        ("kiosk/pack/library.py", "import pyxform"),
        ("exports/poster.py", "from ui.qml import pages"),
        ("exports/poster.py", "import shiboken6"),
        ("ui/narrator.py", "import miniaudio"),
        ("ui/app.py", "from tests.helpers import fake"),
    ],
)
def test_a_break_is_seen_and_told_how_to_mend(tmp_path: Path, place: str, source: str) -> None:
    path = tmp_path / place
    path.parent.mkdir(parents=True)
    path.write_text(source, encoding="utf-8")
    (told,) = breaks(tmp_path)
    assert told.startswith(f"{place}:")
    assert len(told.split(": ", 1)[1]) > 20


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("kiosk/__main__.py", "from ui.cli import main"),
        (
            "kiosk/forms/interview.py",
            "from .xpath import parse\nfrom ..errors import KioskError\nimport decimal",
        ),
        ("kiosk/pack/compile.py", "def compiled():\n    import pyxform"),
        ("kiosk/speech/sound/player.py", "import miniaudio"),
        ("exports/readable/tables.py", "from kiosk.storage import records"),
        ("ui/app.py", "from exports import tables\nfrom PySide6.QtGui import QGuiApplication"),
        ("kiosk/words.py", "word = 'import PySide6'"),
    ],
)
def test_what_is_allowed_passes(tmp_path: Path, place: str, source: str) -> None:
    path = tmp_path / place
    path.parent.mkdir(parents=True)
    path.write_text(source, encoding="utf-8")
    assert breaks(tmp_path) == []
