"""Whether what a rule expects of some figures holds, and what to say if it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from numcheck.engine.active import ActiveRule
from numcheck.engine.expression import Quantity, Silent, evaluate
from numcheck.engine.expression.evaluate import Slots, Value
from numcheck.engine.expression.operations import truth
from numcheck.engine.expression.tree import Compare, Name, Node
from numcheck.engine.message import fill
from numcheck.engine.passage import Flaw
from numcheck.engine.pattern import matcher as matching
from numcheck.engine.publication import document_values
from numcheck.model import Document, Figure
from numcheck.model.interval import rounding_place

__all__ = [
    "Outcome",
    "belong_together",
    "figures_of",
    "flaw_of",
    "outcome",
    "target_of",
    "unmet_condition",
]

Outcome = Literal["holds", "rounding", "fails", "silent"]
Documents = Mapping[str, Document]
_NO_DOCUMENTS: Documents = {}
_NO_GRAINS: Mapping[str, Decimal] = {}


def belong_together(
    active: ActiveRule, captured: matching.Captured, documents: Documents = _NO_DOCUMENTS
) -> bool:
    """Whether the figures meet the conditions under which the rule looks at them at all.

    Args:
        active: The rule.
        captured: The figures by slot.
        documents: All documents by id, for expressions that ask when or by whom a figure was
            published.
    """
    for field in active.rule.same:
        values = {
            getattr(figure, field)
            for figure in figures_of(captured)
            if getattr(figure, field) is not None
        }
        if len(values) > 1:
            return False
    if not active.conditions:
        return True
    slots = _slots(active, captured, documents)
    try:
        for condition in active.conditions:
            if not truth(condition(slots, "asserted", _NO_GRAINS)).possible:
                return False
    except Silent:
        return False
    return True


def unmet_condition(
    active: ActiveRule, captured: matching.Captured, documents: Documents = _NO_DOCUMENTS
) -> str:
    """The first condition of the rule that the figures do not meet; empty if they meet all."""
    for field in active.rule.same:
        values = {getattr(figure, field) for figure in figures_of(captured)} - {None}
        if len(values) > 1:
            return f"same {field}"
    slots = _slots(active, captured, documents)
    for text, node in zip(active.rule.where, active.where, strict=True):
        try:
            if not truth(evaluate(node, slots, "asserted")).possible:
                return text
        except Silent:
            return text
    return ""


def outcome(
    active: ActiveRule, captured: matching.Captured, documents: Documents = _NO_DOCUMENTS
) -> Outcome:
    """Whether what the rule expects holds under a strict reading, a lenient one, or neither.

    A list may have ended before the last figure that was taken for a part of it, so shorter
    ones are tried before it is said to fail.
    """
    verdict = _outcome(active, captured, documents)
    if verdict != "fails" or not _is_sum(active.expect):
        return verdict
    for name, found in captured.items():
        if isinstance(found, Figure):
            continue
        for count in range(len(found) - 1, 1, -1):
            shorter = _outcome(active, {**captured, name: found[:count]}, documents)
            if shorter in ("holds", "rounding"):
                return shorter
    return verdict


def _is_sum(node: Node) -> bool:
    """Whether a list has to come out at something, and not merely stay below it."""
    return isinstance(node, Compare) and node.operator == "=="


def _outcome(active: ActiveRule, captured: matching.Captured, documents: Documents) -> Outcome:
    slots = _slots(active, captured, documents)
    expected = active.expectation
    try:
        if not truth(expected(slots, "lenient", _grains(captured))).possible:
            return "fails"
        strictly = truth(expected(slots, "strict", _NO_GRAINS))
        return "holds" if strictly.possible else "rounding"
    except Silent:
        return "silent"


def _slots(active: ActiveRule, captured: matching.Captured, documents: Documents) -> Slots:
    """The names that the rule's expressions may use."""
    asked = active.document_fields
    told = document_values(asked, captured, documents) if asked else {}
    own = _one_currency(captured)
    return {**active.parameters, **told, **own} if told or active.parameters else own


def _one_currency(captured: matching.Captured) -> matching.Captured:
    """Sums of one currency of which some are by the hour or the tonne: the others mean it too."""
    units = {
        figure.unit
        for figure in captured.values()
        if isinstance(figure, Figure) and figure.kind == "money" and figure.unit
    }
    if len(units) < 2 or len({unit.partition(" / ")[0] for unit in units}) != 1:
        return captured
    return {
        name: replace(figure, unit=(figure.unit or "").partition(" / ")[0])
        if isinstance(figure, Figure) and figure.kind == "money"
        else figure
        for name, figure in captured.items()
    }


def _grains(captured: matching.Captured) -> dict[str, Decimal]:
    """For figures of one unit, the finest place that any of them is given to."""
    finest: dict[tuple[str, str | None], Decimal] = {}
    for figure in figures_of(captured):
        place = rounding_place(figure)
        if place is not None:
            key = (figure.kind, figure.unit)
            finest[key] = min(place, finest.get(key, place))
    grains = {}
    for name, found in captured.items():
        one = found if isinstance(found, Figure) else found[0]
        place = finest.get((one.kind, one.unit))
        if place is not None:
            grains[name] = place
    return grains


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


def flaw_of(
    active: ActiveRule,
    captured: matching.Captured,
    verdict: Outcome,
    documents: Documents = _NO_DOCUMENTS,
) -> Flaw:
    """What to say of figures that do not hold."""
    rule = active.rule
    slots = _slots(active, captured, documents)
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
