"""The words of a document that tell which event it is about, each with a weight."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from numcheck import vocabulary
from numcheck.model import Document

__all__ = ["Terms", "is_marker", "is_name", "shared_names", "stem_of_interest", "terms_of"]

Terms = dict[str, float]

# News says in its first lines what it is about; what follows is background that strangers share.
_LEAD = 1500
_NAME, _PAIR, _NUMBER, _WORD, _PLACE = 1.6, 1.3, 2.0, 1.0, 0.5

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[.!?\n\"“”:]")
_BREAK = -1.0
_BREAKS = frozenset('.!?\n"“”:')


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in vocabulary.lines(f"stories/{name}") for word in line.split())


def terms_of(document: Document) -> Terms:
    """What the title and the first lines of a document are about.

    Args:
        document: Any document.

    Returns:
        Terms in order of appearance: stems, neighbouring capitalised words as one term, and
        numbers of two digits and more; names and numbers weigh more than other words, and names
        that strangers share (countries, agencies) less.
    """
    terms: Terms = {}
    lead = document.text[:_LEAD]
    for line in (document.title, *lead.split("\n")):
        if line:
            _read_line(line, terms)
    return terms


def is_name(term: str, weight: float) -> bool:
    """Whether a term is a name that no other word of the text could be."""
    return weight == _NAME and " " not in term


def is_marker(term: str, weight: float) -> bool:
    """Whether a term is a name or a number, which tell events apart better than other words."""
    return weight >= _NAME and " " not in term


def _read_line(line: str, terms: Terms) -> None:
    tokens = [_read_token(token) for token in _TOKEN.findall(line)]
    # In a line of capitals (a headline) a capital letter says nothing about names.
    written = sum(1 for one in tokens if one[_LETTERS])
    capitals = sum(1 for one in tokens if one[_CAPITAL])
    headline = capitals > 0.55 * written and tokens[-1][_TERM] != "."
    opening, before = True, ""
    for term, weight, _, capital, initial in tokens:
        if weight == _BREAK:
            opening, before = True, ""
            continue
        if weight == _NUMBER or not weight:
            if weight:
                terms[term] = weight
            opening, before = False, ""
            continue
        if weight == _WORD and capital and not initial and not opening and not headline:
            weight = _NAME
        if weight > terms.get(term, 0.0):
            terms[term] = weight
        if capital and before:
            terms[f"{before} {term}"] = _PAIR
        before = term if capital else ""
        opening = False


_TERM, _LETTERS, _CAPITAL = 0, 2, 3


@lru_cache(maxsize=1 << 16)
def _read_token(token: str) -> tuple[str, float, bool, bool, bool]:
    """A token's term and its least weight, whether it is a word, has a capital, is an initial.

    The weight is 0 for what tells nothing, and that of a break for what ends a sentence.
    """
    if token in _BREAKS:
        return token, _BREAK, False, False, False
    if token[0].isdigit():
        return token, _NUMBER if len(token) > 1 else 0.0, False, False, False
    word, capital = token.lower(), token[0].isupper()
    if word in _words("common_words"):
        return word, 0.0, True, capital, False
    weight = _PLACE if word in _words("shared_places") else _WORD
    return _stem(word), weight, True, capital, len(word) == 1


def shared_names(one: Terms, other: Terms) -> float:
    """How much two texts are about the same names.

    Two reports of one event each have names of their own (a speaker, a suburb), but rarely both
    more than a few; reports of two events have the country or the team in common and each a
    place of its own.

    Args:
        one: Terms of a text.
        other: Terms of another.

    Returns:
        Names that they share, in proportion to those and the names that only one has, of the text
        that has fewer of these; 0 where they share none.
    """
    mine = {term for term, weight in one.items() if is_name(term, weight)}
    theirs = {term for term, weight in other.items() if is_name(term, weight)}
    # At the beginning of a sentence a name does not look like one.
    common = {term for term in mine if term in other} | {term for term in theirs if term in one}
    if not common:
        return 0.0
    return len(common) / (len(common) + min(_own(one, mine - common), _own(other, theirs - common)))


def _own(terms: Terms, names: set[str]) -> int:
    """How many people and places some names are: first name and last name are one."""
    pairs = (term.partition(" ") for term in terms if " " in term)
    return len(names) - sum(1 for first, _, last in pairs if first in names and last in names)


@lru_cache(maxsize=1 << 16)
def stem_of_interest(word: str) -> str:
    """The stem of a word in lower case; empty for common words, numbers and punctuation."""
    if len(word) < 3 or not word[0].isalpha() or word in _words("common_words"):
        return ""
    return _stem(word)


def _stem(word: str) -> str:
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    if len(word) > 4:
        if word.endswith("ies"):
            return word[:-3] + "y"
        if word.endswith("ss"):
            return word
        for ending in ("ing", "ed", "es", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
    return word
