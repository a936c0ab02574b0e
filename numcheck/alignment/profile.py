"""What a figure measures and under which conditions, in the form in which figures are compared."""

from __future__ import annotations

from decimal import Decimal

from numcheck.alignment.dimension import Dimension, in_base_units
from numcheck.alignment.doers import doer_of
from numcheck.alignment.measures import Measure, Measures
from numcheck.alignment.measuring import measure_of
from numcheck.alignment.names import name_parts, owner
from numcheck.alignment.scope import (
    SOUGHT,
    is_all,
    is_clause,
    is_definite,
    is_narrowed,
    is_running,
    is_summed,
    rounds_of,
    scope_of,
    times_of,
)
from numcheck.alignment.terms import stem_of_interest
from numcheck.extraction.lexicon import PAST, lookup
from numcheck.model import Figure, Sentence
from numcheck.model.interval import Interval

__all__ = ["Profile", "profile"]

# Endings of words like "Koreans", "Japanese", "Somali", "Danish".
_PEOPLES = ("an", "ese", "i", "ish")
_PHRASE_ENDS = frozenset((",", ".", ";", "in", "on", "at", "for", "by", "from", "with", "to"))
_PRONOUNS = (["them"], ["whom"], ["those"], ["these"], ["us"])
_WINDOW = 6
# "Second-quarter revenue at the brewer Halm came to €140 million".
_FAR = 12


class Profile:
    """A figure with everything that decides what it may be compared with.

    Attributes:
        figure: The figure.
        order: Place of its document among the documents, then its own: sorts profiles.
        dimension: Kind and base unit: figures of different dimension are never compared.
        value: The value in base units; ``None`` for ranges, vague words, dates.
        interval: What the words assert, in base units, read leniently.
        measure: The measure, or ``None``.
        counted: Lemma of the counted noun in lower case, as far as it can be trusted.
        noun: The counted noun under its common name.
        person: Whether the noun counts people.
        event: Lemma of the predicate.
        names: Name parts of the subject, in lower case.
        owned: The names, where the figure stands behind a name in brackets or commas, which
            leaves no doubt whose it is.
        of: Stems of the phrase behind "of": the riots of "five days of riots".
        all: Whether it says that it counts everything (``all 40 jobs``).
        context: Stems of the words around it.
        scope: What sets it apart from a plain total: ``added``, ``share``, ``change``, ``old``,
            and the denominator of a rate.
        when: Years and months that fix its time, or else the round that it is told of.
        doer: What its clause begins with (``the strike``), for durations only.
        periods: Periods that the words around it speak of.
        head: Stem of the very next word, which a price or a length describes.
        headed: Whether that word names a measure (``a £3m contract``).
        definite: Whether it points back (``the 40 jobs``, ``all 40``).
        narrowed: Whether words behind it say which ones (``the 40 jobs in Leeds``).
        which: Whether it points back with a clause (``the 40 who came``).
        summed: Whether it sums up what a pronoun before it stands for (``of them: 40 in all``).
        running: Whether it is the latest state of a count that only grows.
        told: The words for what happened to what it counts, by which it may be called later:
            the dead, the injured.
    """

    __slots__ = (
        "all",
        "context",
        "counted",
        "definite",
        "dimension",
        "doer",
        "event",
        "figure",
        "head",
        "headed",
        "interval",
        "measure",
        "names",
        "narrowed",
        "noun",
        "of",
        "order",
        "owned",
        "periods",
        "person",
        "running",
        "scope",
        "summed",
        "told",
        "value",
        "when",
        "which",
    )  # fmt: skip

    all: bool
    figure: Figure
    order: tuple[int, int]
    dimension: Dimension
    value: Decimal | None
    interval: Interval
    doer: frozenset[str]
    measure: Measure | None
    counted: str
    noun: str
    person: bool
    event: str
    names: frozenset[str]
    owned: frozenset[str]
    of: frozenset[str]
    context: frozenset[str]
    scope: tuple[str, ...]
    when: frozenset[str]
    periods: frozenset[str]
    head: str
    headed: bool
    definite: bool
    narrowed: bool
    which: bool
    summed: bool
    running: bool
    told: tuple[str, ...]


def profile(
    figure: Figure, sentence: Sentence, order: tuple[int, int], measures: Measures
) -> Profile:
    """Read a figure's sentence for what the figure measures.

    Args:
        figure: Any figure but an identifier.
        sentence: Its sentence.
        order: Its place among all figures.
        measures: The vocabulary.
    """
    lower = sentence.lower
    first, last = figure.first, figure.last
    self = Profile()
    self.figure = figure
    self.order = order
    self.dimension, self.value, self.interval = in_base_units(figure)
    counted = (figure.counted or "").lower()
    # A tagger may take "hurt" in "10 killed, 80 hurt" for a noun.
    if lower[last : last + 1] == ["of"] and lower[last + 1 : last + 2] in _PRONOUNS:
        # What "two of them" counts stands elsewhere, and guesses at it are often wrong; "two of
        # them children" says it.
        counted = _among(lower[last + 2 : last + 3], measures)
    if counted and _is_done(lower, first, last, measures):
        # "A crowd of 300 saw Rovers score": no scores are counted.
        counted = ""
    self.counted = counted
    known = counted in measures.people or counted in measures.canonical
    self.noun = "" if counted in measures.by_word and not known else measures.noun(counted)
    # A capital marks a people: "3,000 North Koreans".
    self.person = (
        counted in measures.people
        or self.noun in measures.people
        or _is_people(figure.counted or "")
    )
    # The head of "two-party" is behind the hyphen.
    behind = (
        lower[last + 1 : last + 2] if lower[last : last + 1] == ["-"] else lower[last : last + 1]
    )
    self.head = stem_of_interest(behind[0]) if behind else ""
    self.headed = bool(behind) and behind[0] in measures.by_word
    if figure.kind == "ordinal" and not self.noun:
        self.noun = self.head
    self.event = figure.event or ""
    self.owned = name_parts(owner(sentence.words, first, figure.kind == "count"))
    subject = name_parts(figure.subject)
    self.names = self.owned if not self.owned <= subject else subject
    self.of = _of_what(lower, last)
    around = (*lower[max(0, first - _WINDOW) : first], *lower[last : last + _WINDOW])
    self.context = frozenset(stem for word in around if (stem := stem_of_interest(word)))
    self.doer = doer_of(lower, first) if figure.kind == "duration" else frozenset()
    periods = measures.periods
    if figure.kind == "money":
        around = (*lower[max(0, first - _FAR) : first], *lower[last : last + _WINDOW])
    self.periods = frozenset(
        periods[part] for word in around if (part := word.rpartition("-")[2]) in periods
    )
    self.when = times_of(figure.as_of) or rounds_of(figure, lower, measures)
    self.scope = scope_of(figure, lower, measures)
    self.all = is_all(figure, lower)
    self.definite = is_definite(figure, lower, measures)
    self.narrowed = is_narrowed(lower[last : last + 3])
    self.which = self.definite and self.narrowed and is_clause(lower[last : last + 3])
    self.summed = is_summed(figure, lower)
    self.running = is_running(figure, lower, measures)
    self.measure = measure_of(self, lower, measures)
    if self.measure is not None and self.measure.standing and self.event in measures.threatened:
        # Whoever faces a deficit has it.
        self.scope = tuple(mark for mark in self.scope if mark != SOUGHT)
    self.told = () if self.measure is None else measures.told.get(self.measure.name, ())
    return self


def _is_done(lower: list[str], first: int, last: int, measures: Measures) -> bool:
    """Whether what stands behind "a crowd of 300" is what they did."""
    if first < 2 or last >= len(lower) or lower[first - 1] != "of":
        return False
    named = measures.by_word.get(lower[first - 2], ())
    return any(one.people for one in named) and bool(lookup(lower[last]).flags & PAST)


def _among(words: list[str], measures: Measures) -> str:
    """What "two of them children" counts, from what stands behind "them"; empty if nothing."""
    lemma = lookup(words[0]).noun if words else ""
    return lemma if lemma and lemma != words[0] and lemma in measures.people else ""


def _of_what(lower: list[str], last: int) -> frozenset[str]:
    if last >= len(lower) or lower[last] != "of":
        return frozenset()
    stems = []
    for word in lower[last + 1 : last + 5]:
        if word in _PHRASE_ENDS:
            break
        stems.append(stem_of_interest(word))
    return frozenset(stem for stem in stems if stem)


def _is_people(noun: str) -> bool:
    return noun[:1].isupper() and noun.endswith(_PEOPLES)
