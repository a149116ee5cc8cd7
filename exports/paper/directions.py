"""When a question is to be answered, in words: made from the form's own rules, for paper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from kiosk.forms.form import Form
from kiosk.forms.xpath.compile import Program
from kiosk.forms.xpath.syntax import Binary, Call, Expression, Literal, Path
from kiosk.words import Words

_SWAPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}
_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">": "<=", "<=": ">", ">=": "<"}


ALWAYS, NEVER = Call("true", ()), Call("false", ())


class UnsaidError(ValueError):
    """A rule that no words here can say."""


@dataclass(frozen=True)
class Asked:
    """A question as paper has it: its number, and the words of its choices by name."""

    number: int
    choices: Mapping[str, str]


@dataclass(frozen=True)
class Fact:
    """What must hold of the answer to `path`: `sign` is an operator, `has` (chosen) or `has-not`."""

    path: str
    sign: str
    value: str | float
    counted: bool = False


@dataclass(frozen=True)
class Every:
    parts: tuple["Rule", ...]


@dataclass(frozen=True)
class Any:
    parts: tuple["Rule", ...]


Rule = Fact | Every | Any


class Directions:
    """Puts the rules of one form into words of one language."""

    def __init__(self, form: Form, asked: Mapping[str, Asked], words: Words) -> None:
        self.form, self.asked, self.words = form, asked, words

    def of(self, path: str) -> str:
        """When `path` itself is to be answered, or "" where always; a group's rule is the group's own.

        Where the rule cannot be said: that a helper knows.
        """
        bind = self.form.binds.get(path)
        if bind is None or bind.relevant is None or bind.relevant.tree == ALWAYS:
            return ""
        try:
            said = self._say(self._rule(bind.relevant.tree, path, 0))
        except UnsaidError:
            return self.words("Answer this only if it fits you. A helper can tell you.")
        return self.words("Answer this only if {condition}.", condition=said)

    def said(self, program: Program, path: str) -> bool:
        """Whether words can say this rule."""
        try:
            return bool(self._say(self._rule(program.tree, path, 0)))
        except UnsaidError:
            return False

    # rules out of expressions

    def _rule(self, tree: Expression, here: str, depth: int, negated: bool = False) -> Rule:
        if depth > 20:
            raise UnsaidError
        match tree:
            case Binary("and" | "or" as sign, left, right):
                parts = tuple(self._rule(each, here, depth + 1, negated) for each in (left, right))
                return Every(parts) if (sign == "and") != negated else Any(parts)
            case Call("not", (inner,)):
                return self._rule(inner, here, depth + 1, not negated)
            case Call("selected", (where, Literal(str() as name))):
                return Fact(self._path(where, here), "has-not" if negated else "has", name)
            case Binary(sign, left, right) if sign in _SWAPPED:
                if isinstance(left, Literal):
                    left, right, sign = right, left, _SWAPPED[sign]
                return self._compared(left, _OPPOSITE[sign] if negated else sign, right, here, depth)
            case _:
                raise UnsaidError

    def _compared(self, left: Expression, sign: str, right: Expression, here: str, depth: int) -> Rule:
        if not isinstance(right, Literal):
            raise UnsaidError
        if counted := self._counted(left, here, depth):
            return Fact(counted, sign, right.value, counted=True)
        path = self._path(left, here)
        if path in self.asked:
            return Fact(path, sign, right.value)
        return self._calculated(path, sign, right.value, depth)

    def _calculated(self, path: str, sign: str, value: str | float, depth: int) -> Rule:
        """A node that is worked out: its own sum in its place."""
        bind = self.form.binds.get(path)
        if bind is None or bind.calculate is None:
            raise UnsaidError
        match bind.calculate.tree:
            case Call("if", (test, Literal(yes), Literal(no))) if sign in ("=", "!=") and yes != no:
                if value not in (yes, no):
                    raise UnsaidError
                return self._rule(test, path, depth + 1, (value == yes) != (sign == "="))
            case tree:
                return self._compared(tree, sign, Literal(value), path, depth + 1)

    def _counted(self, tree: Expression, here: str, depth: int) -> str:
        """The question whose chosen answers `tree` counts; what is taken off for "Other" is left aside."""
        match tree:
            case Call("count-selected", (where,)):
                return self._path(where, here)
            case Binary("-", left, _):
                return self._counted(left, here, depth)
            case Path() if depth < 20:
                bind = self.form.binds.get(self._path(tree, here))
                inner = bind.calculate.tree if bind is not None and bind.calculate is not None else None
                is_sum = isinstance(inner, Binary) or (isinstance(inner, Call) and inner.name != "if")
                return self._counted(inner, here, depth + 1) if inner is not None and is_sum else ""
            case _:
                return ""

    def _path(self, tree: Expression, here: str) -> str:
        match tree:
            case Path(None, absolute, steps) if all(not step.predicates for step in steps):
                parts = [] if absolute else here.split("/")[1:]
                for step in steps:
                    if step.axis == "parent":
                        parts = parts[:-1]
                    elif step.axis == "child":
                        parts = [*parts, step.test]
                    elif step.axis != "self":
                        raise UnsaidError
                return "/" + "/".join(parts)
            case Call("string" | "number" | "int", (inner,)):
                return self._path(inner, here)
            case _:
                raise UnsaidError

    # words out of rules

    def _say(self, rule: Rule) -> str:
        match rule:
            case Fact():
                return self._fact(rule)
            case Every(parts):
                every = dict.fromkeys(self._say(part) for part in _flat(parts, Every))
                return reduce(lambda one, two: self.words("{one} and {two}", one=one, two=two), every)
            case Any(parts):
                return self._or(list(self._either(list(_flat(parts, Any)))))

    def _or(self, said: Sequence[str]) -> str:
        return reduce(lambda one, two: self.words("{one} or {two}", one=one, two=two), said)

    def _either(self, parts: list[Rule]) -> Iterator[str]:
        """Choices of one question are said together, and so are questions with one answer."""
        chosen: dict[str, list[str]] = {}
        for part in parts:
            if isinstance(part, Fact) and part.sign in ("=", "has") and part.value and not part.counted:
                chosen.setdefault(part.path, []).append(self._choice(part))
            else:
                yield self._say(part)
        together: dict[tuple[str, ...], list[int]] = {}
        for path, names in chosen.items():
            together.setdefault(tuple(dict.fromkeys(names)), []).append(self._number(path))
        for said, numbers in together.items():
            choices = self._or(said)
            if len(numbers) == 1:
                number = numbers[0]
                yield self.words("you chose {choices} in question {number}", choices=choices, number=number)
            else:
                yield self.words(
                    "you chose {choices} in one of the questions {numbers}",
                    choices=choices,
                    numbers=_runs(numbers),
                )

    def _fact(self, fact: Fact) -> str:
        number, value = self._number(fact.path), fact.value
        if fact.counted:
            return self._amount(fact, number)
        if value == "":
            if fact.sign == "=":
                return self.words("you did not answer question {number}", number=number)
            return self.words("you answered question {number}", number=number)
        if fact.sign in ("=", "has"):
            return self.words(
                "you chose {choices} in question {number}", choices=self._choice(fact), number=number
            )
        if fact.sign in ("!=", "has-not"):
            return self.words(
                "you did not choose {choices} in question {number}", choices=self._choice(fact), number=number
            )
        return self._amount(fact, number)

    def _amount(self, fact: Fact, number: int) -> str:
        try:
            value = float(fact.value)
        except ValueError as fault:
            raise UnsaidError from fault
        facts = {"value": f"{value:g}", "number": number}
        if fact.counted and fact.sign in (">", ">="):
            facts["value"] = f"{value + 1 if fact.sign == '>' else value:g}"
            return self.words("you chose {value} or more in question {number}", **facts)
        match fact.sign:
            case ">":
                return self.words("question {number} has more than {value}", **facts)
            case "<":
                return self.words("question {number} has less than {value}", **facts)
            case ">=":
                return self.words("question {number} has {value} or more", **facts)
            case "<=":
                return self.words("question {number} has {value} or less", **facts)
            case "=":
                return self.words("question {number} has {value}", **facts)
            case _:
                raise UnsaidError

    def _number(self, path: str) -> int:
        if path not in self.asked:
            raise UnsaidError
        return self.asked[path].number

    def _choice(self, fact: Fact) -> str:
        choices = self.asked[fact.path].choices if fact.path in self.asked else {}
        value = f"{fact.value:g}" if isinstance(fact.value, float) else fact.value
        return f"“{choices.get(value, value)}”"


def _flat(parts: tuple[Rule, ...], kind: type[Every] | type[Any]) -> Iterator[Rule]:
    for part in parts:
        if isinstance(part, kind):
            yield from _flat(part.parts, kind)
        else:
            yield part


def _runs(numbers: list[int]) -> str:
    """`3, 5–9`."""
    said: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if said and number == said[-1][1] + 1:
            said[-1] = (said[-1][0], number)
        else:
            said.append((number, number))
    return ", ".join(f"{first}–{last}" if last > first else str(first) for first, last in said)
