"""Rules by the words and kinds that they need, so that one that cannot match costs nothing.

Every distinct need of any pattern (a set of words of which one must be there, or so many figures
of some kinds) is one bit. A sentence looks up its words once, which gives the bits that it meets;
a pattern can match only where all its bits are met, and it is looked at only where its rarest one
is. So the cost of a sentence grows with the rules that its own words call up, not with those that
there are. Rules that ask the same share one search and one test.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from numcheck import vocabulary
from numcheck.engine.active import ActiveRule, plain_key
from numcheck.engine.pattern import Matcher, compile_pattern, parse_pattern
from numcheck.engine.pattern.classes import split_phrase
from numcheck.engine.rule import PatternSource, Rule, RuleSet
from numcheck.model import Figure

__all__ = ["Entry", "FigureRules", "Index", "RuleGroup"]

_MOST_FIGURES = 6
"""No pattern asks for more figures of a kind than this."""
_MOST_MIXTURES = 2000
_USUAL = frozenset({"count", "money", "percent", "measure", "duration", "multiplier"})
"""Kinds of which a sentence with figures often has one."""


class _Masked(Protocol):
    mask: int


_Kept = TypeVar("_Kept", bound=_Masked)


class Entry:
    """One pattern, for all rules that search for it under the same conditions.

    Attributes:
        number: Place in the order of rules.
        active: The first of these rules.
        actives: All of them.
        needs: For each word that must be there, the words that may stand for it.
        kinds: For each sort of figure that must be there, the kinds that fit and how many.
        crosses: Whether it spans two sentences.
        mask: The bits of all that it needs.
    """

    __slots__ = (
        "_matcher", "_ruleset", "active", "actives", "crosses", "kinds", "mask", "needs", "number",
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
        self.mask = 0
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
        mask: The bits of what must be there.
    """

    actives: list[ActiveRule]
    mask: int = 0


@dataclass(slots=True)
class Triggered(Generic[_Kept]):
    """What is looked at only where its rarest bit is met.

    Attributes:
        always: What needs nothing.
        by_rarest: The others.
        bits: All rarest bits.
    """

    always: list[_Kept] = field(default_factory=list)
    by_rarest: dict[int, list[_Kept]] = field(default_factory=dict)
    bits: int = 0

    def add(self, one: _Kept, rarest: int) -> None:
        """Keep something under its rarest bit; 0 for none."""
        if rarest:
            self.bits |= rarest
            self.by_rarest.setdefault(rarest, []).append(one)
        else:
            self.always.append(one)

    def met_by(self, met: int) -> list[_Kept]:
        """All whose needs are among the bits that are met."""
        found = [*self.always]
        rare = met & self.bits
        while rare:
            bit = rare & -rare
            rare ^= bit
            found += [one for one in self.by_rarest[bit] if one.mask & met == one.mask]
        return found


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
        self.patterns: Triggered[Entry] = Triggered()
        self.crossing: Triggered[Entry] = Triggered()
        self.figure_rules: dict[str, FigureRules] = {}
        self.sentence_checks: Triggered[RuleGroup] = Triggered()
        self.document_checks: Triggered[RuleGroup] = Triggered()
        self.story_checks: list[RuleGroup] = []
        self.claim_rules: list[RuleGroup] = []
        self._common = frozenset(vocabulary.lines("common"))
        self._shared: dict[object, Entry | RuleGroup] = {}
        self._bits: dict[object, int] = {}
        self._bits_of_word: dict[str, int] = {}
        self._mixtures: dict[frozenset[tuple[str, int]], int] = {}
        self._number = 0
        for rule in ruleset.rules:
            if rule.enabled:
                self._add(ActiveRule(rule, ruleset))

    def _add(self, active: ActiveRule) -> None:
        rule = active.rule
        if rule.shape == "pattern":
            for source in rule.patterns:
                self._add_pattern(active, source)
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

    def _founded(self, key: object, active: ActiveRule, *needs: object) -> RuleGroup:
        """A group of its own for a rule that decides like none before it."""
        group = RuleGroup([active])
        for need in needs:
            group.mask |= self._bit(need)
        self._shared[key] = group
        return group

    def _needs(self, rule: Rule) -> list[object]:
        """What figure rules and checks need: one of some words, a figure of one of some kinds."""
        triggers, kinds = self.words(rule.triggers), frozenset(rule.kinds)
        return [*([triggers] if triggers else []), *([(kinds, 1)] if kinds else [])]

    def _add_figure_rule(self, active: ActiveRule) -> None:
        rule = active.rule
        needs = self._needs(rule)
        key = ("figure", plain_key(rule.figure), active.test, *needs)
        if not self._joins(key, active):
            group = self._founded(key, active, *needs)
            for kind in dict.fromkeys(rule.figure["kinds"]):
                self.figure_rules.setdefault(kind, FigureRules()).add(group)

    def _add_check(self, active: ActiveRule) -> None:
        rule = active.rule
        needs = self._needs(rule)
        key = ("check", rule.scope, rule.check, plain_key(rule.parameters), *needs)
        if self._joins(key, active):
            return
        group = self._founded(key, active, *needs)
        if rule.scope == "story":
            self.story_checks.append(group)
            return
        checks = self.sentence_checks if rule.scope == "sentence" else self.document_checks
        checks.add(group, self._bit(needs[0]) if needs else 0)

    def _add_pattern(self, active: ActiveRule, source: PatternSource) -> None:
        key = ("pattern", source.text, active.rule.gap, active.test)
        if self._joins(key, active):
            return
        needs = tuple(self.words(need) for need in source.needs)
        entry = self._shared[key] = Entry(self._number, active, self.ruleset, needs, source)
        self._number += 1
        by_rarity = [
            *((self._rarity(need), self._bit(need)) for need in needs),
            *((_rarity_of(*wanted), self._bit(wanted)) for wanted in entry.kinds),
        ]
        for _, bit in by_rarity:
            entry.mask |= bit
        (self.crossing if entry.crosses else self.patterns).add(entry, min(by_rarity)[1])

    def _bit(self, need: object) -> int:
        """The bit of a need: words of which one must be there, or kinds with how many figures."""
        known = self._bits.get(need)
        if known is None:
            known = self._bits[need] = 1 << len(self._bits)
            for word in need if isinstance(need, frozenset) else ():
                self._bits_of_word[word] = self._bits_of_word.get(word, 0) | known
        return known

    def _rarity(self, words: frozenset[str]) -> tuple[int, int, int]:
        """How often a need is met in any text: few words, none of them common, are best."""
        common = len(words & self._common)
        return (2 if common else 0, common, len(words))

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

    def met(self, words: Set[str], kinds: Mapping[str, int]) -> int:
        """The bits of all needs that a sentence, two of them or a document meet.

        Args:
            words: Their words.
            kinds: How many figures of each kind they hold.
        """
        bits = self._met_by_kinds(kinds)
        bits_of_word = self._bits_of_word
        for word in bits_of_word.keys() & words:
            bits |= bits_of_word[word]
        return bits

    def triggered(
        self, words: Set[str], kinds: Mapping[str, int], *, crossing: bool
    ) -> list[Entry]:
        """The patterns that may match, of those that span two sentences or of the others."""
        patterns = self.crossing if crossing else self.patterns
        return patterns.met_by(self.met(words, kinds))

    def _met_by_kinds(self, kinds: Mapping[str, int]) -> int:
        """The bits that figures of these kinds meet; few mixtures recur."""
        mixture = frozenset((kind, min(count, _MOST_FIGURES)) for kind, count in kinds.items())
        kept = self._mixtures.get(mixture)
        if kept is None:
            kept = 0
            for need, bit in self._bits.items():
                if isinstance(need, tuple) and _suffice(kinds, *need):
                    kept |= bit
            if len(self._mixtures) < _MOST_MIXTURES:
                self._mixtures[mixture] = kept
        return kept


def _rarity_of(wanted: frozenset[str], least: int) -> tuple[int, int, int]:
    """How often figures are there: those of kinds that are not usual say most."""
    return (1 if wanted.isdisjoint(_USUAL) else 3, 0, -least)


def _suffice(kinds: Mapping[str, int], wanted: frozenset[str], least: int) -> bool:
    return sum(kinds[kind] for kind in wanted if kind in kinds) >= least
