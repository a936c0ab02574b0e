"""Numbers that measure nothing: identifiers, scores, ranks. They become figures of their kind."""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.dates import month_at
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.model import Sentence

__all__ = [
    "read_address",
    "read_glued_identifier",
    "read_model", "read_named_identifier", "read_score", "read_telephone"]

_DASHES: Final = frozenset(("-", "–", "‑", "−"))
_JOINERS: Final = frozenset(("-", "‑", "/", ".", "_", "(", ")", ":", "#"))
_ORDINAL_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))
_SPOKEN: Final = frozenset(("9/11", "24/7", "7/7", "7/11", "20/20", "50/50", "10/10"))
_OPENING: Final = frozenset((".", "“", '"', ":", ";", "(", "!", "?", ","))
_PREFIXES: Final = frozenset(("mid", "pre", "post", "under", "over", "sub", "minus", "early", "late", "non", "plus", "near", "and", "or", "to", "of", "x", "n", "than"))
_QUARTERS: Final = frozenset("qh")
_PHONE_DIGITS = 7
_ZIP = 5
_STREETS_FIRST: Final = frozenset(("ave", "avenue", "rue", "via", "calle", "rua"))
_JETS: Final = frozenset(("707", "717", "727", "737", "747", "757", "767", "777", "787"))


@cache
def _name_words() -> dict[str, str]:
    return dict(vocabulary.table("identifier_words", 2))  # type: ignore[arg-type]


@cache
def _score_words() -> frozenset[str]:
    return frozenset(vocabulary.lines("score_words"))


def _span(sentence: Sentence, i: int) -> tuple[int, int]:
    """First and last token of the run of glued letters, digits and joiners around token ``i``."""
    words, size = sentence.words, len(sentence.words)
    first, last = i, i + 1
    while first > 0 and sentence.glued(first) and (words[first - 1][0].isalnum() or words[first - 1] in _JOINERS):
        first -= 1
    while first < i and words[first] in "().:#_/":
        first += 1
    while last < size and sentence.glued(last) and (words[last][0].isalnum() or words[last] in _JOINERS):
        last += 1
    while last - 1 > i and not words[last - 1][0].isalnum():
        last -= 1
    return first, last


def read_glued_identifier(sentence: Sentence, i: int) -> Draft | None:
    """``KN-23``, ``G7``, ``Covid-19``, ``A380``, ``76ers``, ``4G``, ``9/11``, a hash or a version."""
    words, lower = sentence.words, sentence.lower
    before = words[i - 1] if i > 0 and sentence.glued(i) else ""
    if before and before[0].isalpha():
        if lower[i - 1] in ("x", "and", "or", "to", "c", "n"):
            return None
        first, last = _span(sentence, i)
        quarter = len(before) == 1 and lower[i - 1] in _QUARTERS and words[i] in "1234"
        return Draft(sentence, first, last, "date" if quarter else "identifier")
    if before in _DASHES and i > 1 and lower[i - 2] in ("covid", "sars"):
        return Draft(sentence, i - 2, i + 1, "identifier")
    if before in _DASHES and i > 1 and sentence.glued(i - 1) and words[i - 2][0].isalpha():
        name = words[i - 2]
        if lower[i - 2] in ("top", "last", "final"):
            return Draft(sentence, i, i + 1, "rank")
        if lower[i - 2] not in _PREFIXES and not (name.islower() and len(name) > 1):
            first, last = _span(sentence, i)
            return Draft(sentence, first, last, "identifier")
    if i + 1 < len(words) and sentence.glued(i + 1):
        after = lower[i + 1]
        if after in ("/",) and "".join(lower[i : i + 3]) in _SPOKEN:
            return Draft(sentence, i, i + 3, "identifier")
        if after[0].isalpha() and i + 2 < len(words) and sentence.glued(i + 2) and words[i + 2][0].isdecimal() and after not in ("x", "to", "ft", "lb", "h", "m", "hr", "st"):
            first, last = _span(sentence, i)
            return Draft(sentence, first, last, "identifier")
        if words[i].isdecimal() and (after in ("ers", "er") or (after in ("g", "d") and words[i + 1].isupper() and words[i] in "2345")):
            return Draft(sentence, i, i + 2, "identifier")
    if words[i].count(".") > 1 and not words[i].replace(".", "").isdecimal() is False and _is_version(words[i]):
        first, last = _span(sentence, i)
        return Draft(sentence, first, last, "identifier")
    return None


def _is_version(word: str) -> bool:
    """Whether stops part digits that are no thousands (``2.0.1``, ``10.4.0.1``)."""
    parts = word.split(".")
    return len(parts) > 2 and not all(len(part) == 3 for part in parts[1:])


def read_named_identifier(sentence: Sentence, i: int) -> Draft | None:
    """``Route 66``, ``Boeing 737``, ``page 3``, ``No. 10``, ``Section 4(b)``; ``No 1`` is a rank."""
    words, lower = sentence.words, sentence.lower
    at = i - 1
    if at >= 0 and words[at] == "." and at > 0 and lower[at - 1] in ("no", "nos"):
        at -= 1
    if at < 0:
        return None
    if words[at] == "#":
        return Draft(sentence, at, i + 1, "rank")
    kind = _name_words().get(lower[at])
    if kind is None:
        return None
    if kind == "capital" and words[at].islower():
        return None
    if kind == "rank":
        return _rank(sentence, at, i)
    if not words[i].replace(".", "").isalnum() or "," in words[i]:
        return None
    first, last = _span(sentence, i)
    if _counts_on(sentence, last, kind):
        return None
    return Draft(sentence, first, last, "identifier")


def _counts_on(sentence: Sentence, last: int, kind: str) -> bool:
    """Whether a sign behind shows a quantity after all (``Level 3 per cent``, ``Box 12%``)."""
    if last >= len(sentence.lower):
        return False
    word = sentence.lower[last]
    return word in ("%", "per", "percent", "million", "billion", "thousand", "hundred", "years", "people", "points", "pc", "bn")


def _rank(sentence: Sentence, at: int, i: int) -> Draft | None:
    words, lower = sentence.words, sentence.lower
    if lower[at] == "number" and not (lower[i].isalpha() or words[i].isdecimal()):
        return None
    if lower[at] in ("no", "nos") and not words[at][0].isupper() and words[at + 1] != ".":
        return None
    if lower[at] == "number" and at > 0 and lower[at - 1] in ("the", "a", "total", "this"):
        if i + 1 < len(lower) and lower[i + 1].isalpha() and lower[at - 1] != "the":
            return None
    small = words[i].isdecimal() and len(words[i]) <= 3
    kind = "rank" if small and words[i] != "10" or lower[i].isalpha() else "identifier"
    return Draft(sentence, i, i + 1, kind)


@cache
def _streets() -> frozenset[str]:
    return frozenset(vocabulary.lines("street_words"))


def read_address(sentence: Sentence, i: int) -> Draft | None:
    """A house number: ``49 Zorro Ranch Road``, ``9 E 71st St``."""
    words, lower, size = sentence.words, sentence.lower, len(sentence.words)
    if len(words[i]) > 5 or not words[i].isdecimal():
        return None
    at = i + 1
    if at + 1 < size and words[at] in _DASHES and words[at + 1].isdecimal() and sentence.glued(at + 1):
        at += 2
    for k in range(at, min(at + 4, size)):
        if not (words[k][0].isupper() or words[k][0].isdecimal() or words[k] in _ORDINAL_ENDINGS):
            return None
        if lower[k] in _streets() and (k > at or lower[k] in _STREETS_FIRST):
            return Draft(sentence, i, at, "identifier")
    return None


def read_model(sentence: Sentence, i: int) -> Draft | None:
    """A number within a product's name: ``Note 20 Ultra``, ``two new 737 Max jets``."""
    words, size = sentence.words, len(sentence.words)
    word = words[i]
    if i + 1 >= size or not word.isdecimal() or len(word) > _ZIP:
        return None
    after = words[i + 1]
    if word in _JETS and (after[0].isupper() or after in ("jet", "jets", "aircraft", "plane", "planes")):
        return Draft(sentence, i, i + 1, "identifier")
    if len(word) == _ZIP and i > 0 and len(words[i - 1]) == 2 and words[i - 1].isupper():
        return Draft(sentence, i, i + 1, "identifier")
    if i < 2 or not after[0].isupper() or not words[i - 1][0].isupper() or not words[i - 1].isalpha():
        return None
    if after.endswith("s") or month_at(sentence, i - 1) or month_at(sentence, i + 1) or len(word) == 4:
        return None
    beyond = sentence.lower[i + 2] if i + 2 < size else "."
    if words[i - 2] in _OPENING or (beyond[0].isalpha() and lookup(beyond).usual in "nNj"):
        return None
    return Draft(sentence, i, i + 1, "identifier")


def read_telephone(sentence: Sentence, i: int) -> Draft | None:
    """A number with a leading zero or plus and further groups of digits; also ``007``."""
    words, size = sentence.words, len(sentence.words)
    word = words[i]
    plus = i > 0 and words[i - 1] == "+" and sentence.glued(i)
    zero = len(word) > 1 and word[0] == "0" and word.isdecimal()
    if not zero and not plus and not (len(word) == 3 and word.isdecimal()):
        return None
    last, digits, groups = i + 1, len(word), 1
    while last < size:
        at = last
        if words[at] in _DASHES or words[at] in "()":
            at += 1
        if at >= size or not words[at].isdecimal() or sentence.starts[at] - sentence.ends[last - 1] > 2:
            break
        digits, groups, last = digits + len(words[at]), groups + 1, at + 1
    if plus and digits < _PHONE_DIGITS:
        return None
    if not zero and not plus and not (digits == 10 and groups == 3 and len(words[last - 1]) == 4) and not (
        digits == 7 and groups == 2 and len(words[last - 1]) == 4 and words[i + 1] in _DASHES
    ):
        return None
    return Draft(sentence, i - 1 if plus else i, last, "identifier")


def read_score(sentence: Sentence, i: int) -> Draft | None:
    """``3-1``, ``4–3``, ``45-7-2``, ``3:1``: glued small numbers that are no range."""
    words, lower, size = sentence.words, sentence.lower, len(sentence.words)
    if i + 2 >= size or not (words[i + 1] in _DASHES or words[i + 1] == ":") or len(words[i]) > 3:
        return None
    if not (sentence.glued(i + 1) and sentence.glued(i + 2) and words[i].isdecimal()):
        return None
    if not words[i + 2].isdecimal() or len(words[i + 2]) > 3 or (i > 0 and words[i - 1] in "$£€¥"):
        return None
    last = i + 3
    if last + 1 < size and words[last] in _DASHES and words[last + 1].isdecimal() and sentence.glued(last):
        return Draft(sentence, i, last + 2, "score")
    if words[i + 1] == ":":
        return Draft(sentence, i, last, "score")
    following = lower[last] if last < size else ""
    if following and sentence.glued(last) and (following[0].isalpha() or following in ("-", "%", "°")):
        return None
    low, high = int(words[i]), int(words[i + 2])
    if low >= high:
        return Draft(sentence, i, last, "score")
    if following in ("%", "per", "percent", "million", "billion") or (
        following.endswith("s") and following.isalpha() and len(following) > 3 and following not in _score_words()
    ):
        return None
    near = lower[max(0, i - 12) : i] + lower[last : last + 8]
    if not _score_words().isdisjoint(near):
        return Draft(sentence, i, last, "score")
    return None
