"""The on-screen keyboard's layouts: every letter within reach, every key large enough and named."""

import json
import unicodedata
from collections.abc import Iterator

import pytest

from kiosk.resources import asset
from kiosk.words import LANGUAGES, Words
from ui.keyboard import FIRST, SIGNS, Key, Layout, Rows, face, keyboards, layouts_for, load_layout
from ui.painting.icons import icon_names

LAYOUTS = sorted(path.stem for path in asset("keyboards").glob("*.json") if path.stem != "signs")
LETTERS = sorted(set(LAYOUTS) - {"numbers", "phone"})
DIGITS = "0123456789"
ENGLISH = "abcdefghijklmnopqrstuvwxyz"
CAPITALS = ENGLISH.upper()
ALPHABETS = {
    "en": ENGLISH + CAPITALS,
    "abc": ENGLISH + CAPITALS,
    "pl": ENGLISH + CAPITALS + "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "ro": ENGLISH + CAPITALS + "ăâîșțĂÂÎȘȚ",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي" + "ًٌٍَُِّْ" + "٠١٢٣٤٥٦٧٨٩" + "،؛؟",
    "ur": "اآبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےئؤأۓۂۃ" + "ًَُِّٰ" + "۰۱۲۳۴۵۶۷۸۹" + "،۔؟",
    "pa": "ੳਅੲਸਹਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵੜ" + "ਾਿੀੁੂੇੈੋੌੰਂੱ਼੍" + "ਆਇਈਉਊਏਐਓਔ" + "੦੧੨੩੪੫੬੭੮੯" + "।",
    "bn": "অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহৎংঃঁ" + "ািীুূৃেৈোৌ্" + "০১২৩৪৫৬৭৮৯" + "।",
    "gu": "અઆઇઈઉઊઋએઐઓઔઍઑકખગઘઙચછજઝઞટઠડઢણતથદધનપફબભમયરલવશષસહળ" + "ાિીુૂૃેૈોૌૅૉ્ંઃઁ" + "૦૧૨૩૪૫૬૭૮૯",
}
CONJOINED = {"pa": ("ਸ਼", "ਖ਼", "ਗ਼", "ਜ਼", "ਫ਼", "ਲ਼"), "bn": ("ড়", "ঢ়", "য়"), "gu": ("ક્ષ", "જ્ઞ")}
# The panel of the mock-ups: 1240 px of keys at 5.9 px a millimetre, and the gaps and keys of rows 18 and 19.
KEYS_MM, GAP_MM, LEAST_MM = 1240 / 5.9, 2.5, 12.7


def keys(rows: Rows) -> Iterator[Key]:
    for row in rows:
        yield from row


def every_key(layout: Layout) -> Iterator[Key]:
    for rows in layout.layers.values():
        yield from keys(rows)


def written(layout: Layout) -> set[str]:
    """Everything a person can write with one press, capitals too."""
    texts = {text for key in every_key(layout) for text in (key.text, key.shift) if text}
    return {unicodedata.normalize("NFC", text) for text in texts}


def test_every_language_has_a_keyboard() -> None:
    for language in LANGUAGES:
        assert layouts_for(language)[0] == language
        assert set(layouts_for(language)) <= set(LAYOUTS)
    assert layouts_for("xx") == layouts_for("en"), (
        "a language without a keyboard of its own is written in English letters"
    )


@pytest.mark.parametrize("name", ALPHABETS)
def test_every_letter_is_within_reach(name: str) -> None:
    wanted = {*ALPHABETS[name], *DIGITS, " "} | {
        unicodedata.normalize("NFC", text) for text in CONJOINED.get(name, ())
    }
    missing = wanted - written(load_layout(name))
    assert not missing, f"{name} cannot write {sorted(missing)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_letters_are_never_far(language: str) -> None:
    reachable: set[str] = set().union(*(written(layout) for layout in keyboards(language)))
    assert {*ENGLISH, *CAPITALS, "@", "'", "-"} <= reachable, "a name, an address or a postcode may need them"


@pytest.mark.parametrize("name", LAYOUTS)
def test_keys_are_large_enough_for_a_finger(name: str) -> None:
    for layer, rows in load_layout(name).layers.items():
        assert 1 <= len(rows) <= 5
        for row in rows:
            assert 1 <= len(row) <= 12
            unit = (KEYS_MM - GAP_MM * (len(row) - 1)) / sum(key.width for key in row)
            small = [key for key in row if key.width * unit < LEAST_MM]
            assert not small, f"{name}, {layer}: too narrow: {small}"


@pytest.mark.parametrize("name", LAYOUTS)
def test_nothing_is_there_twice(name: str) -> None:
    for layer, rows in load_layout(name).layers.items():
        does = [key.text or key.act for key in keys(rows)]
        assert len(does) == len(set(does)), (
            f"{name}, {layer}: {sorted(what for what in does if does.count(what) > 1)}"
        )


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layer_can_be_reached_and_left(name: str) -> None:
    layers = load_layout(name).layers
    leads = {
        layer: {key.act.removeprefix("layer:") for key in keys(rows) if key.act.startswith("layer:")}
        for layer, rows in layers.items()
    }
    assert set().union(*leads.values()) <= set(layers)
    for start in layers:
        seen, todo = {start}, [start]
        while todo:
            new = leads[todo.pop()] - seen
            seen |= new
            todo += new
        assert seen == set(layers), f"from {start} of {name}, only {seen}"


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layer_can_mend_move_and_finish(name: str) -> None:
    for layer, rows in load_layout(name).layers.items():
        acts = {key.act for key in keys(rows)}
        assert {"done", "backspace", "left", "right"} <= acts, f"{name}, {layer}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("purpose", ["", "number", "phone", "email", "postcode"])
def test_the_key_to_the_next_keyboard_goes_round_them_all(language: str, purpose: str) -> None:
    offered = {layout.name: layout for layout in keyboards(language, purpose)}
    at, visited = next(iter(offered)), []
    for _ in offered:
        visited.append(at)
        to = {
            key.act.removeprefix("layout:") for key in every_key(offered[at]) if key.act.startswith("layout:")
        }
        assert len(to) == (1 if len(offered) > 1 else 0)
        at = to.pop() if to else at
    assert set(visited) == set(offered)
    assert at == visited[0]


def test_an_email_address_has_its_signs_on_the_first_layer() -> None:
    for layout in keyboards("pa", "email"):
        assert {"@", ".", "-", "_", *ENGLISH} <= {key.text for key in keys(layout.rows)}


def test_the_english_keyboard_is_the_one_drawn() -> None:
    rows = load_layout("en").rows
    assert ["".join(key.text for key in row) for row in rows] == [
        "qwertyuiop",
        "asdfghjkl'",
        "zxcvbnm,",
        " .?",
    ]
    assert [key.act for key in rows[2] if key.act] == ["shift", "backspace"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_a_name_and_a_face(language: str) -> None:
    words = Words(language)
    for purpose in ("", "number", "phone", "email"):
        for layout in keyboards(language, purpose):
            for key in every_key(layout):
                shown = face(key, words)
                assert shown.name.strip()
                assert shown.label or shown.icon in icon_names()
                assert bool(shown.text) != bool(shown.act)
                if shown.act:
                    assert shown.label.casefold() in shown.name.casefold(), "what is seen is said"


@pytest.mark.parametrize("name", LETTERS)
def test_a_sign_that_voices_pass_over_has_a_name(name: str) -> None:
    for key in every_key(load_layout(name)):
        alone = len(key.text) == 1 and not (key.text.isalnum() or key.text in SIGNS or key.text in "৳ૐ")
        assert not alone or key.name, f"{name}: {key.text!r} needs a name"


def test_names_tell_the_keys_of_a_layer_apart() -> None:
    for language in LANGUAGES:
        for layout in keyboards(language):
            for layer, rows in layout.layers.items():
                names = [face(key, Words(language)).name for key in keys(rows)]
                twice = sorted({name for name in names if names.count(name) > 1})
                assert not twice, f"{layout.name}, {layer}: {twice}"


def test_capitals_are_written_and_said_as_capitals() -> None:
    key = next(key for key in every_key(load_layout("pl")) if key.text == "ś")
    shown = face(key, Words("en"), capitals=True)
    assert (shown.text, shown.label, shown.name) == ("Ś", "Ś", "capital Ś")
    shift = next(key for key in every_key(load_layout("pl")) if key.act == "shift")
    assert face(shift, Words("en"), capitals=True).on
    assert not face(shift, Words("en")).on


def test_a_layer_key_says_where_it_leads() -> None:
    key = next(key for key in keys(load_layout("pa").rows) if key.act == "layer:more")
    assert face(key, Words("en")).label == "ਆ ੧"


def test_the_space_bar_writes_a_space_and_says_so() -> None:
    key = next(key for key in keys(load_layout("en").rows) if key.text == " ")
    shown = face(key, Words("en"))
    assert (shown.text, shown.label, shown.name) == (" ", "space", "space")


def test_the_data_are_kept_as_unicode_composes_them() -> None:
    for path in asset("keyboards").glob("*.json"):
        text = path.read_text("utf-8")
        assert text == unicodedata.normalize("NFC", text), f"{path.name} is not in NFC"
        assert json.loads(text)["layers" if "base" not in text else "above"]


def test_the_first_layer_is_the_letters() -> None:
    assert all(FIRST in load_layout(name).layers for name in LAYOUTS)
