"""The choices of a select: from its own items, or drawn from nodes and filtered by answers."""

from collections.abc import Iterator
from random import Random

from kiosk.forms.form import Control, Form, Itemset
from kiosk.forms.questions import Choice
from kiosk.forms.wording.phrases import Phrase
from kiosk.forms.wording.plain import plain_text
from kiosk.forms.xpath.compile import Program
from kiosk.forms.xpath.context import Environment
from kiosk.forms.xpath.tree import Node
from kiosk.forms.xpath.values import to_text

_OTHER = "other"


class Choices:
    """Lists of choices for one filling-in. A list that no answer changes is made once for each language."""

    def __init__(self, form: Form, env: Environment, seed: float) -> None:
        self._form = form
        self._env = env
        self._seed = seed
        self._settled: dict[tuple[str, str], tuple[Choice, ...]] = {}
        self._names: dict[str, frozenset[str]] = {}

    def of(self, control: Control, node: Node, language: str) -> tuple[Choice, ...]:
        """What can be chosen at `node` now, in order; a shuffled list keeps its order for the whole visit."""
        itemset = control.itemset
        if itemset is not None and not itemset.settled:
            return tuple(self._drawn(control, itemset, self._nodes(itemset, node), language))
        key = (control.path, language)
        if key not in self._settled:
            self._settled[key] = (
                tuple(self._written(control, node, language))
                if itemset is None
                else tuple(self._drawn(control, itemset, itemset.nodes.nodes(self._env, node), language))
            )
        return self._settled[key]

    def names(self, control: Control, node: Node) -> frozenset[str]:
        """The names of what can be chosen at `node` now."""
        itemset = control.itemset
        if itemset is not None and not itemset.settled:
            return frozenset(
                itemset.name.text(self._env, each).strip() for each in self._nodes(itemset, node)
            )
        if control.path not in self._names:
            found = self.of(control, node, self._form.default_language)
            self._names[control.path] = frozenset(choice.name for choice in found)
        return self._names[control.path]

    def label(self, control: Control, node: Node, name: str, language: str) -> str:
        """The label of one choice by its name; empty where there is none."""
        return next((each.label for each in self.of(control, node, language) if each.name == name), "")

    def _nodes(self, itemset: Itemset, node: Node) -> list[Node]:
        kept = self._env.random
        self._env.random = Random(f"{self._seed}{node.path}")
        try:
            return itemset.nodes.nodes(self._env, node)
        finally:
            self._env.random = kept

    def _written(self, control: Control, node: Node, language: str) -> Iterator[Choice]:
        book = self._form.book
        for item in control.items:
            phrase = book.wording(item.label, language)
            yield Choice(
                item.name,
                phrase.say(self._env, node) if phrase else item.name,
                book.media(item.label, "image", language),
                book.media(item.label, "audio", language),
                item.name == _OTHER and control.path in self._form.or_other,
            )

    def _drawn(
        self, control: Control, itemset: Itemset, nodes: list[Node], language: str
    ) -> Iterator[Choice]:
        for item in nodes:
            name = itemset.name.text(self._env, item).strip()
            if not name:
                continue
            yield Choice(
                name,
                self._said(itemset, item, language) or name,
                self._media(itemset, item, "image", language),
                self._media(itemset, item, "audio", language),
                name == _OTHER and control.path in self._form.or_other,
            )

    def _said(self, itemset: Itemset, item: Node, language: str) -> str:
        if itemset.label_key is None:
            return _plain(itemset.label, self._env, item)
        phrase = self._find(itemset.label_key, item, "", language)
        return phrase.say(self._env, item) if phrase else ""

    def _media(self, itemset: Itemset, item: Node, form: str, language: str) -> str:
        phrase = self._find(itemset.label_key, item, form, language) if itemset.label_key else None
        return "" if phrase is None else phrase.outline().rpartition("/")[2]

    def _find(self, key: Program, item: Node, form: str, language: str) -> Phrase | None:
        return self._form.book.find(to_text(key.value(self._env, item)), form, language)


def _plain(label: Program | None, env: Environment, item: Node) -> str:
    return plain_text(label.text(env, item)) if label is not None else ""
