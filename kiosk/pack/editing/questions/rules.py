"""Skip rules and bounds of numbers as XPath, and read back from it."""

import re

from kiosk.pack.editing.questions.model import MOST_DIGITS, SINGLE, Question, Sense, When

_WAYS = {
    Sense.IS: ("${{{0}}} = '{1}'", " or "),
    Sense.IS_NOT: ("${{{0}}} != '{1}'", " and "),
    Sense.INCLUDES: ("selected(${{{0}}}, '{1}')", " or "),
    Sense.LACKS: ("not(selected(${{{0}}}, '{1}'))", " and "),
}
_REFERENCE, _CHOICE = r"\$\{\s*([\w.\-]+)\s*\}", r"""(?:'([^'"]*)'|"([^'"]*)")"""
_ONE = {
    Sense.IS: re.compile(rf"{_REFERENCE}\s*=\s*{_CHOICE}"),
    Sense.IS_NOT: re.compile(rf"{_REFERENCE}\s*!=\s*{_CHOICE}"),
    Sense.INCLUDES: re.compile(rf"selected\(\s*{_REFERENCE}\s*,\s*{_CHOICE}\s*\)"),
    Sense.LACKS: re.compile(rf"not\(\s*selected\(\s*{_REFERENCE}\s*,\s*{_CHOICE}\s*\)\s*\)"),
}
_NUMBER = rf"(-?\d{{1,{MOST_DIGITS}}})"
_LEAST, _MOST = re.compile(rf"\.\s*>=\s*{_NUMBER}"), re.compile(rf"\.\s*<=\s*{_NUMBER}")


def relevant(when: When | None) -> str:
    """The expression of a skip rule."""
    if when is None:
        return ""
    one, joined = _WAYS[when.sense]
    return joined.join(one.format(when.question, choice) for choice in when.choices)


def read_relevant(written: str, earlier: tuple[Question, ...]) -> When | None:
    """The rule that an expression says of one earlier question; None where the editor has no such rule."""
    for sense, (_, joined) in _WAYS.items():
        parts = [_ONE[sense].fullmatch(part.strip()) for part in written.split(joined)]
        found = [(part[1], part[2] if part[2] is not None else part[3]) for part in parts if part]
        if len(found) == len(parts):
            names = {name for name, _ in found}
            asked = next((one for one in earlier if one.name in names), None)
            return _rule(asked, sense, [choice for _, choice in found]) if len(names) == 1 and asked else None
    return None


def _rule(asked: Question, sense: Sense, choices: list[str]) -> When | None:
    """Of one choice, "includes" means "is". Of several, "is" would mean that one alone: no rule of ours."""
    if asked.kind in SINGLE:
        sense = {Sense.INCLUDES: Sense.IS, Sense.LACKS: Sense.IS_NOT}.get(sense, sense)
    elif sense not in senses(asked):
        return None
    known = set(choices) <= set(asked.choice_names)
    return When(asked.name, sense, tuple(dict.fromkeys(choices))) if known else None


def senses(asked: Question) -> tuple[Sense, ...]:
    """What a later question can wait for."""
    return (Sense.IS, Sense.IS_NOT) if asked.kind in SINGLE else (Sense.INCLUDES, Sense.LACKS)


def constraint(least: int | None, most: int | None) -> str:
    """The expression of a number's bounds."""
    bounds = ((">=", least), ("<=", most))
    return " and ".join(f". {sign} {bound}" for sign, bound in bounds if bound is not None)


def read_constraint(written: str) -> tuple[int | None, int | None] | None:
    """The least and the most that an expression says, or None where it says anything else."""
    least = most = None
    for part in written.split(" and ") if written else ():
        if (low := _LEAST.fullmatch(part.strip())) and least is None:
            least = int(low[1])
        elif (high := _MOST.fullmatch(part.strip())) and most is None:
            most = int(high[1])
        else:
            return None
    return least, most
