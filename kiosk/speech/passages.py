"""Words to be said, cut where something in them is said in its own way: a recording, a name, a reference."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

STOPS = ".?!,:;)؟،۔।…"  # where one thing that is said may end and another begin


@dataclass(frozen=True)
class Own:
    """How a text is said wherever it stands: in its `language`, from a `recording`, `slow`."""

    language: str = ""  # empty: the language around it
    recording: Path | None = None
    slow: bool = False


@dataclass(frozen=True)
class Passage:
    """Words that are said in one go; `at` is where they begin in the whole, in code points."""

    text: str
    language: str
    at: int = 0
    recording: Path | None = None
    slow: bool = False


def passages(words: str, language: str, own: Mapping[str, Own]) -> list[Passage]:
    """`words` in the order they are said. A text of `own` stands for itself only between stops.

    One without a stop before it counts too where it has a language of its own: "Punjabi ਪੰਜਾਬੀ".
    """
    found: list[Passage] = []
    done = 0
    for start, end in _standing_out(words, own):
        found += _plain(words, done, start, language)
        way = own[words[start:end]]
        found.append(Passage(words[start:end], way.language or language, start, way.recording, way.slow))
        done = end
    return found + _plain(words, done, len(words), language)


def _standing_out(words: str, own: Mapping[str, Own]) -> Iterator[tuple[int, int]]:
    texts = sorted((text for text in own if text and text in words), key=len, reverse=True)
    if not texts:
        return
    pattern = "|".join(re.escape(text) for text in texts)
    for match in re.finditer(rf"(?<!\S)(?:{pattern})(?=\s|[{re.escape(STOPS)}]|$)", words):
        start, end = match.span()
        before, after = words[:start].rstrip(), words[end:].lstrip(" ")
        first = not before or before[-1] in STOPS or words[len(before) : start].count("\n")
        last = not after or after[0] in STOPS + "\n" or words[end - 1] in STOPS
        if own[match[0]].language or (first and last):
            yield start, end


def _plain(words: str, start: int, end: int, language: str) -> list[Passage]:
    """What lies between, if there is anything in it to say."""
    text = words[start:end]
    if not any(sign.isalnum() for sign in text):
        return []
    lead = next(place for place, sign in enumerate(text) if not sign.isspace() and sign not in STOPS)
    return [Passage(text[lead:].rstrip(), language, start + lead)]
