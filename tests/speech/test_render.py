"""The worker's sound, looked at as sound."""

import io
import math
import wave
from array import array

import pytest

from kiosk.errors import ErrorCode, KioskError
from kiosk.speech.engines.voices import VOICES
from kiosk.speech.listen import write_wave
from kiosk.speech.model import RATES, Rendering
from kiosk.speech.render import Renderer

QUESTION = "How much do you agree?"
SAMPLES = {
    "en": "“Hello,” she said — it’s 25 March 2027, isn’t it? £3.50 (about 1,234 people) & more…",
    "pl": "Jak bardzo się zgadzasz? „Tak” – 12 osób.",
    "ro": "Cât de mult sunteți de acord?",
    "pt": "Até que ponto concorda?",
    "ku": "Tu çiqas razî yî?",
    "hi": "आप कितना सहमत हैं?",
    "pa": "ਤੁਸੀਂ ਕਿੰਨਾ ਸਹਿਮਤ ਹੋ? 25 ਸਾਲ।",
    "bn": "আপনি কতটা একমত?",
    "fa": "چقدر موافق هستید؟",
    "ti": "ክንደይ ትሰማማዕ ኢኻ?",
    "gu": "તમે કેટલા સહમત છો?",
    "ur": "آپ کتنا متفق ہیں؟",
    "ar": "إلى أي مدى توافق؟",
}


def loudness(sound: Rendering) -> float:
    samples = array("h", sound.pcm)
    return math.sqrt(sum(sample * sample for sample in samples) / len(samples))


def test_a_question_is_sound_of_the_right_kind_length_and_loudness(renderer: Renderer, tmp_path) -> None:
    sound = renderer.render(QUESTION, "en")
    write_wave(tmp_path / "question.wav", sound)
    with wave.open(io.BytesIO((tmp_path / "question.wav").read_bytes())) as file:
        assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (1, 22_050, 2)
        assert 0.8 <= file.getnframes() / file.getframerate() <= 2.5
    assert loudness(sound) > 500


def test_each_rate_is_quicker_than_the_one_before_from_half_to_double(renderer: Renderer) -> None:
    lasts = [renderer.render(QUESTION, "en", rate).seconds for rate in RATES]
    assert lasts == sorted(lasts, reverse=True)
    assert len(set(lasts)) == len(RATES)
    normal = lasts[RATES.index(100)]
    assert lasts[0] > 1.8 * normal
    assert lasts[-1] < 0.6 * normal


def test_the_samples_cover_every_voice() -> None:
    assert set(SAMPLES) == set(VOICES)


@pytest.mark.parametrize("language", SAMPLES)
def test_every_voice_speaks_and_its_marks_rise_and_stay_inside(renderer: Renderer, language: str) -> None:
    text = SAMPLES[language]
    sound = renderer.render(text, language)
    assert loudness(sound) > 500
    starts = [mark.start for mark in sound.marks]
    times = [mark.at for mark in sound.marks]
    assert len(starts) >= 3
    assert starts == sorted(set(starts))
    assert times == sorted(times)
    assert times[0] >= 0
    assert times[-1] < sound.seconds * 1000
    assert all(text[mark.start : mark.start + mark.length].strip("“”„.,?—–… ") for mark in sound.marks)


def test_marks_cover_whole_words_beside_quotes_and_in_numbers(renderer: Renderer) -> None:
    text = SAMPLES["en"]
    words = [text[mark.start : mark.start + mark.length] for mark in renderer.render(text, "en").marks]
    assert {"Hello", "it’s", "25", "2027", "£3.50", "1,234", "&"} <= set(words)


def test_a_long_text_is_rendered_whole(renderer: Renderer) -> None:
    text = "Thank you for coming to the event today. " * 60
    sound = renderer.render(text, "en")
    assert sound.marks[-1].start > len(text) - 10


@pytest.mark.parametrize("text", ["", " ", "…", "\0", "\ud800", "<b>[[x]]</b>"])
def test_odd_texts_do_no_harm(renderer: Renderer, text: str) -> None:
    renderer.render(text, "en")
    assert renderer.render(QUESTION, "en").seconds > 0.8


def test_a_language_without_a_voice_is_an_expected_fault(renderer: Renderer) -> None:
    with pytest.raises(KioskError) as fault:
        renderer.render("Iska warran", "so")
    assert fault.value.code is ErrorCode.NO_VOICE
