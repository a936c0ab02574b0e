"""Closed lists of words that steer the reading of a sentence, from ``vocabulary/lexicon``."""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck import vocabulary

__all__ = ["OPENS_PERIOD", "PERIOD", "SPAN", "word_class"]

# Names of the rows of periods.tsv: "last" opens a period, "autumn" names one, "year" is a span.
OPENS_PERIOD: Final = "first"
PERIOD: Final = "second"
SPAN: Final = "spans"


@cache
def word_class(name: str) -> dict[str, str]:
    """A row of ``nouns.tsv`` or ``periods.tsv``.

    Args:
        name: The name of the row, its first field.

    Returns:
        Each word with what it maps to (``dead=die``), or with itself.

    Raises:
        KeyError: There is no such row.
    """
    for file in ("lexicon/nouns", "lexicon/periods"):
        for row, words in vocabulary.table(file, 2):
            if row == name:
                pairs = (word.partition("=") for word in words.split())
                return {word: target or word for word, _, target in pairs}
    raise KeyError(name)
