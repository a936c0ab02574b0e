"""Ages: ``a 25-year-old``, ``aged 34``, ``Keller, 34,``, ``the mayor is 61``."""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.neighbours import neighbours

__all__ = ["read_age", "share_ages"]

_DASHES: Final = frozenset(("-", "–", "‑"))
_AGED_UNITS: Final = frozenset(("year", "month", "week", "day"))
_OLDEST: Final = 122
_GROWN: Final = 13
_YOUNGEST: Final = 9  # of those who leave school or marry


@cache
def _not_names() -> frozenset[str]:
    return frozenset(vocabulary.lines("not_person"))


def read_age(draft: Draft) -> bool:
    """Turn a count or duration into an age where its words say so."""
    if draft.kind == "duration":
        return _old(draft)
    if draft.value is None and draft.bound != "range":
        return False
    top = draft.value if draft.value is not None else draft.high
    if top is None or not 0 <= top <= _OLDEST or draft.resolution != 1:
        return False
    lower, last = draft.sentence.lower, draft.last
    if last < len(lower) and lower[last] in ("yo", "y/o"):
        draft.stretch(last + 1)
    elif not (_aged(draft) or _is_years(draft) or _in_commas(draft)):
        return False
    draft.kind, draft.unit = "age", "year"
    return True


def _old(draft: Draft) -> bool:
    """``25-year-old``, ``six months old``, ``three years of age``."""
    sentence, at = draft.sentence, draft.last
    lower, size = sentence.lower, len(sentence.lower)
    while at < size and lower[at] in _DASHES:
        at += 1
    word = lower[at] if at < size else ""
    if word in neighbours("old") and draft.unit in _AGED_UNITS:
        if at > draft.last and not sentence.glued(at):
            return False
        at += 1
    elif word == "of" and lower[at + 1 : at + 2] == ["age"]:
        at += 2
    else:
        return False
    draft.kind = "age"
    draft.stretch(at)
    return True


def _aged(draft: Draft) -> bool:
    """``aged 34``, ``at the age of 7``, ``ages 5 to 9``, ``aged between 5 and 9``."""
    lower, left = draft.sentence.lower, draft.left
    before = lower[left - 1] if left > 0 else ""
    earlier = lower[left - 2] if left > 1 else ""
    if before in ("aged", "age", "ages"):
        return True
    if before in neighbours("age_people"):
        return draft.hedge in ("under", "over", "Under", "Over") or _and_older(draft)
    if before == "now" and earlier == ",":
        return lower[draft.last : draft.last + 1] == [","]
    if before in ("at", "between", "of"):
        return earlier in ("aged", "ages") or (before == "of" and earlier in ("age", "ages"))
    return False


def _and_older(draft: Draft) -> bool:
    """``65 and over``, as of people."""
    lower, last = draft.sentence.lower, draft.last
    joined = lower[last : last + 1] in (["and"], ["or"])
    return joined and neighbours("age_directions").issuperset(lower[last + 1 : last + 2])


def _is_years(draft: Draft) -> bool:
    """``she is 34``, ``turned 18``, ``died at 90``."""
    sentence, left, last = draft.sentence, draft.left, draft.last
    lower = sentence.lower
    before = lower[left - 1] if left > 0 else ""
    closes = last >= len(lower) or lower[last] in neighbours("after_age")
    closes = closes or (last < len(lower) and lower[last] in neighbours("age_verbs_behind"))
    if closes and before in neighbours("age_turning"):
        return True
    if closes and before == "at" and _dies(lower, left - 1):
        return True
    goes_on = closes or lower[last] in neighbours("after_age_event")
    if goes_on and before == "at" and _befalls(draft):
        return True
    if closes and before == "of" and left > 1 and lower[left - 2] in neighbours("age_nouns"):
        # "a man of 34", but "a father of six"
        several = lower[left - 2] in neighbours("parents") or draft.left != draft.first
        return not several and draft.value is not None
    if before not in neighbours("age_verbs"):
        return False
    follows = closes or lower[last] in neighbours("after_age_verb")
    if _person_before(lower, left - 1):
        return follows or (left > 2 and lower[left - 3] == "when")
    return follows and (_named_person(draft) or _described_person(lower, left - 2))


def _befalls(draft: Draft) -> bool:
    """``married at 22``, ``left school at 14``: what happens to people at an age."""
    lower, at = draft.sentence.lower, draft.left - 2
    return at >= 0 and lower[at] in neighbours("age_events") and (draft.value or 0) > _YOUNGEST


def _described_person(lower: list[str], at: int) -> bool:
    """``the mayor is 61``, ``his sister was 54``."""
    people = neighbours("age_nouns")
    return at > 0 and lower[at] in people and lower[at - 1] in neighbours("before_person")


def _dies(lower: list[str], at: int) -> bool:
    """Whether "at" tells the age of one who died (``died there at 90``, ``his death at 90``)."""
    # the death toll stands at a number, the dead at another
    if lower[max(0, at - 1) : at] in (["death"], ["dead"]):
        return True
    return not neighbours("age_dying").isdisjoint(lower[max(0, at - 3) : at])


def _named_person(draft: Draft) -> bool:
    """Whether a name stands before the verb (``Tom Keller was 30``, ``Keller was 17 when``)."""
    sentence, name = draft.sentence, draft.left - 2
    if name < 0 or draft.value is None or draft.value < _GROWN:
        return False
    words, lower = sentence.words, sentence.lower
    if not words[name].isalpha() or not _is_name(words[name]) or draft.left != draft.first:
        return False
    if lower[draft.last : draft.last + 1] == ["when"]:
        return True
    first = words[name - 1] if name > 0 else ""
    if lower[name - 1] in neighbours("before_place") or first == "The":
        return name == 0 and _is_surname(lower, draft)
    if first.isalpha() and (_is_name(first) or first in neighbours("age_nouns")):
        return True
    return not first[:1].isupper() and _is_surname(lower, draft)


def _is_surname(lower: list[str], draft: Draft) -> bool:
    """``Keller is 54``: the name can be no common noun, and nothing is measured in years."""
    name, verb = draft.left - 2, draft.left - 1
    entry = lookup(lower[name])
    return lower[verb] in ("is", "was") and (not entry.known or entry.usual == "p")


def _person_before(lower: list[str], at: int) -> bool:
    """Whether a personal pronoun stands before the verb at ``at``, over an auxiliary or adverb."""
    for k in range(at - 1, max(-1, at - 4), -1):
        if lower[k] in neighbours("age_person"):
            return True
        if lower[k] not in neighbours("age_adverbs"):
            return False
    return False


def _in_commas(draft: Draft) -> bool:
    """``Maria Keller, 34, said``: a name, a comma or bracket, bare digits, and a closing mark."""
    sentence, first, last = draft.sentence, draft.first, draft.last
    words, lower, size = sentence.words, sentence.lower, len(sentence.words)
    if draft.left != first or first < 2 or not words[first].isdecimal():
        return False
    mark, following = lower[first - 1], lower[last] if last < size else ""
    if mark not in (",", "(") or (mark == "(" and following != ")"):
        return False
    if following and following not in neighbours("after_age_in_commas"):
        return False
    name = first - 2
    if lower[name] in neighbours("age_nouns") and following in (",", ")"):
        return name > 0 and draft.value != 0 and not _number_at(lower, last + 1)
    if words[name] == "." and lower[name - 1] in ("jr", "sr"):
        name -= 1
    if not _is_name(words[name]) or draft.value == 0:
        return False
    # "Ohio, 34 ..." has one capital word too; a person mostly has two, or the comma is paired.
    two = name > 0 and words[name - 1][0].isupper() and words[name - 1][-1].isalpha()
    two = two and lower[name - 1] not in neighbours("before_place")
    if two and following in ("", ".", "and", "of", ";", ",", ")"):
        return True
    listed = _number_at(lower, last + 1) or lower[last + 1 : last + 2] == [","]
    return following in (",", ")") and not listed


def _number_at(lower: list[str], at: int) -> bool:
    return at < len(lower) and lower[at][0].isdecimal()


def share_ages(drafts: list[Draft]) -> None:
    """``aged 9, 11 and 14``: bare numbers that a list joins to an age are ages too."""
    listed = False
    for k in range(1, len(drafts)):
        before, draft = drafts[k - 1], drafts[k]
        lower = draft.sentence.lower
        gap = lower[before.last : draft.left]
        listed = before.kind == "age" and (listed or lower[before.left - 1] in ("aged", "ages"))
        if not listed or draft.kind != "count" or draft.resolution != 1 or draft.value is None:
            continue
        joined = gap != [] and neighbours("list_joints").issuperset(gap)
        if joined and draft.value <= _OLDEST and _ends_list(lower, draft.last):
            draft.kind, draft.unit = "age", "year"


def _ends_list(lower: list[str], at: int) -> bool:
    if at >= len(lower) or lower[at] in neighbours("after_age"):
        return True
    return lower[at] in neighbours("age_verbs_behind")


def _is_name(word: str) -> bool:
    if not word[0].isupper() or (word.isupper() and len(word) < 3):
        return False
    return word.lower() not in _not_names()
