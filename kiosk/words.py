"""The words of every language: one gettext catalogue each, for the window, the commands and paper."""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kiosk.resources import asset

DOMAIN = "kiosk"


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


class Words:
    """The program's words in one language; English where a translation is missing."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = _catalogue(language)

    @property
    def checked(self) -> bool:
        """Whether a speaker has checked this catalogue: its header `X-Checked-By` names them, and when.

        English, in which the words are written, needs no check; a language without a catalogue speaks it.
        """
        header = self._catalogue.info()
        return not header or bool(header.get("x-checked-by"))

    def __call__(self, message: str, **facts: Any) -> str:
        """`message` in this language, its `{facts}` filled in."""
        said = self._catalogue.gettext(message) if message else ""
        return said.format(**facts) if facts else said

    def plural(self, one: str, many: str, count: int, **facts: Any) -> str:
        """`one` or `many` by this language's own rule, with `{count}` and other facts filled in."""
        return self._catalogue.ngettext(one, many, count).format(count=count, **facts)

    def knows(self, message: str) -> bool:
        """Whether this language has its own words for `message` (English always does)."""
        return self.language == "en" or self._catalogue.gettext(message) != message


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, asset("i18n"), [language], fallback=True)
