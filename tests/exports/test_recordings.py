"""What was spoken comes out as WAV files, named in the tables."""

import csv
import wave
from array import array

import lameenc
import pytest

from exports.readable.recordings import UNREADABLE
from exports.readable.tables import export_tables
from kiosk.recording.sound import RATE
from kiosk.storage.kept.records import save


@pytest.fixture(scope="session")
def voice():
    """Half a second of a sound, as the recorder would keep it."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_bit_rate(32)
    return bytes(encoder.encode(array("h", [8000, -8000] * (RATE // 4)).tobytes()) + encoder.flush())


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_recording_is_a_file_that_its_cell_names(office, secret, answers, voice, tmp_path, kind):
    path = "/data/group/name"
    spoken = answers({"name": "Ada", "group/name": "[spoken 1]"}, recordings={path: voice})
    save(office, secret.public, [spoken, answers({"name": "Bo"})])
    summary = export_tables(office, secret, tmp_path / "out", kind)
    (sound,) = [file for file in summary.files if file.suffix == ".wav"]
    folder = {"csv": "fair2027/recordings", "xlsx": "fair2027-recordings"}[kind]
    assert sound == tmp_path / "out" / folder / f"join-{spoken.id}-group-name.wav"
    with wave.open(str(sound)) as wav:
        assert wav.getnframes() / wav.getframerate() == pytest.approx(0.5, abs=0.2)
    if kind == "csv":
        with (tmp_path / "out" / "fair2027" / "join.csv").open(encoding="utf-8-sig") as file:
            cells = {row["KEY"]: row["data-group-name"] for row in csv.DictReader(file)}
        assert cells[spoken.id] == f"recordings/{sound.name}"
        assert sorted(cells.values())[0] == ""


def test_one_that_cannot_be_read_is_named_and_the_rest_goes_on(office, secret, answers, tmp_path):
    spoken = answers({"name": "[spoken 1]"}, recordings={"/data/name": b"nothing of the kind"})
    save(office, secret.public, [spoken])
    summary = export_tables(office, secret, tmp_path)
    assert summary.unheard == (spoken.id,)
    assert UNREADABLE in (tmp_path / "fair2027" / "join.csv").read_text("utf-8")
    assert not (tmp_path / "fair2027" / "recordings").exists()
