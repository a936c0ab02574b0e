"""One pass over a sentence: every word that may begin a figure is read as what it is."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.addresses import read_address, read_post_code, read_telephone
from numcheck.extraction.ages import read_age, share_ages
from numcheck.extraction.calendar_words import calendar_words, month_at
from numcheck.extraction.converted import share_bounds
from numcheck.extraction.dates import read_date, read_month_date
from numcheck.extraction.digits import VULGAR
from numcheck.extraction.draft import Draft
from numcheck.extraction.hedges import read_hedges
from numcheck.extraction.inherited import inherit_units
from numcheck.extraction.models import read_model
from numcheck.extraction.money import currency_before
from numcheck.extraction.multiples import as_multiple, read_figures
from numcheck.extraction.neighbours import neighbours
from numcheck.extraction.number import number_words
from numcheck.extraction.quantities import read_quantity
from numcheck.extraction.ranges import read_on
from numcheck.extraction.rejects import (
    read_code,
    read_glued_identifier,
    read_named_identifier,
)
from numcheck.extraction.scores import read_score, read_spoken_score
from numcheck.extraction.shares import read_ratio
from numcheck.extraction.spelled import read_spelled
from numcheck.extraction.tens import read_tens
from numcheck.extraction.times import read_time
from numcheck.extraction.trends import read_trend, share_trends
from numcheck.extraction.years import read_year
from numcheck.model import Sentence

__all__ = ["candidate_words", "read_sentence"]

_ORDINAL_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))
_SCORE_MARKS: Final = frozenset(("-", "–", "/", "‑", "−", ":"))
_NO_QUANTITY: Final = frozenset(("identifier", "score", "rank", "ordinal", "time", "date"))
_NO_INTERVAL: Final = frozenset(("identifier", "score", "time", "date"))
_NOUN_ENDINGS_NOT_PLURAL: Final = ("ss", "us", "is")
_LONGEST_ORDINAL = 12


@cache
def candidate_words() -> frozenset[str]:
    """Every word that may begin or be a figure, besides digits."""
    months = frozenset(calendar_words("month")) | frozenset(calendar_words("weak"))
    return frozenset(number_words()) | months


def read_sentence(sentence: Sentence) -> list[Draft]:
    """The figures of a sentence, in order, with number, unit, kind, bound and trend."""
    words = candidate_words()
    drafts: list[Draft] = []
    done = 0
    for i, word in enumerate(sentence.lower):
        if i < done:
            continue
        head = word[0]
        if head.isdecimal():
            found = _from_digits(sentence, i)
        elif word in words:
            found = _from_word(sentence, i, done)
        elif head in VULGAR:
            found = read_quantity(sentence, i)
        else:
            continue
        if found is not None:
            done = _take(found, drafts, done)
    for k, draft in enumerate(drafts):
        _finish(draft, drafts[k - 1].last if k else 0)
    if len(drafts) > 1:
        inherit_units(drafts)
        _share_scores(drafts)
        share_ages(drafts)
        share_trends(drafts)
        share_bounds(drafts)
    return drafts


def _take(draft: Draft, drafts: list[Draft], done: int) -> int:
    """Add a draft, with the second figure of its range or pair, and say where to read on."""
    if draft.first < done:
        draft.first = done
        draft.start = draft.sentence.starts[done]
    drafts.append(draft)
    return draft.last if draft.kind in _NO_QUANTITY else read_on(draft, drafts)


def _from_digits(sentence: Sentence, i: int) -> Draft | None:
    words = sentence.words
    if i > 0 and words[i - 1] == "." and sentence.glued(i) and not sentence.glued(i - 1):
        return read_quantity(sentence, i - 1)
    before = i > 0 and sentence.glued(i)
    after = i + 1 < len(words) and sentence.glued(i + 1)
    found = None
    if before or after or words[i].count(".") > 1:
        found = _from_glued(sentence, i, before, after)
    found = found or read_time(sentence, i) or read_date(sentence, i)
    if found is None and (len(words[i]) >= 3 or (i > 0 and words[i - 1] == "+")):
        found = read_code(sentence, i) or read_telephone(sentence, i) or read_post_code(sentence, i)
    return (
        found
        or (read_named_identifier(sentence, i) if i > 0 else None)
        or read_address(sentence, i)
        or read_model(sentence, i)
        or read_spoken_score(sentence, i)
        or read_ratio(sentence, i)
        or _quantity_or_year(sentence, i)
    )


def _from_glued(sentence: Sentence, i: int, before: bool, after: bool) -> Draft | None:
    """What digits that touch a word or sign can be, besides a quantity."""
    following = sentence.lower[i + 1] if after else ""
    if following in _ORDINAL_ENDINGS:
        ordinal = _ordinal(sentence, i)
        if ordinal is not None or following != "st":
            return ordinal
    if following == "s":
        group = read_tens(sentence, i) or read_year(sentence, i)
        return group or read_glued_identifier(sentence, i)
    if before:
        letters = sentence.words[i - 1][0].isalpha()
        if not (letters and currency_before(sentence, i) is not None):
            found = read_glued_identifier(sentence, i)
            if found is not None:
                return found
    elif after and (following[0].isalpha() or following in "/.-"):
        found = read_glued_identifier(sentence, i)
        if found is not None:
            return found
    if sentence.words[i].count(".") > 1:
        return read_date(sentence, i) or read_glued_identifier(sentence, i)
    if following not in _SCORE_MARKS:
        return None
    figures = read_figures(sentence, i) if len(sentence.words[i]) < 3 else None
    if figures is not None:
        return figures
    return read_date(sentence, i) or read_time(sentence, i) or read_score(sentence, i)


def _ordinal(sentence: Sentence, i: int) -> Draft | None:
    dated = read_date(sentence, i)
    if dated is not None:
        return dated
    digits = sentence.words[i].replace(",", "")
    if not digits.isdecimal() or len(digits) > _LONGEST_ORDINAL:
        return None
    if sentence.lower[i + 1] == "st" and (digits[-1] != "1" or digits[-2:] == "11"):
        return None  # 10st is ten stone
    draft = Draft(sentence, i, i + 2, "ordinal")
    draft.value = draft.low = draft.high = Decimal(digits)
    draft.resolution = Decimal(1)
    return draft


def _quantity_or_year(sentence: Sentence, i: int) -> Draft | None:
    quantity = read_quantity(sentence, i)
    if quantity is not None and quantity.kind == "count":
        as_multiple(quantity)
    word = sentence.words[i]
    if len(word) not in (2, 4) or not word.isdecimal():
        return quantity
    if quantity is not None and (quantity.kind != "count" or quantity.last > i + 1):
        return quantity
    year = read_year(sentence, i)
    return quantity if year is None or _counts(sentence, i) else year


def _counts(sentence: Sentence, i: int) -> bool:
    """Whether a bare number that could be a year counts the plural noun behind it."""
    lower, size = sentence.lower, len(sentence.lower)
    before = lower[i - 1] if i > 0 else ""
    following = lower[i + 1] if i + 1 < size else ""
    if not following.isalpha() or sentence.words[i + 1][0].isupper():
        return False
    plural = following.endswith("s") and not following.endswith(_NOUN_ENDINGS_NOT_PLURAL)
    if not (plural and len(following) > 3) and following not in _nouns("crowd_words"):
        return False
    if before in neighbours("before_counted_year"):
        return True
    if following in _nouns("year_nouns"):
        return False
    return before not in calendar_words("before-year") and (
        before not in neighbours("before_plural_year")
    )


@cache
def _nouns(name: str) -> frozenset[str]:
    return frozenset(vocabulary.lines(name))


def _from_word(sentence: Sentence, i: int, done: int) -> Draft | None:
    if month_at(sentence, i):
        return read_month_date(sentence, i)
    if sentence.lower[i] not in number_words():
        return None
    return read_ratio(sentence, i) or read_spelled(sentence, i, done)


def _finish(draft: Draft, floor: int) -> None:
    """Hedge, interval, age and trend of a draft whose number and unit are known."""
    kind = draft.kind
    if kind in _NO_INTERVAL:
        return
    if draft.hedge is None and kind not in ("ordinal", "rank"):
        read_hedges(draft, floor)
    elif draft.value is not None and draft.low is None and draft.high is None:
        draft.low = draft.high = draft.value
    if kind in ("count", "duration"):
        read_age(draft)
    if draft.kind != "age":
        read_trend(draft)


def _share_scores(drafts: list[Draft]) -> None:
    """A range in a row of scores is one too (``6-7, 7-6, 3-6, 6-3``)."""
    for k in range(1, len(drafts)):
        before, draft = drafts[k - 1], drafts[k]
        if before.kind != "score" or draft.kind != "count" or draft.bound != "range":
            continue
        lower = draft.sentence.lower
        if lower[before.last : draft.first] == [","] and lower[draft.first + 1] != "to":
            draft.kind, draft.low, draft.high, draft.bound = "score", None, None, "exact"
            draft.resolution = None
