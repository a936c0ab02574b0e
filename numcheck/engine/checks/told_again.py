"""A figure told again in the same words: the same noun, the same verb and nothing new about it.

Alignment compares figures by what they measure; this check takes a second way, by the words of
the noun phrase: ``Eleven pupils were injured … the nine injured pupils``. It speaks only where
every word around the later figure has been said around the earlier one, so that no other place,
day or group can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure
from numcheck.model.interval import Interval

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What makes a later figure the earlier one.

    Attributes:
        reach: Sentences between the two at most.
        shared: Words of the later phrase that must stand beside the earlier figure, its noun
            apart.
        loose: The same, where no article points back.
        share: Words behind a share that must have been said of the earlier one, since shares
            are mostly given for several groups.
        definite: Words before a figure that point back.
        empty: Words that say nothing about what is counted.
        contrast: Words beside either figure that make it one of another group, time or place.
        vague: By what a vague word such as "dozens" may be off.
        most: Figures of a text that are compared with one another.
    """

    reach: int = 8
    shared: int = 1
    loose: int = 2
    share: int = 3
    definite: frozenset[str] = frozenset(("the", "all", "those", "these", "'s", "’s"))
    empty: frozenset[str] = frozenset(
        {
            "the", "a", "an", "of", "in", "on", "at", "by", "for", "to", "from", "with", "who",
            "that", "which", "were", "was", "are", "is", "be", "been", "being", "had", "have",
            "has", "will", "would", "could", "and", "or", "as", "it", "its", "their", "his",
            "her", "there", "all", "said", "he", "she", "they", "after", "when", "during",
            "people", "person", "do", "more", "less", "fewer", "than", "over", "under", "did",
            "not", "so", "far", "then", "into", "out", "up", "we", "i", "our", "my", "us", "you",
            "no", "least", "most", "just", "about", "some", "around", "nearly", "almost",
            "somebody", "someone", "anybody", "everybody", "everyone",
            "without", "this", "these",
        }
    )  # fmt: skip
    contrast: frozenset[str] = frozenset(
        {
            "other", "others", "another", "second", "third", "remaining", "rest", "left", "right",
            "seriously", "badly", "critically", "still", "more", "further", "next", "last",
            "previous", "earlier", "later", "first", "each", "every", "per", "average",
            "including", "among", "new", "extra", "additional", "half", "up", "youngest",
            "men", "women", "boys", "girls", "children", "now", "then", "yesterday", "today",
            "target", "goal", "hopes", "planned", "forecast", "expected", "monday", "tuesday",
            "wednesday", "thursday", "friday", "saturday", "sunday", "before", "since", "until",
            "both",
        }
    )  # fmt: skip
    vague: Decimal = Decimal(2)
    most: int = 60


_KINDS = frozenset(("count", "money", "measure", "percent", "duration"))
_BREAKS = frozenset((",", ".", ";", ":", "(", ")", "—", "–", '"', "“", "”", "!", "?"))
_STEM = 5
_WINDOW = 9
_BEFORE = 6


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Figures that come back with another value."""
    usable = [f for f in passage.figures if _usable(f)][: parameters.most]
    told: set[str] = set()
    for place, later in enumerate(usable):
        words = None
        for earlier in reversed(usable[:place]):
            if later.sentence - earlier.sentence > parameters.reach:
                break
            if earlier.sentence == later.sentence or later.id in told:
                continue
            if not _alike(earlier, later):
                continue
            words = words or _around(later, passage, parameters)
            if words is None:
                break
            if not _pointed(earlier, later, words, passage, parameters):
                continue
            if _between(earlier, later, passage.figures) or _agree(earlier, later, parameters):
                break
            told.add(later.id)
            yield Flaw(
                (later, earlier),
                f"The text says {phrase(earlier)} and later {phrase(later)}.",
                "The words around the later figure have all been said of the earlier one.",
            )
            break


def _usable(figure: Figure) -> bool:
    if figure.kind not in _KINDS or figure.trend or figure.per or figure.field != "text":
        return False
    if figure.stance in ("denied", "hypothetical") or (figure.hedge or "").lower() == "up to":
        return False
    return (figure.value or Decimal(0)) > 2 or figure.bound in ("vague", "range")


def _alike(earlier: Figure, later: Figure) -> bool:
    if earlier.kind != later.kind or earlier.field != later.field:
        return False
    if earlier.kind != "count":
        return earlier.unit == later.unit
    return later.counted is not None and earlier.counted in (later.counted, None)


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands around a figure.

    Attributes:
        behind: Words of its noun phrase.
        before: Words in front of it, nearest last.
        definite: Whether an article points back.
    """

    behind: tuple[str, ...]
    before: tuple[str, ...]
    definite: bool


_LINKS = frozenset(
    (
        "of",
        "in",
        "from",
        "at",
        "on",
        "by",
        "for",
        "with",
        "without",
        "aboard",
        "near",
        "who",
        "that",
        "which",
    )
)
_AUXILIARIES = frozenset(
    ("was", "were", "is", "are", "be", "been", "had", "has", "have", "will", "would", "could")
)
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her"))
_OPENERS = frozenset(("the", "a", "an", "it", "they", "he", "she", "we"))
_PARTICIPLES = frozenset(("hurt", "lost", "sold", "built", "held", "shot", "left", "found", "sent"))


def _around(figure: Figure, passage: Passage, parameters: Parameters) -> _Words | None:
    """The noun phrase of a figure and the words before it; ``None`` where a number qualifies it."""
    lower = passage.sentence_of(figure).lower
    start = figure.first
    while start > 0 and figure.first - start < _BEFORE and lower[start - 1] not in _BREAKS:
        start -= 1
    named = _named_before(figure, lower)
    if named:
        return _Words(named[1:], (), definite=named[0] in parameters.definite)
    if "that" in lower[start : figure.first]:
        start += lower[start : figure.first].index("that")
    before = tuple(lower[start : figure.first])
    nearest = before[-1:] and before[-1]
    definite = nearest in parameters.definite or (
        len(before) > 1 and before[-2] in ("the", "all") and nearest not in parameters.empty
    )
    behind = tuple(_phrase(lower[figure.last :], figure, bool(definite)))
    if any(word[:1].isdigit() for word in behind):
        return None
    return _Words(behind, before, bool(definite))


def _named_before(figure: Figure, lower: Sequence[str]) -> tuple[str, ...]:
    """The noun phrase that an amount between commas explains: ``the likely cost, £18,500, …``."""
    around = (*lower[max(figure.first - 1, 0) : figure.first], *lower[figure.last :][:1])
    if figure.kind == "count" or around[:1] != (",",) or around[1:] not in ((",",), (".",)):
        return ()
    start = stop = figure.first - 1
    while start > 0 and stop - start < _WINDOW and lower[start - 1] not in _BREAKS:
        start -= 1
    return tuple(lower[start:stop]) if lower[start] in ("the", "its", "their") else ()


def _phrase(words: Sequence[str], figure: Figure, definite: bool) -> list[str]:
    """The words of a noun phrase: up to its noun, and the phrases that hang on it."""
    at = 0
    if figure.kind == "count":
        noun = (figure.counted or "")[:3]
        while at < min(5, len(words)) and words[at] not in _BREAKS:
            at += 1
            if noun and words[at - 1].startswith(noun):
                break
    verbs = 0
    while at < min(_WINDOW + 2, len(words)) and words[at] not in _BREAKS:
        word = words[at]
        # Without an article the verb of the sentence has to repeat as well.
        if word in _AUXILIARIES and definite and words[at - 1] not in ("who", "that", "which"):
            break
        if _acts(word):
            verbs += 1
        elif verbs == 0 and figure.kind == "count" and _is_verb(words, at):
            break
        at += 1
    return list(words[:at])


def _acts(word: str) -> bool:
    return word.endswith(("ed", "en")) or word in _PARTICIPLES


def _is_verb(words: Sequence[str], at: int) -> bool:
    """Whether a bare word behind a noun without phrases is the verb of the sentence."""
    linked = words[at] in _LINKS | _AUXILIARIES | _OPENERS or not at
    return not linked and not _LINKS & set(words[:at]) and words[at - 1] not in ("the", "a", "an")


_KIN = {
    "lost": "loss", "losing": "loss", "lose": "loss", "sold": "sale", "selling": "sale",
    "bought": "buy", "built": "build", "died": "death", "dead": "death", "die": "death",
    "fed": "feed", "held": "hold", "grown": "grow", "grew": "grow", "won": "win", "paid": "pay",
    "stolen": "steal", "stole": "steal", "made": "make", "fought": "fight", "taught": "teach",
}  # fmt: skip


def _stem(word: str) -> str:
    word = _KIN.get(word, word)
    if word.endswith("ies") and len(word) > _STEM - 1:
        word = word[:-3] + "y"
    return word[:_STEM] if len(word) > _STEM else word.rstrip("s") or word


def _forms(noun: str, words: Sequence[str]) -> set[str]:
    """The stems of a noun and of its plural, where that stands among the words."""
    plural = (word for word in words if word.startswith(noun) and len(word) <= len(noun) + 2)
    return {_stem(noun), *(_stem(word) for word in plural)}


def _pointed(
    earlier: Figure, later: Figure, words: _Words, passage: Passage, parameters: Parameters
) -> bool:
    """Whether all that is said of the later figure has been said of the earlier one."""
    lower = passage.sentence_of(earlier).lower
    near = lower[max(earlier.first - 12, 0) : earlier.last + 14]
    said = {_stem(word) for word in near}
    noun = _forms(later.counted, [*near, *words.behind]) if later.counted else set()
    if later.kind == "count" and not noun & said:
        return False
    phrase_ = _without_verb(words, said, later, parameters)
    if parameters.contrast & {w for w in phrase_ if _stem(w) not in said}:
        return False
    beside = set(lower[max(earlier.first - 2, 0) : earlier.first]) - set(words.before)
    if parameters.contrast & (beside - parameters.empty):
        return False
    behind = _content(phrase_, parameters)
    before = _content(words.before, parameters)
    if behind - said - noun:
        return False
    shared = (behind & said) - noun
    if later.kind == "percent" and len(shared) < parameters.share:
        return False
    if words.definite:
        owner = _content(words.before[-3:], parameters) if "'s" in words.before[-1:] else set()
        if owner - said:
            return False
        shared = shared | owner
        needed = parameters.shared + (later.kind != "count" and not _swapped(earlier, later))
        return len(shared) >= needed
    if before - said or _at_another_time(earlier, later, passage):
        return False
    shared |= (before & said) - noun
    loose = earlier.bound != "exact" and (later.bound != "exact" or earlier.bound == "vague")
    fewer = loose or _swapped(earlier, later)
    return len(shared) >= (parameters.shared if fewer else parameters.loose)


def _at_another_time(earlier: Figure, later: Figure, passage: Passage) -> bool:
    """Whether the later sentence has a date that the earlier one does not have."""
    times = [
        {f.text.lower() for f in passage.by_sentence.get(figure.sentence, ()) if f.kind == "date"}
        for figure in (earlier, later)
    ]
    return not times[1] <= times[0]


def _swapped(earlier: Figure, later: Figure) -> bool:
    """Whether the later value has the earlier one's digits in another order, or other noughts."""
    digits = [_digits(figure) for figure in (earlier, later)]
    return len(set(digits[0])) > 1 and sorted(digits[0]) == sorted(digits[1])


def _digits(figure: Figure) -> str:
    value = figure.value
    return "" if value is None else "".join(map(str, value.as_tuple().digits)).strip("0")


def _without_verb(
    around: _Words, said: set[str], figure: Figure, parameters: Parameters
) -> Sequence[str]:
    """The phrase up to a bare word of its own: the verb of the sentence ("... pupils cried")."""
    words = around.behind
    noun = (figure.counted or "")[:3]
    reached = figure.kind != "count"
    for at, word in enumerate(words):
        bare = at > 0 and words[at - 1] not in _LINKS | _DETERMINERS
        acted = not around.definite and any(_acts(earlier) for earlier in words[1:at])
        if (
            reached
            and bare
            and not acted
            and word not in parameters.empty
            and _stem(word) not in said
        ):
            return words[:at]
        reached = reached or (bool(noun) and word.startswith(noun))
    return words


def _content(words: Sequence[str], parameters: Parameters) -> set[str]:
    return {_stem(w) for w in words if w.isalpha() and w not in parameters.empty}


def _between(earlier: Figure, later: Figure, figures: Sequence[Figure]) -> bool:
    """Whether the later value was told before, or is what a figure in between leaves."""
    inside = [f for f in figures if f.id not in (earlier.id, later.id) and f.start < later.start]
    for other in inside:
        if other.value is None or other.kind != later.kind or other.unit != later.unit:
            continue
        if other.value == later.value:
            return True
        if earlier.value is not None and later.value is not None and (
            abs(earlier.value - other.value) == later.value
            or earlier.value + other.value == later.value
        ):  # fmt: skip
            return True
    return False


def _agree(earlier: Figure, later: Figure, parameters: Parameters) -> bool:
    one, other = _reading(earlier, parameters), _reading(later, parameters)
    return one.intersects(other)


def _reading(figure: Figure, parameters: Parameters) -> Interval:
    if figure.bound == "vague" and figure.low is not None and figure.high is not None:
        return Interval(figure.low / parameters.vague, figure.high * parameters.vague)
    return Interval.from_figure(figure, "lenient")
