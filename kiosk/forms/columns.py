"""The columns of a form's answers, for tables: every leaf in order, with its words in every language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from kiosk.forms.form import Control, Form
from kiosk.forms.kinds import Kind
from kiosk.forms.wording.phrases import Wording
from kiosk.forms.xpath.context import Environment
from kiosk.forms.xpath.tree import Node, NodeKind
from kiosk.forms.xpath.values import to_text


@dataclass(frozen=True)
class Column:
    """One leaf. `label` and each choice's are by language code; answers said in a label become an ellipsis.

    `repeat` is the generic path of the nearest repeat around it, or empty.
    """

    path: str
    name: str
    kind: Kind
    label: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    repeat: str = ""
    role: str = ""


def columns(form: Form) -> tuple[Column, ...]:
    """Every leaf of `form` in order, calculated and hidden ones too, without the instance's own id.

    Choices are all that a list could offer, whatever filters it; those of a file are not among them.
    """
    return tuple(_column(form, path) for path in _leaves(form))


def _leaves(form: Form) -> Iterator[str]:
    inner = {path.rpartition("/")[0] for path in form.paths}
    for path in form.paths:
        bind = form.binds.get(path)
        if path not in inner and not (bind is not None and bind.preload == "uid"):
            yield path


def _column(form: Form, path: str) -> Column:
    control, name = form.controls.get(path), path.rpartition("/")[2]
    repeat = max((each for each in form.repeats if path.startswith(f"{each}/")), key=len, default="")
    role = form.roles.get(path, "")
    if control is None:
        bind = form.binds.get(path)
        kind = Kind.CALCULATE if bind is not None and bind.calculate is not None else Kind.HIDDEN
        return Column(path, name, kind, repeat=repeat, role=role)
    label = _words(form, control.label)
    return Column(path, name, control.kind, label, dict(_choices(form, control)), repeat, role)


def _words(form: Form, wording: Wording) -> dict[str, str]:
    if wording.phrase is not None:
        return {form.default_language: wording.phrase.outline()}
    texts = ((code, texts.get(wording.key, {}).get("")) for code, texts in form.book.languages.items())
    return {code: phrase.outline() for code, phrase in texts if phrase is not None}


def _choices(form: Form, control: Control) -> Iterator[tuple[str, Mapping[str, str]]]:
    for item in control.items:
        yield item.name, _words(form, item.label)
    itemset = control.itemset
    if itemset is None:
        return
    document = Node(NodeKind.DOCUMENT)
    document.append(form.template.copy())
    env = Environment(document, lambda: datetime.now(UTC), instance=form.instances.get)
    for node in itemset.everything.nodes(env, document):
        name = itemset.name.text(env, node).strip()
        if itemset.label_key is not None:
            yield name, _words(form, Wording(key=to_text(itemset.label_key.value(env, node))))
        elif itemset.label is not None:
            yield name, {form.default_language: itemset.label.text(env, node)}
