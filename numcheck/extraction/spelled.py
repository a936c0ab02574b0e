"""Figures that begin with a word: cardinals, ordinals, fractions, multipliers, vague words."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.money import currency_after
from numcheck.extraction.numerals import number_words
from numcheck.extraction.quantities import attach_unit, read_quantity
from numcheck.model import Sentence

__all__ = ["read_spelled"]

_ARTICLES: Final = frozenset(("a", "an"))
_NOUN_READINGS: Final = frozenset("nNjeg")
_SUPERLATIVE_ENDINGS: Final = ("est", "most")
_RANK_BEFORE: Final = frozenset(("ranked", "finished", "placed", "came", "finishing", "coming", "ranks", "seeded", "qualified", "finishes"))
_AFTER_FRACTION: Final = frozenset(("of", "the", "a", "an", "in", ",", ".", "off", "more", "less", "higher", "lower", "to", "from", "by", "on", "and", "that", "were", "are", "was", "is", "said", "have", "had", "its", "their", "his", "our", "all", "as", "those", "these", "since", ")", ";", "or", "between", "each", "what", "again", "-"))
_AFTER_MULTIPLE: Final = frozenset(("the", "that", "its", "their", "what", "last", "previous", "his", "her", "this", "those", "as", "those", "our", "your", "usual", "from", "in", "to", "since", "over", ",", "."))
_AFTER_TIMES: Final = frozenset(("as", "more", "the", "higher", "larger", "bigger", "greater", "its", "that", "what", "than", "over", "faster", "less", "fewer", "longer", "likelier", "lower", "their", "this", "those", "better", "stronger", "cheaper", "smaller", "heavier", "richer", "worse", "his", "her", "last", "normal", "average", "earnings", "book"))
_NOT_BEFORE_ONE: Final = frozenset(("no", "the", "this", "that", "any", "every", "each", "which", "another", "some", "first", "last", "next", "right", "wrong", "only_", "many", "day", "number", "square", "formula", "loved", "little", "new", "old", "good", "bad", "big", "a"))


@cache
def _one_stops() -> frozenset[str]:
    """Words behind "one" that show it to be a pronoun or part of a phrase."""
    return frozenset(vocabulary.lines("pronoun_one"))


def read_spelled(sentence: Sentence, i: int, done: int) -> Draft | None:
    """The figure that the word at ``i`` begins or carries; ``None`` where it is only a word."""
    kind, value = number_words()[sentence.lower[i]]
    if kind == "ordinal":
        return _ordinal(sentence, i, done, int(value))
    if kind == "multiple":
        return _multiple(sentence, i, Decimal(value))
    if kind == "fraction":
        return _fraction(sentence, i, done)
    if kind in ("scale", "hundred"):
        return _scale(sentence, i, done)
    if kind == "vague":
        return _vague(sentence, i, done)
    if sentence.lower[i] == "one" and _is_pronoun(sentence, i):
        return None
    return _cardinal(sentence, i)


def _cardinal(sentence: Sentence, i: int) -> Draft | None:
    words, lower, size = sentence.words, sentence.lower, len(sentence.lower)
    before = lower[i - 1] if i > 0 else ""
    if i > 0 and words[i - 1] in ("Big", "Final", "Group") and words[i][0].isupper():
        return Draft(sentence, i, i + 1, "identifier")
    if before in ("bottom", "top") and not _noun_follows(sentence, i + 1):
        return Draft(sentence, i, i + 1, "rank")
    if before in ("number", "no", "chapter", "phase", "formula", "channel", "bbc", "radio", "level", "tier") and lower[i - 2 : i - 1] != ["the"]:
        return Draft(sentence, i, i + 1, "rank" if before in ("number", "no") else "identifier")
    if i + 1 < size and lower[i + 1] == "-" and sentence.glued(i + 1) and i + 2 < size:
        joined = lower[i + 2]
        if joined in ("figure", "figures", "digit", "digits"):
            return _figures(sentence, i)
        if joined in ("way", "off", "time", "liner", "piece_", "sided", "fold") and joined != "fold" or (
            sentence.lower[i] == "one"
            and joined not in _one_units()
            and currency_after(sentence, i + 2) is None
        ):
            return None
        if ordinal_end(sentence, i) is not None:
            return ordinal_end(sentence, i)
    if before == "-" and i > 1 and sentence.glued(i) and sentence.glued(i - 1) and words[i - 2].isalpha() and lower[i - 2] in ("all", "twenty", "one", "catch", "forty", "two"):
        return None
    draft = read_quantity(sentence, i)
    if draft is None:
        return None
    return _times(draft)


def _noun_follows(sentence: Sentence, i: int) -> bool:
    if i >= len(sentence.lower) or not sentence.lower[i][0].isalpha():
        return False
    return lookup(sentence.lower[i]).usual in _NOUN_READINGS


def ordinal_end(sentence: Sentence, i: int) -> Draft | None:
    """``twenty-first``."""
    lower = sentence.lower
    kind, value = number_words()[lower[i]]
    if kind != "ten" or i + 2 >= len(lower):
        return None
    unit = number_words().get(lower[i + 2])
    if unit is None or unit[0] != "ordinal" or int(unit[1]) > 9:
        return None
    return _done(sentence, i, i + 3, "ordinal", Decimal(value) + Decimal(unit[1]))


@cache
def _one_units() -> frozenset[str]:
    return frozenset(
        word.rstrip("+").lower()
        for _, kind, surfaces in vocabulary.table("units", 3)
        for word in surfaces.split("|")
        if kind in ("measure", "duration", "percent")
    ) | {"third", "fifth", "quarter", "half", "sixth", "eighth", "tenth", "fourth", "fold"}


def _times(draft: Draft) -> Draft:
    """``three times as many`` is a multiplier, ``three times this season`` a count."""
    sentence, at = draft.sentence, draft.last
    lower, size = sentence.lower, len(sentence.lower)
    if draft.kind != "count" or at >= size:
        return draft
    if lower[at] == "times" and at + 1 < size and lower[at + 1] in _AFTER_TIMES:
        draft.kind, draft.counted = "multiplier", "time"
    elif lower[at] in ("-", "fold") and "fold" in lower[at : at + 2]:
        draft.kind = "multiplier"
        draft.last = at + 1 if lower[at] == "fold" else at + 2
        draft.end = sentence.ends[draft.last - 1]
    return draft


def _figures(sentence: Sentence, i: int) -> Draft:
    """``a six-figure sum``: a number of so many digits."""
    digits = int(number_words()[sentence.lower[i]][1])
    draft = Draft(sentence, i, i + 3, "count")
    draft.low = Decimal(10) ** (digits - 1)
    draft.high = Decimal(10) ** digits - 1
    draft.bound, draft.resolution = "vague", draft.low
    return draft


def _is_pronoun(sentence: Sentence, i: int) -> bool:
    """Whether "one" is a pronoun: it counts only what directly follows it."""
    lower, size = sentence.lower, len(sentence.lower)
    before = lower[i - 1] if i > 0 else ""
    following = lower[i + 1] if i + 1 < size else ""
    found = number_words().get(following)
    if found is not None and found[0] in ("scale", "hundred"):
        return False
    if following in ("-", "and", "in", "out"):
        return following == "in" or not (following == "-" or lower[i + 2 : i + 3] == ["a"])
    if following == "of" and lower[i + 2 : i + 3] in (["the"], ["its"], ["his"], ["her"], ["their"], ["our"], ["my"]):
        return False
    if before in _NOT_BEFORE_ONE or before in ("’", "'s", "’s") or following in _one_stops():
        return True
    if not following or not following[0].isalpha():
        return following not in ("%",)
    if sentence.words[i + 1][0].isupper():
        return False
    return lookup(following).usual not in _NOUN_READINGS


def _scale(sentence: Sentence, i: int, done: int) -> Draft | None:
    """``a million``, ``a few hundred``, ``several thousand``; a scale word alone is none."""
    lower = sentence.lower
    begin = i
    if i - 1 >= done and lower[i - 1] in ("several", "few", "many"):
        begin = i - 1
    elif i - 1 >= done and lower[i - 1] in _ARTICLES:
        begin = i - 1
    elif i - 2 >= done and lower[i - 1] in ("-",) and lower[i - 2] in _ARTICLES:
        return None
    if begin == i:
        return None
    found = read_quantity(sentence, begin)
    if begin > done and found is not None and lower[begin - 1] in _ARTICLES and lower[begin] == "few":
        found.first = found.left = begin - 1
        found.start = sentence.starts[begin - 1]
    return found


def _vague(sentence: Sentence, i: int, done: int) -> Draft | None:
    lower = sentence.lower
    word = lower[i]
    before = lower[i - 1] if i > 0 else ""
    if word in ("handful", "couple", "number"):
        if before in ("a", "any", "“", '"') and lower[i + 1 : i + 2] == ["of"]:
            begin = i - 1 if before == "a" and i - 1 >= done and word != "number" else i
            return read_quantity(sentence, begin)
        return None
    if before in ("the", "-") and word in ("tens", "scores", "hundreds"):
        return None
    return read_quantity(sentence, i)


def _fraction(sentence: Sentence, i: int, done: int) -> Draft | None:
    """``half of``, ``a third of``, ``a quarter``, ``half a million``; not ``the first half``."""
    lower, size = sentence.lower, len(sentence.lower)
    word = lower[i]
    following = lower[i + 1] if i + 1 < size else ""
    before = lower[i - 1] if i > 0 else ""
    article = before in _ARTICLES and i - 1 >= done
    if word not in ("half", "quarter"):
        return None
    if before == "-" or number_words().get(before, ("",))[0] == "ordinal" or before in ("this", "last", "that", "next", "other", "final", "opening", "each", "per", "fiscal"):
        return None
    if word == "quarter":
        if following in ("million", "billion"):
            return _scaled_quarter(sentence, i, i - 1 if article else i)
        if not article or following not in ("of", "off", "more", "less", "-", "century"):
            return None
        if following == "-" and lower[i + 2 : i + 3] not in (["century"], ["mile"], ["million"], ["point"]):
            return None
        draft = read_quantity(sentence, i - 1)
        return _share(draft)
    if following == "-" and lower[i + 2 : i + 3] in (["time"], ["brother"], ["sister"], ["way"], ["term"], ["hearted"], ["back"], ["baked"], ["yearly"]):
        return None
    if following in ("hour", "hours") or following == "-" and i + 2 < size:
        return _half_unit(sentence, i, i - 1 if article else i)
    if following not in _AFTER_FRACTION and number_words().get(following, ("",))[0] not in ("scale", "hundred"):
        return None
    if before in ("the", "second", "in", "and") and following != "of" and before != "and":
        return None
    if following in ("an", "a") and i + 2 < size:
        unit = _half_unit(sentence, i, i)
        if unit is not None:
            return unit
    return _share(read_quantity(sentence, i))


def _scaled_quarter(sentence: Sentence, i: int, first: int) -> Draft:
    """``a quarter million``."""
    scale = Decimal(number_words()[sentence.lower[i + 1]][1])
    draft = Draft(sentence, first, i + 2, "count")
    draft.value = scale / 4
    draft.resolution = scale / 20
    attach_unit(draft)
    return draft


def _half_unit(sentence: Sentence, i: int, first: int) -> Draft | None:
    """``half an hour``, ``a half-century``, ``half-mile``."""
    from numcheck.extraction.units import match_unit

    at = i + 1
    if sentence.lower[at] in ("-", "a", "an"):
        at += 1
    unit = match_unit(sentence, at)
    if unit is None or unit.kind == "percent":
        return _share(read_quantity(sentence, i)) if sentence.lower[i + 1] != "-" or sentence.lower[i + 2] in number_words() else None
    draft = Draft(sentence, first, unit.next, unit.kind)
    century = unit.name == "century"
    draft.unit = "year" if century else unit.name
    draft.value = Decimal(50) if century else Decimal("0.5")
    draft.resolution = Decimal(10) if century else Decimal("0.1")
    return draft


def _share(draft: Draft | None) -> Draft | None:
    """A bare fraction is a multiplier of the whole that it is a share of."""
    if draft is not None and draft.kind == "count" and draft.value is not None and draft.value < 1:
        draft.kind = "multiplier"
    return draft


def _ordinal(sentence: Sentence, i: int, done: int, value: int) -> Draft | None:
    lower, size = sentence.lower, len(sentence.lower)
    following = lower[i + 1] if i + 1 < size else ""
    before = lower[i - 1] if i > 0 else ""
    if before in _ARTICLES and value > 2 and following in _AFTER_FRACTION and following != "-":
        return _share(read_quantity(sentence, i - 1)) if i - 1 >= done else None
    if before in ("per", "split", "a", "every") and value == 2 and not following.isalpha():
        return None
    last = i + 1
    rank = before in _RANK_BEFORE
    if following == "-" and sentence.glued(i + 1) and i + 2 < size:
        rank = rank or lower[i + 2].endswith(_SUPERLATIVE_ENDINGS)
    elif following.endswith("est") and len(following) > 5:
        rank = True
    return _done(sentence, i, last, "rank" if rank else "ordinal", Decimal(value))


def _multiple(sentence: Sentence, i: int, value: Decimal) -> Draft | None:
    lower = sentence.lower
    word = lower[i]
    following = lower[i + 1] if i + 1 < len(lower) else ""
    if word in ("double", "triple", "treble", "quadruple") and following not in ("the", "that", "its", "their", "what", "last", "those", "his", "this"):
        return None
    return _done(sentence, i, i + 1, "multiplier", value)


def _done(sentence: Sentence, first: int, last: int, kind: str, value: Decimal) -> Draft:
    draft = Draft(sentence, first, last, kind)
    draft.value = value
    draft.resolution = Decimal(1)
    if kind in ("ordinal", "rank"):
        draft.low = draft.high = value
    return draft
