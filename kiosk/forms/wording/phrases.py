"""The words of a form: labels, hints and messages, with answers filled in, in each language."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.forms.wording.plain import plain_text
from kiosk.forms.xpath.compile import Program
from kiosk.forms.xpath.context import Environment
from kiosk.forms.xpath.tree import Node, NodeKind

Compile = Callable[[str], Program]

_MEDIA = frozenset({"image", "big-image", "audio", "video"})
_ITEXT = re.compile(r"\s*jr:itext\(\s*(?:'([^']*)'|\"([^\"]*)\")\s*\)\s*")
# Stands for an answer while the marks around it are taken out.
_HOLE = "\ue000"


@dataclass(frozen=True)
class Phrase:
    """Plain text in parts: words, or an expression whose value is said there."""

    parts: tuple[str | Program, ...]

    def say(self, env: Environment, node: Node) -> str:
        return "".join(part if isinstance(part, str) else part.text(env, node) for part in self.parts)

    def outline(self) -> str:
        """The words with an ellipsis for each answer, for a column's heading."""
        return "".join(part if isinstance(part, str) else "…" for part in self.parts)


@dataclass(frozen=True)
class Wording:
    """Where a text comes from: said in place, or looked up by its id for each language."""

    phrase: Phrase | None = None
    key: str = ""

    def __bool__(self) -> bool:
        return bool(self.phrase or self.key)


@dataclass(frozen=True)
class Phrasebook:
    """The translations of a form: language code → text id → form (plain, image, guidance…) → phrase."""

    languages: Mapping[str, Mapping[str, Mapping[str, Phrase]]] = field(default_factory=dict)
    default: str = "en"

    def find(self, key: str, form: str, language: str) -> Phrase | None:
        """The phrase in `language`, else in the form's own language, else in any."""
        for code in (language, self.default, *self.languages):
            phrase = self.languages.get(code, {}).get(key, {}).get(form)
            if phrase is not None:
                return phrase
        return None

    def wording(self, wording: Wording, language: str) -> Phrase | None:
        return wording.phrase or (self.find(wording.key, "", language) if wording.key else None)

    def _spoken_in(self, key: str, language: str) -> str:
        """The language that a text is said in where `language` is asked for; empty where it has no words."""
        codes = (language, self.default, *self.languages)
        return next((code for code in codes if self.languages.get(code, {}).get(key, {}).get("")), "")

    def media(self, wording: Wording, form: str, language: str) -> str:
        """The file name of a picture or recording that belongs to a text; empty where there is none.

        A recording is of the language that the words are in: another one says other words.
        """
        phrase = self.find(wording.key, form, language) if wording.key else None
        spoken = self._spoken_in(wording.key, language) if form == "audio" else ""
        if spoken:
            phrase = self.languages[spoken].get(wording.key, {}).get(form)
        return "" if phrase is None else phrase.outline().rpartition("/")[2]


def read_phrase(element: Node, compiler: Compile, *, media: bool = False) -> Phrase | None:
    """The phrase inside a label or value element; None where it is blank, or pyxform's dash for a gap."""
    words: list[str] = []
    programs: list[Program] = []
    for child in element.children:
        if child.kind is NodeKind.TEXT:
            words.append(child.value)
        elif child.local == "output":
            words.append(_HOLE)
            programs.append(compiler(child.attribute("value") or child.attribute("ref")))
    text = "".join(words)
    text = text.strip() if media else plain_text(text)
    if not text or text == "-":
        return None
    parts: list[str | Program] = []
    for at, piece in enumerate(text.split(_HOLE)):
        if at:
            parts.append(programs[at - 1])
        if piece:
            parts.append(piece)
    return Phrase(tuple(parts))


def read_wording(element: Node | None, compiler: Compile) -> Wording:
    """What a label or hint element refers to, or holds."""
    if element is None:
        return Wording()
    return reference(element.attribute("ref")) or Wording(phrase=read_phrase(element, compiler))


def reference(text: str) -> Wording:
    """`jr:itext('id')` as a wording; nothing for any other text."""
    match = _ITEXT.fullmatch(text)
    return Wording(key=match.group(1) or match.group(2) or "") if match else Wording()


def read_message(text: str) -> Wording:
    """A constraint or required message: a text id, or the words themselves."""
    if found := reference(text):
        return found
    words = plain_text(text)
    return Wording(phrase=Phrase((words,))) if words else Wording()


def read_translation(element: Node, compiler: Compile) -> Mapping[str, Mapping[str, Phrase]]:
    """One `translation`: text id → form → phrase. `long` and `short` stand in for a missing plain form."""
    return {text.attribute("id"): dict(_forms(text, compiler)) for text in element.named("text")}


def _forms(text: Node, compiler: Compile) -> Iterator[tuple[str, Phrase]]:
    values = {value.attribute("form"): value for value in reversed(text.named("value"))}
    if "" not in values and (plain := values.get("long") or values.get("short")):
        values[""] = plain
    for form, value in values.items():
        phrase = read_phrase(value, compiler, media=form in _MEDIA)
        if phrase is not None:
            yield form, phrase
