"""Running numbers of documents and figures, which links and labels on a page are made of."""

from __future__ import annotations

from collections.abc import Iterable

from numcheck.model import Figure
from numcheck.reporting.display import clean
from numcheck.reporting.terminal.accounts import date_of
from numcheck.reporting.terminal.view import View

__all__ = ["Index"]


class Index:
    """
    A report with the numbers that its parts go by on a page.

    Attributes:
        view: The report.
    """

    def __init__(self, view: View) -> None:
        """Number documents and figures in the order of the report, from one."""
        self.view = view
        self._figures = {name: place for place, name in enumerate(view.figures, 1)}
        self._documents = {name: place for place, name in enumerate(view.documents, 1)}

    def number(self, figure: Figure) -> int:
        """A figure's number."""
        return self._figures[figure.id]

    def numbers(self, figures: Iterable[Figure]) -> tuple[int, ...]:
        """The numbers of some figures."""
        return tuple(map(self.number, figures))

    def documents_of(self, figures: Iterable[Figure]) -> tuple[int, ...]:
        """The numbers of the documents that some figures stand in, each once."""
        names = dict.fromkeys(figure.document for figure in figures)
        return tuple(self._documents[name] for name in names if name in self._documents)

    def outlet(self, figure: Figure) -> str:
        """Where a figure was published; empty if not known."""
        document = self.view.documents.get(figure.document)
        return clean(document.source) if document else ""

    def date(self, figure: Figure) -> str:
        """On which day it was published; empty if not known."""
        return date_of(self.view, figure)
