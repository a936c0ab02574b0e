"""How the reader wants the output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numcheck.engine import Rule

__all__ = ["Style"]

_PIPED = 100  # columns where no terminal says how many there are
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Style:
    """Wishes of the caller; every format takes all of them and heeds those that mean something.

    Attributes:
        color: Whether escape sequences for colour may be used.
        width: Columns of the terminal, ``None`` where there is none.
        verbose: Show also what is in order or only rounded.
        quiet: Show only what is wrong.
        links: Whether places become links; ``None`` follows ``color``.
        rules: The rules that were in force, for formats that explain them; the shipped ones if
            there are none.
    """

    color: bool = False
    width: int | None = None
    verbose: bool = False
    quiet: bool = False
    links: bool | None = None
    rules: tuple[Rule, ...] = ()

    @property
    def columns(self) -> int:
        """Columns to lay out for, never fewer than 40."""
        return max(_NARROWEST, _PIPED if self.width is None else self.width)

    @property
    def linked(self) -> bool:
        """Whether places become links."""
        return self.color if self.links is None else self.links
