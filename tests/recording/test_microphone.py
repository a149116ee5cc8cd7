"""From a sound server's microphone to a WAV file: what is said is what is kept."""

import math
import os
import shutil
import subprocess
import tempfile
import threading
import wave
from array import array
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.recording.sound import RATE, as_wav, level_of

TONE = 440  # Hz
pytestmark = pytest.mark.slow


@pytest.fixture
def microphone(monkeypatch):
    """A sound server whose only microphone hears a tone that is played into a sink that goes nowhere."""
    if not (shutil.which("pulseaudio") and shutil.which("pacat")):
        pytest.skip("needs pulseaudio and pulseaudio-utils, to have something to hear")
    with tempfile.TemporaryDirectory(prefix="kiosk-") as folder:  # the path of a socket may not be long
        socket = Path(folder) / "s"
        environment = {**os.environ, "HOME": folder, "XDG_RUNTIME_DIR": folder}
        unix = f"module-native-protocol-unix socket={socket} auth-anonymous=1"
        server = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        modules = ["-L", "module-null-sink sink_name=nul", "-L", unix]
        running = [subprocess.Popen([*server, *modules], env=environment, stderr=subprocess.DEVNULL)]
        while not socket.exists():
            threading.Event().wait(0.02)
        monkeypatch.setenv("PULSE_SERVER", f"unix:{socket}")
        monkeypatch.setenv("PULSE_SOURCE", "nul.monitor")
        play = ["pacat", "-s", f"unix:{socket}", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1"]
        running.append(subprocess.Popen(play, env=environment, stdin=subprocess.PIPE))
        wave_of = [round(12_000 * math.sin(2 * math.pi * TONE * at / RATE)) for at in range(RATE)]
        sound = array("h", wave_of * 20).tobytes()
        threading.Thread(target=_pour, args=(running[1], sound), daemon=True).start()
        yield
        for process in reversed(running):
            process.kill()
            process.wait()


def _pour(process, sound):
    try:
        process.stdin.write(sound)
    except OSError:
        process.stdin = None  # the test is over


def test_a_tone_is_heard_and_kept(microphone, recorder, told):
    job = recorder(pretend=False).record(2.5)
    recording = told.recording(job)
    assert not recording.faint
    with wave.open(BytesIO(as_wav(recording.sound))) as wav:
        samples = array("h", wav.readframes(wav.getnframes()))
    second = samples[RATE : 2 * RATE]
    assert level_of(second) > 0.6
    crossings = sum(one < 0 <= other for one, other in pairwise(second))
    assert crossings == pytest.approx(TONE, abs=5)
