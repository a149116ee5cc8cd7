"""Keeps a filling-in true to its form: relevance, calculations, counts of repeats and lists of choices."""

import heapq
from collections.abc import Callable, Iterable

from kiosk.forms.filling.instance import Instance, refresh
from kiosk.forms.form import Form
from kiosk.forms.reading.plan import Aspect, Rule
from kiosk.forms.xpath.context import Environment
from kiosk.forms.xpath.tree import Node

Names = Callable[[Node], frozenset[str]]


class Recalculation:
    """Works rules out in the order of the form's plan, each at most once for one change.

    `names` gives the choices that a select's node may hold just now; `added` is told of new repeats, so
    that their defaults are in place before anything is worked out.
    """

    def __init__(
        self,
        form: Form,
        instance: Instance,
        env: Environment,
        names: Names,
        added: Callable[[list[Node]], None],
    ) -> None:
        self._plan = form.plan
        self._instance = instance
        self._env = env
        self._names = names
        self._added = added
        self._work = {
            Aspect.RELEVANT: self._relevant,
            Aspect.CALCULATE: self._calculate,
            Aspect.CHOICES: self._choices,
        }

    def everything(self) -> None:
        self._run(range(len(self._plan.rules)))

    def after_value(self, *paths: str) -> None:
        """The values at these generic paths have changed."""
        self._run({at for path in paths for at in self._plan.after_value.get(path, ())})

    def after_presence(self, path: str) -> None:
        """Copies of the repeat at `path` have come or gone."""
        self._run(self._plan.after_presence.get(path, ()))

    def after_language(self) -> None:
        self._run(at for at, rule in enumerate(self._plan.rules) if rule.spoken)

    def _run(self, dirty: Iterable[int]) -> None:
        waiting = sorted(dirty)
        seen = set(waiting)
        while waiting:
            at = heapq.heappop(waiting)
            rule = self._plan.rules[at]
            if not self._work_out(rule):
                continue
            arrived = rule.aspect in {Aspect.RELEVANT, Aspect.COUNT}
            after = self._plan.after_presence if arrived else self._plan.after_value
            for later in after.get(rule.path, ()):
                if later > at and later not in seen:
                    seen.add(later)
                    heapq.heappush(waiting, later)

    def _work_out(self, rule: Rule) -> bool:
        """Whether anything changed."""
        if rule.aspect is Aspect.COUNT:
            holders = list(self._instance.nodes.get(rule.path.rpartition("/")[0], ()))
            return any([self._count(rule, holder) for holder in holders])  # noqa: C419 (each must be done)
        work = self._work[rule.aspect]
        changed = False
        for node in self._instance.nodes.get(rule.path, ()):
            changed |= work(rule, node)
        return changed

    def _relevant(self, rule: Rule, node: Node) -> bool:
        node.own_relevant = rule.program.boolean(self._env, node)
        return refresh(node, node.parent is None or node.parent.relevant)

    def _calculate(self, rule: Rule, node: Node) -> bool:
        if not node.relevant:
            return False
        value = rule.program.text(self._env, node)
        if value == node.text():
            return False
        node.set_text(value)
        return True

    def _count(self, rule: Rule, holder: Node) -> bool:
        """A repeat's count is worked out where the repeat is, which may have no copy yet."""
        before = len(self._instance.family(holder, rule.path))
        stand_in = Node(holder.kind, rule.path.rpartition("/")[2], parent=holder)
        wanted = rule.program.number(self._env, stand_in)
        added = self._instance.resize(holder, rule.path, int(wanted) if wanted - wanted == 0 else 0)
        self._added(added)
        return before != len(self._instance.family(holder, rule.path))

    def _choices(self, rule: Rule, node: Node) -> bool:
        """A choice that is no longer offered is no longer chosen."""
        had = node.text()
        if not had or not node.relevant:
            return False
        offered = self._names(node)
        kept = " ".join(name for name in had.split() if name in offered)
        if kept == had:
            return False
        node.set_text(kept)
        return True
