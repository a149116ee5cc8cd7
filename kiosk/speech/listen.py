"""`make listen`: how each language sounds, as WAV files to play to somebody who speaks it."""

import sys
import wave
from pathlib import Path

from kiosk.speech.model import BYTES_PER_FRAME, NORMAL_RATE, RATES, SAMPLE_RATE, Rendering
from kiosk.speech.render import Renderer
from kiosk.words import LANGUAGES, Words

SAID = "How much do you agree?"


def write_wave(path: Path, sound: Rendering) -> None:
    """`sound` as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(BYTES_PER_FRAME)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(sound.pcm)


def listen(folder: Path) -> list[Path]:
    """Write each language's own name and, where it is translated, SAID; and English at each rate."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    with Renderer() as renderer:
        for language in LANGUAGES.values():
            words = Words(language.code)
            text = f"{language.own}. {words(SAID)}" if words.knows(SAID) else language.own
            rates = RATES if language.code == "en" else (NORMAL_RATE,)
            for rate in rates:
                path = folder / f"{language.code}-{rate:03}.wav"
                write_wave(path, renderer.render(text, language.code, rate))
                written.append(path)
    return written


if __name__ == "__main__":
    for wav in listen(Path(sys.argv[1] if len(sys.argv) > 1 else "listen")):
        print(wav)  # noqa: T201
