"""The choices of a select: from its own items, or drawn from nodes and filtered by answers."""

from dataclasses import replace
from random import Random

from kiosk.forms.form import Control, Form, Item, Itemset
from kiosk.forms.questions import Choice
from kiosk.forms.wording.phrases import Phrase, Wording
from kiosk.forms.wording.plain import plain_text
from kiosk.forms.xpath.context import Environment
from kiosk.forms.xpath.tree import Node
from kiosk.forms.xpath.values import to_text

_OTHER = "other"


class Choices:
    """Lists of choices for one filling-in. What no answer changes is made once for each language."""

    def __init__(self, form: Form, env: Environment, seed: float) -> None:
        self._form = form
        self._env = env
        self._seed = seed
        self._settled: dict[tuple[str, str], tuple[Choice, ...]] = {}
        self._drawn: dict[tuple[int, str], Choice] = {}
        self._names: dict[str, frozenset[str]] = {}

    def of(self, control: Control, node: Node, language: str) -> tuple[Choice, ...]:
        """What can be chosen at `node` now, in order; a shuffled list keeps its order for the whole visit."""
        key = (control.path, language)
        if key in self._settled:
            return self._settled[key]
        itemset = control.itemset
        if itemset is None:
            made = [self._written(item, node, language) for item in control.items]
        else:
            made = [self._draw(itemset, item, language) for item in self._nodes(itemset, node)]
        found = tuple(choice for choice, _ in made if choice.name)
        if control.path in self._form.or_other:
            found = tuple(replace(each, other=each.name == _OTHER) for each in found)
        if (itemset is None or itemset.settled) and all(lasting for _, lasting in made):
            self._settled[key] = found
        return found

    def names(self, control: Control, node: Node) -> frozenset[str]:
        """The names of what can be chosen at `node` now."""
        if control.path in self._names:
            return self._names[control.path]
        found = self.of(control, node, self._form.default_language)
        names = frozenset(choice.name for choice in found)
        if control.itemset is None or control.itemset.settled:
            self._names[control.path] = names
        return names

    def label(self, control: Control, node: Node, name: str, language: str) -> str:
        """The label of one choice by its name; empty where there is none."""
        return next((each.label for each in self.of(control, node, language) if each.name == name), "")

    def _nodes(self, itemset: Itemset, node: Node) -> list[Node]:
        """The nodes of the list, drawn with chance of their own, which is the same for the whole visit."""
        if itemset.settled:
            return itemset.nodes.nodes(self._env, node)
        kept = self._env.random
        self._env.random = Random(f"{self._seed}{node.path}")
        try:
            return itemset.nodes.nodes(self._env, node)
        finally:
            self._env.random = kept

    def _written(self, item: Item, node: Node, language: str) -> tuple[Choice, bool]:
        """The choice, and whether it stays as it is whatever is answered."""
        phrase = self._form.book.wording(item.label, language)
        label = phrase.say(self._env, node) if phrase else item.name
        return self._pictured(item.name, label, item.label, language), _lasts(phrase)

    def _draw(self, itemset: Itemset, item: Node, language: str) -> tuple[Choice, bool]:
        key = (id(item), language)
        if key in self._drawn:
            return self._drawn[key], True
        name = itemset.name.text(self._env, item).strip()
        if itemset.label_key is None:
            label = plain_text(itemset.label.text(self._env, item)) if itemset.label else ""
            choice, lasting = Choice(name, label or name), True
        else:
            wording = Wording(key=to_text(itemset.label_key.value(self._env, item)))
            phrase = self._form.book.wording(wording, language)
            label = phrase.say(self._env, item) if phrase else name
            choice, lasting = self._pictured(name, label, wording, language), _lasts(phrase)
        if itemset.fixed and lasting:
            self._drawn[key] = choice
        return choice, itemset.fixed and lasting

    def _pictured(self, name: str, label: str, wording: Wording, language: str) -> Choice:
        book = self._form.book
        image, audio = (book.media(wording, form, language) for form in ("image", "audio"))
        return Choice(name, label, image, audio)


def _lasts(phrase: Phrase | None) -> bool:
    return phrase is None or all(isinstance(part, str) for part in phrase.parts)
