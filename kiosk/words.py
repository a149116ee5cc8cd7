"""The words of every language: one gettext catalogue each, for the window, the commands and paper."""

import gettext
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kiosk.resources import asset

DOMAIN = "kiosk"
_FACTS = re.compile(r"\{[a-z_]*\}|%\d")


@dataclass(frozen=True)
class Language:
    """A language the program speaks. `script` is its ISO 15924 code; `ltr` is false for mirrored pages;
    `digits` are those that it counts with, `comma` what stands between things, as the Unicode CLDR has it.
    """

    code: str
    english: str
    own: str
    script: str = "Latn"
    ltr: bool = True
    digits: str = "0123456789"
    comma: str = ","

    @property
    def offered_as(self) -> str:
        """Both names, so that whoever is looking finds one they can read (ACCESSIBILITY.md)."""
        return self.english if self.english == self.own else f"{self.english} {self.own}"


LANGUAGES: Mapping[str, Language] = {
    language.code: language
    for language in (
        Language("en", "English", "English"),
        Language("pa", "Punjabi", "ਪੰਜਾਬੀ", "Guru"),
        Language("ur", "Urdu", "اردو", "Arab", ltr=False, comma="،"),
        Language("bn", "Bengali", "বাংলা", "Beng", digits="০১২৩৪৫৬৭৮৯"),
        Language("gu", "Gujarati", "ગુજરાતી", "Gujr"),
        Language("pl", "Polish", "Polski"),
        Language("ro", "Romanian", "Română"),
        Language("ar", "Arabic", "العربية", "Arab", ltr=False, comma="،"),
    )
}


def language_of(code: str) -> Language:
    """The language of `code`; one the program does not know keeps its code as its name."""
    return LANGUAGES.get(code) or Language(code, code, code)


@dataclass(frozen=True)
class OwnWords:
    """An event's own wording: `texts` by the program's English words and language code; `checked` names who,
    speaking a language, has checked all its words. `written_in` is the language that staff wrote the event
    in, which needs no check; empty for a form alone, whose words are their author's.
    """

    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    checked: Mapping[str, str] = field(default_factory=dict)
    written_in: str = ""

    def of(self, language: str) -> Mapping[str, str]:
        """What is said otherwise in `language`. A text without the facts of the program's own is left out."""
        said = {key: words.get(language, "") for key, words in self.texts.items()}
        return {key: text for key, text in said.items() if text and facts_of(text) == facts_of(key)}


def facts_of(text: str) -> frozenset[str]:
    """The places where facts go in: {count}, %1."""
    return frozenset(_FACTS.findall(text))


class Words:
    """The program's words in one language, or an event's own; English where a translation is missing."""

    def __init__(self, language: str, own: OwnWords | None = None) -> None:
        self.language = language
        self._catalogue = _catalogue(language)
        self._own = own.of(language) if own else {}
        self._checked = bool(own and own.checked.get(language))
        # the event's own words are a translation too, which the program's catalogue does not vouch for
        self._event_waits = bool(own and own.written_in and own.written_in != language and not self._checked)

    @property
    def checked(self) -> bool:
        """Whether a speaker has checked these words: the event says so of all of them, or the catalogue's
        header `X-Checked-By` does of the program's, where the event's need no check.

        English, in which the words are written, needs none; a language without a catalogue speaks it.
        """
        header = self._catalogue.info()
        program = not header or bool(header.get("x-checked-by"))
        return self._checked or (program and not self._event_waits)

    def __call__(self, message: str, **facts: Any) -> str:
        """`message` in this language, its `{facts}` filled in."""
        said = self._own.get(message) or (self._catalogue.gettext(message) if message else "")
        return said.format(**self._written(facts)) if facts else said

    def plural(self, one: str, many: str, count: int, **facts: Any) -> str:
        """`one` or `many` by this language's own rule, with `{count}` and other facts filled in.

        An event's own wording of `one` is said for every count.
        """
        said = self._own.get(one) or self._catalogue.ngettext(one, many, count)
        return said.format(**self._written({"count": count, **facts}))

    def number(self, number: int) -> str:
        """A number in the digits of this language; references and telephone numbers keep theirs."""
        return str(number).translate(str.maketrans("0123456789", language_of(self.language).digits))

    def _written(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        counted = {name: self.number(fact) for name, fact in facts.items() if type(fact) is int}
        return {**facts, **counted}

    def knows(self, message: str) -> bool:
        """Whether this language has its own words for `message` (English always does)."""
        return self.language == "en" or message in self._own or self._catalogue.gettext(message) != message


def program_texts() -> frozenset[str]:
    """Every text of the program, as the code says it in English; of one that counts, its singular."""
    return frozenset(text for code in LANGUAGES for text, _ in texts_in(code))


def texts_in(language: str) -> Mapping[tuple[str, int], str]:
    """What a catalogue says of each text, by its English; of one that counts, a text a form of the language,
    each with its number from 0. -1 stands for the only form.
    """
    held: Mapping[Any, str] = getattr(_catalogue(language), "_catalog", {})
    return {key if isinstance(key, tuple) else (key, -1): said for key, said in held.items() if key}


def checked_by(language: str) -> str:
    """Who checked the program's words in a language, and when, as "Name, 2027-06-12"."""
    return _catalogue(language).info().get("x-checked-by", "")


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, asset("i18n"), [language], fallback=True)
