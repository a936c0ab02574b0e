"""The named entity that a figure is about: whose age, whose losses, the company of a result."""

from __future__ import annotations

from numcheck.extraction.draft import Draft
from numcheck.extraction.phrases import NONE, Phrases
from numcheck.extraction.wordlists import word_class

__all__ = ["entity_of", "name_in"]


def entity_of(phrases: Phrases, draft: Draft, begin: int, end: int) -> str | None:
    """The name of what the figure is about, or ``None``.

    Args:
        phrases: The noun phrases of the sentence.
        draft: The figure, its event known.
        begin: First token of its clause's subject; -1 if there is none.
        end: Index past the last.
    """
    if draft.kind == "age":
        name = _bearer(phrases, draft)
        if name is not None or _has_noun(phrases, draft):
            return name
    if begin >= 0:
        name = name_in(phrases, begin, end)
        if name is not None:
            return name
    if draft.event in word_class("people"):
        return _place(phrases, draft)
    return None


def name_in(phrases: Phrases, begin: int, end: int) -> str | None:
    """The first name between two tokens, as written."""
    tags = phrases.tags
    words = phrases.sentence.words
    i = begin
    while i < end:
        if tags[i] == "p":
            last = i + 1
            while last < end and tags[last] in "p-":
                last += 1
            if tags[last - 1] == "-":
                last -= 1
            return _written(phrases, i, last) if words[i][0].isalpha() else None
        i += 1
    return None


def _written(phrases: Phrases, begin: int, end: int) -> str:
    """The tokens as they stand in the text, with single spaces."""
    words = phrases.sentence.words
    parts = [words[begin]]
    for i in range(begin + 1, end):
        parts.append(words[i] if phrases.sentence.glued(i) else " " + words[i])
    return "".join(parts)


def _bearer(phrases: Phrases, draft: Draft) -> str | None:
    """Who is that old: ``Ms Reid, 33,``, ``the 33-year-old actress Tara Reid``."""
    tags, owner = phrases.tags, phrases.owner
    number = owner[draft.first]
    behind = draft.last
    if behind < len(tags) and owner[behind] != NONE and tags[behind] not in "AK":
        end = phrases.ends[owner[behind]]
        begin = end
        while begin > behind and tags[begin - 1] in "p-":
            begin -= 1
        if begin < end:
            # The name ends its phrase: "the 33-year-old actor Jo Hale", not "a Leeds man".
            return name_in(phrases, begin, end)
    start = draft.left
    if number != NONE and phrases.begins[number] < start:
        start = phrases.begins[number]
    j = phrases.back(start)
    if j > 0 and phrases.sentence.lower[j] in ("age", "aged"):
        j = phrases.back(j)
    if j > 1 and tags[j] in ",(":
        # "Jo Hale, 33", "Jo Hale Jr., 33"
        j -= 2 if tags[j - 1] == "." else 1
        if owner[j] != NONE:
            name = name_in(phrases, phrases.begins[owner[j]], phrases.ends[owner[j]])
            if name is not None:
                return name
    return _named_behind(phrases, draft)


def _named_behind(phrases: Phrases, draft: Draft) -> str | None:
    """``a 15-year-old boy, Jo Hale,``."""
    tags, owner = phrases.tags, phrases.owner
    if not _has_noun(phrases, draft):
        return None
    comma = phrases.ends[owner[draft.last]]
    if tags[comma : comma + 1] == "," and comma + 1 < len(tags) and owner[comma + 1] != NONE:
        end = phrases.ends[owner[comma + 1]]
        if tags[comma + 1 : end].strip("p-") == "":
            return name_in(phrases, comma + 1, end)
    # "A 33-year-old man, named as John Doe, ..." is left to the reader of the next sentence.
    return None


def _has_noun(phrases: Phrases, draft: Draft) -> bool:
    """Whether the figure stands before a noun, which bears the age: ``their 6-year-old son``."""
    last = draft.last
    owner = phrases.owner
    return last < len(owner) and owner[last] != NONE and owner[last] == owner[draft.first]


def _place(phrases: Phrases, draft: Draft) -> str | None:
    """Where it happened: the first ``in`` with a name behind the figure."""
    tags, lower = phrases.tags, phrases.sentence.lower
    for i in range(draft.after, min(len(tags) - 1, draft.after + 16)):
        if tags[i] in ".;":
            break
        if lower[i] == "in" and phrases.owner[i + 1] != NONE:
            number = phrases.owner[i + 1]
            name = name_in(phrases, phrases.begins[number], phrases.ends[number])
            if name is not None:
                return name
    return None
