"""Which voice speaks a language, which languages have none, and whether a voice can read a text."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

LEAST_SHARE = 0.6  # of a text's letters in the voice's script; below it the voice would spell letter names


class Standing(StrEnum):
    """How good a language sounds without a recording."""

    GOOD = "good"
    ROUGH = "rough"  # understandable with effort: a recording is better
    NONE = "none"  # only a recording can be heard


@dataclass(frozen=True)
class Voice:
    """One voice of espeak-ng: `name` is its file in the engine's data, `script` as Unicode names letters."""

    language: str
    name: str
    script: str = "LATIN"
    standing: Standing = Standing.GOOD


VOICES: Mapping[str, Voice] = {
    voice.language: voice
    for voice in (
        Voice("en", "gmw/en"),  # "en-gb" is refused by the engine
        Voice("pl", "zlw/pl"),
        Voice("ro", "roa/ro"),
        Voice("pt", "roa/pt"),
        Voice("ku", "ira/ku"),  # Kurmanji; Sorani (ckb) has no voice
        Voice("hi", "inc/hi", "DEVANAGARI"),
        Voice("pa", "inc/pa", "GURMUKHI"),
        Voice("bn", "inc/bn", "BENGALI"),
        Voice("fa", "ira/fa", "ARABIC"),
        Voice("ti", "sem/ti", "ETHIOPIC"),
        Voice("gu", "inc/gu", "GUJARATI", Standing.ROUGH),
        Voice("ur", "inc/ur", "ARABIC", Standing.ROUGH),
        Voice("ar", "sem/ar", "ARABIC", Standing.ROUGH),  # good only where every vowel is written
    )
}


def voice_for(language: str) -> Voice | None:
    """The voice of `language` ("en-GB" is "en"), or None where the engine has none."""
    return VOICES.get(language.partition("-")[0].lower())


def standing(language: str) -> Standing:
    """How good `language` sounds without a recording."""
    voice = voice_for(language)
    return voice.standing if voice else Standing.NONE


def choose_voice(text: str, language: str) -> Voice | None:
    """The voice that can read `text`, or None: there is none, or the text is in another script."""
    voice = voice_for(language)
    return voice if voice and can_read(voice, text) else None


def can_read(voice: Voice, text: str) -> bool:
    """Whether at least LEAST_SHARE of the letters and vowel signs are of the voice's script.

    Letters that stand alone do not count: typed letters and references are spelt on purpose.
    """
    scripts = [script for word in text.split() for script in _scripts(word)]
    return not scripts or scripts.count(voice.script) / len(scripts) >= LEAST_SHARE


def _scripts(word: str) -> list[str]:
    """The script of each letter of a word, by its Unicode name; nothing where one letter stands alone."""
    names = [unicodedata.name(sign, "") for sign in word if unicodedata.category(sign)[0] in "LM"]
    scripts = [name.partition(" ")[0] for name in names if not name.startswith("COMBINING")]
    return scripts if len(scripts) > 1 else []
