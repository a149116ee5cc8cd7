"""The bundle of `make bundle`, started where there is no Python, no network and next to no environment."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

BUNDLE = Path(os.environ.get("KIOSK_BUNDLE", "")).resolve()

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif("KIOSK_BUNDLE" not in os.environ, reason="there is no bundle here: make bundle"),
]


@pytest.fixture
def bundled(tmp_path):
    """Runs the bundle's program: what it prints, and it must end well."""

    def run(*words: str, given: str | None = None) -> str:
        bare = {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
        alone = ["unshare", "--net"] if os.geteuid() == 0 and shutil.which("unshare") else []
        command = [*alone, str(BUNDLE / "event-kiosk"), *words]
        done = subprocess.run(
            command, env=bare, cwd="/", input=given, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def test_residents_are_saved_and_their_answers_read(bundled, tmp_path):
    data = str(tmp_path / "näme with späces" / "دیٹا")
    assert "2 of 2 visits were saved." in bundled(
        "practice", "--residents", "2", "--seed", "3", "--data", data
    )
    (tmp_path / "passphrase").write_text("practice")
    out = tmp_path / "out"
    bundled("export", "--to", str(out), "--data", data, "--passphrase-file", str(tmp_path / "passphrase"))
    assert any(out.rglob("*.csv"))


def test_a_pack_is_checked_and_a_starter_written(bundled, tmp_path):
    bundled("new", str(tmp_path / "fair"))
    assert "ready" in bundled("check", str(tmp_path / "fair"))


def test_its_voice_starts(bundled):
    told = bundled("--module", "kiosk.speech.worker", "--pretend", given="")
    assert json.loads(told.splitlines()[0]) == {"is": "ready"}
