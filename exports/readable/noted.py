"""What the office wrote about records, as tables of their own by KEY."""

from collections.abc import Sequence

from exports.sheets.table import Table, plain_table
from kiosk.office.annotations import Annotation, Kind, columns_of

NAMES = {
    Kind.TAG: "tags",
    Kind.STATUS: "statuses",
    Kind.TRANSCRIPT: "transcripts",
    Kind.TRANSLATION: "translations",
    Kind.QUOTE: "quotes",
}  # what was decided about the same person twice stands in possibly_twice


def noted_tables(event_id: str, notes: Sequence[Annotation]) -> list[Table]:
    """A table a kind; those without a row are left out."""
    made = []
    for kind, name in NAMES.items():
        columns = columns_of(kind)
        rows = sorted(
            (note.record_id, *(note.values[column] for column in columns))
            for note in notes
            if (note.event_id, note.kind) == (event_id, kind)
        )
        if rows:
            made.append(plain_table(name, ("KEY", *columns), rows))
    return made
