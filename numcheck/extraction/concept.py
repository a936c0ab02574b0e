"""The words that say what a figure measures.

Three places hold them: the noun that the figure stands before or that "of" ties to it ("a 25% tax
on imports", "60% of revenue"), the noun phrase that leads to it ("a turnover of £3m"), and the
subject of its clause ("the index gained 1%"). A figure that only goes on from the one before it
("up 2% at 1,400 points", "8 miles (13 km)") shares that one's words.
"""

from __future__ import annotations

from typing import Final

from numcheck.extraction.clauses import causes, finite_before, subject_of, subject_start
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import verb_lemma
from numcheck.extraction.phrases import NONE, Phrases
from numcheck.extraction.wordlists import PERIOD, word_class

__all__ = ["Reading", "read_concept"]

Span = tuple[int, int]
_NOTHING: Final[Span] = (NONE, NONE)

_CONTENT: Final = frozenset("nNpjteg")
_VERBAL: Final = "vzdegBHDM"
# Prepositions behind a noun phrase that go on saying what it is.
_COMPLEMENTS: Final = frozenset(("of", "for", "in", "on"))
# Prepositions that state a level or a change: what leads to the figure is its clause's subject.
_LEVELS: Final = frozenset(("to", "by", "from", "between", "at", "below", "above", "under", "over"))
# Prepositions behind the figure that name what it is a part or the price of, by kind.
_PARTS: Final = {
    "money": ("of", "in", "for"),
    "percent": ("of", "in", "for"),
    "measure": ("of", "for"),
    "multiplier": ("of",),
}
_HOPS: Final = 12


class Reading:
    """Where the words of a concept stand, as token spans; ``(-1, -1)`` is none.

    Attributes:
        front: Before the figure in its own noun phrase (``a sharp 3% drop``).
        modified: The noun behind the figure.
        held: The noun phrase that leads to it.
        subject: The subject of its clause.
    """

    __slots__ = ("front", "held", "modified", "subject")

    def __init__(self) -> None:
        self.front = _NOTHING
        self.modified = _NOTHING
        self.held = _NOTHING
        self.subject = _NOTHING

    def words(self, phrases: Phrases) -> tuple[str, ...]:
        """The words in the order of their places, each once."""
        found: dict[str, None] = {}
        for begin, end in (self.front, self.modified, self.held, self.subject):
            if begin >= 0:
                _collect(phrases, begin, end, found)
        return tuple(found)


def read_concept(
    phrases: Phrases, draft: Draft, before: Draft | None, shared: Reading | None
) -> Reading:
    """Find what a figure measures.

    Args:
        phrases: The noun phrases of the sentence.
        draft: The figure, its counted noun known.
        before: The figure before it in the sentence.
        shared: What that one measures.
    """
    reading = Reading()
    if phrases.sentence.lower[draft.first : draft.last + 1] == ["one", "of"]:
        return reading
    number = phrases.owner[draft.first]
    start = draft.left
    if number != NONE and phrases.begins[number] < start:
        start = phrases.begins[number]
    reading.modified = _modified(phrases, draft, start)
    if reading.modified[0] >= 0 and draft.kind in _PARTS:
        reading.front = _front(phrases, draft, start)
    go_on = _lead(phrases, draft, start, before, reading)
    if go_on and shared is not None:
        reading.subject = shared.subject
        if reading.modified[0] < 0:
            reading.held = shared.held
            if draft.kind != "count":
                reading.modified, reading.front = shared.modified, shared.front
    return reading


# ------------------------------------------------------------------ behind the figure
def _front(phrases: Phrases, draft: Draft, start: int) -> Span:
    """``a sharp 3% fall``, ``Hull's 3% fall``: what else stands before the noun."""
    if start < draft.left:
        return start, draft.left
    j = start - 1
    if j > 0 and phrases.tags[j] == "'" and phrases.owner[j - 1] != NONE:
        return phrases.begins[phrases.owner[j - 1]], draft.left
    return _NOTHING


def _modified(phrases: Phrases, draft: Draft, start: int) -> Span:
    """The noun phrase that the figure stands in front of, or of which it is a part."""
    tags, owner = phrases.tags, phrases.owner
    lower = phrases.sentence.lower
    last, count = draft.last, len(tags)
    if draft.kind == "count":
        return _of_phrase(phrases, draft.after) if draft.after > last else _NOTHING
    if last >= count or lower[last] in word_class(PERIOD):
        return _NOTHING
    if owner[last] != NONE and owner[last] == owner[draft.first]:
        return last, _extended(phrases, phrases.ends[owner[last]])
    ahead = phrases.back(draft.left)
    if tags[last] in "(,-" and ahead >= 0 and tags[ahead] in "AK":
        behind = _behind_figures(phrases, last)
        if behind >= 0:
            return behind, _extended(phrases, phrases.ends[owner[behind]])
    if tags[last] == "(":
        closing = tags.find(")", last, last + 12)
        if closing > 0 and "#" in tags[last:closing]:
            last = closing + 1
    if last + 1 < count and lower[last] in _PARTS.get(draft.kind, ()):
        k = last + 1
        if owner[k] != NONE and (lower[last] != "in" or tags[k] in "nN"):
            return k, _extended(phrases, phrases.ends[owner[k]])
    return _NOTHING


def _of_phrase(phrases: Phrases, position: int) -> Span:
    owner = phrases.owner
    if position + 1 < len(owner) and phrases.sentence.lower[position] == "of":
        number = owner[position + 1]
        if number != NONE:
            return position + 1, _extended(phrases, phrases.ends[number])
    return _NOTHING


def _behind_figures(phrases: Phrases, position: int) -> int:
    """The noun behind further figures: ``a five-year, 800-mile (1,300 km) journey``."""
    tags = phrases.tags
    i = position
    passed = False
    while i < len(tags) and i < position + 16 and tags[i] in "(,-#)C":
        passed = passed or tags[i] == "#"
        i += 1
    return i if passed and i < len(tags) and phrases.owner[i] != NONE else NONE


def _extended(phrases: Phrases, end: int) -> int:
    """Past the prepositional phrase that follows a noun phrase."""
    lower, owner = phrases.sentence.lower, phrases.owner
    if end + 1 < len(lower) and lower[end] in _COMPLEMENTS:
        number = owner[end + 1]
        if lower[end] == "on" and phrases.tags[end + 1] == "K":
            return end
        if number != NONE and "#" not in phrases.tags[end + 1 : phrases.ends[number]]:
            return phrases.ends[number]
    return end


# ------------------------------------------------------------------ before the figure
def _lead(
    phrases: Phrases, draft: Draft, start: int, before: Draft | None, reading: Reading
) -> bool:
    """Read what leads to the figure; true where it goes on from the figure before."""
    tags, owner = phrases.tags, phrases.owner
    for _ in range(_HOPS):
        j = phrases.back(start)
        if j < 0:
            return False
        mark = tags[j]
        if mark in "PT":
            if phrases.back(j) >= 0 and tags[phrases.back(j)] in "PTSQAj":
                start = phrases.back(j) + (tags[phrases.back(j)] in "PT")
                continue
            return _preposition(phrases, draft, j, before, reading)
        if mark in _VERBAL:
            _object(phrases, draft, j, reading)
            return False
        if mark == "#":
            return True
        if mark in "(C,":
            return _linked(phrases, draft, j, before, reading)
        if owner[j] != NONE:
            _beside(phrases, draft, owner[j], reading)
            if tags[reading.modified[0]] == "p" and reading.modified[0] >= 0:
                reading.modified = _NOTHING
            return False
        if (mark == "O" and j > 0 and tags[j - 1] in "vzd") or mark in "SQAj":
            start = j
            continue
        return False
    return False


def _preposition(
    phrases: Phrases, draft: Draft, j: int, before: Draft | None, reading: Reading
) -> bool:
    """The figure stands behind the preposition at ``j``."""
    tags, owner = phrases.tags, phrases.owner
    k = phrases.back(j)
    if k >= 0 and tags[k] == "t":
        while k >= 0 and tags[k] == "t":
            k = phrases.back(k)
        if k >= 0 and tags[k] == "P":
            k = phrases.back(k)
    if k < 0:
        return False
    if owner[k] == NONE:
        if tags[k] in _VERBAL:
            reading.subject = subject_of(phrases, k + 1)
        if tags[k] in "C," and before is not None:
            return _no_verb(phrases, before.last, k)
        level = draft.kind != "count" or phrases.sentence.lower[j] in _LEVELS
        return tags[k] == "#" and level
    number = owner[k]
    begin = phrases.begins[number]
    chain = (subject_start(phrases, number), phrases.ends[number])
    if _is_gapped(phrases, chain[0], before):
        reading.subject = chain
        return False
    if before is not None and before.after > begin and phrases.sentence.lower[j] != "of":
        return True
    held = (begin, phrases.ends[number])
    word = phrases.sentence.lower[j]
    if word == "of":
        if phrases.sentence.lower[held[1] - 1] not in word_class("light"):
            reading.held = held
        if draft.kind != "count" or reading.held[0] < 0:
            reading.subject = _main_subject(phrases, begin)
            if reading.subject[0] < 0 and draft.kind != "count":
                reading.subject = _holder(phrases, begin)
        return False
    ahead = phrases.back(chain[0])
    direct = ahead >= 0 and (
        tags[ahead] in "vzdg" or (tags[ahead] == "e" and "H" in tags[max(0, ahead - 3) : ahead])
    )
    verb = ahead + 1 if direct else finite_before(phrases, k)
    if verb < 0:
        reading.subject = chain
        return False
    reading.subject = subject_of(phrases, verb)
    counts = draft.kind in ("count", "duration")
    if reading.subject[0] < 0:
        reading.held = chain
    elif counts:
        if _is_passive(phrases, verb):
            reading.subject = _NOTHING
    elif word in _LEVELS:
        if direct:
            reading.held = chain
    else:
        reading.held = held
        if draft.kind not in ("money", "percent"):
            reading.subject = _NOTHING
    return False


def _object(phrases: Phrases, draft: Draft, verb: int, reading: Reading) -> None:
    """The figure is what the verb is about: ``has 300 staff``, ``gained 8%``."""
    if phrases.sentence.lower[verb] == "including" or (
        draft.kind == "count" and reading.modified[0] >= 0
    ):
        return
    if phrases.tags[verb] in "vzd" and draft.kind in ("count", "percent"):
        if verb_lemma(phrases.sentence.lower[verb], phrases.tags[verb]) in word_class("reporting"):
            return
    reading.subject = subject_of(phrases, verb + 1)


def _linked(phrases: Phrases, draft: Draft, j: int, before: Draft | None, reading: Reading) -> bool:
    """The figure stands behind a comma, a bracket or ``and`` at ``j``."""
    tags, owner = phrases.tags, phrases.owner
    mark = tags[j]
    k = phrases.back(j)
    if k < 0:
        return False
    if owner[k] != NONE:
        number = owner[k]
        item = _list_item(phrases, before, j) if mark == "," and draft.kind in _PARTS else NONE
        if item >= 0:
            reading.subject = (item, j)
            return False
        chain = (subject_start(phrases, number), phrases.ends[number])
        if before is not None and mark == "," and _is_gapped(phrases, chain[0], before):
            reading.subject = chain
            return False
    if (
        before is not None
        and draft.kind != "age"
        and (
            (mark == "(" and (before.after == j or tags[j - 1] == "#"))
            or (mark != "(" and _no_verb(phrases, before.last, j))
        )
    ):
        return True
    if mark == "C":
        reading.subject = _main_subject(phrases, j)
        return False
    if owner[k] == NONE:
        return False
    number = owner[k]
    held = (phrases.begins[number], phrases.ends[number])
    if mark == "(" or draft.kind == "age":
        reading.subject = held if draft.kind == "age" else (subject_start(phrases, number), held[1])
        return False
    verb = NONE if tags[k] == "p" else finite_before(phrases, k)
    if verb == NONE:
        start = subject_start(phrases, number)
        ahead = phrases.back(start)
        if ahead < 0 or tags[ahead] != "P":
            reading.subject = (start, held[1])
        return False
    reading.subject = subject_of(phrases, verb)
    if draft.trend is None and draft.kind in ("money", "measure"):
        reading.held = held
    return False


def _list_item(phrases: Phrases, before: Draft | None, comma: int) -> int:
    """Where the item begins in ``Lot 1, Bath, £3m (€4m), Lot 2, Hull, £5m``; -1 if it is no list."""
    tags = phrases.tags
    if before is None or comma - before.last > 24:
        return NONE
    begin = before.last
    owner = phrases.owner
    if begin < comma and owner[begin] != NONE and owner[begin] == owner[before.first]:
        begin = phrases.ends[owner[begin]]
    while begin < comma and tags[begin] in "),C(#":
        begin += 1
    between = tags[begin:comma]
    named = any(mark in "nNp" for mark in between)
    return NONE if not named or any(mark in ",vzdegBHDMPTWO;" for mark in between) else begin


def _beside(phrases: Phrases, draft: Draft, number: int, reading: Reading) -> None:
    """A noun phrase stands right before the figure: ``Acme +3%``, ``cost buyers £400``."""
    start = subject_start(phrases, number)
    ahead = phrases.back(start)
    paid = draft.kind in ("money", "count", "duration")
    if paid and ahead >= 0 and phrases.tags[ahead] in "vzd" and not causes(phrases, ahead):
        reading.subject = subject_of(phrases, ahead + 1)
    else:
        reading.subject = (start, phrases.ends[number])


def _is_gapped(phrases: Phrases, start: int, before: Draft | None) -> bool:
    """Whether a verb is left out before the phrase at ``start``: ``rose 5%, Burlow by 2%``."""
    if before is None:
        return False
    j = start - 1
    while j >= before.last and phrases.tags[j] in "C,":
        j -= 1
    return j < start - 1 and j + 1 == before.last


def _holder(phrases: Phrases, begin: int) -> Span:
    """Whose: ``a lake with an area of 30 acres``."""
    j = phrases.back(begin)
    if j > 0 and phrases.tags[j] == "P" and phrases.owner[j - 1] != NONE:
        number = phrases.owner[j - 1]
        return phrases.begins[number], phrases.ends[number]
    return _NOTHING


def _main_subject(phrases: Phrases, position: int) -> Span:
    verb = finite_before(phrases, position)
    return subject_of(phrases, verb) if verb != NONE else _NOTHING


def _is_passive(phrases: Phrases, verb: int) -> bool:
    tags = phrases.tags
    return tags[verb : verb + 1] == "B" and "e" in tags[verb : verb + 4]


def _no_verb(phrases: Phrases, begin: int, end: int) -> bool:
    return not any(mark in "vzdBHDM;" for mark in phrases.tags[begin:end])


# ------------------------------------------------------------------ words
def _collect(phrases: Phrases, begin: int, end: int, found: dict[str, None]) -> None:
    """Add the content words of a span; what is written without a space stays one word."""
    sentence, tags, owner = phrases.sentence, phrases.tags, phrases.owner
    words = sentence.words
    names_of_time = word_class(PERIOD)
    joined = ""
    for i in range(begin, end):
        head = i + 1 == end or owner[i + 1] != owner[i]
        if head and tags[i] in "nN" and sentence.lower[i] in names_of_time:
            continue
        if tags[i] in _CONTENT or (joined and tags[i] != "'"):
            joined += words[i]
        if joined and i + 1 < end and tags[i + 1] != "'" and sentence.glued(i + 1):
            continue
        if joined:
            found[joined.rstrip(".,;:)")] = None
            joined = ""
