"""One pass over a sentence: every word that may begin a figure is read as what it is."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.ages import read_age, read_age_group
from numcheck.extraction.dates import (
    calendar_words,
    month_at,
    read_date,
    read_month_date,
    read_year,
)
from numcheck.extraction.draft import Draft
from numcheck.extraction.hedges import read_hedges
from numcheck.extraction.numerals import number_words
from numcheck.extraction.quantities import extend_range, read_quantity
from numcheck.extraction.rejects import (
    read_address,
    read_glued_identifier,
    read_model,
    read_named_identifier,
    read_score,
    read_telephone,
)
from numcheck.extraction.spelled import read_spelled
from numcheck.extraction.times import read_time
from numcheck.extraction.trends import read_trend
from numcheck.model import Sentence

__all__ = ["candidate_words", "read_sentence"]

_VULGAR: Final = frozenset("½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_ORDINAL_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))
_JOINTS: Final = frozenset(("to", "-", "–", "—", "and", "or", "‑", "−"))
_REACH: Final = 8
_NOUN_ENDINGS_NOT_PLURAL: Final = ("ss", "us", "is")


@cache
def candidate_words() -> frozenset[str]:
    """Every word that may begin or be a figure, besides digits."""
    return (
        frozenset(number_words())
        | frozenset(calendar_words("month"))
        | frozenset(calendar_words("weak"))
    )


@cache
def _change_words() -> dict[str, str]:
    """Word that tells of a change → its way: ``up``, ``down`` or ``any``."""
    found = dict.fromkeys(vocabulary.lines("change_words"), "any")
    for forms, direction in vocabulary.table("trends", 2):
        way = {"up": "up", "down": "down", "lost": "down"}.get(direction, "any")
        found.update(dict.fromkeys(forms.split(" "), way))
    return found


def read_sentence(sentence: Sentence) -> list[Draft]:
    """The figures of a sentence, in order, with number, unit, kind, bound and trend."""
    words = candidate_words()
    lower = sentence.lower
    drafts: list[Draft] = []
    done = 0
    for i, word in enumerate(lower):
        if i < done:
            continue
        head = word[0]
        if head.isdecimal():
            found = _from_digits(sentence, i)
        elif word in words:
            found = _from_word(sentence, i, done)
        elif head in _VULGAR:
            found = read_quantity(sentence, i)
        else:
            continue
        if found is None:
            continue
        done = _take(found, drafts, done)
    for k, draft in enumerate(drafts):
        _finish(draft, drafts[k - 1].last if k else 0)
    _inherit(drafts)
    return drafts


def _take(draft: Draft, drafts: list[Draft], done: int) -> int:
    """Add a draft, with the second figure of its range or pair, and say where to read on."""
    if draft.first < done:
        draft.first = done
        draft.start = draft.sentence.starts[done]
    drafts.append(draft)
    if draft.iso is not None or draft.kind in ("identifier", "score", "rank", "ordinal", "time"):
        return draft.last
    if (
        draft.last < len(draft.sentence.lower)
        and draft.sentence.lower[draft.last] in _JOINTS
        and draft.value is not None
    ):
        between = _between(draft)
        second = extend_range(draft, between, "" if between else _pair(draft))
        if second is not None:
            drafts.append(second)
            return second.last
    return draft.last


def _between(draft: Draft) -> bool:
    lower, at = draft.sentence.lower, draft.first - 1
    return at >= 0 and (lower[at] == "between" or (at > 0 and lower[at - 1] == "between"))


def _pair(draft: Draft) -> str:
    """The way of the change that "from A to B" tells, so that A and B are two figures.

    "Rose by 5 to 20" is one too. Empty where nothing before the number tells of a change.
    """
    lower, at = draft.sentence.lower, draft.first - 1
    floor = max(-1, at - 3)
    while at > floor and lower[at] not in ("from", "by"):
        at -= 1
    begin = at if at > floor else draft.first
    by = begin < draft.first and lower[begin] == "by"
    if by and draft.unit is None:
        return ""
    for k in range(begin - 1, max(-1, begin - 1 - (_REACH if at > floor else 2)), -1):
        direction = _change_words().get(lower[k])
        if direction is not None and (at > floor or direction != "any"):
            return "any" if by else direction
    return ""


def _from_digits(sentence: Sentence, i: int) -> Draft | None:
    size = len(sentence.lower)
    if i > 0 and sentence.words[i - 1] == "." and sentence.glued(i) and not sentence.glued(i - 1):
        return read_quantity(sentence, i - 1)
    following = sentence.lower[i + 1] if i + 1 < size else ""
    glued_before = i > 0 and sentence.glued(i)
    glued_after = following != "" and sentence.glued(i + 1)
    if glued_before or glued_after or sentence.words[i].count(".") > 1:
        found = _from_glued(sentence, i, following, glued_before, glued_after)
        if found is not None:
            return found
    found = read_time(sentence, i) or read_date(sentence, i)
    if found is not None:
        return found
    if len(sentence.words[i]) >= 3 or (i > 0 and sentence.words[i - 1] == "+"):
        found = read_telephone(sentence, i)
        if found is not None:
            return found
    found = (
        (read_named_identifier(sentence, i) if i > 0 else None)
        or read_address(sentence, i)
        or read_model(sentence, i)
    )
    if found is not None:
        return found
    return _ratio(sentence, i) or _quantity_or_year(sentence, i)


def _from_glued(
    sentence: Sentence, i: int, following: str, before: bool, after: bool
) -> Draft | None:
    if after and following in _ORDINAL_ENDINGS:
        return _ordinal_digits(sentence, i)
    if after and following == "s":
        return (
            read_age_group(sentence, i)
            or read_year(sentence, i)
            or read_glued_identifier(sentence, i)
        )
    if before:
        word = sentence.words[i - 1]
        if not (word[0].isalpha() and _currency_ends(sentence, i)):
            found = read_glued_identifier(sentence, i)
            if found is not None:
                return found
    elif after and (following[0].isalpha() or following in "/."):
        found = read_glued_identifier(sentence, i)
        if found is not None:
            return found
    if not after:
        return (
            read_glued_identifier(sentence, i)
            if sentence.words[i].count(".") > 1 and read_date(sentence, i) is None
            else None
        )
    if following in ("-", "–", "/", "‑", "−", ":"):
        season = read_date(sentence, i)
        if season is not None:
            return season
        score = read_score(sentence, i)
        if score is not None and read_time(sentence, i) is None:
            return score
    return None


def _currency_ends(sentence: Sentence, i: int) -> bool:
    from numcheck.extraction.money import currency_before

    return currency_before(sentence, i) is not None


def _ordinal_digits(sentence: Sentence, i: int) -> Draft | None:
    dated = read_date(sentence, i)
    if dated is not None:
        return dated
    digits = sentence.words[i].replace(",", "")
    if not digits.isdecimal():
        return None
    draft = Draft(sentence, i, i + 2, "ordinal")
    draft.value = draft.low = draft.high = Decimal(digits)
    draft.resolution = Decimal(1)
    return draft


def _ratio(sentence: Sentence, i: int) -> Draft | None:
    """``1 in 10``, ``9 out of 10``: a share, unless the second number bears a unit or is a year."""
    lower, size = sentence.lower, len(sentence.lower)
    at = i + 1
    if at + 1 >= size:
        return None
    if lower[at] == "in":
        at += 1
    elif lower[at : at + 2] == ["out", "of"]:
        at += 2
    else:
        return None
    if lower[at : at + 1] == ["every"]:
        at += 1
    top, below = _small(sentence, i), _small(sentence, at)
    if not 0 < top < below or (below > 100 and top > 1) or below in range(1500, 2100) or top > 20:
        return None
    if month_at(sentence, at + 1) or (
        at + 1 < size
        and sentence.glued(at + 1)
        and lower[at + 1] != ","
        and lower[at + 1] not in (".", ";", ")", "”", "-")
    ):
        return None
    if at + 1 < size and lower[at + 1] in _time_units():
        return None
    draft = Draft(sentence, i, at + 1, "multiplier")
    draft.value = Decimal(top) / Decimal(below)
    draft.resolution = Decimal("0.02")
    return draft


@cache
def _time_units() -> frozenset[str]:
    return frozenset(
        surface.rstrip("+") + ending
        for name, kind, surfaces in vocabulary.table("units", 3)
        if kind == "duration"
        for surface in surfaces.split("|")
        for ending in ("", "s")
    )


def _small(sentence: Sentence, i: int) -> int:
    """The small whole number at token ``i``, or 0."""
    if i >= len(sentence.lower):
        return 0
    word = sentence.lower[i]
    if word.isdecimal() and len(word) <= 7:
        return int(word)
    found = number_words().get(word)
    return int(found[1]) if found is not None and found[0] in ("unit", "teen", "ten") else 0


def _quantity_or_year(sentence: Sentence, i: int) -> Draft | None:
    quantity = read_quantity(sentence, i)
    if len(sentence.words[i]) != 4 or not sentence.words[i].isdecimal():
        return quantity
    if quantity is not None and (quantity.kind != "count" or quantity.last > i + 1):
        return quantity
    year = read_year(sentence, i)
    if year is None or _counts(sentence, i):
        return quantity
    return year


def _counts(sentence: Sentence, i: int) -> bool:
    """Whether a bare number that could be a year counts the plural noun behind it."""
    lower, size = sentence.lower, len(sentence.lower)
    before = lower[i - 1] if i > 0 else ""
    following = lower[i + 1] if i + 1 < size else ""
    if not following.isalpha() or sentence.words[i + 1][0].isupper():
        return False
    plural = (
        following.endswith("s")
        and len(following) > 3
        and not following.endswith(_NOUN_ENDINGS_NOT_PLURAL)
    ) or following in vocabulary.lines("crowd_words")
    if not plural or following in vocabulary.lines("year_nouns"):
        return before in ("than", "least", "nearly", "almost") and following.isalpha() and plural
    return before not in calendar_words("before-year") and before not in (
        "the",
        "a",
        "its",
        "'s",
        "’s",
        "this",
        "of",
        "their",
        "his",
        "her",
    )


def _from_word(sentence: Sentence, i: int, done: int) -> Draft | None:
    month = month_at(sentence, i)
    if month:
        return read_month_date(sentence, i)
    if sentence.lower[i] not in number_words():
        return None
    return _ratio(sentence, i) or read_spelled(sentence, i, done)


def _finish(draft: Draft, floor: int) -> None:
    """Hedge, interval, age and trend of a draft whose number and unit are known."""
    if draft.iso is not None or draft.kind in ("identifier", "score", "time", "date"):
        return
    if draft.hedge is None and draft.kind not in ("ordinal", "rank"):
        read_hedges(draft, floor)
    elif draft.value is not None and draft.low is None and draft.high is None:
        draft.low = draft.high = draft.value
    if draft.kind in ("count", "duration"):
        read_age(draft)
    if draft.kind != "age":
        read_trend(draft)


def _inherit(drafts: list[Draft]) -> None:
    """Units that a later figure lends an earlier one.

    ``12, 14 and 15 per cent`` and ``280 million of the 1.5 billion shekels``: a bare number takes
    the unit of the figure that only separators, or "of the", part it from.
    """
    joined = False
    for k in range(len(drafts) - 2, -1, -1):
        draft, later = drafts[k], drafts[k + 1]
        if draft.kind != "count" or later.unit is None or later.kind in ("age", "duration"):
            continue
        lower = draft.sentence.lower
        between = lower[draft.last : later.left]
        if later.kind == "money" and not _unit_behind(later):
            continue
        if (
            between in (["of", "the"], ["of", "its"], ["of", "their"], ["of"])
            and later.kind == "money"
        ):
            draft.kind, draft.unit = later.kind, later.unit
        elif between and set(between) <= {",", "and", "or", "to", "/"} and len(between) <= 2:
            # "0.61, 95% CI": a comma joins only what an "and" or "or" goes on to join.
            joined = joined if between == [","] else True
            if joined and later.kind in ("percent", "measure") and draft.value is not None:
                draft.kind, draft.unit = later.kind, later.unit
        else:
            joined = False


def _unit_behind(draft: Draft) -> bool:
    return (
        draft.sentence.lower[draft.last - 1].isalpha()
        and draft.sentence.lower[draft.first][0].isdecimal()
    )
