"""Figures that begin with a word: cardinals, ordinals, fractions, multipliers, vague words."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.calendar_words import calendar_words
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.money import currency_after
from numcheck.extraction.multiples import as_multiple, read_figures, read_multiple
from numcheck.extraction.neighbours import neighbours
from numcheck.extraction.number import number_words
from numcheck.extraction.pronouns import is_part_of_a_term, is_pronoun
from numcheck.extraction.quantities import read_quantity
from numcheck.extraction.shares import read_every, read_half_or_quarter
from numcheck.extraction.times import read_spoken_time
from numcheck.model import Sentence

__all__ = ["read_spelled"]

_ARTICLES: Final = frozenset(("a", "an"))
_BEFORE_SCALE: Final = frozenset(("several", "few", "many", "a", "an"))
_NOUN_READINGS: Final = frozenset("nNjeg")
_SUPERLATIVE_ENDINGS: Final = ("est", "most")
_CENTURIES: Final = frozenset(("seventeen", "eighteen", "nineteen", "twenty"))


def read_spelled(sentence: Sentence, i: int, done: int) -> Draft | None:
    """The figure that the word at ``i`` begins or carries; ``None`` where it is only a word.

    Args:
        sentence: The sentence.
        i: Index of a word of :func:`numcheck.extraction.number.number_words`.
        done: Index past what earlier figures took.
    """
    kind, value = number_words()[sentence.lower[i]]
    if kind == "ordinal":
        return _ordinal(sentence, i, done, int(value))
    if kind == "multiple":
        return read_multiple(sentence, i, Decimal(value))
    if kind == "fraction":
        return read_half_or_quarter(sentence, i, done)
    if kind in ("scale", "hundred"):
        return _scale(sentence, i, done)
    if kind == "vague":
        return _vague(sentence, i, done)
    numbered = i > 0 and sentence.lower[i - 1] == "number"
    if sentence.lower[i] == "one" and not numbered and is_pronoun(sentence, i):
        return None
    if sentence.lower[i] == "zero" and is_part_of_a_term(sentence.lower, i):
        return None
    return _cardinal(sentence, i)


def _cardinal(sentence: Sentence, i: int) -> Draft | None:
    lower, size = sentence.lower, len(sentence.lower)
    spoken = read_spoken_time(sentence, i)
    if spoken is not None:
        return spoken
    named = _named(sentence, i)
    if named is not None:
        return named
    if i + 2 < size and lower[i + 1] == "-" and sentence.glued(i + 1):
        figures = read_figures(sentence, i)
        if figures is not None:
            return figures
        if lower[i + 2] == lower[i] or _counts_nothing(sentence, i):
            return None
        ordinal = _compound_ordinal(sentence, i)
        if ordinal is not None:
            return ordinal
    if i > 1 and lower[i - 1] == "-" and sentence.glued(i) and sentence.glued(i - 1):
        prefix = lower[i - 2]  # all-four, fifty-fifty
        if prefix in neighbours("no_count_prefixes") or prefix == lower[i]:
            return None
    year = _year(sentence, i) if lower[i] in _CENTURIES else None
    if year is not None:
        return year
    draft = read_quantity(sentence, i)
    return None if draft is None else as_multiple(draft)


def _named(sentence: Sentence, i: int) -> Draft | None:
    """``Big Four``, ``top five``, ``number one``, ``Chapter Three``: a name or a rank."""
    if i == 0:
        return None
    words, before = sentence.words, sentence.lower[i - 1]
    if before in neighbours("capital_before_number"):
        capitals = words[i - 1][0].isupper() and words[i][0].isupper()
        return Draft(sentence, i, i + 1, "identifier") if capitals else None
    if before in ("top", "bottom"):
        return None if _noun_follows(sentence, i + 1) else _rank(sentence, i)
    the = i > 1 and sentence.lower[i - 2] == "the"
    if before in neighbours("before_rank_number") and not the:
        return _rank(sentence, i)
    if before in neighbours("before_name_number") and not the:
        return Draft(sentence, i, i + 1, "identifier")
    return None


def _rank(sentence: Sentence, i: int) -> Draft:
    return _done(sentence, i, i + 1, "rank", Decimal(number_words()[sentence.lower[i]][1]))


def _counts_nothing(sentence: Sentence, i: int) -> bool:
    """Whether a hyphen makes a word of the number (two-way, one-off), which counts nothing."""
    joined = sentence.lower[i + 2]
    if joined in neighbours("no_count_compounds"):
        return True
    bare_one = sentence.lower[i] == "one" and joined not in _one_units()
    return bare_one and currency_after(sentence, i + 2) is None


def _noun_follows(sentence: Sentence, i: int) -> bool:
    if i >= len(sentence.lower) or not sentence.lower[i][0].isalpha():
        return False
    return lookup(sentence.lower[i]).usual in _NOUN_READINGS


def _compound_ordinal(sentence: Sentence, i: int) -> Draft | None:
    """``twenty-first``."""
    lower = sentence.lower
    kind, value = number_words()[lower[i]]
    unit = number_words().get(lower[i + 2])
    if kind != "ten" or unit is None or unit[0] != "ordinal" or int(unit[1]) > 9:
        return None
    return _done(sentence, i, i + 3, "ordinal", Decimal(value) + Decimal(unit[1]))


def _year(sentence: Sentence, i: int) -> Draft | None:
    """``nineteen eighty-four``, where the words around it are those around a year."""
    lower, size = sentence.lower, len(sentence.lower)
    found = number_words().get(lower[i + 1]) if i + 1 < size else None
    if found is None or found[0] not in ("teen", "ten"):
        return None
    years, last = int(found[1]), i + 2
    if found[0] == "ten" and last + 1 < size and lower[last] == "-":
        unit = number_words().get(lower[last + 1])
        if unit is None or unit[0] != "unit":
            return None
        years, last = years + int(unit[1]), last + 2
    before = lower[i - 1] if i > 0 else ""
    ends = last >= size or lower[last] in neighbours("after_spelled_year")
    if not ends or (lower[i] == "twenty" and years > 50):
        return None
    if i > 0 and before not in calendar_words("before-year"):
        return None
    draft = Draft(sentence, i, last, "date")
    draft.iso = f"{number_words()[lower[i]][1]}{years:02d}"
    return draft


@cache
def _one_units() -> frozenset[str]:
    units = (
        word.rstrip("+").lower()
        for _, kind, surfaces in vocabulary.table("units", 3)
        for word in surfaces.split("|")
    )
    return frozenset(units) | neighbours("one_compounds")


def _scale(sentence: Sentence, i: int, done: int) -> Draft | None:
    """``a million``, ``a few hundred``, ``several thousand``; a scale word alone is none."""
    lower = sentence.lower
    if i - 1 < done or lower[i - 1] not in _BEFORE_SCALE:
        return None
    begin = i - 1
    found = read_quantity(sentence, begin)
    if (
        found is not None
        and begin > done
        and lower[begin] == "few"
        and lower[begin - 1] in _ARTICLES
    ):
        found.first = found.left = begin - 1
        found.start = sentence.starts[begin - 1]
    return found


def _vague(sentence: Sentence, i: int, done: int) -> Draft | None:
    lower = sentence.lower
    word = lower[i]
    before = lower[i - 1] if i > 0 else ""
    if word in ("handful", "couple", "number"):
        of = lower[i + 1 : i + 2] == ["of"] or (word == "handful" and before == "a")
        if of and before in ("a", "any", "“", '"'):
            begin = i - 1 if before == "a" and i - 1 >= done and word != "number" else i
            return read_quantity(sentence, begin)
        return None
    scaled = number_words().get("".join(lower[i + 2 : i + 3]), ("",))[0] == "vague"
    if before in ("the", "-") and word in ("tens", "scores", "hundreds") and not scaled:
        return None
    if i > 0 and sentence.words[i][0].isupper() and sentence.words[i - 1][0].isupper():
        return None  # Mega Millions
    return read_quantity(sentence, i)


def _ordinal(sentence: Sentence, i: int, done: int, value: int) -> Draft | None:
    lower, size = sentence.lower, len(sentence.lower)
    following = lower[i + 1] if i + 1 < size else ""
    before = lower[i - 1] if i > 0 else ""
    share = before in _ARTICLES and value > 2 and following != "-"
    if share and following in neighbours("after_fraction"):
        return read_quantity(sentence, i - 1) if i - 1 >= done else None
    if value == 2 and before in ("per", "split"):
        return None
    if value == 2 and before in ("a", "every") and not following.isalpha():
        return None
    every = read_every(sentence, i, value) if i - 1 >= done else None
    if every is not None:
        return every
    rank = before in neighbours("before_rank")
    if following == "-" and sentence.glued(i + 1) and i + 2 < size:
        rank = rank or lower[i + 2].endswith(_SUPERLATIVE_ENDINGS)
    elif following.endswith("est") and len(following) > 5:
        rank = True
    return _done(sentence, i, i + 1, "rank" if rank else "ordinal", Decimal(value))


def _done(sentence: Sentence, first: int, last: int, kind: str, value: Decimal) -> Draft:
    draft = Draft(sentence, first, last, kind)
    draft.value = value
    draft.resolution = Decimal(1)
    if kind in ("ordinal", "rank"):
        draft.low = draft.high = value
    return draft
