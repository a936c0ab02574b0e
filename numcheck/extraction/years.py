"""Years and decades: ``2022``, ``the 1990s``, ``’90s``, ``since ’91``."""

from __future__ import annotations

from numcheck.extraction.calendar_words import calendar_words, date_draft, year_at
from numcheck.extraction.draft import Draft
from numcheck.model import Sentence

__all__ = ["read_year"]

_DASHES = frozenset(("-", "–", "—", "‑", "−"))
_LATEST_SHORT = 30  # ’24 is 2024, ’68 is 1968


def _is_short_year(sentence: Sentence, i: int) -> bool:
    """``since ’91``, ``the class of ’68``: two digits behind an apostrophe that opens no quote."""
    words, lower = sentence.words, sentence.lower
    if i < 2 or len(words[i]) != 2 or not words[i].isdecimal() or words[i - 1] not in ("'", "’"):
        return False
    if not sentence.glued(i) or sentence.glued(i - 1):
        return False
    closed = i + 1 < len(words) and words[i + 1] in ("'", "’")
    if closed or (lower[i - 2] == "of" and lower[max(0, i - 3) : i - 2] != ["class"]):
        return False
    return lower[i - 2] == "of" or lower[i - 2] in calendar_words("before-year")


def read_year(sentence: Sentence, i: int) -> Draft | None:
    """A year, decade or season at ``i``: ``2022``, ``the 1990s``, ``mid-1990s``, ``’90s``."""
    words, lower, size = sentence.words, sentence.lower, len(sentence.words)
    word = words[i]
    following = lower[i + 1] if i + 1 < size else ""
    glued = bool(following) and sentence.glued(i + 1)
    if following in ("s", "'s", "’s") and glued and word.isdecimal():
        if len(word) == 4 and year_at(sentence, i):
            if word[3] == "0" and following != "'s":
                return date_draft(sentence, i, i + 2, word[:3] + "X")
            return date_draft(sentence, i, i + 1, word)
        old = i > 0 and lower[i - 1] in ("'", "’", "‘") and sentence.glued(i)
        if len(word) == 2 and word[1] == "0" and following == "s" and old:
            return date_draft(sentence, i - 1, i + 2, f"19{word[0]}X")
        return None
    if _is_short_year(sentence, i):
        century = 19 if int(word) > _LATEST_SHORT else 20
        return date_draft(sentence, i - 1, i + 1, f"{century}{word}")
    year = year_at(sentence, i)
    if not year and len(word) == 4 and word.isdecimal() and word[:2] == "21" and i > 0:
        year = int(word) if lower[i - 1] in ("by", "until", "before", "year") else 0
    if not year or (
        i > 0
        and sentence.glued(i)
        and words[i - 1] not in _DASHES
        and words[i - 1] not in "(‘'“\"[/"
    ):
        return None
    if glued and following.isalpha():
        return None
    return date_draft(sentence, i, i + 1, f"{year}")
