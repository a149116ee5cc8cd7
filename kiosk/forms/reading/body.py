"""Reads the body of an XForm: its controls, groups and repeats."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from kiosk.forms.form import Bind, Control, Heading, Item, Itemset, Range, Repeat, Section
from kiosk.forms.kinds import kind_of
from kiosk.forms.wording.phrases import Compile, Wording, read_wording
from kiosk.forms.xpath.compile import Program
from kiosk.forms.xpath.references import calls, references, starts_outside, without_predicates
from kiosk.forms.xpath.syntax import Call
from kiosk.forms.xpath.tree import Node, key_of

_COUNT = key_of("count", "http://openrosa.org/javarosa")
_FIXED = key_of("noAddRemove", "http://openrosa.org/javarosa")
_CONTROLS = frozenset({"input", "secret", "select", "select1", "range", "upload", "trigger", "rank"})


def read_body(
    body: Node | None, compiler: Compile, binds: Mapping[str, Bind], root: str
) -> tuple[Control | Section, ...]:
    """What `body` asks, in order. ValueError where it names a node twice over, or a list it cannot read."""
    if body is None:
        return ()
    return tuple(_Body(compiler, binds).children(body, _Around(root)))


@dataclass(frozen=True)
class _Around:
    """What lies around a part of the body: the path it starts from, its groups, the nearest repeat."""

    path: str
    groups: tuple[Heading, ...] = ()

    def within(self, path: str, label: Wording) -> "_Around":
        groups = (*self.groups, Heading(path, label)) if label else self.groups
        return replace(self, path=path, groups=groups)

    repeat: str = ""


class _Body:
    def __init__(self, compiler: Compile, binds: Mapping[str, Bind]) -> None:
        self.compile = compiler
        self.binds = binds

    def children(self, element: Node, around: _Around) -> Iterator[Control | Section]:
        for child in element.elements():
            if child.local == "group":
                yield self.group(child, around)
            elif child.local == "repeat":
                yield self.repeat(child, around, Wording())
            elif child.local in _CONTROLS:
                yield self.control(child, around)

    def group(self, element: Node, around: _Around) -> Section:
        path = _absolute(element.attribute("ref") or element.attribute("nodeset"), around.path)
        label = read_wording(_label(element), self.compile)
        repeat = next((each for each in element.named("repeat")), None)
        # pyxform puts each repeat into a group of its own, which carries the label.
        if repeat is not None and _absolute(repeat.attribute("nodeset"), around.path) == path:
            return self.repeat(repeat, around, label)
        return Section(path, label, tuple(self.children(element, around.within(path, label))))

    def repeat(self, element: Node, around: _Around, label: Wording) -> Section:
        path = _absolute(element.attribute("nodeset"), around.path)
        count = element.attribute(_COUNT)
        fixed = element.attribute(_FIXED).strip() == "true()"
        label = label or read_wording(_label(element), self.compile)
        repeat = Repeat(path, label, self.compile(count) if count else None, fixed or bool(count))
        inner = replace(around.within(path, label), repeat=path)
        return Section(path, label, tuple(self.children(element, inner)), repeat)

    def control(self, element: Node, around: _Around) -> Control:
        path = _absolute(element.attribute("ref"), around.path)
        bind = self.binds.get(path) or Bind(path)
        appearance = frozenset(element.attribute("appearance").split())
        readonly = bind.readonly is not None and bind.readonly.source.strip() == "true()"
        kind = kind_of(
            element.local, bind.type, appearance, element.attribute("mediatype"), readonly=readonly
        )
        itemset = next(iter(element.named("itemset")), None)
        return Control(
            path=path,
            kind=kind,
            element=element.local,
            appearance=appearance,
            label=read_wording(_label(element), self.compile),
            hint=read_wording(next(iter(element.named("hint")), None), self.compile),
            bind=bind,
            items=tuple(self.items(element)),
            itemset=None if itemset is None else self.itemset(itemset, path),
            range=_range(element) if element.local == "range" else None,
            groups=around.groups,
            repeat=around.repeat,
            header="label" in appearance,
        )

    def items(self, element: Node) -> Iterator[Item]:
        for item in element.named("item"):
            name = next((each.text().strip() for each in item.named("value")), "")
            yield Item(name, read_wording(_label(item), self.compile))

    def itemset(self, element: Node, path: str) -> Itemset:
        nodes = self.compile(element.attribute("nodeset"))
        name = next((each.attribute("ref") for each in element.named("value")), "name")
        label = next((each.attribute("ref") for each in element.named("label")), name)
        program = self.compile(label)
        spoken = isinstance(program.tree, Call) and program.tree.name == "jr:itext"
        key = self.compile(label.strip()[len("jr:itext(") : -1]) if spoken else None
        return Itemset(
            nodes,
            Program.of(without_predicates(nodes.tree)),
            self.compile(name),
            None if key else program,
            key,
            fixed=starts_outside(nodes.tree),
            settled=not references(nodes.tree, path) and "randomize" not in set(calls(nodes.tree)),
        )


def _label(element: Node) -> Node | None:
    return next(iter(element.named("label")), None)


def _absolute(path: str, around: str) -> str:
    path = path.strip()
    return path if path.startswith("/") else f"{around}/{path}".rstrip("/")


def _range(element: Node) -> Range:
    try:
        start, end, step = (Decimal(element.attribute(name)) for name in ("start", "end", "step"))
    except InvalidOperation as fault:
        raise ValueError(f"the range {element.attribute('ref')} has no start, end or step") from fault
    if not step or not (start.is_finite() and end.is_finite() and step.is_finite()):
        raise ValueError(f"the range {element.attribute('ref')} leads nowhere")
    return Range(start, end, abs(step) if end >= start else -abs(step))
