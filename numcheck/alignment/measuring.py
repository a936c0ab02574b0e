"""What a figure measures, from its noun, its predicate and the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from numcheck.alignment.measures import Measure, Measures
from numcheck.alignment.scope import left_of

if TYPE_CHECKING:
    from numcheck.alignment.profile import Profile

__all__ = ["measure_of"]

_STOPS = frozenset(".;:?!()")
# What follows these words speaks of something else: "killing two women and injuring a third".
_CLAUSE_ENDS = _STOPS.union((",", "and", "but", "in", "at", "on", "when", "after", "while", "as"))
_CLAUSE_ENDS |= {"by", "with", "for", "since"}
# Tokens that are looked through: just behind a figure, before it, and far behind it.
_NEAR, _BEFORE, _REACH = 3, 5, 8
# "Turnout in Sunday's election in Lisk was 58 percent".
_FAR = 12
# Words between what is counted and its count: "put the number of marchers at 900".
_LEVEL = frozenset(("to", "at", "reached", "stood", "is", "was"))
# "Thirty others were hurt", "had been hurt".
_PASSIVE = frozenset(("was", "were", "is", "are", "been"))
_STEM = 3
_STATES = frozenset(("be", "leave", "remain", "stay"))
_BEEN = frozenset(("been", "being", "badly", "seriously", "slightly", "also"))


def measure_of(item: Profile, lower: list[str], measures: Measures) -> Measure | None:
    """The measure of a figure whose noun, predicate and surroundings are known.

    Args:
        item: The figure's profile, but for its measure.
        lower: The tokens of its sentence in lower case.
        measures: The vocabulary.
    """
    kind = item.figure.kind
    if kind == "count":
        return _counted_measure(item, lower, measures)
    if kind == "percent":
        return _in_front(item, lower, measures) or _beside(item, lower, measures, _NEAR, _FAR)
    if kind in ("money", "measure", "duration"):
        return (
            _in_front(item, lower, measures)
            or _beside(item, lower, measures, _NEAR, 0)
            or _beside(item, lower, measures, 0, _BEFORE)
            or _admitted(measures.by_verb.get(item.event, ()), item)
            or _beside(item, lower, measures, _REACH, 0)
            or _paid_for(item, lower, measures)
        )
    return None


def _counted_measure(item: Profile, lower: list[str], measures: Measures) -> Measure | None:
    figure = item.figure
    named = measures.by_counted.get(item.counted)
    # "Marchers" says what is counted only where nothing is done to them.
    found = None if item.person else named
    behind = _behind(item, lower, measures)
    if item.person and behind is named:
        # "Twelve passengers died" were not just aboard.
        behind = None
    found = behind or found or _in_front(item, lower, measures)
    done = _done_to(item, lower)
    found = found or _admitted(measures.by_word.get(done, ()), item)
    if found is None and named is None:
        # A tagger may take "dead" in "three dead" for a noun.
        found = _admitted(measures.by_word.get(item.counted, ()), item, bare=True)
    if found is None and item.event and (not done or done[:_STEM] == item.event[:_STEM]):
        found = _admitted(measures.by_verb.get(item.event, ()), item)
    found = found or _in_two_words(item, lower, measures) or named
    if found is None:
        # "Ninety of us will be out of work", "900 people joined Monday's drivers' march".
        far = item.event == "join" or lower[figure.last : figure.last + 2] == ["of", "us"]
        found = _beside(item, lower, measures, _REACH if far else 6, 2 if item.event else 3)
    if found is None and not item.noun and lower[left_of(figure) - 1] in _LEVEL:
        found = _put_at(item, lower, measures)
    return None if found is None else _joined(found, item, lower, measures)


def _in_two_words(item: Profile, lower: list[str], measures: Measures) -> Measure | None:
    """The measure that two words behind name: "a handful of residents turned out"."""
    last = item.figure.last
    # "30,000 homes in the county were without power"
    near = _REACH if item.event in _STATES else _NEAR
    for place in range(last, min(last + near, len(lower) - 1)):
        if lower[place] in measures.openers:
            pair = f"{lower[place]} {lower[place + 1]}"
            found = _admitted(measures.by_word.get(pair, ()), item)
            if found is not None:
                return found
        if lower[place] in _STOPS:
            break
    return None


def _behind(item: Profile, lower: list[str], measures: Measures) -> Measure | None:
    """The measure that the very next word names: "two dead", "two counts"."""
    last = item.figure.last
    if last >= len(lower):
        return None
    return _admitted(measures.by_word.get(lower[last], ()), item)


def _done_to(item: Profile, lower: list[str]) -> str:
    """What a passive says was done: "12 died, and 30 others were **hurt**"; empty if none."""
    last = item.figure.last
    for place in range(last, min(last + _NEAR, len(lower) - 1)):
        if lower[place] in _PASSIVE:
            done = next((word for word in lower[place + 1 : place + 4] if word not in _BEEN), "")
            return done if done.endswith(("ed", "t", "n")) else ""
        if lower[place] in _CLAUSE_ENDS:
            break
    return ""


def _paid_for(item: Profile, lower: list[str], measures: Measures) -> Measure | None:
    """The measure of a sum far behind: "sold the mill to a firm in Lisk in May for £3m"."""
    left = left_of(item.figure)
    if item.figure.kind != "money" or lower[left - 1] not in ("for", *_LEVEL):
        return None
    return _first_named(lower[max(0, left - _FAR) : left][::-1], _STOPS, item, measures)


def _put_at(item: Profile, lower: list[str], measures: Measures) -> Measure | None:
    """The measure of what is put at a figure: "the toll from the landslide rose to 34"."""
    for word in reversed(lower[: left_of(item.figure)]):
        if word in measures.by_word:
            found = _admitted(measures.by_word[word], item)
            if found is not None:
                return found
    return None


def _in_front(item: Profile, lower: list[str], measures: Measures) -> Measure | None:
    """The measure that the word just before names: "killing two", "the deaths of two"."""
    left = left_of(item.figure)
    if left > 1 and lower[left - 2] in measures.openers:
        found = _admitted(measures.by_word.get(" ".join(lower[left - 2 : left]), ()), item)
        if found is not None:
            return found
    place = left - 2 if left > 1 and lower[left - 1] == "of" else left - 1
    if place < 0:
        return None
    return _admitted(measures.by_word.get(lower[place], ()), item)


def _joined(measure: Measure, item: Profile, lower: list[str], measures: Measures) -> Measure:
    """The measure, or the one that joins it with another where the text counts them as one.

    "A million people have been killed or wounded" is a count of casualties.
    """
    joint = measures.joint.get(measure.name)
    if joint is None:
        return measure
    last = item.figure.last
    words = lower[max(0, item.figure.first - 4) : last + _REACH]
    for left, link, right in zip(words, words[1:], words[2:], strict=False):
        if link in ("or", "and", "/"):
            pair = {one.name for word in (left, right) for one in measures.by_word.get(word, ())}
            if joint.joins <= pair and (link != "and" or _one_count(lower, last)):
                return joint
    return measure


def _one_count(lower: list[str], last: int) -> bool:
    return not any(word[:1].isdigit() for word in lower[last : last + _REACH])


def _beside(
    item: Profile, lower: list[str], measures: Measures, behind: int, ahead: int
) -> Measure | None:
    """The measure that the nearest word names: just before the figure, behind it, before it."""
    figure = item.figure
    left = left_of(figure)
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
    for place, word in enumerate(words):
        if word in measures.openers:
            found = _admitted(by_word.get(" ".join(words[place : place + 2]), ()), item)
            if found is not None:
                return found
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
