"""A rule with what is made of its texts on first use."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from numcheck.engine.checks import check_module, parameters_of
from numcheck.engine.expression import Quantity, evaluate, parse
from numcheck.engine.expression.evaluate import Evaluator, evaluator
from numcheck.engine.expression.tree import Call, Compare, Field, Literal, Node, fields_of
from numcheck.engine.pattern.classes import WordClass
from numcheck.engine.publication import DOCUMENT_FIELDS
from numcheck.engine.rule import Rule, RuleSet

__all__ = ["ActiveRule", "plain_key"]


class ActiveRule:
    """A rule in force.

    Attributes:
        rule: The rule.
    """

    def __init__(self, rule: Rule, ruleset: RuleSet) -> None:
        self.rule = rule
        self._ruleset = ruleset

    @cached_property
    def expect(self) -> Node:
        """The tree of what must hold."""
        return parse(self.rule.expect)

    @cached_property
    def where(self) -> tuple[Node, ...]:
        """The trees of the conditions."""
        return tuple(parse(text) for text in self.rule.where)

    @cached_property
    def let(self) -> dict[str, Node]:
        """The trees of the names for the message."""
        return {name: parse(text) for name, text in self.rule.let.items()}

    @cached_property
    def expectation(self) -> Evaluator:
        """What must hold, as a function."""
        return evaluator(self.expect)

    @cached_property
    def conditions(self) -> tuple[Evaluator, ...]:
        """The conditions as functions, those first that only look at words."""
        return tuple(map(evaluator, sorted(self.where, key=_cost)))

    @cached_property
    def parameters(self) -> dict[str, Quantity]:
        """The numbers that expressions may name."""
        values = {}
        for name, text in self.rule.parameters.items():
            value = evaluate(parse(str(text)), {}, "asserted")
            if isinstance(value, Quantity):
                values[name] = value
        return values

    @cached_property
    def unless(self) -> WordClass:
        """Words and phrases that void a match; ``<name>`` stands for a class."""
        entries: list[str] = []
        for entry in self.rule.unless:
            if entry.startswith("<") and entry.endswith(">"):
                entries += self._ruleset.vocabulary.get(entry[1:-1], ())
            else:
                entries.append(entry)
        return WordClass.of(entries)

    @cached_property
    def document_fields(self) -> tuple[tuple[str, str], ...]:
        """Slot and field of everything that the rule asks of the documents of its figures."""
        asked = (
            (field.name, field.field)
            for node in (self.expect, *self.where, *self.let.values())
            for field in fields_of(node)
        )
        return tuple(dict.fromkeys(one for one in asked if one[1] in DOCUMENT_FIELDS))

    @cached_property
    def settings(self) -> Any:
        """The parameters of a check."""
        return parameters_of(self.rule.check, self.rule.parameters)

    @cached_property
    def module(self) -> Any:
        """The module of a check."""
        return check_module(self.rule.check)

    @cached_property
    def test(self) -> object:
        """What decides the outcome for some figures; equal for rules that decide alike."""
        rule = self.rule
        return (rule.where, rule.same, rule.expect, plain_key(rule.parameters))


def plain_key(value: Any) -> object:
    """Plain JSON data as something that can be looked up."""
    if isinstance(value, dict):
        return tuple(sorted((name, plain_key(one)) for name, one in value.items()))
    if isinstance(value, list | tuple):
        return tuple(map(plain_key, value))
    return (type(value).__name__, str(value))


def _cost(node: Node) -> int:
    """How much work a condition is: fields that hold words are there already."""
    match node:
        case Compare(_, left, right):
            return _cost(left) + _cost(right)
        case Field() | Literal():
            return 0
        case Call(_, arguments):
            return 10 + _cost_of(arguments)
        case _:
            parts = [getattr(node, name, None) for name in ("operand", "left", "right")]
            return 2 + _cost_of(part for part in parts if part is not None)


def _cost_of(nodes: Iterable[Node]) -> int:
    return sum(map(_cost, nodes))
