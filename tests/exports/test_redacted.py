"""Hidden words: gone from what is published, in the report and in the export, and nowhere else."""

import pytest

from exports.readable.redacted import redacted, words_in
from exports.readable.tables import export_tables
from exports.report.notes import read_notes
from exports.sheets.cells import read_back
from kiosk.clock import FakeClock
from kiosk.errors import ErrorCode, KioskError
from kiosk.office.annotations import Kind, annotate
from kiosk.storage.kept.records import save


@pytest.mark.parametrize(
    ("text", "hidden", "shown"),
    [
        ("Ask Aisha Khan, she knows", ["Aisha", "Khan"], "Ask […], she knows"),
        ("AISHA and aisha", ["Aisha"], "[…] and […]"),
        ("Aishas bench", ["Aisha"], "Aishas bench"),
        ("call 07700 900123.", ["07700", "900123"], "call […]."),
        ("ਦਾਦੀ ਗੁਰਪ੍ਰੀਤ ਲਈ", ["ਗੁਰਪ੍ਰੀਤ"], "ਦਾਦੀ […] ਲਈ"),
        ("عائشہ خان سے پوچھیں", ["عائشہ", "خان"], "[…] سے پوچھیں"),
        ("a.b (c) a.b", ["a.b"], "[…] (c) […]"),
        ("nothing", [], "nothing"),
    ],
)
def test_whole_words_are_hidden_however_they_are_written(text, hidden, shown):
    assert redacted(text, hidden) == shown


def test_words_are_offered_once_without_their_stops():
    assert words_in("“Ask Aisha,” she said. Ask: Aisha!") == ("Ask", "Aisha", "she", "said")


@pytest.fixture
def hidden(office, secret, answers):
    """One answer in which a name is hidden, and one beside it."""
    made = [answers({"name": "Ask Aisha Khan"}), answers({"name": "Ask nobody"})]
    save(office, secret.public, made)
    values = {"question": "/data/name", "words": "Aisha\nKhan"}
    annotate(office, secret, made[0].id, Kind.REDACTION, values, FakeClock())
    return made


def test_the_export_has_what_may_be_published_and_never_the_words_alone(office, secret, hidden, tmp_path):
    export_tables(office, secret, tmp_path / "out")
    folder = tmp_path / "out" / "fair2027"
    assert read_back(folder / "redactions.csv") == [
        {"KEY": hidden[0].id, "activity": "join", "question": "/data/name", "published": "Ask […]"}
    ]
    names = {row["KEY"]: row["data-name"] for row in read_back(folder / "join.csv")}
    assert names[hidden[0].id] == "Ask Aisha Khan", "the answer itself stays"


def test_of_a_spoken_answer_what_was_written_down_is_published(office, secret, hidden, tmp_path):
    spoken = {"question": "/data/name", "text": "Please ask Khan"}
    annotate(office, secret, hidden[0].id, Kind.TRANSCRIPT, spoken, FakeClock())
    export_tables(office, secret, tmp_path / "out")
    (row,) = read_back(tmp_path / "out" / "fair2027" / "redactions.csv")
    assert row["published"] == "Please ask […]"


def test_the_report_publishes_an_answer_its_transcript_and_its_translation_without_them(
    office, secret, hidden
):
    notes = read_notes(office, secret)
    assert notes.published(hidden[0].id, "/data/name", "KHAN will know") == "[…] will know"
    assert notes.published(hidden[1].id, "/data/name", "Khan") == "Khan"
    assert notes.published(hidden[0].id, "/data/other", "Khan") == "Khan"


def test_only_the_tables_that_are_named_are_written(office, secret, hidden, tmp_path):
    only = {("fair2027", "redactions")}
    export_tables(office, secret, tmp_path / "out", only=only)
    assert sorted(path.name for path in (tmp_path / "out" / "fair2027").iterdir()) == [
        "redactions.csv",
        "redactions.csv-metadata.json",
    ]


def test_no_table_of_that_name_is_told(office, secret, hidden, tmp_path):
    with pytest.raises(KioskError) as told:
        export_tables(office, secret, tmp_path / "out", only={("fair2027", "nothing")})
    assert told.value.code is ErrorCode.NOTHING_TO_EXPORT
