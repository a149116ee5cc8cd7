"""An answer works out again what depends on it, and nothing else."""

from datetime import datetime

from kiosk.clock import FakeClock


class CountingClock(FakeClock):
    """Counts how often a form looks at it, which our rules do each time they are worked out."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = 0

    def now(self) -> datetime:
        self.looks += 1
        return super().now()


def looks(visit, clock, path, value):
    before = clock.looks
    visit.answer(path, value)
    return clock.looks - before


def test_of_a_hundred_calculations_only_those_that_depend_on_the_answer_are_worked_out(fill):
    rows = [{"type": "text", "name": f"q{n}", "label": "Q"} for n in range(100)]
    rows += [
        {
            "type": "calculate",
            "name": f"c{n}",
            "calculation": f"concat(year(), ${{q{n}}})".replace("year()", "now()"),
        }
        for n in range(100)
    ]
    rows.append({"type": "calculate", "name": "last", "calculation": "concat(now(), ${c5})"})
    clock = CountingClock()
    visit = fill(rows, clock=clock)
    assert looks(visit, clock, "/data/q7", "a") == 1
    assert looks(visit, clock, "/data/q5", "a") == 2
    assert looks(visit, clock, "/data/q5", "a") == 0


def test_a_chain_written_backwards_is_worked_out_once_each(fill):
    rows = [
        {"type": "calculate", "name": f"c{n}", "calculation": f"concat(now(), ${{c{n + 1}}})"}
        for n in range(20)
    ]
    rows.append({"type": "text", "name": "c20", "label": "Q"})
    clock = CountingClock()
    visit = fill(rows, clock=clock)
    assert looks(visit, clock, "/data/c20", "a") == 20
    assert visit.answers()["/data/c0"].endswith("a")


def test_relevance_of_a_group_reaches_whoever_reads_inside_it(fill):
    visit = fill(
        [
            {
                "type": "calculate",
                "name": "total",
                "calculation": "count(${person}) + string-length(${name})",
            },
            {"type": "text", "name": "show", "label": "Show"},
            {"type": "begin group", "name": "g", "label": "G", "relevant": "${show} = 'yes'"},
            {"type": "text", "name": "name", "label": "Name", "default": "Ada"},
            {"type": "begin repeat", "name": "person", "label": "P"},
            {"type": "text", "name": "x", "label": "X"},
            {"type": "end repeat"},
            {"type": "end group"},
        ]
    )
    assert visit.answers()["/data/total"] == "0"
    visit.answer("/data/show", "yes")
    assert visit.answers()["/data/total"] == "4"
