"""What people asked to keep together: a row a pair, and nothing of anybody else."""

from dataclasses import replace
from datetime import date

from exports.readable.answers import Shape
from exports.readable.kept import HEADINGS, kept_together
from exports.readable.roles import Part
from kiosk.storage.kept.records import AnswerSet


def answers(identity: str, with_id: str = "") -> AnswerSet:
    made = AnswerSet(identity, "f" * 64, "fair", "join", "1.00", date(2027, 6, 12), {}, "en")
    return replace(made, notes={"kept_together": with_id}) if with_id else made


def part(activity: str, *sets: AnswerSet) -> Part:
    return Part(activity, Shape(()), sets, {})


def test_a_pair_is_one_row_whichever_came_first() -> None:
    parts = [part("about", answers("b", "a")), part("join", answers("a", "b"), answers("c"))]
    [table] = kept_together(parts)
    assert table.name == "kept_together"
    assert [heading.name for heading in table.headings] == list(HEADINGS)
    assert table.rows == (("b", "about", "a", "join"),)


def test_nobody_is_linked_who_did_not_ask_nor_with_somebody_who_was_taken_out() -> None:
    assert kept_together([part("join", answers("a")), part("about", answers("b"))]) == []
    assert kept_together([part("join", answers("a", "b"))]) == []


def test_a_link_that_only_one_side_names_is_none() -> None:
    assert kept_together([part("join", answers("a", "b")), part("about", answers("b"))]) == []
