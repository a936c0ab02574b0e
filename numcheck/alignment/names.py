"""Names of people and places, as far as two mentions of one can be recognised."""

from __future__ import annotations

from numcheck import vocabulary

__all__ = ["name_parts", "owner", "same_name"]

_TITLES = frozenset(vocabulary.lines("titles"))
# What stands between a name and the figures behind it: "Kovac (52-3, 46 KOs)".
_APPOSED = frozenset((",", "(", "-", "–", "[", "/", "aged", "age"))
_LONG_NAME = 5


def name_parts(name: str | None) -> frozenset[str]:
    """The parts of a name that another mention of it may share, titles left out."""
    if not name:
        return frozenset()
    parts = (part.strip(".,'’\"") for part in name.lower().split())
    return frozenset(
        part.removesuffix("'s").removesuffix("’s") for part in parts if part and part not in _TITLES
    )


def same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two mentions can name one person: ``Maria Keller`` and ``Ms Keller``."""
    return bool(one) and bool(other) and (one <= other or other <= one)


def owner(words: list[str], first: int, counts: bool) -> str:
    """The name that a figure in brackets or between commas stands behind.

    Args:
        words: The tokens of the sentence.
        first: The figure's first token.
        counts: Whether it is a plain count, before which a comma may as well begin a clause.

    Returns:
        The name, or an empty text.
    """
    place = first - 1
    sure = not counts
    while place >= 0 and (words[place] in _APPOSED or words[place][:1].isdigit()):
        # Brackets and other figures leave no doubt.
        sure = sure or words[place] == "(" or words[place][:1].isdigit()
        place -= 1
    if place < 0 or place == first - 1 or not sure:
        return ""
    last = place
    while place > 0 and words[place][:1].isupper():
        place -= 1
    # The first word of a sentence has a capital anyway.
    name = words[place + 1 : last + 1]
    return " ".join(name) if len(name) < _LONG_NAME else ""
