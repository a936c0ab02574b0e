"""What a number counts: a walk over the words behind it, guided by their parts of speech."""

from __future__ import annotations

import re
from typing import Final

from numcheck.extraction.compounds import is_spaced_compound
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import NAME, NOUN, PARTICIPLE, PAST, PLURAL, THIRD, lookup
from numcheck.extraction.phrases import Phrases
from numcheck.extraction.wordlists import word_class

__all__ = ["PEOPLE", "count_noun", "lemma_of"]

PEOPLE: Final = "people"

# Behind the number: adjectives, "more", a participle before a noun, then nouns. The number may be
# joined to a word ("5,000-strong crowd"), and another figure may stand in between.
_FRONT: Final = "|".join(
    (
        r"-[njeg](?!\W)",
        r"[je]C(?=[je])",
        r"r(?=[jeg])",
        r"[jQt]",
        r"[eg](?=[jnNp])",
        r"#{1,8}+-?+(?=[jnNp])",
        r"\"(?=[jnNp])",
    )
)
# Nouns and what may stand between them: a hyphen, an adjective, the possessive, quotation marks.
_NOUNS: Final = "|".join(
    (
        r"[nNp](?:-(?=[jnNpeg]))?+",
        r"(?<=-)[jeg](?=[nNp])",
        r"j(?=\"?[nNp])",
        r"(?<=[jnNp])\"(?=[nN])",
        r"'(?=\"{0,2}+[jnNp])",
        r"(?<=')\"{1,2}+",
    )
)
_WALK: Final = re.compile(f"(?:{_FRONT}){{0,8}}+(?:{_NOUNS}){{1,12}}+")
_OWNER: Final = 5  # tokens of whose things are counted
_AND_PLURAL: Final = re.compile(r"C[pjn]{0,3}N")
_TOO: Final = re.compile(r"Cj{0,3}[Np]")


def count_noun(phrases: Phrases, draft: Draft) -> None:
    """Fill ``head``, ``after``, ``counted`` and ``qualifiers`` of a count, where a noun follows.

    Args:
        phrases: The noun phrases of the sentence.
        draft: A figure of kind ``count``.
    """
    tags = phrases.tags
    lower = phrases.sentence.lower
    begin = _begin(phrases, draft)
    spaced = is_spaced_compound(phrases.sentence, begin, draft.left)
    begin += spaced
    match = _WALK.match(tags, begin)
    scale = _scale_of(phrases, draft)
    if scale is not None:
        draft.counted = scale
        draft.after = draft.last if match is None else match.end()
        return
    if match is None:
        _joined(phrases, draft, begin)
        return
    end = match.end()
    while end > begin and tags[end - 1] in "'-":
        end -= 1
    if spaced:
        if lower[begin] not in word_class("numbered"):
            _fill(phrases, draft, begin, begin)
        draft.after = end
        return
    if tags[begin] == "-" and tags[begin + 1] in "nN" and not _is_suffix(lower[begin + 1]):
        # "a six-cylinder engine", "a 30-man squad": the noun behind the hyphen is counted.
        if lower[begin + 1] not in word_class("numbered"):
            _fill(phrases, draft, begin, begin + 1)
        draft.after = end
        return
    end = _ended(phrases, draft, begin, end)
    head = end - 1
    # In "three Airbus 320s" the maker is counted, whatever follows its model number.
    while head > begin and (
        tags[head] not in "nNp"
        or not lower[head][0].isalpha()
        or (lower[head] == "s" and phrases.sentence.glued(head))
    ):
        head -= 1
    if head == begin and lower[head] in word_class("elided"):
        draft.after = end
        draft.qualifiers = (phrases.sentence.words[head],)
        return
    if head == begin and lower[head] in word_class("conditions"):
        # a headline's "80 Hurt"
        return
    _fill(phrases, draft, begin, head)
    draft.after = end
    too = _TOO.match(tags, end)
    if too is not None and lookup(lower[head]).flags & PLURAL:
        draft.after = too.end()
    _rate(phrases, draft)


def _joined(phrases: Phrases, draft: Draft, begin: int) -> None:
    """The noun behind a hyphen, where none follows: ``a two-bedroom flat``."""
    lower = phrases.sentence.lower
    if phrases.tags[begin : begin + 2] not in ("-n", "-N") or _is_suffix(lower[begin + 1]):
        return
    if phrases.sentence.glued(begin + 1) and lower[begin + 1] not in word_class("numbered"):
        _fill(phrases, draft, begin, begin + 1)
        draft.after = begin + 2


def _scale_of(phrases: Phrases, draft: Draft) -> str | None:
    """The scale that a number stands on: ``a magnitude-5 quake`` is no five quakes."""
    lower, scales = phrases.sentence.lower, word_class("scales")
    at = draft.first - 1
    if at > 0 and lower[at] in ("-", "of"):
        at -= 1
    if at >= 0 and lower[at] in scales:
        return lower[at]
    behind = lower[draft.last : draft.last + 1]
    return behind[0] if behind and behind[0] in scales else None


def _begin(phrases: Phrases, draft: Draft) -> int:
    """Where the walk begins: behind ``of``, an article and the whole (``12 of the 30``)."""
    tags, lower = phrases.tags, phrases.sentence.lower
    begin, count = draft.last, len(tags)
    if draft.bound in ("at_least", "at_most"):
        begin = draft.after  # past "or more"
    if begin < count and lower[begin] == "of":
        begin += 1
        while begin < count and tags[begin] in "AKQ" and lower[begin] not in word_class("pro"):
            begin += 1
        owner = begin
        while owner < count and owner < begin + _OWNER and tags[owner] in "jnNp":
            owner += 1
        if begin < owner < count - 1 and tags[owner : owner + 2] == "'#":
            begin = owner + 1  # 12 of the chain's 212 shops
        while begin < count and tags[begin] == "#":
            begin += 1
    return begin


def _ended(phrases: Phrases, draft: Draft, begin: int, end: int) -> int:
    """Where the walk should have ended, by number: ``two guards | hostage``."""
    tags, lower = phrases.tags, phrases.sentence.lower
    if lower[begin] == "times":
        return begin + 1
    if tags[end - 1] == "p":
        # "three Somali and Yemeni pirates"
        too = _AND_PLURAL.match(tags, end)
        if too is not None and not lookup(lower[end - 1]).flags & PLURAL:
            return too.end()
    several = draft.value is None or draft.value != 1
    for i in range(begin, end - 1):
        flags = lookup(lower[i]).flags
        if (
            not several
            or not flags & PLURAL
            or (flags & NOUN and lower[i] != PEOPLE)
            or lower[i] in word_class("compounding")
        ):
            continue
        behind = lookup(lower[i + 1])
        singular = tags[end - 1] == "n" and i == end - 2
        if tags[i] == "N" and singular:
            return i + 1
        if tags[i] == "p" and behind.flags & (PAST | PARTICIPLE) and not behind.flags & NOUN:
            # a headline's verb: "Seven Houses Damaged"
            return i + 1
    return end


def _rate(phrases: Phrases, draft: Draft) -> None:
    """The base of a rate behind the noun: ``40 flights a day``, ``12 points per game``."""
    lower = phrases.sentence.lower
    i = draft.after
    if draft.per is not None or i + 1 >= len(lower):
        return
    base = lemma_of(phrases, i + 1) if phrases.tags[i + 1] in "nNp" else ""
    timed = lower[i] in ("a", "an", "each", "every") and base in word_class("rates")
    if base and (lower[i] == "per" or timed):
        draft.per = base
        draft.after = i + 2


def _fill(phrases: Phrases, draft: Draft, begin: int, head: int) -> None:
    words, tags = phrases.sentence.words, phrases.tags
    draft.head = head
    draft.counted = lemma_of(phrases, head)
    last = head
    joined = head - 2 >= begin and words[head - 1] == "-" and phrases.sentence.glued(head)
    if joined and phrases.sentence.lower[head - 2] not in word_class("prefixes"):
        # "start-ups", "Rolls-Royces"; but the head of "co-workers" stands by itself.
        last = head - 2
        first = words[last] if tags[last] == "p" else words[last].lower()
        draft.counted = f"{first}-{draft.counted}"
    draft.qualifiers = tuple(
        words[i]
        for i in range(begin, last)
        if tags[i] in "jnNpeg" and not (i == begin + 1 and _is_suffix(words[i]))
    )


def _is_suffix(word: str) -> bool:
    """``strong`` of "a 5,000-strong crowd", ``odd`` of "40-odd people"."""
    return word in word_class("suffixes")


def lemma_of(phrases: Phrases, head: int) -> str:
    """The lemma of the noun at ``head``: singular, and in small letters unless it is a name.

    ``soldiers`` is soldier, ``Koreans`` is Korean, ``people`` stays people.
    """
    sentence = phrases.sentence
    lower = sentence.lower[head]
    entry = lookup(lower)
    word = sentence.words[head]
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():
        return word[:-1]
    name = phrases.tags[head] == "p" or bool(entry.flags & NAME and word[0].isupper())
    if not name:
        # "12 aces" is known as a verb alone
        return entry.verb if entry.flags == THIRD and entry.noun == lower else entry.noun
    if entry.flags & PLURAL or (entry.flags & NOUN and entry.noun != lower):
        lemma = entry.noun
        return word[: len(lemma)] if word[: len(lemma)].lower() == lemma else lemma.capitalize()
    return word
