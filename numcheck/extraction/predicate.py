"""The predicate that governs a figure: ``kill`` in "six soldiers had been killed"."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup, verb_lemma
from numcheck.extraction.phrases import NONE, Phrases
from numcheck.extraction.wordlists import word_class

__all__ = ["event_of"]

_AUXILIARY: Final = "BHDM"
_VERBAL: Final = "vzdeg"
_GROUP: Final = "BHDMXTRrIveg"
_HOPS: Final = 6
_GO_ON: Final = ""


def event_of(phrases: Phrases, draft: Draft, before: Draft | None) -> str | None:
    """The lemma of the verb that governs a figure, or ``None``.

    A participle or condition behind the counted noun comes first ("500,000 wounded"), then the
    verb before it ("shipped 1,500 troops"), then the verb of which it is the subject.

    Args:
        phrases: The noun phrases of the sentence.
        draft: The figure, its counted noun known.
        before: The figure before it in the sentence, its event known.
    """
    behind = _behind(phrases, draft.after)
    if behind >= 0:
        condition = word_class("conditions").get(phrases.sentence.lower[behind])
        if condition is not None:
            return condition
        if phrases.tags[behind] in "eg":
            participle = lookup(phrases.sentence.lower[behind]).verb
            if participle in word_class("people"):
                return participle
            ahead = _ahead(phrases, draft, before)
            if ahead is None or ahead in word_class("reporting"):
                # "30 of the clerks questioned will be moved"
                main = _behind(phrases, behind + 1)
                if main >= 0 and phrases.tags[main] in _AUXILIARY:
                    return _main_verb(phrases, main)
                return participle
            return ahead
    ahead = _ahead(phrases, draft, before)
    if behind >= 0 and phrases.tags[behind] in "BHDMvzdT":
        following = _main_verb(phrases, behind)
        if ahead is None or ahead in word_class("reporting"):
            return following
    return ahead


def _behind(phrases: Phrases, position: int) -> int:
    """The first verb or condition from ``position`` on, past what is attached to the noun."""
    tags, owner, ends = phrases.tags, phrases.owner, phrases.ends
    lower = phrases.sentence.lower
    conditions = word_class("conditions")
    count = len(tags)
    i = position
    for _ in range(_HOPS):
        i = phrases.on(i)
        if i >= count:
            break
        mark = tags[i]
        if mark in "BHDMvzdegT" or lower[i] in conditions:
            return i
        if mark == "W" and lower[i] in ("who", "which", "that"):
            i += 1
        elif mark == "P" and i + 1 < count and owner[i + 1] != NONE:
            i = ends[owner[i + 1]]
        elif mark in "Pt":
            i += 1
        elif mark == "," and _closing(tags, i) >= 0:
            i = _closing(tags, i) + 1
        elif mark in "C," and i + 1 < count and _is_counted(phrases, i + 1):
            i = ends[owner[i + 1]] if owner[i + 1] != NONE else i + 1
        elif mark == "(":
            closing = tags.find(")", i, i + 30)
            if closing < 0:
                break
            i = closing + 1
        else:
            break
    return NONE


def _closing(tags: str, comma: int) -> int:
    """The comma that ends what ``comma`` sets apart, where no verb stands in it; else -1."""
    closing = tags.find(",", comma + 1, comma + 9)
    return NONE if any(mark in "vzdBHDMC" for mark in tags[comma:closing]) else closing


def _raises(phrases: Phrases, verb: int) -> bool:
    tag = phrases.tags[verb]
    return tag in "BHDM" or verb_lemma(phrases.sentence.lower[verb], tag) in word_class("raising")


def _is_adverbial(phrases: Phrases, number: int) -> bool:
    """Whether a phrase between verb and object says where or when, or to whom.

    "trained on their land 300 men", "cost buyers £40"; but not "was the first time the two men".
    """
    ahead = phrases.back(phrases.begins[number])
    if ahead < 1:
        return False
    return phrases.tags[ahead - 1 : ahead + 1][-1] in "vzdg" or (
        phrases.tags[ahead] == "P" and phrases.tags[ahead - 1] in _VERBAL
    )


def _is_counted(phrases: Phrases, position: int) -> bool:
    """Whether another counted phrase begins here: ``three women and two children drowned``."""
    number = phrases.owner[position]
    if number == NONE:
        return phrases.tags[position] == "#"
    return "#" in phrases.tags[phrases.begins[number] : phrases.ends[number]]


def _main_verb(phrases: Phrases, position: int) -> str | None:
    """The lemma of the verb group that begins at ``position``."""
    tags, lower = phrases.tags, phrases.sentence.lower
    last = NONE
    i = position
    while i < len(tags) and (tags[i] in _GROUP or tags[i] in "zd"):
        if last >= 0 and tags[i] == "T" and not _raises(phrases, last):
            break
        if last >= 0 and tags[last] in "zd" and tags[i] in "BHDMzd":
            # "those who voted were counted": the second verb has another subject.
            break
        if tags[i] in _VERBAL or (tags[i] in _AUXILIARY and last < 0):
            last = i
        i += 1
    condition = word_class("conditions").get(lower[i]) if i < len(tags) else None
    if condition is not None and (last < 0 or tags[last] in "BH"):
        return condition
    if last < 0 or tags[last] == "M":
        return None
    return verb_lemma(lower[last], tags[last])


def _ahead(phrases: Phrases, draft: Draft, before: Draft | None) -> str | None:
    """The verb of which the figure is the object, directly or through prepositions."""
    tags, owner = phrases.tags, phrases.owner
    lower = phrases.sentence.lower
    inherited = before.event if before is not None else None
    i = draft.left
    number = owner[draft.first]
    if number != NONE and phrases.begins[number] < i:
        i = phrases.begins[number]
    # The preposition by which the walk came; none yet where the figure is a direct object.
    came_by = ""
    for _ in range(_HOPS):
        i = phrases.back(i)
        if i < 0:
            return None
        mark = tags[i]
        if mark == "#" or (mark == "g" and lower[i] == "including"):
            return inherited
        if mark in _VERBAL or mark in "BHD":
            return verb_lemma(lower[i], mark)
        if mark in "PT":
            came_by = came_by or lower[i]
        elif owner[i] != NONE:
            event = _through(phrases, draft, i, came_by, inherited)
            if event != _GO_ON:
                return event
            i = phrases.begins[owner[i]]
        elif mark in "C,(" and before is not None and before.after <= i:
            between = tags[before.after : i]
            return None if any(c in "vzdBHDM;" for c in between) else inherited
        elif mark not in "AQSj":
            return None
    return None


def _through(
    phrases: Phrases, draft: Draft, position: int, came_by: str, inherited: str | None
) -> str | None:
    """The event where the walk meets a noun phrase; ``_GO_ON`` where it passes through."""
    number = phrases.owner[position]
    if not came_by:
        return _GO_ON if _is_adverbial(phrases, number) else None
    if came_by == "of":
        return word_class("nominal").get(phrases.sentence.lower[position], _GO_ON)
    if came_by in ("to", "from"):
        held = phrases.tags[phrases.begins[number] : phrases.ends[number]]
        if "#" in held and inherited is not None:
            return inherited
    # "foiled a raid on five ships": the ships were not foiled.
    return None if draft.kind == "count" else _GO_ON
