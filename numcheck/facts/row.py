"""A row of a table before anything of it is understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from numcheck.errors import FactsError

__all__ = ["COLUMNS", "Problems", "Row", "unknown_column"]

COLUMNS = (
    "measure", "subject", "value", "low", "high", "bound", "unit", "period", "as_of", "source",
    "link", "note",
)  # fmt: skip
_MOST = 100
"""Problems told of one run; a table in a wrong format would have one a row."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by column, all text, stripped; what is not there is empty.

    Attributes:
        place: Where it stands (``"facts.csv:7"``).
        cells: Text by column name.
    """

    place: str
    cells: Mapping[str, str]


class Problems:
    """What is wrong with tables, collected so that all of it is told at once."""

    def __init__(self) -> None:
        self._found: list[FactsError] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, problem: str, place: str) -> None:
        """Take down one problem."""
        self._found.append(FactsError(problem, place))

    def take(self, error: FactsError) -> None:
        """Take down an error that was raised."""
        self._found.append(error)

    def settle(self) -> None:
        """Tell everything that was found.

        Raises:
            FactsError: Something was; a line a problem.
        """
        if not self._found:
            return
        lines = [str(one) for one in self._found[:_MOST]]
        if len(self._found) > _MOST:
            lines.append(f"… and {len(self._found) - _MOST:,} more problems")
        if len(self._found) == 1:
            raise self._found[0]
        raise FactsError("\n".join(lines))


def unknown_column(name: str, known: Iterable[str] = COLUMNS) -> str:
    """The complaint about a column that nobody knows."""
    columns = tuple(known)
    close = get_close_matches(name.lower().replace(" ", "_"), columns, n=1)
    hint = f"did you mean {close[0]}?" if close else f"use {', '.join(columns)}"
    return f"unknown column {name!r}; {hint}"
