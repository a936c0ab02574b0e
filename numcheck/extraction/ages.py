"""Ages: ``a 25-year-old``, ``aged 34``, ``Keller, 34,``, ``in her 40s``, ``under-25s``."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.draft import Draft
from numcheck.extraction.quantities import stretch
from numcheck.model import Sentence

__all__ = ["read_age", "read_age_group"]

_DASHES: Final = frozenset(("-", "–", "‑"))
_OLDEST: Final = 122
_YOUNGEST_IN_COMMAS: Final = 1
_DYING: Final = frozenset(("dead", "died", "dies", "dying", "death", "dying"))
_OWNERS: Final = frozenset(("his", "her", "their", "my", "our", "your", "its", "my"))


@cache
def _after_comma() -> frozenset[str]:
    """Words that may follow ``Name, 34`` without a second comma."""
    return frozenset((",", ")", ".", ";", "and", "of", "from", "who", "was", "has", "is", "had", "’s", "'s", "said", "told", "whose"))


@cache
def _not_names() -> frozenset[str]:
    return frozenset(vocabulary.lines("not_person"))


def read_age(draft: Draft) -> bool:
    """Turn a count or duration into an age where its words say so."""
    sentence, first, last = draft.sentence, draft.first, draft.last
    lower, size = sentence.lower, len(sentence.lower)
    if draft.kind == "duration":
        at = last
        while at < size and lower[at] in _DASHES:
            at += 1
        word = lower[at] if at < size else ""
        if word in ("old", "olds") and draft.unit in ("year", "month", "week", "day"):
            if at > last and sentence.glued(at) or at == last:
                draft.kind = "age"
                stretch(draft, at + 1)
                return True
        if word == "of" and lower[at + 1 : at + 2] == ["age"]:
            draft.kind = "age"
            stretch(draft, at + 2)
            return True
        return False
    if draft.kind != "count" or (draft.value is None and draft.bound != "range"):
        return False
    before = lower[draft.left - 1] if draft.left > 0 else ""
    two_before = lower[draft.left - 2] if draft.left > 1 else ""
    top = draft.value if draft.value is not None else draft.high
    if top is None or not 0 <= top <= _OLDEST or draft.resolution != 1:
        return False
    if before == "aged" or before in ("age", "ages") or (
        before == "of" and two_before == "age"
    ) or (before == "at" and two_before == "aged") or (before == "between" and two_before in ("aged", "ages")):
        return _become(draft)
    if before in ("turned", "turning", "turns") and _closes(sentence, last):
        return _become(draft)
    if before == "at" and two_before in _DYING and _closes(sentence, last):
        return _become(draft)
    if before in ("is", "was", "be", "’m", "'m", "’s", "'s", "were") and _person_before(sentence, draft.left - 1):
        if _closes(sentence, last) or lower[last : last + 1] in (["when"], ["at"], ["by"]):
            return _become(draft)
    if _in_commas(draft):
        return _become(draft)
    return False


def _become(draft: Draft) -> bool:
    draft.kind, draft.unit = "age", "year"
    return True


def _person_before(sentence: Sentence, at: int) -> bool:
    """Whether a personal pronoun stands before the verb at ``at``, over an auxiliary or adverb."""
    lower = sentence.lower
    for k in range(at - 1, max(-1, at - 4), -1):
        if lower[k] in ("he", "she", "i", "who"):
            return True
        if lower[k] not in ("will", "would", "only", "just", "now", "still", "ll", "’ll"):
            return False
    return False


def _closes(sentence: Sentence, last: int) -> bool:
    return last >= len(sentence.lower) or sentence.lower[last] in (".", ",", ";", "in", "on", "this", "last", "next", ")", "and")


def _in_commas(draft: Draft) -> bool:
    """``Maria Keller, 34, said``: a name, a comma or bracket, bare digits, and a closing mark."""
    sentence, first, last = draft.sentence, draft.first, draft.last
    words, lower, size = sentence.words, sentence.lower, len(sentence.words)
    if draft.left != first or first < 2 or lower[first - 1] not in (",", "(") or not words[first].isdecimal():
        return False
    if not (last >= size or lower[last] in _after_comma()):
        return False
    if lower[first - 1] == "(" and lower[last : last + 1] != [")"]:
        return False
    name = first - 2
    if words[name] in ")”\"":
        return False
    if words[name] in (".",):
        name -= 1
        if lower[name] not in ("jr", "sr"):
            return False
    if not words[name][0].isupper() or words[name].isupper() and len(words[name]) < 3:
        return False
    if lower[name] in _not_names() or (draft.value is not None and draft.value < _YOUNGEST_IN_COMMAS):
        return False
    # "Ohio, 34 ..." has one capital word too; a person mostly has two, or the comma is paired.
    paired = last < size and lower[last] in (",", ")")
    two = name > 0 and words[name - 1][0].isupper() and words[name - 1][-1:].isalpha()
    return (two and (paired or lower[last : last + 1] in ([], ["."], ["and"], ["of"], [";"]))) or (
        paired and lower[last + 1 : last + 2] not in (["0"],) and not words[last + 1 : last + 2][0:1] == [","]
        and not (last + 1 < size and words[last + 1][0].isdecimal())
    )


def read_age_group(sentence: Sentence, i: int) -> Draft | None:
    """``in her 40s``, ``mid-20s``, ``the under-25s``, ``over-65s``."""
    words, lower, size = sentence.words, sentence.lower, len(sentence.words)
    if i + 1 >= size or lower[i + 1] != "s" or not sentence.glued(i + 1) or not words[i].isdecimal():
        return None
    number = int(words[i])
    if number > _OLDEST:
        return None
    dashed = i > 1 and words[i - 1] in _DASHES and sentence.glued(i)
    prefix = lower[i - 2] if dashed else (lower[i - 1] if i > 0 else "")
    draft = Draft(sentence, i, i + 2, "age")
    draft.unit, draft.resolution = "year", Decimal(1)
    if prefix in ("under", "over") and number % 10 in (0, 1, 5, 6, 8):
        draft.value = Decimal(number)
        draft.bound = "less_than" if prefix == "under" else "more_than"
        draft.hedge = prefix
        draft.left = i - 2 if dashed else i - 1
        if prefix == "under":
            draft.high, draft.high_open = draft.value, True
        else:
            draft.low, draft.low_open = draft.value, True
        return draft
    if number % 10 or not number:
        return None
    thirds = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
    spread = thirds.get(prefix)
    owner_at = (i - 3 if dashed else i - 2) if spread else i - 1
    owner = lower[owner_at] if owner_at >= 0 else ""
    if owner not in _OWNERS:
        return None
    low, high = spread or (0, 9)
    draft.low, draft.high, draft.bound = Decimal(number + low), Decimal(number + high), "range"
    if spread:
        draft.hedge = prefix
    return draft
