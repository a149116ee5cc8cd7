"""Sign-ups that may be the same person twice: suggested to staff, never put together by itself."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import extract
from rapidfuzz.utils import default_process

from exports.readable.opened import Progress, open_all
from exports.readable.roles import Part
from exports.sheets.table import Table, plain_table
from kiosk.office.twice import Pair, decisions
from kiosk.storage.database import Store
from kiosk.storage.kept.formshelf import kept_forms
from kiosk.storage.kept.signups import SignUp, details_of
from kiosk.storage.sealed.keys import SecretKey

TWICE = ("KEY", "KEY_2", "likeness", "because", "decision")
# Of 100. A shared phone may be a household's, so names must be near; a name alone says little.
NEAR, VERY_NEAR = 70, 90
PHONE_DIGITS = 10  # from the end: 07700 900123 and +44 7700 900123 are one
SHARED_BY_MOST = 20  # a detail on more sign-ups than this is a helper's or an office's


@dataclass(frozen=True)
class Person:
    """What one sign-up says of who it is, in the form in which it is compared."""

    key: str
    name: str
    email: str
    phone: str
    postcode: str


def twice_table(parts: Sequence[Part], decided: Mapping[Pair, str]) -> list[Table]:
    """The table possibly_twice of one event, with what staff decided about each pair, or nothing."""
    people = [person for part in parts for person in _people(part)]
    pairs = [(*pair, decided.get(pair[:2], "")) for pair in possibly_twice(people)]
    return [plain_table("possibly_twice", TWICE, pairs)] if pairs else []


def possibly_twice(people: Sequence[Person]) -> list[tuple[str, str, str, str]]:
    """Pairs of keys, how like their names are (0 to 100), and what else they share; the likest first."""
    shared: dict[tuple[int, int], list[str]] = defaultdict(list)
    for name in ("email", "phone"):
        for group in _groups(people, name):
            for pair in combinations(group, 2):
                shared[pair].append(name)
    for group in _groups(people, "postcode"):
        for pair in _very_near(people, group):
            shared[pair].append("postcode")
    pairs = []
    for (one, other), because in shared.items():
        likeness = token_sort_ratio(people[one].name, people[other].name)
        if likeness >= NEAR or not (people[one].name and people[other].name):
            first, second = sorted((people[one].key, people[other].key))
            pairs.append((first, second, f"{likeness:.0f}", "; ".join(because)))
    return sorted(pairs, key=lambda pair: (-int(pair[2]), pair))


@dataclass(frozen=True)
class Suggestion:
    """Two sign-ups that may be one person: how like their names are (0 to 100), what else they share, and
    what staff decided: same, different, or "" for nothing yet.
    """

    one: SignUp
    other: SignUp
    likeness: int
    because: tuple[str, ...]
    decided: str


def suggestions(store: Store, secret: SecretKey, progress: Progress | None = None) -> list[Suggestion]:
    """Every such pair of each event, the likest first. Opens all records: long work in a large office."""
    decided = decisions(store, secret)
    work = open_all(store, secret, progress)
    forms = {(form.event_id, form.activity, form.version): form for form in kept_forms(store)}
    events: dict[str, dict[str, SignUp]] = defaultdict(dict)
    for (event_id, activity), answer_sets in work.answers.items():
        for answers in answer_sets:
            details = details_of(answers, forms.get((event_id, activity, answers.form_version)))
            if any(details.values()):
                events[event_id][answers.id] = SignUp(answers.id, activity, answers.day.isoformat(), details)
    return [
        Suggestion(
            people[one],
            people[other],
            int(likeness),
            tuple(because.split("; ")),
            decided.get((one, other), ""),
        )
        for people in events.values()
        for one, other, likeness, because in possibly_twice(
            [person_of(key, person.details) for key, person in people.items()]
        )
    ]


def person_of(key: str, details: Mapping[str, str]) -> Person:
    """A sign-up's details made comparable: case, spaces and the country's code do not matter."""
    digits = re.sub(r"\D", "", details.get("phone", ""))
    return Person(
        key=key,
        name=default_process(details.get("name", "")),
        email=details.get("email", "").strip().casefold(),
        phone=digits[-PHONE_DIGITS:] if len(digits) >= PHONE_DIGITS else "",
        postcode=re.sub(r"\s", "", details.get("postcode", "")).upper(),
    )


def _people(part: Part) -> list[Person]:
    found = []
    for answers in part.answer_sets:
        details = details_of(answers, part.forms.get(answers.form_version))
        if any(details.values()):
            found.append(person_of(answers.id, details))
    return found


def _groups(people: Sequence[Person], name: str) -> list[list[int]]:
    """The places of those who share a detail."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, person in enumerate(people):
        if value := getattr(person, name):
            groups[value].append(place)
    return [group for group in groups.values() if 1 < len(group) <= SHARED_BY_MOST]


def _very_near(people: Sequence[Person], group: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of `group` whose names are all but the same."""
    pairs = []
    for at, place in enumerate(group):
        later = {other: people[other].name for other in group[at + 1 :] if people[other].name}
        near = extract(people[place].name, later, scorer=token_sort_ratio, score_cutoff=VERY_NEAR, limit=None)
        pairs += [(place, other) for _, _, other in near]
    return pairs
