"""A rule of the author's in words, and the answers that it looks at: why a question is hidden just now."""

from collections.abc import Callable, Iterator

from kiosk.forms.filling.actions import beside
from kiosk.forms.filling.choices import Choices
from kiosk.forms.form import Control, Form
from kiosk.forms.kinds import SELECTS
from kiosk.forms.wording.phrases import Wording
from kiosk.forms.xpath.references import references
from kiosk.forms.xpath.syntax import Binary, Call, Expression, Filtered, Literal, Negative, Path
from kiosk.forms.xpath.tree import Node
from kiosk.forms.xpath.values import number_text

Say = Callable[[Wording, Node, str], str]

_SIGNS = {
    "=": "is",
    "!=": "is not",
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
    "+": "plus",
    "-": "minus",
    "*": "times",
    "div": "divided by",
    "mod": "modulo",
    "|": "or",
}
_CALLS = {
    "selected": "{0} has {1}",
    "is-selected": "{0} has {1}",
    "count-selected": "how many are ticked in {0}",
    "count": "how many {0} there are",
    "count-non-empty": "how many of {0} are answered",
    "string-length": "the length of {0}",
    "not": "not ({0})",
    "true": "always",
    "false": "never",
    "today": "today",
    "now": "now",
    "number": "{0}",
    "string": "{0}",
    "int": "{0}, whole",
    "sum": "the sum of {0}",
    "current": "this",
}


class Reasons:
    """Says rules as staff would, by the labels of questions and choices."""

    def __init__(self, form: Form, choices: Choices, say: Say) -> None:
        self._form = form
        self._choices = choices
        self._say = say

    def words(self, tree: Expression, node: Node, language: str) -> str:
        """The rule `tree` as seen from `node`."""
        return _Sentence(self, node, language).of(tree)

    def values(self, tree: Expression, node: Node, language: str) -> Iterator[tuple[str, str]]:
        """Every question that the rule looks at, and its present answer in words, or nothing."""
        for path in sorted(references(tree, node.path), key=self._rank):
            if found := beside(node, path):
                yield self.called(path, node, language), self.answer(path, found, found.text(), language)

    def _rank(self, path: str) -> int:
        return self._form.paths.index(path) if path in self._form.paths else len(self._form.paths)

    def called(self, path: str, node: Node, language: str) -> str:
        """A question by its label, anything else by its name."""
        control = self._form.controls.get(path)
        label = self._say(control.label, node, language) if control else ""
        return f"“{label}”" if label else path.rpartition("/")[2]

    def answer(self, path: str, node: Node, value: str, language: str) -> str:
        """An answer in words: the labels of choices."""
        control = self._form.controls.get(path)
        if control is None or control.kind not in SELECTS:
            return value
        return ", ".join(self._choice(control, node, name, language) for name in value.split())

    def _choice(self, control: Control, node: Node, name: str, language: str) -> str:
        return self._choices.label(control, node, name, language) or name


class _Sentence:
    """One rule being said."""

    def __init__(self, reasons: Reasons, node: Node, language: str) -> None:
        self._reasons = reasons
        self._node = node
        self._language = language

    def of(self, tree: Expression) -> str:
        match tree:
            case Binary("and" | "or" as sign, left, right):
                return f"{self._inner(left, sign)} {sign} {self._inner(right, sign)}"
            case Binary(sign, left, right):
                return self._compared(sign, left, right)
            case Call("selected" | "is-selected", (listed, sought)):
                return f"{self.of(listed)} has {self._answer(sought, listed)}"
            case Call(name, arguments):
                return self._call(name, [self.of(each) for each in arguments])
            case Path():
                path = self._path(tree)
                return self._reasons.called(path, self._node, self._language) if path else "…"
            case Literal(value):
                return number_text(value) if isinstance(value, float) else f"“{value}”"
            case Negative(operand):
                return f"minus {self.of(operand)}"
            case Filtered(operand, _):
                return self.of(operand)
            case _:
                return "…"

    def _inner(self, tree: Expression, around: str) -> str:
        mixed = isinstance(tree, Binary) and tree.operator in ("and", "or") and tree.operator != around
        return f"({self.of(tree)})" if mixed else self.of(tree)

    def _compared(self, sign: str, left: Expression, right: Expression) -> str:
        if sign in ("=", "!=") and right == Literal(""):
            return f"{self.of(left)} is {'not answered' if sign == '=' else 'answered'}"
        return f"{self.of(left)} {_SIGNS[sign]} {self._answer(right, left)}"

    def _answer(self, tree: Expression, question: Expression) -> str:
        """What is compared with a question: a choice by its label."""
        path = self._path(question)
        if not (path and isinstance(tree, Literal) and isinstance(tree.value, str)):
            return self.of(tree)
        return f"“{self._reasons.answer(path, self._node, tree.value, self._language)}”"

    def _path(self, tree: Expression) -> str:
        """The question that a path leads to; nothing where it is no such path."""
        if isinstance(tree, Call) and tree.name in ("number", "string", "int") and tree.arguments:
            return self._path(tree.arguments[0])
        found = references(tree, self._node.path) if isinstance(tree, Path) else ()
        return next(iter(found)) if len(found) == 1 else ""

    def _call(self, name: str, said: list[str]) -> str:
        try:
            return _CALLS[name].format(*said)
        except (KeyError, IndexError):
            return f"{name}({', '.join(said)})"
