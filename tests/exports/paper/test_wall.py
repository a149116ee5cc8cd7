"""Poster, card, slips, charter and recovery sheet: what they say, and that their codes can be read."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from exports.paper.card import table_card
from exports.paper.charter import charter_sheet
from exports.paper.poster import poster
from exports.paper.recovery import recovery_sheet
from exports.paper.slips import blank_cards, sentence, slips
from exports.pdf.setting import Setting
from kiosk.coproduction.charter import charter
from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.model import Pack, Text
from kiosk.storage.sealed.keys import make_key
from kiosk.storage.sealed.recovery import letters, read_letters
from kiosk.storage.sealed.reference import check_sign
from kiosk.words import LANGUAGES, language_of

TextOf = Callable[[bytes], str]
CodesOf = Callable[[bytes], list[str]]
REFERENCE = "7F3K9QXD" + check_sign("7F3K9QXD")
DAY = date(2027, 6, 12)


def box_of(content: bytes) -> tuple[float, float]:
    found = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", content)
    assert found
    return round(float(found[1])), round(float(found[2]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_poster_is_one_page_and_nothing_falls_off_it(
    language: str, pack: Pack, text_of: TextOf, sizes_of: Callable[[bytes], set[float]]
) -> None:
    content = poster(pack, language)
    assert content.count(b"/Type /Page\n") == 1
    assert box_of(content) == (595, 842)
    assert min(sizes_of(content)) >= 14
    assert language_of(language).own.split()[0] in text_of(content)


def test_a_poster_says_what_where_and_when(pack: Pack, text_of: TextOf, codes_of: CodesOf) -> None:
    content = poster(pack, "en", time="10 am to 3 pm")
    text = text_of(content)
    for words in ("Tipton Community Day", "12 June 2027", "10 am to 3 pm", "The garden of Tipton Library"):
        assert words in text
    assert "Help design the park" in text
    assert "Polski" in text
    assert "About you" not in text, "nobody comes for that"
    assert codes_of(content) == ["https://www.example.org/charter"]


def test_without_an_address_there_is_no_code(pack: Pack, codes_of: CodesOf) -> None:
    bare = replace(pack, event=replace(pack.event, charter_address=""))
    assert codes_of(poster(bare)) == []
    assert "Scan" not in str(codes_of(charter_sheet(bare)))


def test_an_a3_poster_is_larger_in_all(pack: Pack, sizes_of: Callable[[bytes], set[float]]) -> None:
    large, small = poster(pack, size="a3"), poster(pack)
    assert box_of(large) == (842, 1191)
    assert max(sizes_of(large)) > 1.3 * max(sizes_of(small))


def test_words_that_are_long_make_a_poster_smaller_and_never_too_small(
    pack: Pack, sizes_of: Callable[[bytes], set[float]]
) -> None:
    long = replace(pack, event=replace(pack.event, title=Text({"en": "A very long name of an event " * 5})))
    assert 14 <= min(sizes_of(poster(long))) <= min(sizes_of(poster(pack)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_says_the_steps_and_stands_on_both_sides(
    language: str, pack: Pack, text_of: TextOf, sizes_of: Callable[[bytes], set[float]]
) -> None:
    content = table_card(pack, language)
    assert min(sizes_of(content)) >= 14
    text = text_of(content)
    assert all(number in text for number in "1234")
    if language == "en":
        assert text.count("Choose your language.") == 2
        assert content.count(b"/S /H1") == 1, "what is upside down is said once to a reader"


@pytest.mark.parametrize("language", ["en", "ur", "pa"])
def test_slips_are_eight_on_a_page_and_their_codes_say_the_sentence(
    language: str, pack: Pack, codes_of: CodesOf, text_of: TextOf
) -> None:
    content = slips(pack, [REFERENCE] * 9, DAY, language)
    assert content.count(b"/Type /Page\n") == 2
    said = sentence(pack, REFERENCE, DAY, Setting(language))
    assert codes_of(content) == [said] * 8
    assert text_of(content).count("7F3 K9Q XD") == 9


def test_a_slip_of_a_roll_is_as_wide_as_the_roll(pack: Pack, codes_of: CodesOf) -> None:
    content = slips(pack, [REFERENCE, REFERENCE], DAY, roll=True)
    assert box_of(content)[0] == round(80 * 72 / 25.4)
    assert content.count(b"/Type /Page\n") == 2
    [code] = codes_of(content)
    assert "7F3 K9Q XD" in code
    assert "Tipton Library and the Council" in code


def test_a_slip_for_what_is_no_reference_is_refused(pack: Pack) -> None:
    with pytest.raises(KioskError) as fault:
        slips(pack, ["7F3K9QXD0"], DAY)
    assert fault.value.code is ErrorCode.REFERENCE_WRONG


def test_blank_cards_have_room_for_nine_signs(pack: Pack, text_of: TextOf, codes_of: CodesOf) -> None:
    content = blank_cards(pack)
    assert text_of(content).count("Your reference") == 8
    assert codes_of(content) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_charter_has_every_clause_with_its_picture(
    language: str, pack: Pack, text_of: TextOf, sizes_of: Callable[[bytes], set[float]]
) -> None:
    content = charter_sheet(pack, language, large=language == "en")
    text = text_of(content)
    for item in [*charter()["foundations"], *charter()["commitments"]]:
        assert f"{item['id']}." in text or f".{item['id']}" in text
    if language == "en":
        assert min(sizes_of(content)) >= 18
        assert "Everybody has something to offer" in text
        assert "https://www.example.org/charter" in text


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_recovery_sheet_opens_the_key_by_code_and_by_letters(
    language: str, codes_of: CodesOf, text_of: TextOf
) -> None:
    secret = make_key()
    content = recovery_sheet(letters(secret), secret.fingerprint, language)
    [code] = codes_of(content)
    assert read_letters(code) == secret
    text = text_of(content)
    for line in letters(secret):
        for group in line.split():
            assert group in text


def test_the_same_paper_has_the_same_bytes(pack: Pack) -> None:
    for make in (poster, table_card, blank_cards, charter_sheet):
        assert make(pack, "pa") == make(pack, "pa")
