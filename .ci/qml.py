"""Looks over the QML: qmllint and qmlformat (`--mend` formats)."""

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
QML = ROOT / "ui" / "qml"
QT = Path(PySide6.__path__[0])


def tool(command: Path, *arguments: object, quiet: bool = False) -> subprocess.CompletedProcess[str]:
    """A tool, run here; what it says is kept. Its failing is a bug, unless `quiet`."""
    words = [str(command), *map(str, arguments)]
    return subprocess.run(words, cwd=ROOT, text=True, capture_output=True, check=not quiet)


def lint(files: list[Path]) -> bool:
    said = tool(QT / "qmllint", "--max-warnings", 0, "-I", QML, *files, quiet=True)
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
    mend = "--mend" in sys.argv[1:]
    good = [formatted(path, mend=mend) for path in files]
    good.append(lint(files))
    print(f"qml: {len(files)} files, {'all in order' if all(good) else 'see above'}")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
