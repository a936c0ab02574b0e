"""Classes of words that decide, beside a number, what it is."""

from __future__ import annotations

from functools import cache

from numcheck import vocabulary

__all__ = ["neighbours"]


@cache
def neighbours(name: str) -> frozenset[str]:
    """The words of one class of ``neighbours.tsv``, in lower case.

    Args:
        name: Name of the class (``"after_times"``).

    Raises:
        KeyError: No class has this name.
    """
    return frozenset(_classes()[name])


@cache
def _classes() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, words in vocabulary.table("neighbours", 2):
        found.setdefault(name, []).extend(words.split(" "))
    return found
