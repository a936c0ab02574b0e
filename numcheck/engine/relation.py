"""Whether what a rule expects of some figures holds, and what to say if it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from numcheck.engine.expression import Quantity, Silent, Truth, evaluate
from numcheck.engine.expression.evaluate import Slots, Value
from numcheck.engine.expression.syntax import Compare, Name, Node
from numcheck.engine.index import ActiveRule
from numcheck.engine.message import fill
from numcheck.engine.passage import Flaw
from numcheck.engine.pattern import matcher as matching
from numcheck.model import Figure
from numcheck.model.interval import Reading

__all__ = ["Outcome", "belong_together", "figures_of", "flaw_of", "outcome", "target_of"]

Outcome = Literal["holds", "rounding", "fails", "silent"]


def _truth(node: Node, slots: Slots, reading: Reading) -> Truth:
    value = evaluate(node, slots, reading)
    if not isinstance(value, Truth):
        raise Silent("not a comparison")
    return value


def belong_together(active: ActiveRule, captured: matching.Captured) -> bool:
    """Whether the figures meet the conditions under which the rule looks at them at all."""
    for field in active.rule.same:
        values = {
            getattr(figure, field)
            for figure in figures_of(captured)
            if getattr(figure, field) is not None
        }
        if len(values) > 1:
            return False
    slots: Slots = {**active.parameters, **captured}
    try:
        return all(_truth(node, slots, "asserted").possible for node in active.where)
    except Silent:
        return False


def outcome(active: ActiveRule, captured: matching.Captured) -> Outcome:
    """Whether what the rule expects holds under a strict reading, a lenient one, or neither."""
    slots: Slots = {**active.parameters, **captured}
    try:
        if not _truth(active.expect, slots, "lenient").possible:
            return "fails"
        return "holds" if _truth(active.expect, slots, "strict").possible else "rounding"
    except Silent:
        return "silent"


def figures_of(captured: matching.Captured) -> Iterator[Figure]:
    """The figures of a match, those of lists one by one, in the order of their slots."""
    for found in captured.values():
        if isinstance(found, Figure):
            yield found
        else:
            yield from found


def target_of(active: ActiveRule, captured: matching.Captured) -> Figure | None:
    """The figure that the others are held against: alone on the left of ``==``."""
    node = active.expect
    if isinstance(node, Compare) and node.operator == "==" and isinstance(node.left, Name):
        found = captured.get(node.left.name)
        return found if isinstance(found, Figure) else None
    return None


def flaw_of(active: ActiveRule, captured: matching.Captured, verdict: Outcome) -> Flaw:
    """What to say of figures that do not hold."""
    rule = active.rule
    slots: Slots = {**active.parameters, **captured}
    target = target_of(active, captured)
    computed = _computed(active, slots)
    figures = list(figures_of(captured))
    if target is not None:
        figures = [target, *(figure for figure in figures if figure.id != target.id)]
    return Flaw(
        tuple(figures),
        fill(rule.message, slots, computed, target),
        fill(rule.explanation, slots, computed, target),
        "rounding" if verdict == "rounding" else None,
        None,
        fill(rule.label, slots, computed, target),
    )


def _computed(active: ActiveRule, slots: Slots) -> Mapping[str, Value]:
    """What the rule's own formula gives, and the names that its message uses."""
    nodes = dict(active.let)
    if isinstance(active.expect, Compare):
        nodes.setdefault("expected", active.expect.right)
    computed: dict[str, Value] = {}
    for name, node in nodes.items():
        try:
            value = evaluate(node, slots, "asserted")
        except Silent:
            continue
        if isinstance(value, Quantity | str):
            computed[name] = value
    return computed
