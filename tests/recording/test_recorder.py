"""A recording begins, ends, is played, is dropped; and where nothing can be heard, that is told."""

import os
import signal
import threading
import wave
from io import BytesIO
from pathlib import Path

import pytest

from kiosk.recording import recorder as module
from kiosk.recording.sound import BITS, RATE, as_wav


def test_what_is_heard_ends_when_it_is_stopped_and_is_as_long_as_it_took(recorder, told):
    hears = recorder()
    job = hears.record()
    told.until("begun", job)
    told.until("heard", job)
    hears.stop()
    recording = told.recording(job)
    assert recording.seconds == told.of("heard", job)[-1][2]
    with wave.open(BytesIO(as_wav(recording.sound))) as wav:
        assert (wav.getframerate(), wav.getnchannels(), wav.getsampwidth()) == (RATE, 1, 2)
        assert wav.getnframes() / RATE == pytest.approx(recording.seconds, abs=0.2)  # the encoder's padding
    assert recording.faint  # nobody spoke


def test_it_ends_by_itself_when_the_time_is_up(recorder, told):
    job = recorder().record(0.3)
    recording = told.recording(job)
    assert recording.seconds == pytest.approx(0.3, abs=0.06)
    assert len(recording.sound) < 2 * BITS * 1000 / 8  # a fraction of a second, at so many bits


def test_what_was_recorded_is_played_to_its_end(recorder, told):
    both = recorder()
    recording = told.recording(both.record(0.2))
    job = both.play(recording, 0.5)
    told.until("begun", job)
    assert told.recording(job) is None
    assert not told.of("failed", job)


def test_one_that_is_dropped_tells_nothing_any_more(recorder, told):
    hears = recorder()
    job = hears.record()
    told.until("heard", job)
    process = hears._job._process
    hears.drop()
    process.wait(10)
    other = hears.record(0.1)
    told.until("ended", other)
    assert not told.of("ended", job)
    assert not told.of("failed", job)


def test_no_microphone_is_told(recorder, told, monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent")
    if Path("/dev/snd").is_dir():
        pytest.skip("this machine may have a microphone")
    told.until("failed", recorder(pretend=False).record())


def test_a_program_that_does_not_start_is_told(recorder, told, monkeypatch):
    monkeypatch.setattr(module.sys, "executable", "/nonexistent/python")
    told.until("failed", recorder().record())


def test_what_was_heard_before_the_process_died_is_kept(recorder, told):
    hears = recorder()
    job = hears.record()
    while len(told.of("heard", job)) < 10:
        threading.Event().wait(0.02)
    os.kill(hears._job._process.pid, signal.SIGKILL)
    recording = told.recording(job)
    assert recording.seconds > 0.2
    assert as_wav(recording.sound)


def test_damaged_bytes_are_told_when_they_should_be_played(recorder, told):
    told.until("failed", recorder().play(module.Recording(b"nothing of the kind", 1.0), 1.0))


def test_nothing_is_written_anywhere(recorder, told, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    both = recorder()
    job = both.play(told.recording(both.record(0.2)), 1.0)
    told.until("ended", job)
    assert list(tmp_path.iterdir()) == []


def test_a_driver_that_hangs_is_told_as_no_microphone(recorder, told, tmp_path, monkeypatch):
    hangs = tmp_path / "python"
    hangs.write_text("#!/bin/sh\nexec sleep 60\n")
    hangs.chmod(0o700)
    monkeypatch.setattr(module, "START_LIMIT", 0.2)
    monkeypatch.setattr(module.sys, "executable", str(hangs))
    told.until("failed", recorder().record())


def test_one_that_hangs_in_the_middle_keeps_what_was_heard(recorder, told, monkeypatch):
    monkeypatch.setattr(module, "WATCHDOG", 0.5)
    hears = recorder()
    job = hears.record()
    while len(told.of("heard", job)) < 10:  # the first pieces hold no sound yet
        threading.Event().wait(0.02)
    os.kill(hears._job._process.pid, signal.SIGSTOP)
    assert told.recording(job).seconds > 0
