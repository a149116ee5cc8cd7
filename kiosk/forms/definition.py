"""Reads a questionnaire from the XForm that pyxform makes of an XLSForm."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager

from kiosk.errors import ErrorCode, KioskError
from kiosk.forms.form import Action, Bind, Control, Form, Repeat, Section
from kiosk.forms.languages import language_code
from kiosk.forms.reading.body import read_body
from kiosk.forms.reading.plan import Aspect, Plan, make_plan
from kiosk.forms.reading.templates import take_templates
from kiosk.forms.wording.phrases import Phrase, Phrasebook, read_message, read_translation
from kiosk.forms.xpath.compile import Program, compile_xpath
from kiosk.forms.xpath.syntax import XPathError
from kiosk.forms.xpath.tree import Node, key_of, parse_xml

__all__ = ["Form", "read_form"]

JAVAROSA = "http://openrosa.org/javarosa"
OPENROSA = "http://openrosa.org/xforms"


def read_form(xml: str, *, roles: Mapping[str, str] | None = None, or_other: Sequence[str] = ()) -> Form:
    """The form in `xml`, with our roles by question path and the paths of selects written as `or_other`.

    KioskError(FORM_UNREADABLE) where it is no XForm, brings a document type or an entity, or holds an
    expression that cannot work.
    """
    try:
        with _uncollected():
            return _Reader(parse_xml(xml)).form(roles or {}, or_other)
    except (ValueError, RecursionError) as fault:
        raise KioskError(ErrorCode.FORM_UNREADABLE, form=_name(xml), reason=str(fault)) from fault


@contextmanager
def _uncollected() -> Iterator[None]:
    """No looking for rubbish meanwhile: a form is all that is made, and each look walks over all of it.

    1,000 questions are read in 125 ms so, and in 480 ms otherwise (benchmarks/growth.py).
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _name(xml: str) -> str:
    """The title, found without reading the whole, for a message about a form that cannot be read."""
    _, _, rest = xml[:4000].partition("title>")
    return rest.partition("<")[0][:80]


class _Reader:
    """One reading. Every expression is compiled here: one that cannot work is found before a visit."""

    def __init__(self, document: Node) -> None:
        top = document.elements()[0]
        self.namespaces = top.namespaces
        self.model = _descendant(top, "model")
        self.body = next((each for each in top.elements() if each.local == "body"), None)
        title = next((each for each in top.descendants() if each.local == "title"), None)
        self.title = "" if title is None else title.text().strip()

    def compile(self, source: str) -> Program:
        """`source` as a program; XPathError where it is wrong, or could never be worked out."""
        program = compile_xpath(source, self.namespaces)
        if program.faults:
            raise XPathError(f"{program.faults[0]}: {source.strip()!r}")
        return program

    def form(self, roles: Mapping[str, str], or_other: Sequence[str]) -> Form:
        instances = self.model.named("instance")
        if not instances or not instances[0].elements():
            raise ValueError("there is no primary instance")
        top = instances[0].elements()[0].copy()
        paths = tuple(dict.fromkeys(_name_paths(top, "", top.uri)))
        binds = dict(self.binds())
        book = self.book()
        body = read_body(self.body, self.compile, binds, paths[0])
        repeats = {each.path: each for each in _repeats(body)}
        _check_paths(body, set(paths), {path.rpartition("/")[0] for path in paths})
        template, templates = take_templates(top, repeats)
        return Form(
            id=top.attribute("id"),
            title=self.title,
            version=top.attribute("version") or top.attribute(key_of("version", OPENROSA)),
            languages=tuple(book.languages) or (book.default,),
            default_language=book.default,
            body=body,
            binds=binds,
            repeats=repeats,
            actions=tuple(self.actions()),
            book=book,
            plan=_plan(binds, body, repeats, paths),
            paths=paths,
            template=template,
            templates=templates,
            instances={each.attribute("id"): each for each in instances[1:]},
            roles=dict(roles),
            or_other=frozenset(or_other),
        )

    def binds(self) -> Iterator[tuple[str, Bind]]:
        for element in self.model.named("bind"):
            path = element.attribute("nodeset").strip()
            rules = {
                name: self.compile(element.attribute(name)) if element.attribute(name) else None
                for name in ("relevant", "required", "readonly", "constraint", "calculate")
            }
            yield (
                path,
                Bind(
                    path,
                    element.attribute("type", "string"),
                    **rules,
                    required_message=read_message(element.attribute(key_of("requiredMsg", JAVAROSA))),
                    constraint_message=read_message(element.attribute(key_of("constraintMsg", JAVAROSA))),
                    preload=element.attribute(key_of("preload", JAVAROSA)),
                    preload_params=element.attribute(key_of("preloadParams", JAVAROSA)),
                ),
            )

    def book(self) -> Phrasebook:
        """The translations; two names for one language are one, and the later one's words win."""
        languages: dict[str, dict[str, dict[str, Phrase]]] = {}
        default = ""
        for itext in self.model.named("itext"):
            for element in itext.named("translation"):
                code = language_code(element.attribute("lang"))
                if any(each.key == "default" for each in element.attributes):
                    default = code
                texts = languages.setdefault(code, {})
                for key, forms in read_translation(element, self.compile).items():
                    texts.setdefault(key, {}).update(forms)
        return Phrasebook(languages, default or next(iter(languages), "en"))

    def actions(self) -> Iterator[Action]:
        for element in (each for part in (self.model, self.body) if part for each in part.descendants()):
            if element.local == "setvalue":
                source, parent = element.attribute("value"), element.parent
                yield Action(
                    frozenset(element.attribute("event").split()),
                    element.attribute("ref") or element.attribute("bind"),
                    self.compile(source) if source else element.text(),
                    "" if parent is None else parent.attribute("ref"),
                )


def _descendant(top: Node, name: str) -> Node:
    found = next((each for each in top.descendants() if each.local == name), None)
    if found is None:
        raise ValueError(f"there is no {name} in it")
    return found


def _name_paths(element: Node, outer: str, uri: str) -> Iterator[str]:
    """Gives each node of the instance its generic path; without a prefix, a key without a namespace."""
    if element.uri == uri or element.name == element.local:
        element.key = element.local
    element.path = f"{outer}/{element.name}"
    yield element.path
    for child in element.elements():
        yield from _name_paths(child, element.path, uri)


def _repeats(children: Sequence[Control | Section]) -> Iterator[Repeat]:
    for child in children:
        if isinstance(child, Section):
            if child.repeat is not None:
                yield child.repeat
            yield from _repeats(child.children)


def _check_paths(
    children: Sequence[Control | Section], paths: AbstractSet[str], inner: AbstractSet[str], around: str = ""
) -> None:
    """ValueError where the body asks for what is no answer, or lies outside the repeat `around` it."""
    for child in children:
        if isinstance(child, Section):
            _check_paths(child.children, paths, inner, child.path if child.repeat else around)
        known = child.path in paths and (isinstance(child, Section) or child.path not in inner)
        if not known or not f"{child.path}/".startswith(f"{around}/"):
            raise ValueError(f"its body asks for {child.path or 'nothing'}, where no answer could be kept")


def _plan(
    binds: Mapping[str, Bind],
    body: Sequence[Control | Section],
    repeats: Mapping[str, Repeat],
    paths: Sequence[str],
) -> Plan:
    rules: list[tuple[Aspect, str, Program]] = []
    lists = {control.path: control for control in _lists(body)}
    for path in paths:
        bind, repeat, control = binds.get(path), repeats.get(path), lists.get(path)
        if bind is not None and bind.relevant is not None:
            rules.append((Aspect.RELEVANT, path, bind.relevant))
        if repeat is not None and repeat.count is not None:
            rules.append((Aspect.COUNT, path, repeat.count))
        if bind is not None and bind.calculate is not None:
            rules.append((Aspect.CALCULATE, path, bind.calculate))
        if control is not None and control.itemset is not None:
            rules.append((Aspect.CHOICES, path, control.itemset.nodes))
    return make_plan(rules, paths, repeats)


def _lists(children: Sequence[Control | Section]) -> Iterator[Control]:
    for child in children:
        if isinstance(child, Section):
            yield from _lists(child.children)
        elif child.itemset is not None and not child.itemset.settled:
            yield child
