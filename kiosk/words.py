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
    """A language the program speaks. `script` is its ISO 15924 code; `ltr` is false for mirrored pages."""

    code: str
    english: str
    own: str
    script: str = "Latn"
    ltr: bool = True

    @property
    def offered_as(self) -> str:
        """Both names, so that whoever is looking finds one they can read (ACCESSIBILITY.md)."""
        return self.english if self.english == self.own else f"{self.english} {self.own}"


LANGUAGES: Mapping[str, Language] = {
    language.code: language
    for language in (
        Language("en", "English", "English"),
        Language("pa", "Punjabi", "ਪੰਜਾਬੀ", "Guru"),
        Language("ur", "Urdu", "اردو", "Arab", ltr=False),
        Language("bn", "Bengali", "বাংলা", "Beng"),
        Language("gu", "Gujarati", "ગુજરાતી", "Gujr"),
        Language("pl", "Polish", "Polski"),
        Language("ro", "Romanian", "Română"),
        Language("ar", "Arabic", "العربية", "Arab", ltr=False),
    )
}


def language_of(code: str) -> Language:
    """The language of `code`; one the program does not know keeps its code as its name."""
    return LANGUAGES.get(code) or Language(code, code, code)


@dataclass(frozen=True)
class OwnWords:
    """An event's own wording: `texts` by the program's English words and language code; `checked` names who,
    speaking a language, has checked all its words.
    """

    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    checked: Mapping[str, str] = field(default_factory=dict)

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

    @property
    def checked(self) -> bool:
        """Whether a speaker has checked this catalogue: the event says so, or its header `X-Checked-By` does.

        English, in which the words are written, needs no check; a language without a catalogue speaks it.
        """
        header = self._catalogue.info()
        return self._checked or not header or bool(header.get("x-checked-by"))

    def __call__(self, message: str, **facts: Any) -> str:
        """`message` in this language, its `{facts}` filled in."""
        said = self._own.get(message) or (self._catalogue.gettext(message) if message else "")
        return said.format(**facts) if facts else said

    def plural(self, one: str, many: str, count: int, **facts: Any) -> str:
        """`one` or `many` by this language's own rule, with `{count}` and other facts filled in.

        An event's own wording of `one` is said for every count.
        """
        said = self._own.get(one) or self._catalogue.ngettext(one, many, count)
        return said.format(count=count, **facts)

    def knows(self, message: str) -> bool:
        """Whether this language has its own words for `message` (English always does)."""
        return self.language == "en" or message in self._own or self._catalogue.gettext(message) != message


def program_texts() -> frozenset[str]:
    """Every text of the program, as the code says it in English; of one that counts, its singular."""
    known: set[str] = set()
    for code in LANGUAGES:
        # gettext offers no list of what a catalogue holds
        for key in getattr(_catalogue(code), "_catalog", {}):
            known.add(key[0] if isinstance(key, tuple) else key)
    return frozenset(known - {""})


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, asset("i18n"), [language], fallback=True)
