"""The same XPath 1.0 expressions on the same document, in our engine and in elementpath."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from xml.etree import ElementTree

from benchmarks.measure import Row, beside, in_turn
from kiosk.forms.xpath.compile import compile_xpath
from kiosk.forms.xpath.context import Context, Environment
from kiosk.forms.xpath.tree import parse_xml
from kiosk.forms.xpath.values import to_text

QUESTIONS, TIMES = 100, 20
NOW = datetime(2027, 6, 12, 10, tzinfo=UTC)
DATA = "<data>" + "".join(f"<q{n}>{n % 7}</q{n}>" for n in range(QUESTIONS)) + "</data>"
# What forms ask for most: a condition on an answer, a limit, a sum, a word in a list, a part of a text.
EXPRESSIONS = (
    "/data/q7 = '0'",
    "/data/q12 >= 1 and /data/q12 <= 100",
    "sum(/data/*) div count(/data/*)",
    "contains(concat(' ', /data/q3, ' '), ' 3 ')",
    "substring(/data/q21, 1, 2)",
    "not(/data/q30 = /data/q31) or string-length(/data/q32) > 0",
    "/data/*[. = 5][2]",
)


def expressions(rounds: int) -> Iterator[Row]:
    """Worked out, and read and worked out, as when a form is opened."""
    if find_spec("elementpath") is None:
        return
    ours, theirs = _ours(), _theirs()
    for what, place in (("expressions worked out", 0), ("expressions read and worked out", 1)):
        works = {"ours": ours[place], "elementpath": theirs[place]}
        found = in_turn(works, rounds)
        yield beside(f"{what}, beside elementpath", found["ours"], found["elementpath"])


def _ours() -> tuple[Callable[[int], object], Callable[[int], object]]:
    document = parse_xml(DATA)
    env = Environment(document, lambda: NOW)
    programs = [compile_xpath(source) for source in EXPRESSIONS]

    def run(_round: int) -> None:
        for _ in range(TIMES):
            for program in programs:
                to_text(program.run(Context(env, document)))

    def read(_round: int) -> None:
        for source in EXPRESSIONS:
            to_text(compile_xpath(source).run(Context(env, document)))

    return run, read


def _theirs() -> tuple[Callable[[int], object], Callable[[int], object]]:
    import elementpath  # noqa: PLC0415 - only where it is installed

    root = ElementTree.ElementTree(ElementTree.fromstring(DATA))
    selectors = [elementpath.Selector(source, parser=elementpath.XPath1Parser) for source in EXPRESSIONS]

    def run(_round: int) -> None:
        for _ in range(TIMES):
            for selector in selectors:
                selector.select(root)

    def read(_round: int) -> None:
        for source in EXPRESSIONS:
            elementpath.select(root, source, parser=elementpath.XPath1Parser)

    return run, read
