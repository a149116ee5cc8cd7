"""Expressions: every ${reference}, bracket, function and compared word of a form."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.forms.xpath.functions import FUNCTIONS
from kiosk.forms.xpath.parser import parse
from kiosk.forms.xpath.syntax import (
    Binary,
    Call,
    Expression,
    Filtered,
    Literal,
    Negative,
    Path,
    Variable,
    XPathError,
)
from kiosk.pack.lint.context import FormContext, meant
from kiosk.pack.lint.expressions.signs import wrong_signs
from kiosk.pack.staff.sheets import NO, YES
from kiosk.pack.staff.workbook import Row, Sheet
from kiosk.pack.staff.xlsform import Question

_COLUMNS = ("relevant", "constraint", "calculation", "choice_filter", "required", "read_only", "repeat_count")
_WORDED = ("label", "hint", "guidance_hint", "constraint_message", "required_message", "trigger")
_REFERENCE = re.compile(r"\$\{\s*(?:last-saved#)?([^}]*?)\s*\}")
_BROKEN = re.compile(r"\$(?!\{)[A-Za-z_]\w*|\$\{[^}]*$|(?<!\$)\{\s*[A-Za-z_]\w*\s*\}|\$\s+\{")
_DYNAMIC = re.compile(r"\$\{|^[a-z][a-z0-9-]*\(.*\)$")


@dataclass(frozen=True)
class Spoken:
    """One expression of a question, read. References are Variables in `tree`."""

    question: Question
    column: str
    written: str
    tree: Expression


def check_expressions(context: FormContext) -> None:
    """Everything about expressions; what cannot be read at all is said first and looked at no further."""
    for sheet, row, column, written in _all_words(context):
        _references(context, sheet, row, column, written)
    for spoken in expressions(context):
        for part in inside(spoken.tree):
            _function(context, spoken, part)
            _compared(context, spoken, part)
            _bare_name(context, spoken, part)
        _own_relevance(context, spoken)
    _circles(context)
    _messages(context)


def expressions(context: FormContext) -> Iterator[Spoken]:
    """The expressions of a form that can be read; the others are reported."""
    survey = context.form.survey
    for question in context.rows:
        columns = [*_COLUMNS, "default"] if not question.ends else []
        for column in columns:
            written = survey.value(question.row, column)
            if not written or written.lower() in YES | NO:
                continue
            if column == "default" and not _DYNAMIC.search(written):
                continue
            if fault := wrong_signs(written):
                context.survey(question, column, *fault)
                continue
            try:
                yield Spoken(question, column, written, parse(_REFERENCE.sub(r"$\1", written)))
            except XPathError:
                if not _BROKEN.search(written) and all(_REFERENCE.findall(written)):
                    do = "look for a missing sign, quote or bracket"
                    context.survey(question, column, f"the expression cannot be read: {written}", do)


def inside(tree: Expression) -> Iterator[Expression]:
    """`tree` and every expression in it."""
    yield tree
    match tree:
        case Call(_, arguments):
            inner = arguments
        case Binary(_, left, right):
            inner = (left, right)
        case Negative(operand):
            inner = (operand,)
        case Filtered(operand, predicates):
            inner = (operand, *predicates)
        case Path(start, _, steps):
            inner = tuple(part for part in (start,) if part is not None)
            inner += tuple(predicate for step in steps for predicate in step.predicates)
        case _:
            inner = ()
    for part in inner:
        yield from inside(part)


def _all_words(context: FormContext) -> Iterator[tuple[Sheet, Row, str, str]]:
    survey, choices = context.form.survey, context.form.choices
    for sheet, columns in ((survey, (*_COLUMNS, *_WORDED, "default")), (choices, ("label",))):
        for header in sheet.headers:
            if header.name in columns:
                for row in sheet.filled():
                    if header.index in row.cells:
                        yield sheet, row, header.name, row.cells[header.index].text


def _references(context: FormContext, sheet: Sheet, row: Row, column: str, written: str) -> None:
    for name in _REFERENCE.findall(written):
        if name not in context.names:
            do = meant(name, context.names, "write the name of a question of this form")
            context.say(sheet, row, column, f"${{{name}}} is no question of this form", do)
    if ("$" in written or column in _COLUMNS) and (broken := _BROKEN.search(written)):
        wrong = f'"{broken[0]}" is not a whole reference'
        context.say(sheet, row, column, wrong, "a reference is written ${name}, without spaces")


def _function(context: FormContext, spoken: Spoken, part: Expression) -> None:
    if not isinstance(part, Call):
        return
    function = FUNCTIONS.get(part.name)
    if function is None:
        do = meant(part.name, FUNCTIONS, "see the functions of XLSForm at xlsform.org")
        context.survey(spoken.question, spoken.column, f"there is no function {part.name}()", do)
    elif not function.least <= len(part.arguments) <= function.most:
        takes = f"{function.least}" if function.least == function.most else f"at least {function.least}"
        wrong = f"{part.name}() is given {len(part.arguments)} things and takes {takes}"
        context.survey(spoken.question, spoken.column, wrong, "look at its commas and brackets")


def _compared(context: FormContext, spoken: Spoken, part: Expression) -> None:
    """A select compared with a word that is none of its choices."""
    pairs: tuple[tuple[Expression, Expression], ...] = ()
    if isinstance(part, Binary) and part.operator in ("=", "!="):
        pairs = ((part.left, part.right), (part.right, part.left))
    elif isinstance(part, Call) and part.name in ("selected", "jr:choice-name") and len(part.arguments) == 2:
        pairs = ((part.arguments[0], part.arguments[1]),)
    for one, other in pairs:
        if isinstance(one, Variable) and isinstance(other, Literal) and isinstance(other.value, str):
            asked = context.names.get(one.name)
            names = context.choice_names(asked) if asked else ()
            if names and other.value and other.value not in names:
                wrong = f'${{{one.name}}} has no choice "{other.value}"'
                do = meant(other.value, names, "its choices are: " + ", ".join(names[:8]))
                context.survey(spoken.question, spoken.column, wrong, do)


def _bare_name(context: FormContext, spoken: Spoken, part: Expression) -> None:
    """A question's name without ${}, or a choice_filter's column that the choices do not have."""
    if not isinstance(part, Path) or part.start is not None or part.absolute or len(part.steps) != 1:
        return
    name = part.steps[0].test
    if part.steps[0].axis != "child" or name.endswith(")") or name == "*":
        return
    if spoken.column == "choice_filter":
        columns = [header.written for header in context.form.choices.headers] + ["name", "label"]
        if name not in columns and spoken.question.list_name in context.lists:
            do = meant(name, columns, f"if it is a word, put quotes round it: '{name}'")
            context.survey(spoken.question, spoken.column, f'the choices have no column "{name}"', do)
    elif name in context.names:
        context.survey(spoken.question, spoken.column, f'"{name}" is read as a word', f"write ${{{name}}}")


def _own_relevance(context: FormContext, spoken: Spoken) -> None:
    if spoken.column == "relevant" and spoken.question.name in variables(spoken.tree):
        wrong = "the question is shown or hidden by its own answer"
        context.survey(spoken.question, "relevant", wrong, "name another question")


def variables(tree: Expression) -> frozenset[str]:
    """The questions that an expression refers to."""
    return frozenset(part.name for part in inside(tree) if isinstance(part, Variable))


def _circles(context: FormContext) -> None:
    found = [spoken for spoken in expressions(context) if spoken.column == "calculation"]
    circles = _in_circles({each.question.name: variables(each.tree) for each in found})
    for spoken in found:
        if spoken.question.name in circles:
            wrong = f"${{{spoken.question.name}}} is calculated from itself, by way of others or straight"
            context.survey(spoken.question, "calculation", wrong, "break the circle")


def _in_circles(reads: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The names on a circle, or between two: what is left when loose ends are taken off from both sides."""
    left = set(reads)
    for backwards in (False, True):
        follows: dict[str, set[str]] = {name: set() for name in left}
        waits = dict.fromkeys(left, 0)
        for name in left:
            for other in reads[name] & left:
                first, then = (name, other) if backwards else (other, name)
                follows[first].add(then)
                waits[then] += 1
        loose = [name for name, count in waits.items() if count == 0]
        while loose:
            name = loose.pop()
            left.discard(name)
            for then in follows[name]:
                waits[then] -= 1
                if waits[then] == 0:
                    loose.append(then)
    return frozenset(left)


def _messages(context: FormContext) -> None:
    survey = context.form.survey
    for question in context.questions:
        if survey.value(question.row, "constraint_message") and not survey.value(question.row, "constraint"):
            wrong, do = (
                "a message without a constraint is never shown",
                "write the constraint, or clear the message",
            )
            context.survey(question, "constraint_message", wrong, do, advice=True)
        elif survey.value(question.row, "constraint") and not survey.value(
            question.row, "constraint_message"
        ):
            wrong, do = "nobody is told what to mend", "say in constraint_message what to write instead"
            context.survey(question, "constraint_message", wrong, do, advice=True)
