"""A purpose that nobody was asked about, because it rests on another basis than consent."""

import csv

from exports.readable.tables import export_tables
from kiosk.storage.kept.records import save


def test_what_was_told_and_not_asked_stands_among_the_consents(office, secret, answers, tmp_path):
    shown = {"words": "By law.", "organisation": "The council", "basis": "public task", "answer": "told"}
    save(office, secret.public, [answers({"name": "Ada"}, notes={"consents": {"law": shown}})])
    export_tables(office, secret, tmp_path)
    with (tmp_path / "fair2027" / "consents.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["purpose"], row["basis"], row["answer"]) == ("law", "public task", "told")
