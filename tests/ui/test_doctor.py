"""The doctor on the microphone, and on the languages of the event that is used."""

from dataclasses import replace

import pytest

import ui.health.doctor
from kiosk.paths import DataFolder
from kiosk.recording import worker
from kiosk.speech.sound.audio import miniaudio
from ui.health.doctor import look_over


@pytest.fixture
def found(tmp_path):
    """What the doctor says, by what it is about."""
    data = DataFolder(tmp_path / "data").made()
    return lambda: {finding.what: finding for finding in look_over(data)}


def test_a_microphone_that_is_there_or_not(found, monkeypatch):
    monkeypatch.setattr(worker, "microphone_here", lambda: True)
    assert found()["microphone"].fine
    monkeypatch.setattr(worker, "microphone_here", lambda: False)
    finding = found()["microphone"]
    assert not finding.fine
    assert not finding.lets_down  # they can type
    assert "typed" in finding.said


def test_a_machine_without_one_is_told_from_one_with(monkeypatch):
    class Device:
        def __init__(self, **_facts):
            self.closed = False

        def close(self):
            self.closed = True

    def none(**_facts):
        raise miniaudio.MiniaudioError("no device")

    monkeypatch.setattr(miniaudio, "CaptureDevice", Device)
    assert worker.microphone_here()
    monkeypatch.setattr(miniaudio, "CaptureDevice", none)
    assert not worker.microphone_here()


def test_it_lists_the_languages_of_the_event_that_nobody_has_checked(found, monkeypatch, pack):
    some = replace(pack, event=replace(pack.event, languages=("en", "pl", "ro")), checked={"ro": "Ana Pop"})
    monkeypatch.setattr(ui.health.doctor, "open_pack", lambda *_: some)
    said = found()["words, practice event"].said
    assert "Polish" in said
    assert "Romanian" not in said
    assert "Urdu" not in said


def test_an_event_that_is_gone_is_said(found, tmp_path):
    (tmp_path / "data" / "last-pack").write_text(str(tmp_path / "gone"), "utf-8")
    finding = found()["words, event"]
    assert not finding.fine
    assert finding.lets_down
