"""Kinds of question as XLSForm writes them: a type, an appearance, a list of choices; and back."""

from collections.abc import Mapping

from kiosk.pack.editing.questions.model import LISTED, OPEN_ENDED, Kind, Question
from kiosk.pack.staff.xlsform import parse_type

_TYPES: Mapping[Kind, str] = {
    **dict.fromkeys((Kind.ONE, Kind.YES_NO, Kind.AGREE, Kind.SMILEYS), "select_one"),
    Kind.SEVERAL: "select_multiple",
    Kind.RANK: "rank",
    Kind.WORDS: "text",
    Kind.LINE: "text",
    Kind.NUMBER: "integer",
    Kind.DATE: "date",
    Kind.DRAWING: "image",
    Kind.NOTE: "note",
}
_LOOKS: Mapping[Kind, str] = {
    Kind.AGREE: "likert",
    Kind.SMILEYS: "smileys",
    Kind.WORDS: "multiline",
    Kind.DRAWING: "draw",
}
_KEYS: Mapping[str, str] = {"detail:email": "email", "detail:phone": "phone"}  # of the screen, by role
_QUICK = "quick"
YES_NO = ("yes", "no")


def type_of(question: Question) -> str:
    """The cell `type`. Each question has a list of its own, of its own name."""
    parts = [_TYPES[question.kind]]
    if question.kind in LISTED:
        parts.append(question.name)
    if question.other and question.kind in OPEN_ENDED:
        parts.append("or_other")
    return " ".join(parts)


def appearance_of(question: Question) -> str:
    """The cell `appearance`."""
    look = _LOOKS.get(question.kind, "")
    if question.kind is Kind.LINE:
        look = _KEYS.get(question.role, "")
    return " ".join(filter(None, (look, _QUICK if question.quick else "")))


def kind_of(written: str, appearance: str, role: str, names: tuple[str, ...]) -> Kind | None:
    """The kind that a type and an appearance say, or None where the editor has no such question.

    `names` are those of its choices.
    """
    base, _, other = parse_type(written)
    looks = set(appearance.split()) - {_QUICK}
    if base == "text" and looks == {_KEYS.get(role, "")}:
        return Kind.LINE
    kinds = [kind for kind, name in _TYPES.items() if name == base and {_LOOKS.get(kind)} - {None} == looks]
    if other and Kind.ONE not in kinds and Kind.SEVERAL not in kinds:
        return None
    if Kind.YES_NO in kinds:
        return Kind.YES_NO if names == YES_NO and not other else Kind.ONE
    return next(iter(kinds), None)
