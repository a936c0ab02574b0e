"""Rules by the words and kinds that they need, so that one that cannot match costs nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from numcheck import vocabulary
from numcheck.engine.checks import check_module, parameters_of
from numcheck.engine.expression import Quantity, evaluate, parse
from numcheck.engine.expression.tree import Node, fields_of
from numcheck.engine.pattern import Matcher, compile_pattern, parse_pattern
from numcheck.engine.pattern.classes import WordClass, split_phrase
from numcheck.engine.publication import DOCUMENT_FIELDS
from numcheck.engine.rule import PatternSource, Rule, RuleSet

__all__ = ["ActiveRule", "Entry", "Index"]


_MOST_FIGURES = 6
"""No pattern asks for more figures of a kind than this."""
_MOST_MIXTURES = 2000


class ActiveRule:
    """A rule with what is made of its texts on first use."""

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


class Entry:
    """One pattern of a rule, or a rule without patterns, as the index holds it.

    Attributes:
        number: Place in the order of rules.
        active: The rule.
        needs: For each word that must be there, the words that may stand for it.
        kinds: For each figure that must be there, the kinds that fit.
        crosses: Whether it spans two sentences.
    """

    __slots__ = ("_matcher", "_ruleset", "active", "crosses", "kinds", "needs", "number", "source")

    def __init__(
        self,
        number: int,
        active: ActiveRule,
        ruleset: RuleSet,
        needs: tuple[frozenset[str], ...],
        source: PatternSource | None,
    ) -> None:
        self.number = number
        self.active = active
        self.needs = needs
        self.source = source
        self.crosses = source is not None and source.crosses
        kinds = source.kinds if source else ()
        counted = Counter(frozenset(one) for one in kinds)
        self.kinds = tuple(sorted(counted.items(), key=lambda item: sorted(item[0])))
        self._ruleset = ruleset
        self._matcher: Matcher | None = None

    @property
    def matcher(self) -> Matcher:
        """The compiled pattern."""
        if self._matcher is None:
            assert self.source is not None
            sequence = parse_pattern(self.source.text, self.active.rule.gap)
            self._matcher = compile_pattern(sequence, self._ruleset.classes)
        return self._matcher

    def suits(self, kinds: Mapping[str, int]) -> bool:
        """Whether the kinds of figures that it needs are there."""
        return all(
            sum(kinds[kind] for kind in wanted if kind in kinds) >= least
            for wanted, least in self.kinds
        )


class Index:
    """The rules of a set by what triggers them.

    Attributes:
        by_word: Pattern entries by each word of which they need one.
        by_kind: Pattern entries that need no word, by kind of their first figure.
        figure_rules: Rules about one figure, by kind.
        sentence_checks: Named checks that look at a sentence with their triggers.
        document_checks: Named checks that look at a whole document.
        story_checks: Named checks that look at all documents at once.
        claim_rules: Rules about the figures of a claim.
    """

    def __init__(self, ruleset: RuleSet) -> None:
        self.ruleset = ruleset
        self.by_word: dict[str, list[Entry]] = {}
        self.by_kind: dict[str, list[Entry]] = {}
        self.figure_rules: dict[str, list[tuple[ActiveRule, frozenset[str]]]] = {}
        self.sentence_checks: list[tuple[ActiveRule, frozenset[str]]] = []
        self.document_checks: list[ActiveRule] = []
        self.story_checks: list[ActiveRule] = []
        self.claim_rules: list[ActiveRule] = []
        self._common = frozenset(vocabulary.lines("common"))
        self._number = 0
        self._mixtures: dict[tuple[object, ...], dict[str, list[Entry]]] = {}
        for rule in ruleset.rules:
            if rule.enabled:
                self._add(ActiveRule(rule, ruleset))

    def _add(self, active: ActiveRule) -> None:
        rule = active.rule
        if rule.shape == "pattern":
            for source in rule.patterns:
                self._add_pattern(active, source)
        elif rule.shape == "figure":
            triggers = self.words(rule.triggers)
            for kind in rule.figure["kinds"]:
                self.figure_rules.setdefault(kind, []).append((active, triggers))
        elif rule.shape == "claim":
            self.claim_rules.append(active)
        elif rule.scope == "sentence":
            self.sentence_checks.append((active, self.words(rule.triggers)))
        elif rule.scope == "story":
            self.story_checks.append(active)
        else:
            self.document_checks.append(active)

    def _add_pattern(self, active: ActiveRule, source: PatternSource) -> None:
        needs: tuple[frozenset[str], ...] = tuple(self.words(need) for need in source.needs)
        entry = Entry(self._number, active, self.ruleset, needs, source)
        self._number += 1
        if needs:
            rarest: frozenset[str] = min(needs, key=self._rarity)
            for word in sorted(rarest):
                self.by_word.setdefault(word, []).append(entry)
        else:
            for kind in source.kinds[0]:
                self.by_kind.setdefault(kind, []).append(entry)

    def words(self, entries: Iterable[str]) -> frozenset[str]:
        """The words that needs and triggers stand for, those of a class for `<name>`."""
        words: set[str] = set()
        for entry in entries:
            if entry.startswith("<") and entry.endswith(">") and len(entry) > 2:
                found = self.ruleset.classes[entry[1:-1]]
                words |= found.words
                words.update(phrase[0] for phrase in found.phrases)
            else:
                words.update(split_phrase(entry)[:1] or (entry,))
        return frozenset(words)

    def _rarity(self, words: frozenset[str]) -> tuple[int, int]:
        """How often a need is met in any text: few words, none of them common, are best."""
        return len(words & self._common), len(words)

    def triggered(self, words: set[str], kinds: Counter[str], *, crossing: bool) -> list[Entry]:
        """The pattern entries that may match, in the order of their rules."""
        by_word = self._suitable(kinds, crossing)
        found: dict[int, Entry] = {}
        for word in by_word.keys() & words:
            for entry in by_word[word]:
                if entry.number not in found and not any(
                    need.isdisjoint(words) for need in entry.needs
                ):
                    found[entry.number] = entry
        for kind in kinds:
            for entry in self.by_kind.get(kind, ()):
                if entry.crosses is crossing and entry.suits(kinds):
                    found[entry.number] = entry
        return [found[number] for number in sorted(found)]

    def _suitable(self, kinds: Counter[str], crossing: bool) -> dict[str, list[Entry]]:
        """The entries by word for which figures of these kinds suffice; few mixtures recur."""
        mixture = (
            crossing,
            *sorted((kind, min(count, _MOST_FIGURES)) for kind, count in kinds.items()),
        )
        kept = self._mixtures.get(mixture)
        if kept is None:
            kept = {}
            for word, entries in self.by_word.items():
                suited = [e for e in entries if e.crosses is crossing and e.suits(kinds)]
                if suited:
                    kept[word] = suited
            if len(self._mixtures) < _MOST_MIXTURES:
                self._mixtures[mixture] = kept
        return kept
