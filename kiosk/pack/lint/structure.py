"""Rows of the survey sheet: types, names, sections, labels, appearances, parameters."""

import re
from collections import Counter

from kiosk.pack.lint.context import FormContext, meant, words
from kiosk.pack.staff import sheets
from kiosk.pack.staff.xlsform import (
    FROM_FILE,
    LATER,
    MOMENTS,
    REFUSED,
    SELECTS,
    STRUCTURE,
    TYPES,
    WITHOUT_ANSWER,
    WITHOUT_PAGE,
    Question,
    has_page,
)

_NAME = re.compile(r"^[A-Za-z_][A-Za-z0-9_.\-]*$")
_APPEARANCES = words(
    "multiline numbers email phone url masked thousands-sep counter bearing printer quick quickcompact "
    "compact minimal likert columns columns-pack no-buttons horizontal horizontal-compact label list-nolabel "
    "list image-map map search autocomplete rating smileys vertical picker no-ticks no-calendar month-year "
    "year ethiopian coptic islamic bikram-sambat myanmar persian buddhist field-list table-list draw "
    "signature annotate new new-front selfie placement-map maps hidden-answer w1 w2 w3 w4 "
    "randomized pages tel"
)
_COLUMNS = re.compile(r"^(columns|compact|quickcompact|w|kiosk)-?[\w.]*$")
_SECTION = re.compile(r"^\s*(begin|end)([\s_]|$)", re.IGNORECASE)
_PARAMETER = re.compile(r"([\w-]+)\s*=\s*([^\s;,]+)")
_SHOWN_WITHOUT_LABEL = frozenset({"hidden", "calculate"}) | MOMENTS | WITHOUT_ANSWER


def check_structure(context: FormContext) -> None:
    _rows_without_type(context)
    _sections(context)
    _names(context)
    for question in context.questions:
        _type(context, question)
        _label(context, question)
        _appearance(context, question)
        _switches(context, question)
        if question.type == "range":
            _range(context, question)
        if question.type == "calculate" and not context.form.survey.value(question.row, "calculation"):
            default = context.form.survey.value(question.row, "default")
            if not default:
                context.survey(question, "calculation", "a calculate without a calculation", "write it here")


def _rows_without_type(context: FormContext) -> None:
    survey = context.form.survey
    for row in survey.filled():
        if not survey.value(row, "type") and (survey.value(row, "name") or survey.text(row, "label")):
            context.say(
                survey, row, "type", "the row has no type", "write a type, such as text, or delete the row"
            )


def _type(context: FormContext, question: Question) -> None:
    kind = question.type
    if kind in REFUSED:
        do = "ask for it in words, or leave it out" if kind.startswith("geo") else "delete the row"
        context.survey(question, "type", f"{kind} is not for a kiosk: {REFUSED[kind]}", do)
    elif kind in ("start", "end"):
        wrong = f"{kind} is left out: the kiosk keeps the day of an answer, never the minute"
        context.survey(question, "type", wrong, "delete the row, or keep it for other tools", advice=True)
    elif kind in LATER and not has_page(kind, context.form.survey.value(question.row, "appearance")):
        wrong = f"the kiosk does not have {kind} yet: it is listed before the visit and skipped"
        context.survey(question, "type", wrong, "ask it in another way", advice=True)
    elif kind not in TYPES and not _SECTION.match(kind):
        first = kind.split(" ")[0]
        known = (*sorted(TYPES), *STRUCTURE)
        do = meant(kind, known, "") or meant(first, known, "see the sheet of types in a starter pack (`new`)")
        context.survey(question, "type", f'"{question.written}" is not a type of question', do)
    elif kind in SELECTS | FROM_FILE and not question.list_name:
        do = f"write the list's name after it: {kind} places"
        context.survey(question, "type", f"{kind} does not say which choice list", do)


def _sections(context: FormContext) -> None:
    still_open: list[Question] = []
    for row in context.rows:
        if row.ends:
            kind = row.type
            if not still_open:
                wrong = f"an end_{kind} without a begin_{kind} before it"
                context.survey(row, "type", wrong, "delete it, or add the begin")
            elif still_open.pop().type != kind:
                wrong = f"this end_{kind} closes a section of the other kind"
                context.survey(row, "type", wrong, "groups end with end_group, repeats with end_repeat")
        elif row.is_section:
            still_open.append(row)
        elif _SECTION.match(row.written) and row.type not in TYPES:
            do = meant("_".join(row.written.split()), STRUCTURE, "write begin_group or end_group")
            context.survey(row, "type", f'"{row.written}" neither begins nor ends a section', do)
    for row in still_open:
        wrong = f"the {row.type} that begins here never ends"
        context.survey(row, "type", wrong, f"add a row end_{row.type} after its last question")


def _names(context: FormContext) -> None:
    seen: dict[str, Question] = {}
    spoken = Counter(row.name for row in context.rows if not row.ends)
    for row in context.rows:
        if row.ends:
            continue
        if not row.name:
            context.survey(row, "name", "the name is blank", "write a short name without spaces")
        elif not _NAME.match(row.name):
            wrong = f'the name "{row.name}" has a letter or sign that names may not have'
            context.survey(row, "name", wrong, "use a to z, digits and _; begin with a letter")
        elif row.path in seen:
            first = seen[row.path].row.number
            wrong = f'the name "{row.name}" is used twice, first in row {first}'
            context.survey(row, "name", wrong, "give each question its own name")
        elif spoken[row.name] > 1:
            wrong = f'the name "{row.name}" is used in another section too'
            context.survey(row, "name", wrong, "a name of its own makes tables easier to read", advice=True)
        seen.setdefault(row.path, row)


def _label(context: FormContext, question: Question) -> None:
    if (
        question.type in _SHOWN_WITHOUT_LABEL | WITHOUT_PAGE | frozenset(REFUSED)
        or question.type not in TYPES
    ):
        return
    survey = context.form.survey
    if not any(survey.value(question.row, part) for part in ("label", "image", "audio", "video", "hint")):
        context.survey(question, "label", "the question has no words", "write what a resident should read")


def _appearance(context: FormContext, question: Question) -> None:
    for word in context.form.survey.value(question.row, "appearance").split():
        if word.startswith("ex:"):
            do = "delete the appearance: the question itself stays"
            context.survey(question, "appearance", "other apps cannot be called from a kiosk", do)
            return
        name = word.split("(")[0]
        if "(" in word or name in _APPEARANCES or _COLUMNS.match(name):
            if "(" in word:
                if name == "search":
                    wrong = "choices that search() fetches are left out"
                    do = "write them to a file in data, and use select_one_from_file"
                    context.survey(question, "appearance", wrong, do, advice=True)
                return  # a call with spaces inside, such as search('places')
            continue
        if do := meant(name, _APPEARANCES, ""):
            context.survey(question, "appearance", f'"{name}" is not an appearance', do)
        else:
            wrong, do = f'"{name}" is not an appearance the kiosk knows', "it is passed over"
            context.survey(question, "appearance", wrong, do, advice=True)


def _switches(context: FormContext, question: Question) -> None:
    for column in ("required", "read_only"):
        written = context.form.survey.value(question.row, column)
        if written and re.fullmatch(r"[A-Za-z]+", written) and written.lower() not in sheets.YES | sheets.NO:
            context.survey(
                question, column, f'"{written}" is neither yes nor no', "write yes, or leave it blank"
            )


def _range(context: FormContext, question: Question) -> None:
    written = context.form.survey.value(question.row, "parameters")
    found = dict(_PARAMETER.findall(written))
    numbers: dict[str, float] = {"start": 0, "end": 10, "step": 1}
    for name, usual in tuple(numbers.items()):
        try:
            numbers[name] = float(found.get(name, usual))
        except ValueError:
            do = "write it so: start=1 end=5 step=1"
            context.survey(question, "parameters", f'the {name} "{found[name]}" is not a number', do)
            return
    if written and not found:
        context.survey(
            question, "parameters", "the range cannot be read", "write it so: start=1 end=5 step=1"
        )
    elif numbers["step"] == 0 or abs(numbers["step"]) > abs(numbers["end"] - numbers["start"]):
        wrong = "the step does not fit between start and end"
        context.survey(question, "parameters", wrong, "write it so: start=1 end=5 step=1")
