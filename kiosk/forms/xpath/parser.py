"""Tokens to a syntax tree: XPath 1.0, with the abbreviations written out."""

from functools import lru_cache

from kiosk.forms.xpath.axes import AXES
from kiosk.forms.xpath.lexer import Token, tokens
from kiosk.forms.xpath.syntax import (
    Binary,
    Call,
    Expression,
    Filtered,
    Literal,
    Negative,
    Path,
    Step,
    Variable,
    XPathError,
)

_NODE_TYPES = frozenset({"node", "text", "comment", "processing-instruction"})
_LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
_PRECEDENCE = {sign: level for level, signs in enumerate(_LEVELS) for sign in signs}
_ANYWHERE_BELOW = Step("descendant-or-self", "node()")
_DEEPEST = 100


@lru_cache(maxsize=4096)
def parse(source: str) -> Expression:
    """The syntax tree of `source`; XPathError where it does not follow the grammar."""
    return _Parser(source).whole()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.tokens = tokens(source)
        self.at = 0
        self.depth = 0

    def whole(self) -> Expression:
        expression = self.binary(0)
        if self.at < len(self.tokens):
            raise self.fault()
        return expression

    # one token at a time

    def peek(self, ahead: int = 0) -> str:
        """The kind of a coming token, its text where it is an operator, empty at the end."""
        if self.at + ahead >= len(self.tokens):
            return ""
        token = self.tokens[self.at + ahead]
        return token.text if token.kind == "operator" else token.kind

    def take(self, kind: str = "") -> Token:
        if self.at >= len(self.tokens) or (kind and self.peek() != kind):
            raise self.fault(kind)
        self.at += 1
        return self.tokens[self.at - 1]

    def skip(self, kind: str) -> bool:
        if self.peek() == kind:
            self.at += 1
            return True
        return False

    def fault(self, wanted: str = "") -> XPathError:
        expected = f", {wanted!r} expected" if wanted else ""
        if self.at >= len(self.tokens):
            return XPathError(f"unfinished: {self.source!r}{expected}")
        token = self.tokens[self.at]
        return XPathError(f"{token.text!r} at character {token.at + 1} of {self.source!r}{expected}")

    # the grammar

    def binary(self, lowest: int) -> Expression:
        """Operators of the level `lowest` and those that bind tighter, from left to right."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise XPathError(f"nested too deep: {self.source[:80]!r}")
        left = self.unary()
        while (level := _PRECEDENCE.get(self.peek(), -1)) >= lowest:
            operator = self.take().text
            left = Binary(operator, left, self.binary(level + 1))
        self.depth -= 1
        return left

    def unary(self) -> Expression:
        signs = 0
        while self.skip("-"):
            signs += 1
        expression = self.union()
        for _ in range(signs if signs < 2 else 2 - signs % 2):
            expression = Negative(expression)
        return expression

    def union(self) -> Expression:
        left = self.path()
        while self.skip("|"):
            left = Binary("|", left, self.path())
        return left

    def path(self) -> Expression:
        if self.starts_step() or self.peek() in {"/", "//"}:
            return self.location(None)
        primary = self.primary()
        predicates = self.predicates()
        if predicates:
            primary = Filtered(primary, predicates)
        return self.location(primary) if self.peek() in {"/", "//"} else primary

    def primary(self) -> Expression:
        kind = self.peek()
        if kind == "(":
            self.take()
            inner = self.binary(0)
            self.take(")")
            return inner
        if kind == "number":
            return Literal(float(self.take().text))
        if kind == "string":
            return Literal(self.take().text)
        if kind == "variable":
            return Variable(self.take().text[1:])
        name = self.take("name").text
        self.take("(")
        arguments: list[Expression] = []
        if not self.skip(")"):
            arguments.append(self.binary(0))
            while self.skip(","):
                arguments.append(self.binary(0))
            self.take(")")
        return Call(name, tuple(arguments))

    def location(self, start: Expression | None) -> Expression:
        absolute = start is None and self.peek() in {"/", "//"}
        steps: list[Step] = []
        if not absolute and start is None:
            steps.append(self.step())
        while self.peek() in {"/", "//"}:
            if self.take().text == "//":
                steps.append(_ANYWHERE_BELOW)
            elif not steps and absolute and not self.starts_step():
                break
            steps.append(self.step())
        return Path(start, absolute, tuple(steps))

    def starts_step(self) -> bool:
        kind, following = self.peek(), self.peek(1)
        if kind in {".", "..", "@"}:
            return True
        if kind != "name":
            return False
        return following != "(" or self.tokens[self.at].text in _NODE_TYPES

    def step(self) -> Step:
        if self.skip("."):
            return Step("self", "node()", self.predicates())
        if self.skip(".."):
            return Step("parent", "node()", self.predicates())
        axis = "child"
        if self.skip("@"):
            axis = "attribute"
        elif self.peek() == "name" and self.peek(1) == "::":
            axis = self.take().text
            self.take("::")
            if axis not in AXES:
                raise XPathError(f"no axis {axis!r} in {self.source!r}")
        test, target = self.take("name").text, ""
        if test in _NODE_TYPES and self.skip("("):
            if test == "processing-instruction" and self.peek() == "string":
                target = self.take().text
            self.take(")")
            test += "()"
        return Step(axis, test, self.predicates(), target)

    def predicates(self) -> tuple[Expression, ...]:
        found: list[Expression] = []
        while self.skip("["):
            found.append(self.binary(0))
            self.take("]")
        return tuple(found)
