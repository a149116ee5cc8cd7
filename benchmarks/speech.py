"""How quickly the kiosk speaks, is silent, and speaks again after its worker was killed or hung.

    python benchmarks/speech.py [--utterances 500]

With pulseaudio and pulseaudio-utils installed, sound is timed at the sound server, where it would be heard;
without them by what the worker tells, on a pretended device.
"""

import argparse
import os
import random
import shutil
import signal
import statistics
import subprocess
import tempfile
import threading
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.speech.render import Renderer
from kiosk.speech.speaker import Speaker

QUESTION = "How much do you agree?"
ROUNDS = 30


class Ear:
    """When a speaker told what, and when sound came and went."""

    def __init__(self) -> None:
        self.started: dict[int, float] = {}
        self.ended: dict[int, int] = {}
        self.sound: list[float] = []
        self.listening = False
        self._change = threading.Condition()

    def note_start(self, number: int, *_: object) -> None:
        with self._change:
            self.started.setdefault(number, time.perf_counter())
            self._change.notify_all()

    def note_end(self, number: int, _: bool) -> None:
        self.ended[number] = self.ended.get(number, 0) + 1

    def listen(self, recorder: "subprocess.Popen[bytes]") -> None:
        assert recorder.stdout
        while chunk := os.read(recorder.stdout.fileno(), 4096):
            self.listening = True
            if max(map(abs, array("h", chunk[: len(chunk) // 2 * 2])), default=0) > 50:
                with self._change:
                    self.sound.append(time.perf_counter())
                    self._change.notify_all()

    def first_after(self, asked: float, number: int, limit: float = 5.0) -> float:
        """Seconds from `asked` to the first sound."""

        def first() -> float | None:
            if self.listening:
                return next((moment for moment in self.sound[-400:] if moment > asked), None)
            return self.started.get(number)

        with self._change:
            self._change.wait_for(lambda: first() is not None, limit)
            return (first() or float("inf")) - asked

    def last_after(self, asked: float) -> float:
        return max([0.0, *(moment - asked for moment in self.sound if moment > asked)])


@contextmanager
def sound_server(ear: Ear) -> Iterator[str]:
    """A pulseaudio of our own, recorded into `ear`, where one can be had."""
    if not (shutil.which("pulseaudio") and shutil.which("parec")):
        yield ""
        return
    with tempfile.TemporaryDirectory(prefix="kiosk-") as folder:
        socket = Path(folder) / "s"
        os.environ["PULSE_SERVER"] = f"unix:{socket}"
        environment = {**os.environ, "HOME": folder, "XDG_RUNTIME_DIR": folder}
        unix = f"module-native-protocol-unix socket={socket} auth-anonymous=1"
        server = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        server += ["-L", "module-null-sink sink_name=nul", "-L", unix]
        parec = ["parec", "-d", "nul.monitor", "--raw", "--format=s16le", "--rate=22050", "--channels=1"]
        running = [subprocess.Popen(server, env=environment, stderr=subprocess.DEVNULL)]
        while not socket.exists():
            time.sleep(0.05)
        recorder = subprocess.Popen(
            [*parec, "--latency-msec=2"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        running.append(recorder)
        threading.Thread(target=ear.listen, args=(recorder,), daemon=True).start()
        time.sleep(3)  # the sink first sleeps for two seconds
        yield "PulseAudio"
        for process in reversed(running):
            process.terminate()
            process.wait()


def figures(name: str, seconds: list[float], goal: str) -> None:
    milliseconds = [one * 1000 for one in seconds]
    print(
        f"{name:42} median {statistics.median(milliseconds):7.1f} ms"
        f"   worst {max(milliseconds):7.1f} ms   goal {goal}"
    )


def speaking_and_silence(speaker: Speaker, ear: Ear) -> None:
    chance = random.Random(1)
    speak, silence = [], []
    for _ in range(ROUNDS):
        asked = time.perf_counter()
        number = speaker.speak(QUESTION, "en")
        speak.append(ear.first_after(asked, number))
        time.sleep(chance.uniform(0.2, 0.5))
        asked = time.perf_counter()
        speaker.stop()
        time.sleep(0.2)
        silence.append(ear.last_after(asked))
    figures("speak to first sound, warm", speak, "median <= 50, worst <= 150")
    if ear.listening:
        figures("stop to silence", silence, "<= 20")


def killing(speaker: Speaker, ear: Ear) -> None:
    again = []
    for _ in range(10):
        asked = time.perf_counter()
        ear.first_after(asked, speaker.speak(QUESTION, "en"))
        pid = speaker.worker_pid
        assert pid
        os.kill(pid, signal.SIGTERM)
        asked = time.perf_counter()
        again.append(ear.first_after(asked + 0.03, speaker.speak(QUESTION, "en")) + 0.03)
        time.sleep(0.2)
    figures("worker killed to next utterance heard", again, "<= 250")


def heartbeat(speaker: Speaker, ear: Ear, utterances: int) -> None:
    """The thread that asks is the window's: how long is it ever kept from its next beat?"""
    chance = random.Random(2)
    gaps, harmed, numbers = [], 0, []
    for turn in range(utterances):
        beat = time.perf_counter()
        numbers.append(speaker.speak(QUESTION * 3, chance.choice(["en", "pl", "pa"])))
        if chance.random() < 0.3:
            speaker.stop()
        until = time.perf_counter() + chance.uniform(0, 0.1)
        if turn % 10 == 9 and (pid := speaker.worker_pid):
            os.kill(pid, signal.SIGSTOP if harmed % 5 == 4 and hasattr(signal, "SIGSTOP") else signal.SIGTERM)
            harmed += 1
        while True:
            gaps.append(time.perf_counter() - beat)
            beat = time.perf_counter()
            if beat > until:
                break
            time.sleep(0.005)
    last = speaker.speak(QUESTION, "en")
    heard = ear.first_after(time.perf_counter(), last)
    speaker.close()
    figures(f"heartbeat, {utterances} cut, {harmed} kills and hangs", gaps, "worst <= 100")
    once = all(ear.ended.get(number) == 1 for number in [*numbers, last])
    print(f"each utterance ended exactly once: {once}; the one after it all was heard: {heard < 5}")


def rendering() -> None:
    with Renderer() as renderer:
        renderer.render(QUESTION, "en")
        seconds, wrong = [], 0
        whole = renderer.render(QUESTION, "en").seconds
        for _ in range(500):
            asked = time.perf_counter()
            wrong += abs(renderer.render(QUESTION, "en").seconds - whole) > 0.05
            seconds.append(time.perf_counter() - asked)
    figures("a sentence rendered and handed over", seconds, "about 3")
    print(f"{wrong} of 500 renderings came out wrong")


def starting() -> None:
    seconds = []
    for _ in range(5):
        asked = time.perf_counter()
        with Renderer() as renderer:
            renderer.sound()
            seconds.append(time.perf_counter() - asked)
    figures("worker started and ready", seconds, "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--utterances", type=int, default=500)
    utterances = parser.parse_args().utterances
    ear = Ear()
    starting()
    rendering()
    with sound_server(ear) as server:
        print(f"timed at {server or 'a pretended device, by what the worker tells'}")
        speaker = Speaker(ear.note_start, lambda *_: None, ear.note_end, lambda *_: None, pretend=not server)
        speaker.volume(1.0)
        speaker.warm()
        time.sleep(1)
        speaking_and_silence(speaker, ear)
        killing(speaker, ear)
        heartbeat(speaker, ear, utterances)


if __name__ == "__main__":
    main()
