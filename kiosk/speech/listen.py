"""`make listen`: every text of the practice event in every language, as WAV files for people who speak it."""

import math
import re
import sys
import wave
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.forms.columns import columns
from kiosk.forms.definition import read_form
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack, Text
from kiosk.resources import practice_pack
from kiosk.speech.model import BYTES_PER_FRAME, SAMPLE_RATE, Rendering
from kiosk.speech.render import Renderer
from kiosk.words import LANGUAGES

_WORDLESS = re.compile(r"\W+")
ADDRESS = re.compile(r"https?://\S+")


def write_wave(path: Path, sound: Rendering) -> None:
    """`sound` as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(BYTES_PER_FRAME)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(sound.pcm)


def loudness(sound: Rendering) -> int:
    """The root mean square of the samples, 0 to 32,767."""
    samples = array("h", sound.pcm)
    power = sum(sample * sample for sample in samples) / max(1, len(samples))
    return round(math.sqrt(power))


def texts_of(pack: Pack, language: str) -> Iterator[tuple[str, str]]:
    """Each text that the pack has in a language, with where it stands; each only once."""
    seen: set[str] = set()
    found = [*_in(pack, "event"), *_of_forms(pack)]
    for place, words in found:
        text = words.get(language, "").strip()
        if text and text not in seen and not ADDRESS.fullmatch(text):
            seen.add(text)
            yield place, text


def _in(facts: object, place: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    if isinstance(facts, Text):
        yield place, facts.words
    elif is_dataclass(facts):
        name = getattr(facts, "id", getattr(facts, "activity", ""))
        for field in fields(facts):
            yield from _in(getattr(facts, field.name), f"{place}-{name}-{field.name}" if name else field.name)
    elif isinstance(facts, tuple):
        for number, each in enumerate(facts, 1):
            yield from _in(each, f"{place}-{number}")


def _of_forms(pack: Pack) -> Iterator[tuple[str, Mapping[str, str]]]:
    for source in pack.forms.values():
        for column in columns(read_form(source.xml, roles=source.roles, or_other=source.or_other)):
            yield f"{source.form_id}-{column.name}", column.label
            for name, labels in column.choices.items():
                yield f"{source.form_id}-{column.name}-{name}", labels


def listen(folder: Path, pack: Pack) -> Iterator[str]:
    """Write LANGUAGE/NNN-PLACE.wav for each text; a line on each language: how many, how long, how loud."""
    with Renderer() as renderer:
        for language in LANGUAGES:
            (folder / language).mkdir(parents=True, exist_ok=True)
            seconds, levels, mute = 0.0, [], 0
            for number, (place, text) in enumerate(texts_of(pack, language), 1):
                try:
                    sound = renderer.render(text, language)
                except KioskError:
                    mute += 1
                    continue
                write_wave(folder / language / f"{number:03}-{_WORDLESS.sub('-', place)[-60:]}.wav", sound)
                seconds += sound.seconds
                levels.append(loudness(sound))
            levels.sort()
            middle = levels[len(levels) // 2] if levels else 0
            yield (
                f"{language}: {len(levels)} texts, {seconds / 60:.1f} minutes, RMS {min(levels, default=0)}"
                f" to {max(levels, default=0)}, the middle one {middle}; without a voice: {mute}"
            )


if __name__ == "__main__":
    for line in listen(
        Path(sys.argv[1] if len(sys.argv) > 1 else "listen"), open_pack(practice_pack(), None)
    ):
        print(line)  # noqa: T201
