"""Looks over the QML: qmllint, told of the types that Python registers, and qmlformat (`--mend` formats)."""

import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
QML = ROOT / "ui" / "qml"
TYPES = ROOT / "build" / "qmltypes"
QT = Path(PySide6.__path__[0])
METATYPES = QT / "Qt" / "metatypes"
REGISTRAR = QT / "Qt" / "libexec" / "qmltyperegistrar"
MODULE = re.compile(r'^QML_IMPORT_NAME = "([\w.]+)"', re.MULTILINE)


def tool(command: Path, *arguments: object, quiet: bool = False) -> subprocess.CompletedProcess[str]:
    """A tool, run here; what it says is kept. Its failing is a bug, unless `quiet`."""
    words = [str(command), *map(str, arguments)]
    return subprocess.run(words, cwd=ROOT, text=True, capture_output=True, check=not quiet)


def register_types() -> None:
    """Writes under build/ what qmllint must know of the modules written in Python."""
    sources = defaultdict(list)
    for path in sorted((ROOT / "ui").rglob("*.py")):
        if found := MODULE.search(path.read_text(encoding="utf-8")):
            sources[found[1]].append(path)
    modules = ("core", "gui", "qml", "quick")
    foreign = ",".join(str(METATYPES / f"qt6{name}_metatypes.json") for name in modules)
    for module, paths in sources.items():
        folder = TYPES.joinpath(*module.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        dumps = []
        for path in paths:
            dump = folder / f"{path.stem}.json"
            tool(Path(sys.executable), QT / "scripts" / "metaobjectdump.py", "-c", "-o", dump, path)
            if json.loads(dump.read_text(encoding="utf-8")):
                dumps.append(dump)
        tool(
            REGISTRAR, "--import-name", module, "--major-version", 1, "--foreign-types", foreign,
            "--generate-qmltypes", folder / "types.qmltypes", "-o", folder / "types.cpp", *dumps,
        )  # fmt: skip
        words = f"module {module}\ntypeinfo types.qmltypes\ndepends QtQuick\n"
        (folder / "qmldir").write_text(words, encoding="utf-8")


def lint(files: list[Path]) -> bool:
    said = tool(QT / "qmllint", "--max-warnings", 0, "-I", TYPES, "-I", QML, *files, quiet=True)
    sys.stdout.write(said.stdout + said.stderr)
    return said.returncode == 0


def formatted(path: Path, *, mend: bool) -> bool:
    """Whether qmlformat would leave `path` as it is."""
    if mend:
        return tool(QT / "qmlformat", "-i", path, quiet=True).returncode == 0
    if tool(QT / "qmlformat", path).stdout == path.read_text(encoding="utf-8"):
        return True
    print(f"{path.relative_to(ROOT)}: not as qmlformat writes it (make tidy)")
    return False


def main() -> int:
    files = sorted(QML.rglob("*.qml"))
    if not files:
        return 0
    register_types()
    mend = "--mend" in sys.argv[1:]
    good = [formatted(path, mend=mend) for path in files]
    good.append(lint(files))
    print(f"qml: {len(files)} files, {'all in order' if all(good) else 'see above'}")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
