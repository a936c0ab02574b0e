"""A report with the look-ups that every part of its picture needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from numcheck.model import Claim, Figure, Listed, Remark, Report, Status
from numcheck.reporting.display import clean
from numcheck.reporting.places import Place, Places
from numcheck.reporting.style import Style
from numcheck.reporting.voices import voice

__all__ = ["View"]


class View:
    """
    A report as one reader sees it.

    Attributes:
        report: The report.
        style: What the reader wants.
        documents: Documents by id.
        figures: Figures by id.
    """

    def __init__(self, report: Report, style: Style) -> None:
        """Build the look-ups."""
        self.report = report
        self.style = style
        self.documents = {document.id: document for document in report.documents}
        self.figures = {figure.id: figure for figure in report.figures}
        self._places = Places(report.documents, linked=style.linked)
        self._claims: dict[str, Claim] = {}
        for claim in report.claims:
            for name in claim.figures:
                self._claims.setdefault(name, claim)

    def known(self, names: Iterable[str]) -> list[Figure]:
        """The figures of some ids, each once, those that the report lacks left out."""
        return [self.figures[name] for name in dict.fromkeys(names) if name in self.figures]

    def claim(self, figure: Figure) -> Claim | None:
        """The claim that a figure belongs to."""
        return self._claims.get(figure.id)

    def claims(self, status: Status) -> list[Claim]:
        """The claims of one status that have several figures to show."""
        claims = [claim for claim in self.report.claims if claim.status == status]
        return [claim for claim in claims if len(self.known(claim.figures)) > 1]

    def source_text(self, figure: Figure, words: Remark | None = None) -> str:
        """The field that the offsets of a figure, or of a remark about it, point into."""
        document = self.documents.get(figure.document)
        text = document.field(figure.field) if document else ""
        told = words or figure
        # A report that came without its texts still shows the figure itself.
        return text if told.end <= len(text) else " " * told.start + told.text

    def place(self, figure: Figure, offset: int | None = None) -> Place:
        """Where a figure stands, or another offset of its field."""
        return self._places.of(
            figure.document, figure.field, figure.start if offset is None else offset
        )

    def passage(self, listed: Listed) -> Place:
        """Where a list of names stands."""
        return self._places.of(listed.document, listed.field, listed.start)

    def voice(self, figure: Figure, *, outlet: bool = True) -> str:
        """Who says a figure; with ``outlet``, also where that is the document's own voice."""
        return voice(figure, self.documents, outlet=outlet)

    def stands(self, figure: Figure, *, outlet: bool = True) -> str:
        """Who says a figure, or who denies it: an outlet that reports a denial says nothing."""
        if figure.stance != "denied":
            return self.voice(figure, outlet=outlet)
        remark = figure.remark
        denied = f"denied by {clean(remark.source)}" if remark and remark.source else "denied"
        told = self.voice(figure, outlet=False)
        return f"{told}; {denied}" if told else denied

    def outlets(self, figures: Sequence[Figure]) -> list[str]:
        """The outlets, or documents where those are unknown, that some figures stand in."""
        names = []
        for figure in figures:
            document = self.documents.get(figure.document)
            names.append((document.source if document else "") or figure.document)
        return list(dict.fromkeys(names))
