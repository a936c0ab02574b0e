"""What a figure measures and under which conditions, in the form in which figures are compared."""

from __future__ import annotations

from decimal import Decimal

from numcheck import vocabulary
from numcheck.alignment.dimension import Dimension, in_base_units
from numcheck.alignment.measures import Measure, Measures
from numcheck.alignment.terms import stem_of_interest
from numcheck.model import Figure, Sentence
from numcheck.model.interval import Interval

__all__ = ["ADDED", "PAST", "SHARE", "Profile", "name_parts", "profile"]

ADDED, SHARE, PAST = "added", "share", "past"
"""Marks of scope: "another 12", "12 of them", "12 last year"."""

_TITLES = frozenset(vocabulary.lines("titles"))
_STOPS = frozenset(".;:?!()")
# What follows these words speaks of something else: "killing two women and injuring a third".
_CLAUSE_ENDS = _STOPS.union((",", "and", "but", "in", "at", "on", "when", "after", "while", "as"))
_CLAUSE_ENDS |= {"by", "with", "for", "since"}
# Words before the new value of what changed; the change itself has others before it, or none.
_LEVEL = frozenset(("to", "at", "reached", "reaching", "stood"))
# Endings of words like "Koreans", "Japanese", "Somali", "Danish".
_PEOPLES = ("an", "ese", "i", "ish")
# What stands between a name and the figures behind it: "Kovac (52-3, 46 KOs)".
_APPOSED = frozenset((",", "(", "-", "–", "[", "/", "aged", "age"))
_LONG_NAME = 5
_DEFINITE = frozenset(("the", "all", "these", "those", "both"))
# Words that say which of the things counted are meant: "the 40 jobs in Leeds".
_WHICH = frozenset(("for", "who", "in", "at", "from", "of", "that", "which", "on", "whose"))
# What follows "of" where a figure is a part of something named before.
_OF_WHAT = frozenset(("the", "them", "these", "those", "whom", "which", "its", "their", "our"))
_WINDOW = 6
_REACH = 8


class Profile:
    """A figure with everything that decides what it may be compared with.

    Attributes:
        figure: The figure.
        order: Place of its document among the documents, then its own: sorts profiles.
        dimension: Kind and base unit: figures of different dimension are never compared.
        value: The value in base units; ``None`` for ranges, vague words, dates.
        interval: What the words assert, in base units, read leniently.
        measure: The measure, or ``None``.
        noun: The counted noun under its common name.
        person: Whether the noun counts people.
        event: Lemma of the predicate.
        names: Name parts of the subject, in lower case.
        owned: The names, where the figure stands behind a name in brackets or commas, which
            leaves no doubt whose it is.
        of: Stems of the phrase behind "of": the riots of "five days of riots".
        context: Stems of the words around it.
        scope: What sets it apart from a plain total: ``added``, ``share``, ``change``, ``old``,
            and the denominator of a rate.
        head: Stem of the very next word, which a price or a length describes.
        definite: Whether it points back (``the 40 jobs``, ``all 40``).
        narrowed: Whether words behind it say which ones (``the 40 jobs in Leeds``).
    """

    __slots__ = (
        "context",
        "definite",
        "dimension",
        "event",
        "figure",
        "head",
        "interval",
        "measure",
        "names",
        "narrowed",
        "noun",
        "of",
        "order",
        "owned",
        "person",
        "scope",
        "value",
    )  # fmt: skip

    figure: Figure
    order: tuple[int, int]
    dimension: Dimension
    value: Decimal | None
    interval: Interval
    measure: Measure | None
    noun: str
    person: bool
    event: str
    names: frozenset[str]
    owned: frozenset[str]
    of: frozenset[str]
    context: frozenset[str]
    scope: tuple[str, ...]
    head: str
    definite: bool
    narrowed: bool


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
    self.noun = (
        ""
        if counted in measures.by_word and counted not in measures.people
        else (measures.noun(counted))
    )
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
    if figure.kind == "ordinal" and not self.noun:
        self.noun = self.head
    self.event = figure.event or ""
    self.owned = name_parts(_owner(sentence.words, first, figure.kind == "count"))
    subject = name_parts(figure.subject)
    self.names = self.owned if not self.owned <= subject else subject
    self.of = _of_what(lower, last)
    self.context = frozenset(
        stem
        for word in (*lower[max(0, first - _WINDOW) : first], *lower[last : last + _WINDOW])
        if (stem := stem_of_interest(word))
    )
    self.scope = _scope(figure, lower, measures)
    self.definite = _definite(figure, lower, measures)
    self.narrowed = _narrowed(lower[last : last + 3])
    self.measure = _measure(self, lower, measures)
    return self


def _owner(words: list[str], first: int, counts: bool) -> str:
    """The name that a figure in brackets or between commas stands behind."""
    place = first - 1
    sure = not counts
    while place >= 0 and (words[place] in _APPOSED or words[place][:1].isdigit()):
        # A comma before a count may as well begin a clause; brackets and other figures may not.
        sure = sure or words[place] == "(" or words[place][:1].isdigit()
        place -= 1
    if place < 0 or place == first - 1 or not sure:
        return ""
    last = place
    while place > 0 and words[place][:1].isupper():
        place -= 1
    # The first word of a sentence has a capital anyway.
    name = words[place + 1 : last + 1]
    return " ".join(name) if len(name) < _LONG_NAME else ""


def _of_what(lower: list[str], last: int) -> frozenset[str]:
    if last >= len(lower) or lower[last] != "of":
        return frozenset()
    stems = (stem_of_interest(word) for word in lower[last + 1 : last + 5])
    return frozenset(stem for stem in stems if stem)


def _is_people(noun: str) -> bool:
    return noun[:1].isupper() and noun.endswith(_PEOPLES)


def name_parts(name: str | None) -> frozenset[str]:
    """The parts of a name that another mention of it may share, titles left out."""
    if not name:
        return frozenset()
    parts = (part.strip(".,'’\"") for part in name.lower().split())
    return frozenset(
        part.removesuffix("'s").removesuffix("’s") for part in parts if part and part not in _TITLES
    )


def _scope(figure: Figure, lower: list[str], measures: Measures) -> tuple[str, ...]:
    """What sets a figure apart from a plain total."""
    marks: list[str] = []
    if figure.per:
        marks.append(f"per {figure.per}")
    elif figure.unit and figure.kind == "money" and " / " in figure.unit:
        marks.append(f"per {figure.unit.partition(' / ')[2]}")
    elif lower[figure.last : figure.last + 1] == ["per"]:
        marks.append(" ".join(lower[figure.last : figure.last + 2]))
    left = _left(figure)
    before = lower[left - 1] if left > 0 else ""
    behind = lower[figure.last : figure.last + 2]
    if (
        before in measures.before
        or (left > 1 and lower[left - 2] in measures.before)
        or any(word in measures.after for word in behind)
    ):
        marks.append(ADDED)
    elif figure.kind == "count" and behind[:1] == ["of"] and behind[-1] in _OF_WHAT:
        marks.append(SHARE)
    if figure.as_of and _is_past(figure.as_of.lower().split(), measures):
        marks.append(PAST)
    if before == "by" and figure.trend:
        marks.append("change")
    elif figure.event in measures.change:
        if before == "from":
            marks.append("old")
        elif before not in _LEVEL:
            marks.append("change")
    return tuple(marks)


def _is_past(words: list[str], measures: Measures) -> bool:
    return not (measures.earlier.isdisjoint(words) or measures.period.isdisjoint(words))


def _definite(figure: Figure, lower: list[str], measures: Measures) -> bool:
    """Whether a figure points back: "the 40 jobs", "the new 40 jobs", "all 40"."""
    left = _left(figure)
    before = lower[left - 1] if left > 0 else ""
    if before in _DEFINITE:
        return True
    return left > 1 and lower[left - 2] in _DEFINITE and before not in measures.earlier


def _narrowed(behind: list[str]) -> bool:
    for word in behind:
        if word in _WHICH:
            return True
        if word in _STOPS or word == ",":
            return False
    return False


def _left(figure: Figure) -> int:
    """The first token of the figure with its hedge."""
    return figure.first - (figure.hedge.count(" ") + 1 if figure.hedge else 0)


def _measure(item: Profile, lower: list[str], measures: Measures) -> Measure | None:
    figure = item.figure
    kind = figure.kind
    if kind == "count":
        return _counted_measure(item, lower, measures)
    if kind in ("money", "measure", "duration"):
        found = _beside(item, lower, measures, _REACH, 5)
        if found is None and item.event:
            found = _admitted(measures.by_verb.get(item.event, ()), item)
        return found
    return None


def _counted_measure(item: Profile, lower: list[str], measures: Measures) -> Measure | None:
    figure = item.figure
    counted = (figure.counted or "").lower()
    named = measures.by_counted.get(counted)
    # "Marchers" says what is counted only where nothing is done to them.
    found = None if item.person else named
    found = _behind(item, lower, measures) or found or _in_front(item, lower, measures)
    if found is None and named is None:
        # A tagger may take "dead" in "three dead" for a noun.
        found = _admitted(measures.by_word.get(counted, ()), item, bare=True)
    if found is None and item.event:
        found = _admitted(measures.by_verb.get(item.event, ()), item)
    found = found or named
    if found is None:
        found = _beside(item, lower, measures, 5, 2 if item.event else 3)
    if found is None and not item.noun and figure.event in measures.change:
        found = _risen(item, lower, measures)
    return None if found is None else _joined(found, item, lower, measures)


def _behind(item: Profile, lower: list[str], measures: Measures) -> Measure | None:
    """The measure that the very next word names: "two dead", "two counts"."""
    last = item.figure.last
    if last >= len(lower):
        return None
    return _admitted(measures.by_word.get(lower[last], ()), item)


def _risen(item: Profile, lower: list[str], measures: Measures) -> Measure | None:
    """The measure of what has changed: "the death toll from the landslide rose to 34"."""
    for word in reversed(lower[: _left(item.figure)]):
        if word in measures.by_word:
            found = _admitted(measures.by_word[word], item)
            if found is not None:
                return found
    return None


def _in_front(item: Profile, lower: list[str], measures: Measures) -> Measure | None:
    """The measure that the word just before names: "killing two", "the deaths of two"."""
    left = _left(item.figure)
    place = left - 2 if left > 1 and lower[left - 1] == "of" else left - 1
    if place < 0:
        return None
    return _admitted(measures.by_word.get(lower[place], ()), item)


def _joined(measure: Measure, item: Profile, lower: list[str], measures: Measures) -> Measure:
    """``killed`` or ``injured``, or the two together where the text counts them as one."""
    if measure.name not in ("killed", "injured"):
        return measure
    last = item.figure.last
    words = lower[max(0, item.figure.first - 4) : last + _REACH]
    for left, link, right in zip(words, words[1:], words[2:], strict=False):
        if link in ("or", "and", "/"):
            pair = {one.name for word in (left, right) for one in measures.by_word.get(word, ())}
            if {"killed", "injured"} <= pair and (link != "and" or _one_count(lower, last)):
                return measures.named["casualties"]
    return measure


def _one_count(lower: list[str], last: int) -> bool:
    return not any(word[:1].isdigit() for word in lower[last : last + _REACH])


def _beside(
    item: Profile, lower: list[str], measures: Measures, behind: int, ahead: int
) -> Measure | None:
    """The measure that the nearest word names: just before the figure, behind it, before it."""
    figure = item.figure
    left = _left(figure)
    before = lower[max(0, left - ahead) : left][::-1]
    ends = _CLAUSE_ENDS if figure.kind == "count" else _STOPS
    return (
        _first_named(before[:1], _STOPS, item, measures)
        or _first_named(lower[figure.last : figure.last + behind], ends, item, measures)
        or _first_named(before[1:], _STOPS, item, measures)
    )


def _first_named(
    words: list[str], ends: frozenset[str], item: Profile, measures: Measures
) -> Measure | None:
    by_word = measures.by_word
    for word in words:
        if word in ends or word[:1].isdigit():
            return None
        if word in by_word:
            found = _admitted(by_word[word], item)
            if found is not None:
                return found
    return None


def _admitted(candidates: tuple[Measure, ...], item: Profile, bare: bool = False) -> Measure | None:
    """The first measure that fits the figure's kind, unit and noun.

    Args:
        candidates: Measures that a word names.
        item: The figure.
        bare: Whether to leave the counted noun out of account.
    """
    kind = item.figure.kind
    for measure in candidates:
        if kind not in measure.kinds:
            continue
        if measure.units and item.dimension[1] not in measure.units:
            continue
        if measure.name == "magnitude" and not _is_magnitude(item):
            continue
        if bare or kind != "count" or _counts(measure, item):
            return measure
    return None


def _counts(measure: Measure, item: Profile) -> bool:
    """Whether a measure can count what the figure counts."""
    noun = item.noun
    if not noun:
        return measure.people or measure.name == "magnitude"
    if measure.nouns:
        return noun in measure.nouns
    return item.person or not measure.people


def _is_magnitude(item: Profile) -> bool:
    value = item.value
    return (
        value is not None
        and 1 <= value < 10
        and (value != value.to_integral_value() or "magnitude" in item.context)
    )
