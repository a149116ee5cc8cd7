"""Which voice reads what."""

import pytest

from kiosk.speech.engines.voices import Standing, choose_voice, standing, voice_for
from kiosk.words import LANGUAGES


@pytest.mark.parametrize("language", ["so", "ps", "ckb", "zz", ""])
def test_a_language_without_a_voice_has_none(language: str) -> None:
    assert voice_for(language) is None
    assert standing(language) is Standing.NONE


def test_every_language_of_the_kiosk_has_a_voice_that_reads_its_own_name() -> None:
    for language in LANGUAGES.values():
        assert choose_voice(language.own, language.code), language.english


@pytest.mark.parametrize("language", ["ur", "gu", "ar"])
def test_rough_voices_are_known_to_be_rough(language: str) -> None:
    assert standing(language) is Standing.ROUGH


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("How much do you agree?", "pa"),
        ("ਤੁਸੀਂ ਕਿੰਨਾ ਸਹਿਮਤ ਹੋ?", "en"),
        ("آپ کتنا متفق ہیں؟", "pa"),  # Shahmukhi: the Punjabi voice reads Gurmukhi only
        ("سڵاو چۆنی", "ku"),  # Sorani script: the voice is Kurmanji
    ],
)
def test_a_text_in_another_script_has_no_voice(text: str, language: str) -> None:
    assert choose_voice(text, language) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("25", "pa"),
        ("7 F 3, K 9 Q, X D M", "pa"),
        ("a", "ur"),
        ("ਸਾਨੂੰ me@example.org ਤੇ ਈਮੇਲ ਲਿਖੋ ਜੀ, ਤੁਹਾਡਾ ਧੰਨਵਾਦ", "pa"),
        ("Hello", "en-GB"),
    ],
)
def test_numbers_single_letters_and_a_few_foreign_words_are_read(text: str, language: str) -> None:
    assert choose_voice(text, language)
