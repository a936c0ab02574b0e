"""The vocabulary of what figures measure: killed, injured, price, magnitude ..."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from numcheck import vocabulary
from numcheck.errors import VocabularyError

__all__ = ["Measure", "Measures", "load_measures", "plural"]

_KEYS = {
    "label": str, "kinds": list, "units": list, "people": bool, "grows": bool, "stages": bool,
    "loose": bool, "varies": bool, "standing": bool, "imposed": bool,
    "joins": list,
    "counted": list, "nouns": list, "verbs": list, "words": list,
}  # fmt: skip
_SECTIONS = (
    "measures", "nouns", "people", "partial", "change", "earlier", "period", "periods", "places",
    "sought", "threatened", "listed",
    "others", "tallies", "rounds", "margins",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that figures measure.

    Attributes:
        name: Its key in the vocabulary (``"killed"``).
        label: For headings; ``{noun}`` stands for the counted noun in the plural.
        kinds: Kinds of figure that can measure it.
        units: Dimensions of the unit, for kinds with a unit; empty for any.
        people: Whether it counts people.
        grows: Whether later reports may raise it.
        stages: Whether different predicates are different stages of it, never compared.
        varies: Whether it goes up and down from day to day (people missing).
        loose: Whether its words cover different things (two shot, one of them killed), so that
            only equal values are set side by side.
        standing: Whether to face it is to have it (a deficit), unlike a fine.
        imposed: Whether a court or an office lays it on somebody.
        joins: Measures that it counts together (people killed or wounded); empty for most.
        nouns: Counted nouns that it applies to, apart from people; empty for any.
    """

    name: str
    label: str
    kinds: frozenset[str]
    units: frozenset[str]
    people: bool
    grows: bool
    stages: bool
    varies: bool
    loose: bool
    standing: bool
    imposed: bool
    joins: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """The vocabulary, turned round for looking up; equal to itself only.

    Attributes:
        named: Measures by name.
        joint: Measures that count several together, by each of those.
        by_counted: Measures by the counted noun that says so by itself (``death``).
        by_verb: Measures by the lemma of a predicate (``kill``).
        by_word: Measures by a form beside the figure (``dead``), in vocabulary order.
        openers: First words of the forms that have two (``on board``).
        canonical: Counted nouns by their synonyms (``home`` → ``house``).
        people: Nouns that count people.
        before: Words before a figure that make it a part or an addition (``another``).
        after: Words behind it that do (``others``).
        change: Lemmas of verbs of change.
        earlier: Words that set a figure in an earlier period (``last season``).
        period: The periods.
        periods: The period that a word speaks of (``annual`` → ``year``).
        sought: Predicates of what somebody wants (``ask``).
        threatened: Predicates of what has yet to befall somebody (``face``).
        others: Words that begin the account of another event (``a second quake``).
        tallies: Words for a count that only grows (``toll``).
        rounds: Parts of what takes place in turn (``the second round``).
        margins: Words for the distance between the first and the second (``majority``).
        told: Words by which what a measure counts may be called afterwards (``dead``).
        listed: What a headline counts in its own article (``7 reasons``).
        places: Nouns behind ordinals that are names (``117th Street``).
    """

    named: Mapping[str, Measure]
    joint: Mapping[str, Measure]
    by_counted: Mapping[str, Measure]
    by_verb: Mapping[str, tuple[Measure, ...]]
    by_word: Mapping[str, tuple[Measure, ...]]
    openers: frozenset[str]
    canonical: Mapping[str, str]
    people: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    change: frozenset[str]
    earlier: frozenset[str]
    period: frozenset[str]
    periods: Mapping[str, str]
    sought: frozenset[str]
    threatened: frozenset[str]
    others: frozenset[str]
    tallies: frozenset[str]
    rounds: frozenset[str]
    margins: frozenset[str]
    told: Mapping[str, tuple[str, ...]]
    listed: frozenset[str]
    places: frozenset[str]

    def noun(self, lemma: str | None) -> str:
        """The name under which a counted noun is compared; empty for none."""
        return self.canonical.get(lemma, lemma) if lemma else ""


def load_measures(extra: Mapping[str, Any] | None = None) -> Measures:
    """The shipped vocabulary, with a user's own on top.

    Args:
        extra: Sections, keys and lists as ``measures.tsv`` has them; its measures and nouns are
            added, and those of the same name widen the shipped ones.

    Raises:
        VocabularyError: A key that the structure does not know, or a value of another type.
    """
    return _shipped() if extra is None else _compile(_widened(_sections(), extra))


@cache
def _shipped() -> Measures:
    return _compile(_sections())


def _sections() -> dict[str, Any]:
    """The shipped vocabulary as nested mappings and lists.

    A table, since a YAML parser takes fifty times as long to read it.
    """
    sections: dict[str, Any] = {}
    for section, key, written in vocabulary.table("measures", 3):
        outer, _, name = section.partition(".")
        words: list[str] = written.split(", ")
        if not key:
            sections.setdefault(outer, []).extend(words)
            continue
        entries = sections.setdefault(outer, {})
        if name:
            entries = entries.setdefault(name, {})
            wanted = _KEYS.get(key, list)
            if wanted is not list:
                entries[key] = written if wanted is str else written == "yes"
                continue
        entries.setdefault(key, []).extend(words)
    return sections


def _widened(base: Mapping[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
    """``base`` with everything in ``extra`` added: lists are joined, mappings merged."""
    result = dict(base)
    for key, value in extra.items():
        known = result.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            result[key] = _widened(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            result[key] = [*known, *value]
        else:
            result[key] = value
    return result


def _compile(data: Mapping[str, Any]) -> Measures:
    unknown = sorted(set(data) - set(_SECTIONS))
    if unknown:
        problem = f"unknown section {unknown[0]!r}; use {', '.join(_SECTIONS)}"
        raise VocabularyError(problem, "measures")
    named: dict[str, Measure] = {}
    counted: dict[str, Measure] = {}
    verbs: dict[str, tuple[Measure, ...]] = {}
    words: dict[str, tuple[Measure, ...]] = {}
    for name, entry in data["measures"].items():
        measure = named[name] = _measure(name, entry)
        for noun in entry.get("counted", ()):
            counted.setdefault(noun, measure)
        for verb in entry.get("verbs", ()):
            verbs[verb] = (*verbs.get(verb, ()), measure)
        for word in entry.get("words", ()):
            words[word] = (*words.get(word, ()), measure)
    return Measures(
        named=named,
        joint={part: measure for measure in named.values() for part in measure.joins},
        by_counted=counted,
        by_verb=verbs,
        by_word=words,
        openers=frozenset(word.partition(" ")[0] for word in words if " " in word),
        canonical={lemma: name for name, lemmas in data["nouns"].items() for lemma in lemmas},
        people=frozenset(data["people"]),
        before=frozenset(data["partial"]["before"]),
        after=frozenset(data["partial"]["after"]),
        change=frozenset(data["change"]),
        earlier=frozenset(data["earlier"]),
        period=frozenset(data["period"]),
        periods={word: name for name, words in data["periods"].items() for word in words},
        sought=frozenset(data["sought"]),
        threatened=frozenset(data["threatened"]),
        others=frozenset(data["others"]),
        tallies=frozenset(data["tallies"]),
        rounds=frozenset(data["rounds"]),
        margins=frozenset(data["margins"]),
        told={name: tuple(entry.get("words", ())) for name, entry in data["measures"].items()},
        listed=frozenset(data["listed"]),
        places=frozenset(data["places"]),
    )


def _measure(name: str, entry: Mapping[str, Any]) -> Measure:
    for key, value in entry.items():
        wanted = _KEYS.get(key)
        if wanted is None:
            raise VocabularyError(
                f"measure {name!r} has an unknown key {key!r}; use {', '.join(_KEYS)}", "measures"
            )
        if not isinstance(value, wanted):
            kind = {str: "a text", list: "a list", bool: "true or false"}[wanted]
            raise VocabularyError(f"{key!r} of measure {name!r} must be {kind}", "measures")
    return Measure(
        name=name,
        label=entry.get("label", name.replace("_", " ")),
        kinds=frozenset(entry.get("kinds", ("count",))),
        units=frozenset(entry.get("units", ())),
        people=entry.get("people", False),
        grows=entry.get("grows", False),
        stages=entry.get("stages", False),
        varies=entry.get("varies", False),
        loose=entry.get("loose", False),
        standing=entry.get("standing", False),
        imposed=entry.get("imposed", False),
        joins=frozenset(entry.get("joins", ())),
        nouns=frozenset(entry.get("nouns", ())),
    )


_PLURALS = {
    "person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet",
    "serviceman": "servicemen", "policeman": "policemen", "fisherman": "fishermen", "life": "lives",
    "people": "people", "personnel": "personnel", "crew": "crew", "staff": "staff",
    "police": "police", "other": "people", "sheep": "sheep", "aircraft": "aircraft",
}  # fmt: skip


def plural(noun: str) -> str:
    """The plural of a counted noun, for a heading.

    >>> plural("soldier"), plural("city"), plural("person")
    ('soldiers', 'cities', 'people')
    """
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"
