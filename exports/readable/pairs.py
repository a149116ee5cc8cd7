"""Introductions that the office may propose: pairs of people who both said yes to one topic."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from exports.readable.roles import Part, with_roles
from kiosk.pack.model import ActivityKind

PAIRS = ("topic", "ONE", "OTHER", "one_name", "other_name")
YES = frozenset({"yes", "OK"})  # the choice's name in the form; OK is what `acknowledge` gives
NEXT = 2  # each person is proposed to so many who follow, so that nobody is asked to meet a crowd


def pairs(parts: Sequence[Part]) -> Iterator[tuple[str, str, str, str, str]]:
    """Topic, the two records and the two names. Only from sign-ups, where everybody has said that they are
    an adult; a withdrawn record is not among the answers, and so in no pair.
    """
    willing: dict[str, dict[str, str]] = defaultdict(dict)
    for part, answers, column, value in with_roles(parts):
        role, _, topic = column.role.partition(":")
        form = part.forms.get(answers.form_version)
        if role == "intro" and value in YES and form and form.kind == ActivityKind.SIGN_UP:
            paths = {role: path for path, role in form.form.roles.items()}
            willing[topic][answers.id] = answers.answers.get(paths.get("detail:name", ""), "")
    for topic, people in sorted(willing.items()):
        yield from ((topic, one, other, people[one], people[other]) for one, other in _beside(sorted(people)))


def _beside(people: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each person with the next ones round the circle, each pair once."""
    seen = set()
    for place, one in enumerate(people):
        for step in range(1, min(NEXT, len(people) - 1) + 1):
            other = people[(place + step) % len(people)]
            pair = (min(one, other), max(one, other))
            if pair not in seen:
                seen.add(pair)
                yield pair
