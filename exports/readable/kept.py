"""The table of what people asked to keep together: two records that nothing else links."""

from collections.abc import Sequence

from exports.readable.roles import Part
from exports.sheets.table import Table, plain_table
from kiosk.visit.saving import KEPT_TOGETHER

HEADINGS = ("KEY", "activity", "with_KEY", "with_activity")


def kept_together(parts: Sequence[Part]) -> list[Table]:
    """A row a pair, the first activity first; nothing where one of the two is not here, or nobody asked."""
    activities = {answers.id: part.activity for part in parts for answers in part.answer_sets}
    links = {
        answers.id: str(answers.notes[KEPT_TOGETHER])
        for part in parts
        for answers in part.answer_sets
        if KEPT_TOGETHER in answers.notes
    }
    rows = [
        (key, activities[key], other, activities[other])
        for key, other in links.items()
        if links.get(other) == key and (activities[key], key) < (activities[other], other)
    ]
    return [plain_table("kept_together", HEADINGS, sorted(rows))] if rows else []
