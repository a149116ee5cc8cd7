"""Which nodes of the primary instance an expression reads, told without running it."""

from collections.abc import Iterator

from kiosk.forms.xpath.syntax import Binary, Call, Expression, Filtered, Negative, Path, Step

# The steps from the root: names, `*` for any one, `**` for any depth.
Place = tuple[str, ...]


def references(tree: Expression, context: str) -> set[str]:
    """Generic paths, such as `/data/group/name`, `/data/*` or `/data/**/name`, read from node `context`."""
    here = tuple(context.strip("/").split("/"))
    found: set[Place] = set()
    _walk(tree, here, here, found)
    return {"/" + "/".join(place) for place in found if place}


def calls(tree: Expression) -> Iterator[str]:
    """The name of every function that `tree` calls."""
    if isinstance(tree, Call):
        yield tree.name
    for inner in _inside(tree):
        yield from calls(inner)


def without_predicates(tree: Expression) -> Expression:
    """The path without its filters, and out of a `randomize`: every choice that a list could offer."""
    if isinstance(tree, Call) and tree.name == "randomize":
        return without_predicates(tree.arguments[0])
    if isinstance(tree, Path):
        steps = tuple(Step(step.axis, step.test, (), step.target) for step in tree.steps)
        return Path(tree.start, tree.absolute, steps)
    return tree


def starts_outside(tree: Expression) -> bool:
    """Whether `tree` finds nodes of a secondary instance, which no answer changes."""
    path = without_predicates(tree)
    return isinstance(path, Path) and isinstance(path.start, Call) and path.start.name == "instance"


def _inside(tree: Expression) -> Iterator[Expression]:
    match tree:
        case Call(_, arguments):
            yield from arguments
        case Binary(_, left, right):
            yield from (left, right)
        case Negative(operand):
            yield operand
        case Filtered(operand, predicates):
            yield from (operand, *predicates)
        case Path(start, _, steps):
            if start is not None:
                yield start
            for step in steps:
                yield from step.predicates
        case _:
            pass


def _walk(tree: Expression, at: Place | None, current: Place, found: set[Place]) -> Place | None:
    """Collects what `tree` reads; the place that it leads to, where it is a path."""
    match tree:
        case Path(start, absolute, steps):
            place = _walk_start(start, absolute, at, current, found)
            for step in steps:
                place = _after(place, step)
                for predicate in step.predicates:
                    _walk(predicate, place, current, found)
            if place is not None:
                found.add(place)
            return place
        case Call("current", _):
            return current
        case Call("instance", arguments):
            for argument in arguments:
                _walk(argument, at, current, found)
            return None
        case Call(name, ()) if name in {"string", "number", "string-length", "normalize-space", "once"}:
            if at is not None:
                found.add(at)
            return None
        case Filtered(operand, predicates):
            place = _walk(operand, at, current, found)
            for predicate in predicates:
                _walk(predicate, place, current, found)
            return place
        case _:
            places = [_walk(inner, at, current, found) for inner in _inside(tree)]
            return places[0] if places and isinstance(tree, Call) and tree.name == "randomize" else None


def _walk_start(
    start: Expression | None, absolute: bool, at: Place | None, current: Place, found: set[Place]
) -> Place | None:
    if absolute:
        return ()
    return at if start is None else _walk(start, at, current, found)


def _after(place: Place | None, step: Step) -> Place | None:
    if place is None:
        return None
    name = "*" if step.test.endswith(("()", "*")) else step.test
    match step.axis:
        case "child":
            return place if step.test == "text()" else (*place, name)
        case "self" | "attribute" | "namespace":
            return place
        case "parent":
            return place if place[-1:] == ("**",) else place[:-1]
        case "descendant":
            return (*place, "**", name)
        case "descendant-or-self":
            return (*place, "**")
        case "following-sibling" | "preceding-sibling":
            return (*place[:-1], name)
        case _:
            return (*place[:1], "**")
