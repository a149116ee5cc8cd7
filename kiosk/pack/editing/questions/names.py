"""Names of questions and choices, made from their words: short, plain, and unlike all others."""

import re
import unicodedata
from collections.abc import Callable, Collection

from kiosk.pack.editing.questions.model import OTHER, Questionnaire

LONGEST = 24  # letters, before a number that tells it from another
_PARTS = re.compile(r"[a-z0-9]+")
_LETTERS = {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"}
_TAKEN = frozenset({"meta", "data", "instanceid"})  # what every form has of its own


def question_name(words: str, form: Questionnaire) -> str:
    """A name for a new question, unlike those of the form and of what follows an "Other"."""
    taken = {one.name.lower() for one in form.questions} | _TAKEN
    taken |= {f"{name}_{OTHER}" for name in taken}
    return _free(plain_name(words) or "question", lambda name: name in taken or f"{name}_{OTHER}" in taken)


def choice_name(words: str, others: Collection[str]) -> str:
    """A name for a new choice of a question that has `others`."""
    taken = {name.lower() for name in others} | {OTHER}
    return _free(plain_name(words) or "choice", taken.__contains__)


def form_name(words: str, others: Collection[str]) -> str:
    """A form_id, and the name of its file without an ending."""
    taken = {name.lower() for name in others} | _TAKEN
    return _free(plain_name(words).replace("_", "-") or "form", taken.__contains__)


def plain_name(words: str) -> str:
    """The words in a to z, digits and _, cut between words; nothing where the script is another."""
    spelt = "".join(_LETTERS.get(sign, sign) for sign in words.lower())
    spelt = unicodedata.normalize("NFKD", spelt.replace("'", "").replace("’", ""))
    bare = "".join(sign for sign in spelt if not unicodedata.combining(sign))
    parts = _PARTS.findall(bare)
    name = ""
    for part in parts:
        longer = f"{name}_{part}" if name else part[:LONGEST]
        if len(longer) > LONGEST:
            break
        name = longer
    return f"n_{name}"[:LONGEST] if name[:1].isdigit() else name


def _free(name: str, taken: Callable[[str], bool]) -> str:
    if not taken(name):
        return name
    number = 2
    while taken(f"{name}_{number}"):
        number += 1
    return f"{name}_{number}"
