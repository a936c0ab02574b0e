"""Numbers that name something: ``KN-23``, ``Route 66``, ``Covid-19``, ``Note 20 Ultra``.

They are not dropped but become figures of kind ``identifier``, ``rank`` or ``date``.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.digits import read_digits
from numcheck.extraction.draft import Draft
from numcheck.extraction.money import currency_before, currency_code
from numcheck.extraction.neighbours import neighbours
from numcheck.extraction.number import suffixes
from numcheck.extraction.units import match_unit
from numcheck.model import Sentence

__all__ = ["read_code", "read_glued_identifier", "read_named_identifier"]

_DASHES: Final = frozenset(("-", "–", "‑", "−"))
_JOINERS: Final = frozenset(("-", "‑", "/", ".", "_", "(", ")", ":", "#", "+"))
_QUARTERS: Final = frozenset("qh")
_GENERATIONS: Final = frozenset(("2", "3", "4", "5", "6"))
_DISEASES: Final = frozenset(("covid", "sars"))
_HOUSE_LETTERS: Final = frozenset("abe")
_GROUP = 3
_LONGEST_MODEL = 5
_CODE_DIGITS = 13
_LONGEST_CODE = 12  # tokens
_IN_CODE: Final = frozenset(("-", "‑", "X"))
_BEFORE_CODE: Final = frozenset((":", "-", "‑", "no", "No", ".", "#", "is"))
_LONGEST_RUN = 60  # tokens of one identifier


@cache
def _name_words() -> dict[str, str]:
    return {row[0]: row[1] for row in vocabulary.table("identifier_words", 2)}


def _span(sentence: Sentence, i: int) -> tuple[int, int]:
    """First and last token of the run of glued letters, digits and joiners around token ``i``."""
    words, size = sentence.words, len(sentence.words)
    first, last = i, i + 1
    floor, ceiling = max(0, i - _LONGEST_RUN), min(size, i + _LONGEST_RUN)
    while first > floor and sentence.glued(first) and _joins(words[first - 1]):
        first -= 1
    while first < i and words[first] in "().:#_/+":
        first += 1
    while last < ceiling and sentence.glued(last) and _joins(words[last]):
        last += 1
    while last - 1 > i and not words[last - 1][0].isalnum():
        last -= 1
    if last < size and words[last] == ")" and "(" in words[first:last]:
        last += 1  # Section 4(b)
    return first, last


def _joins(word: str) -> bool:
    return word[0].isalnum() or word in _JOINERS


def _name(sentence: Sentence, i: int) -> Draft:
    first, last = _span(sentence, i)
    return Draft(sentence, first, last, "identifier")


def read_glued_identifier(sentence: Sentence, i: int) -> Draft | None:
    """``KN-23``, ``G7``, ``Covid-19``, ``A380``, ``76ers``, ``4G``, ``9/11``, a hash or a version.

    Args:
        sentence: The sentence.
        i: Index of digits that touch the token before or behind them, or hold two stops.
    """
    words = sentence.words
    before = words[i - 1] if i > 0 and sentence.glued(i) else ""
    if before and before[0].isalpha():
        return _behind_letters(sentence, i)
    if before == "." and i > 1 and sentence.glued(i - 1) and words[i - 2].isupper():
        return _name(sentence, i)  # BA.5
    if before in _DASHES and i > 1:
        found = _behind_a_dash(sentence, i)
        if found is not None:
            return found
    if i + 1 < len(words) and sentence.glued(i + 1):
        found = _before_letters(sentence, i)
        if found is not None:
            return found
    return _name(sentence, i) if _is_version(words[i]) else None


def _behind_letters(sentence: Sentence, i: int) -> Draft | None:
    words, lower = sentence.words, sentence.lower
    letters = lower[i - 1]
    if letters in ("and", "or", "to", "c", "n"):
        return None
    if letters == "x" and i > 1 and sentence.glued(i - 1) and words[i - 2][0].isdecimal():
        return None  # 4x100
    draft = _name(sentence, i)
    if letters in _QUARTERS and words[i] in "1234" and draft.last == i + 1:
        draft.kind = "date"
    return draft


def _behind_a_dash(sentence: Sentence, i: int) -> Draft | None:
    lower, name = sentence.lower, sentence.words[i - 2]
    if lower[i - 2] in _DISEASES:
        return Draft(sentence, i - 2, i + 1, "identifier")
    if not (sentence.glued(i - 1) and name[0].isalpha()):
        return None
    if lower[i - 2] in neighbours("rank_prefixes"):
        return _rank_at(sentence, i)
    if lower[i - 2] == "under" and neighbours("age_teams").issuperset(lower[i + 1 : i + 2]):
        return Draft(sentence, i - 2, i + 1, "identifier") if i + 1 < len(lower) else None
    if lower[i - 2] in neighbours("open_prefixes") or (name.islower() and len(name) > 1):
        return None
    return _name(sentence, i)


def _before_letters(sentence: Sentence, i: int) -> Draft | None:
    words, after = sentence.words, sentence.lower[i + 1]
    if after in "/-":
        spoken = "".join(sentence.lower[i : i + 3]) in neighbours("spoken_identifiers")
        spoken = spoken and words[i + 3 : i + 4] != ["/"]  # 9/11/2001
        return Draft(sentence, i, i + 3, "identifier") if spoken else None
    if not after[0].isalpha():
        return None
    if i + 2 < len(words) and sentence.glued(i + 2) and words[i + 2][0].isdecimal():
        unit = match_unit(sentence, i + 1)
        measured = unit is not None and (unit.next > i + 2 or _unit_ends(sentence, i + 3))
        return None if measured or after in neighbours("number_joints") else _name(sentence, i)
    if not words[i].isdecimal():
        return None
    generation = after in ("g", "d") and words[i + 1].isupper() and words[i] in _GENERATIONS
    house = words[i + 1] in _HOUSE_LETTERS and len(words[i]) <= _GROUP
    post_code = len(after) == 2 and len(words[i]) == 1 and words[i + 1].isupper()
    if post_code and i > 0 and words[i - 1][-1].isdecimal() and sentence.glued(i - 1):
        return Draft(sentence, i, i + 2, "identifier")  # TR1 2XN
    house = house or (after == "k" and words[i] in ("4", "8") and _is_video(sentence, i + 2))
    if len(after) == _GROUP and words[i + 1].isupper() and not _measures(sentence, i + 1):
        return Draft(sentence, i, i + 2, "identifier")  # a 3BHK
    if after in ("ers", "er") or generation or house:
        return Draft(sentence, i, i + 2, "identifier")
    return None


def _measures(sentence: Sentence, i: int) -> bool:
    """Whether capitals glued to digits are a currency, a magnitude or a unit."""
    word = sentence.words[i]
    if currency_code(word) is not None or word.lower() in suffixes():
        return True
    return match_unit(sentence, i) is not None


def _is_video(sentence: Sentence, i: int) -> bool:
    """Whether the word behind ``4K`` is none that thousands are counted of."""
    return neighbours("after_k").issuperset(sentence.lower[i : i + 1])


def _unit_ends(sentence: Sentence, i: int) -> bool:
    """Whether the second number of ``3m25s`` has a unit of its own."""
    return i < len(sentence.lower) and sentence.glued(i) and match_unit(sentence, i) is not None


def _is_version(word: str) -> bool:
    """Whether stops part digits that are no thousands (``2.0.1``, ``10.4.0.1``)."""
    if word.count(".") < 2 or read_digits(word) is not None:
        return False  # 2.000.000,75
    parts = word.split(".")
    return not all(len(part) == _GROUP for part in parts[1:])


def read_named_identifier(sentence: Sentence, i: int) -> Draft | None:
    """``Route 66``, ``Boeing 737``, ``No. 10``, ``Section 4(b)``; ``No 1`` is a rank."""
    words, lower = sentence.words, sentence.lower
    at = i - 1
    if i > 2 and words[i - 2].isdecimal() and lower[at] in ("and", "to", "or", "-", "–", ","):
        # Junctions 9 and 11
        plural = lower[i - 3].endswith("s") and words[i].isdecimal()
        named = plural and _name_words().get(lower[i - 3]) in ("any", "capital")
        return _name(sentence, i) if named and words[i - 3][0].isupper() else None
    if at > 0 and words[at] == "." and lower[at - 1] in ("no", "nos"):
        at -= 1
    if at < 0:
        return None
    if words[at] == "#":
        return _rank_at(sentence, i, at)
    kind = _name_words().get(lower[at])
    if words[at] == "." and _name_words().get(lower[at - 1]) == "stop":
        return _name(sentence, i) if at > 0 and sentence.glued(at) else None
    if kind is None or kind == "stop" or (kind == "capital" and words[at].islower()):
        return None
    if sentence.glued(i) and currency_before(sentence, i) is not None:
        return None  # PS2.7m, P500
    if kind == "rank":
        return _rank(sentence, at, i)
    if not words[i].replace(".", "").isalnum():
        return None
    united = i + 1 < len(words) and len(lower[i + 1]) > 1 and sentence.glued(i + 1)
    if united and match_unit(sentence, i + 1) is not None:
        return None  # won the stage 12sec ahead
    draft = _name(sentence, i)
    following = lower[draft.last] if draft.last < len(lower) else ""
    return None if following in neighbours("after_quantity") else draft


def read_code(sentence: Sentence, i: int) -> Draft | None:
    """``ISBN: 9780306406157``, ``ISBN-13 978 0 306 40615 7``, an article number of 13 digits.

    Args:
        sentence: The sentence.
        i: Index of digits.
    """
    words, size = sentence.words, len(sentence.words)
    if len(words[i]) == _CODE_DIGITS and words[i].startswith(("978", "979")):
        return Draft(sentence, i, i + 1, "identifier")
    at = i - 1
    while at > max(0, i - 4) and (words[at] in _BEFORE_CODE or words[at] in ("10", "13")):
        at -= 1
    if at < 0 or sentence.lower[at] not in neighbours("code_words"):
        return None
    last, end = i + 1, min(size, i + _LONGEST_CODE)
    while last < end and (words[last].isdecimal() or words[last] in _IN_CODE):
        if sentence.starts[last] > sentence.ends[last - 1] + 1:
            break
        last += 1
    return Draft(sentence, i, last if words[last - 1] not in _DASHES else last - 1, "identifier")


def _rank(sentence: Sentence, at: int, i: int) -> Draft | None:
    words, lower = sentence.words, sentence.lower
    if lower[at] in ("no", "nos") and words[at][0].islower() and words[at + 1] != ".":
        return None
    if lower[at] == "number":
        if not words[i].isdecimal():
            return None
        before = lower[at - 1] if at > 0 else ""
        counts = i + 1 < len(lower) and lower[i + 1].isalpha() and before != "the"
        if before in neighbours("before_number_word") and counts:
            return None
    numbered = words[i + 1 : i + 2] == ["/"] or len("".join(words[i + 2 : i + 3])) > _GROUP
    if numbered and words[i + 1] in "/-" and sentence.glued(i + 1):
        return _name(sentence, i)  # case number 22/1093, No. 21-1436
    if words[i].isdecimal() and len(words[i]) <= _GROUP and words[i] != "10":
        return _rank_at(sentence, i)
    return Draft(sentence, i, i + 1, "identifier")


def _rank_at(sentence: Sentence, i: int, first: int = -1) -> Draft:
    draft = Draft(sentence, i if first < 0 else first, i + 1, "rank")
    if sentence.words[i].isdecimal() and len(sentence.words[i]) <= _LONGEST_MODEL:
        draft.value = draft.low = draft.high = Decimal(sentence.words[i])
        draft.resolution = Decimal(1)
    return draft
