"""The words of every language: drawn from the code, whole, compiled, and plain to read."""

import gettext
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from kiosk.resources import asset
from kiosk.words import DOMAIN, LANGUAGES, Words
from ui.making.strings import (
    TRANSLATED,
    Found,
    MessageId,
    extract,
    id_of,
    missing,
    mo_bytes,
    po_text,
    read,
    update,
)

ROOT = Path(__file__).resolve().parent.parent
MEND = "run `make strings`, then translate what is new in assets/i18n"
# The team reads these; a resident never does.
PAGES = ("ui/qml/Kiosk/Team/", "ui/qml/Kiosk/Office/", "ui/viewmodels/team/", "ui/viewmodels/office/")
TEAM = ("kiosk/", "exports/", "ui/messages.py", "ui/cli", *PAGES)
LONGEST_SENTENCE = 15
PLACE = re.compile(r"\{[a-z_]+\}|%\d")


@cache
def found() -> Found:
    return extract(ROOT)


def po(language: str) -> Path:
    return asset("i18n", language, "LC_MESSAGES", f"{DOMAIN}.po")


def ids(message: MessageId) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


def strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_has_every_word_of_the_code(language: str) -> None:
    held = {id_of(message) for message in read(po(language), language)}
    new = [ids(message)[0] for message in found() if message not in held]
    assert not new, f"{MEND}: {new}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_complete(language: str) -> None:
    catalogue = read(po(language), language)
    left = sorted(set(missing(catalogue)) & {ids(message)[0] for message in found()})
    assert not left, f"{language} has no words for {len(left)}: {left}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_keeps_every_place_for_a_fact(language: str) -> None:
    for message in read(po(language), language):
        if not message.id:
            continue
        wanted = {place for text in ids(id_of(message)) for place in PLACE.findall(text)}
        for string in strings(message):
            extra = set(PLACE.findall(string)) ^ wanted
            # one of something may be said without its number
            allowed = {"{count}"} if len(strings(message)) > 1 else set()
            assert not string or extra <= allowed, f"{language}: {ids(id_of(message))[0]!r}: {extra}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    assert po(language).with_suffix(".mo").read_bytes() == mo_bytes(read(po(language), language)), MEND


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_kiosk_says_what_the_catalogue_holds(language: str) -> None:
    words = Words(language)
    for message in read(po(language), language):
        if isinstance(message.id, str) and message.id and message.string:
            assert words(message.id) == message.string


def test_drawing_the_words_twice_changes_nothing(tmp_path: Path) -> None:
    for language in TRANSLATED:
        catalogue = tmp_path / language / "LC_MESSAGES"
        catalogue.mkdir(parents=True)
        (catalogue / f"{DOMAIN}.po").write_bytes(po(language).read_bytes())
    update(ROOT, tmp_path)
    first = {path: path.read_bytes() for path in tmp_path.rglob("*.*o*") if path.is_file()}
    update(ROOT, tmp_path)
    assert {path: path.read_bytes() for path in first} == first
    assert len(first) == 2 * len(TRANSLATED) + 1


def said(tmp_path: Path, python: str = "", qml: str = "") -> set[MessageId]:
    (tmp_path / "ui").mkdir(exist_ok=True)
    (tmp_path / "ui" / "page.py").write_text(python, "utf-8")
    (tmp_path / "ui" / "Page.qml").write_text(qml, "utf-8")
    return set(extract(tmp_path))


@pytest.mark.parametrize(
    "python",
    [
        'x = _("Hello")',
        'x = words("Hello", name=1)',
        'x = self._words()("Hello")',
        'x = words("Hel"\n  "lo")',
        'x = words("Hello" if y else "Hello")',
        'from kiosk.words import Words\nx = words("Hello")',
    ],
)
def test_words_are_found_in_python(tmp_path: Path, python: str) -> None:
    assert said(tmp_path, python) == {"Hello"}


def test_both_words_of_a_plural_are_found(tmp_path: Path) -> None:
    assert said(tmp_path, 'words.plural("{count} day", "{count} days", 3)') == {
        ("{count} day", "{count} days")
    }


@pytest.mark.parametrize(
    "python",
    [
        'from pack import words\nwords("a b")',
        'def words(text): ...\nwords("a b")',
        'text.say("en")',
        'words("")',
    ],
)
def test_other_text_is_left_alone(tmp_path: Path, python: str) -> None:
    assert said(tmp_path, python) == set()


def test_words_that_no_catalogue_could_hold_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"ui/page\.py:1"):
        said(tmp_path, 'words(f"Hello {name}")')


def test_words_are_found_in_qml(tmp_path: Path) -> None:
    qml = 'Item { text: a ? qsTr("Yes") : qsTr("No %1").arg(b)\n // qsTr("never")\n name: `${qsTr("Text")}` }'
    assert said(tmp_path, qml=qml) == {"Yes", "No %1", "Text"}


def test_words_out_of_use_are_kept_and_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "i18n"
    folder.mkdir()
    said(tmp_path, 'words("Hello")')
    update(tmp_path, folder)
    polish = folder / "pl" / "LC_MESSAGES" / f"{DOMAIN}.po"
    polish.write_text(
        polish.read_text("utf-8").replace('"Hello"\nmsgstr ""', '"Hello"\nmsgstr "Witaj"'), "utf-8"
    )
    said(tmp_path, 'words("Goodbye")')
    assert update(tmp_path, folder)["pl"] == ["Goodbye"]
    assert '#~ msgstr "Witaj"' in polish.read_text("utf-8")
    said(tmp_path, 'words("Hello")')
    assert update(tmp_path, folder)["pl"] == []
    assert 'msgstr "Witaj"' in polish.read_text("utf-8")


@pytest.mark.parametrize(("by", "checked"), [("", False), ("A Speaker, 1 May 2026", True)])
def test_a_catalogue_is_unchecked_until_a_speaker_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str, checked: bool
) -> None:
    said(tmp_path, 'words("Hello")')
    update(tmp_path, tmp_path)
    polish = tmp_path / "pl" / "LC_MESSAGES" / f"{DOMAIN}.po"
    polish.write_text(polish.read_text("utf-8").replace("X-Checked-By: ", f"X-Checked-By: {by}"), "utf-8")
    update(tmp_path, tmp_path)
    with polish.with_suffix(".mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    monkeypatch.setattr("kiosk.words._catalogue", lambda _language: catalogue)
    assert Words("pl").checked is checked


def test_english_needs_no_check() -> None:
    assert Words("en").checked


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_that_ships_says_whether_it_was_checked(language: str) -> None:
    assert "X-Checked-By: " in po_text(read(po(language), language)).decode()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_has_the_plurals_of_its_language(language: str) -> None:
    with po(language).with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).info()["language"] == language


def test_residents_read_short_sentences() -> None:
    long = []
    for message, files in found().items():
        if all(name.startswith(TEAM) for name in files):
            continue
        for text in ids(message):
            sentences = re.split(r"(?<=[.!?:])\s+", text)
            long += [one for one in sentences if len(one.split()) > LONGEST_SENTENCE]
    assert not long, f"more than {LONGEST_SENTENCE} words (ACCESSIBILITY.md, row 43): {long}"


def test_the_words_of_a_language_are_in_its_script() -> None:
    letters = {"pa": "਀-੿", "ur": "؀-ۿ", "bn": "ঀ-৿", "gu": "઀-૿", "ar": "؀-ۿ"}
    assert set(letters) == {code for code, language in LANGUAGES.items() if language.script != "Latn"}
    for language, block in letters.items():
        for message in read(po(language), language):
            if (
                message.id
                and message.string
                and re.search("[a-z]{3}", re.sub(PLACE, "", ids(id_of(message))[0]))
            ):
                for string in strings(message):
                    assert re.search(f"[{block}]", string), f"{language}: {string!r} is not in its script"
