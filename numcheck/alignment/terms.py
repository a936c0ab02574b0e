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
    common, places = _words("common_words"), _words("shared_places")
    tokens = _TOKEN.findall(line)
    # In a line of capitals (a headline) a capital letter says nothing about names.
    written = [token for token in tokens if token[0].isalpha()]
    capitals = sum(1 for token in written if token[0].isupper())
    headline = capitals > 0.55 * len(written) and tokens[-1] != "."
    opening, before = True, ""
    for token in tokens:
        if token in _BREAKS:
            opening, before = True, ""
            continue
        if token[0].isdigit():
            if len(token) > 1:
                terms[token] = _NUMBER
            opening, before = False, ""
            continue
        word = token.lower()
        if word in common:
            opening, before = False, ""
            continue
        term = _stem(word)
        capital = token[0].isupper()
        if word in places:
            weight = _PLACE
        else:
            named = capital and len(word) > 1 and not opening and not headline
            weight = _NAME if named else _WORD
        if weight > terms.get(term, 0.0):
            terms[term] = weight
        if capital and before:
            terms[f"{before} {term}"] = _PAIR
        before = term if capital else ""
        opening = False


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
