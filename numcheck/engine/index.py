"""Rules by what triggers them; those that ask the same share one search and one test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from numcheck.engine.active import ActiveRule, plain_key
from numcheck.engine.pattern import Matcher, compile_pattern, parse_pattern
from numcheck.engine.pattern.classes import split_phrase
from numcheck.engine.rule import PatternSource, RuleSet
from numcheck.engine.triggers import Triggers
from numcheck.model import Figure

__all__ = ["Entry", "FigureRules", "Index", "RuleGroup"]


class Entry:
    """One pattern, for all rules that search for it under the same conditions.

    Attributes:
        number: Place among the patterns of its rule.
        active: The first of these rules.
        actives: All of them.
        needs: For each word that must be there, the words that may stand for it.
        kinds: For each sort of figure that must be there, the kinds that fit and how many.
        crosses: Whether it spans two sentences.
    """

    __slots__ = (
        "_matcher", "_ruleset", "active", "actives", "crosses", "kinds", "needs", "number",
        "source",
    )  # fmt: skip

    def __init__(
        self,
        number: int,
        active: ActiveRule,
        ruleset: RuleSet,
        needs: tuple[frozenset[str], ...],
        source: PatternSource,
    ) -> None:
        self.number = number
        self.active = active
        self.actives = [active]
        self.needs = needs
        self.source = source
        self.crosses = source.crosses
        counted = Counter(frozenset(one) for one in source.kinds)
        self.kinds = tuple(sorted(counted.items(), key=lambda item: sorted(item[0])))
        self._ruleset = ruleset
        self._matcher: Matcher | None = None

    @property
    def matcher(self) -> Matcher:
        """The compiled pattern."""
        if self._matcher is None:
            sequence = parse_pattern(self.source.text, self.active.rule.gap)
            self._matcher = compile_pattern(sequence, self._ruleset.classes)
        return self._matcher


@dataclass(slots=True)
class RuleGroup:
    """Rules that decide alike and differ in what they say.

    Attributes:
        actives: The rules.
        triggers: Words of which one must be there; empty for none.
        kinds: Kinds of figures of which one must be there; empty for any.
    """

    actives: list[ActiveRule]
    triggers: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


@dataclass(slots=True)
class FigureRules:
    """The rules about one figure of a kind, by what they ask of it.

    Attributes:
        by_noun: Rules about what counts a noun.
        by_unit: Rules about what has a unit, whatever it counts.
        others: Rules about all figures of the kind.
    """

    by_noun: dict[str, list[RuleGroup]] = field(default_factory=dict)
    by_unit: dict[str, list[RuleGroup]] = field(default_factory=dict)
    others: list[RuleGroup] = field(default_factory=list)

    def add(self, group: RuleGroup) -> None:
        """Put a group where its figures will look for it."""
        section = group.actives[0].rule.figure
        nouns, units = section.get("nouns"), section.get("units")
        if nouns:
            for noun in dict.fromkeys(nouns):
                self.by_noun.setdefault(noun, []).append(group)
        elif units:
            for unit in dict.fromkeys(units):
                self.by_unit.setdefault(unit, []).append(group)
        else:
            self.others.append(group)

    def of(self, figure: Figure) -> Iterator[RuleGroup]:
        """The groups that ask for such a figure."""
        yield from self.others
        if figure.counted is not None:
            for group in self.by_noun.get(figure.counted, ()):
                units = group.actives[0].rule.figure.get("units")
                if not units or figure.unit in units:
                    yield group
        if figure.unit is not None:
            yield from self.by_unit.get(figure.unit, ())


class Index:
    """The rules of a set by what triggers them.

    Attributes:
        patterns: All patterns within a sentence.
        crossing: All patterns that span two.
        figure_rules: Rules about one figure, by kind.
        sentence_checks: Named checks that look at a sentence.
        document_checks: Named checks that look at a whole document.
        story_checks: Named checks that look at all documents at once.
        claim_rules: Rules about the figures of a claim.
    """

    def __init__(self, ruleset: RuleSet) -> None:
        self.ruleset = ruleset
        self.patterns: Triggers[Entry] = Triggers()
        self.crossing: Triggers[Entry] = Triggers()
        self.figure_rules: dict[str, FigureRules] = {}
        self.sentence_checks: Triggers[RuleGroup] = Triggers()
        self.document_checks: Triggers[RuleGroup] = Triggers()
        self.story_checks: list[RuleGroup] = []
        self.claim_rules: list[RuleGroup] = []
        self._shared: dict[object, Entry | RuleGroup] = {}
        for rule in ruleset.rules:
            if rule.enabled:
                self._add(ActiveRule(rule, ruleset))

    def _add(self, active: ActiveRule) -> None:
        rule = active.rule
        if rule.shape == "pattern":
            for number, source in enumerate(rule.patterns):
                self._add_pattern(active, number, source)
        elif rule.shape == "figure":
            self._add_figure_rule(active)
        elif rule.shape == "check":
            self._add_check(active)
        else:
            key = ("claim", plain_key(rule.claim), active.test)
            if not self._joins(key, active):
                self.claim_rules.append(self._founded(key, active))

    def _joins(self, key: object, active: ActiveRule) -> bool:
        """Whether a rule decides like one before it, whose group it then joins."""
        known = self._shared.get(key)
        if known is not None:
            known.actives.append(active)
        return known is not None

    def _founded(self, key: object, active: ActiveRule) -> RuleGroup:
        """A group of its own for a rule that decides like none before it."""
        rule = active.rule
        group = RuleGroup([active], self.words(rule.triggers), frozenset(rule.kinds))
        self._shared[key] = group
        return group

    def _add_figure_rule(self, active: ActiveRule) -> None:
        rule = active.rule
        key = ("figure", plain_key(rule.figure), active.test, rule.triggers)
        if not self._joins(key, active):
            group = self._founded(key, active)
            for kind in dict.fromkeys(rule.figure["kinds"]):
                self.figure_rules.setdefault(kind, FigureRules()).add(group)

    def _add_check(self, active: ActiveRule) -> None:
        rule = active.rule
        parameters = plain_key(rule.parameters)
        key = ("check", rule.scope, rule.check, parameters, rule.triggers, rule.kinds)
        if self._joins(key, active):
            return
        group = self._founded(key, active)
        if rule.scope == "story":
            self.story_checks.append(group)
            return
        checks = self.sentence_checks if rule.scope == "sentence" else self.document_checks
        checks.add(
            group,
            [group.triggers] if group.triggers else [],
            [(group.kinds, 1)] if group.kinds else [],
        )

    def _add_pattern(self, active: ActiveRule, number: int, source: PatternSource) -> None:
        key = ("pattern", source.text, active.rule.gap, active.test)
        if self._joins(key, active):
            return
        needs = tuple(self.words(need) for need in source.needs)
        entry = Entry(number, active, self.ruleset, needs, source)
        self._shared[key] = entry
        (self.crossing if entry.crosses else self.patterns).add(entry, needs, entry.kinds)

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
