"""A monkey on the real window finds no fault, no warning, and nothing of one visit in the next."""

import pytest

from kiosk.paths import DataFolder
from ui.residents.monkey import CANARY, let_loose

ACTS = 500  # `make monkey` does 20,000


@pytest.mark.slow
def test_nothing_a_monkey_does_is_too_much(pack, tmp_path):
    report = let_loose(pack, DataFolder(tmp_path).made(), ACTS, seed=7, tell=lambda _done: None)
    assert report.faults == []
    assert sum(report.acts.values()) == ACTS
    assert report.visits > ACTS // 100


def test_a_fault_and_a_trace_are_found(pack, tmp_path, monkeypatch, capsys):
    from ui.viewmodels.kiosk import KioskModel  # noqa: PLC0415 - the one that is broken here

    monkeypatch.setattr(KioskModel, "wipe", lambda self: self.openHelp())
    report = let_loose(pack, DataFolder(tmp_path).made(), 60, seed=7, tell=lambda _done: None)
    assert "home was text" in report.faults
    assert CANARY not in capsys.readouterr().err
