"""Commands run as a person runs them: words in, words and an exit code out."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kiosk.storage.sealed import reference
from kiosk.storage.sealed.keyfile import Cost
from ui.cli import main


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """Passphrases and references are stretched in tests/storage; here it would only take time."""
    monkeypatch.setattr(Cost.__init__, "__defaults__", (64, 1, 1))
    monkeypatch.setattr(reference, "SCRYPT_N", 2)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def go(*words: str | Path) -> Ran:
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        return Ran(int(left.value.code or 0), *capsys.readouterr())

    return go


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase.txt"
    path.write_text("the swings by the canal\n", "utf-8")
    return path
