"""Expressions that can be read and cannot mean what they say: words without quotes, numbers in words."""

from collections.abc import Iterator

from kiosk.forms.xpath.functions.patterns import pattern
from kiosk.forms.xpath.moments import read_moment
from kiosk.forms.xpath.syntax import Binary, Call, Expression, Literal, Path, Variable, XPathError
from kiosk.pack.lint.context import FormContext
from kiosk.pack.lint.expressions.rules import Spoken, expressions, inside, variables
from kiosk.pack.lint.values import NUMBERS, UTC, is_number
from kiosk.pack.staff.xlsform import WITHOUT_PAGE, Question

_ORDERED = ("<", "<=", ">", ">=")
_WORKED_OUT = ("relevant", "constraint", "calculation", "default")
_ONE_ANSWER = NUMBERS | {"date", "time", "dateTime", "note"}


def check_meaning(context: FormContext) -> None:
    """Reads each expression of a form once more, for its sense."""
    for spoken in expressions(context):
        if spoken.column in _WORKED_OUT:
            for part in _outside_predicates(spoken.tree):
                _word(context, spoken, part)
        for part in inside(spoken.tree):
            _compared(context, spoken, part)
            _called(context, spoken, part)
        _order(context, spoken)


def _outside_predicates(tree: Expression) -> Iterator[Expression]:
    """The parts that are not a filter of somebody else's nodes, where a name is a column."""
    if isinstance(tree, Path):
        yield tree
        return
    yield tree
    for part in _parts(tree):
        yield from _outside_predicates(part)


def _parts(tree: Expression) -> tuple[Expression, ...]:
    if isinstance(tree, Call):
        return tree.arguments
    return (tree.left, tree.right) if isinstance(tree, Binary) else ()


def _word(context: FormContext, spoken: Spoken, part: Expression) -> None:
    """A word without quotes: it would be looked for as something inside the question."""
    if not isinstance(part, Path) or part.start is not None or part.absolute or len(part.steps) != 1:
        return
    [step] = part.steps
    plain = step.axis == "child" and not step.predicates and not step.test.endswith((")", "*"))
    if plain and step.test not in context.names:
        do = f"put quotes round it: '{step.test}'"
        context.survey(spoken.question, spoken.column, f'"{step.test}" stands without quotes', do)


def _asked(context: FormContext, spoken: Spoken, part: Expression) -> Question | None:
    """The question that a part of an expression is: a reference, or in a constraint its own answer."""
    if isinstance(part, Variable):
        return context.names.get(part.name)
    if spoken.column != "constraint" or not isinstance(part, Path):
        return None
    return spoken.question if [step.axis for step in part.steps] == ["self"] else None


def _compared(context: FormContext, spoken: Spoken, part: Expression) -> None:
    if not isinstance(part, Binary) or part.operator not in ("=", "!=", *_ORDERED):
        return
    for one, other in ((part.left, part.right), (part.right, part.left)):
        asked = _asked(context, spoken, one)
        if asked and isinstance(other, Literal) and isinstance(other.value, str) and other.value:
            _against(context, spoken, asked, other.value)


def _against(context: FormContext, spoken: Spoken, asked: Question, value: str) -> None:
    """An answer of `asked` compared with the word `value`."""
    if asked.type in NUMBERS and not is_number(value):
        wrong = f'"{value}" is compared with a number, and is none'
        context.survey(spoken.question, spoken.column, wrong, "write it in figures, without quotes")
    elif asked.type in ("date", "dateTime") and read_moment(value, UTC) is None:
        wrong = f'"{value}" is compared with a date, and is none'
        context.survey(spoken.question, spoken.column, wrong, "write it as date('2027-06-12')")
    elif asked.type == "select_multiple":
        wrong = "= holds only where nothing else is ticked"
        do = f"write selected(${{{asked.name}}}, '{value}')"
        context.survey(spoken.question, spoken.column, wrong, do, advice=True)


def _called(context: FormContext, spoken: Spoken, part: Expression) -> None:
    match part:
        case Call("selected" | "selected-at" | "count-selected", (listed, *_)):
            asked = _asked(context, spoken, listed)
            if asked and asked.type in _ONE_ANSWER:
                wrong = f"{part.name}() looks for choices, and ${{{asked.name}}} has none"
                context.survey(spoken.question, spoken.column, wrong, "compare it with = or >")
        case Call("regex", (_, Literal(str(source)))):
            try:
                pattern(source)
            except XPathError:
                wrong = f'"{source}" is no regular expression'
                context.survey(
                    spoken.question, spoken.column, wrong, "look for a bracket that does not close"
                )


def _order(context: FormContext, spoken: Spoken) -> None:
    """A rule that asks about an answer that comes later is not worked out until then."""
    if spoken.column not in ("relevant", "choice_filter"):
        return
    for name in sorted(variables(spoken.tree)):
        asked = context.names.get(name)
        shown = asked is not None and not asked.is_section and asked.type not in WITHOUT_PAGE
        if asked and shown and asked.row.number > spoken.question.row.number:
            wrong = f"${{{name}}} is asked later, in row {asked.row.number}"
            context.survey(spoken.question, spoken.column, wrong, "move that question up", advice=True)
