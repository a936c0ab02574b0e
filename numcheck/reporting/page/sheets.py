"""The articles of a page: their text with every figure marked, and the figures as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from numcheck.model import Backing, Document, Figure
from numcheck.reporting.display import clean
from numcheck.reporting.page.article import (
    Mark,
    Paragraph,
    Piece,
    anchored,
    headline,
    paragraphs,
)
from numcheck.reporting.page.cards import Card, card, web
from numcheck.reporting.page.index import Index
from numcheck.reporting.page.statuses import PLAIN, STATUSES

__all__ = ["Row", "Sheet", "sheets"]

_SUPPORT = frozenset({"supported", "derivable"})


@dataclass(frozen=True, slots=True)
class Row:
    """
    A figure in the table below its article.

    Attributes:
        number: The figure's number.
        status: What became of it.
        claims: Numbers of its claims, of those that hold other figures too.
        card: What is told about it.
        support: How the sources support it, in words; empty where they do not.
        sources: ``(number, place)`` of the figures of the sources that do.
        listed: Name and place of the passage that lists what it counts; empty for none.
    """

    number: int
    status: str
    claims: tuple[int, ...]
    card: Card
    support: str = ""
    sources: tuple[tuple[int, str], ...] = ()
    listed: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    One article.

    Attributes:
        number: The document's number.
        name: Its file, or its id.
        title: The headline, in pieces; empty where there is none.
        source: Outlet or author.
        date: Day of publication.
        url: Where it was published, if that is an address of the web.
        against: Whether it is a source that the documents were checked against.
        paragraphs: The text.
        rows: Its figures.
        counts: ``(status, number of figures)``, gravest first, without those to which there is
            nothing to remark.
    """

    number: int
    name: str
    title: tuple[Piece, ...]
    source: str
    date: str
    url: str
    against: bool
    paragraphs: tuple[Paragraph, ...]
    rows: tuple[Row, ...]
    counts: tuple[tuple[str, int], ...]


def sheets(
    index: Index, given: Mapping[str, str], claims: Mapping[str, Sequence[int]]
) -> Iterator[Sheet]:
    """
    The articles of a report in its order.

    Args:
        index: The report.
        given: Status of each figure that has one, by id.
        claims: Numbers of each figure's claims, by id.
    """
    report = index.view.report
    by_document: dict[str, list[Figure]] = {document.id: [] for document in report.documents}
    for figure in report.figures:
        by_document.setdefault(figure.document, []).append(figure)
    sources = frozenset(report.against)
    lists = _Lists(index)
    backings = {backing.figure.id: backing for backing in report.backings}
    for number, document in enumerate(index.view.documents.values(), 1):
        figures = by_document[document.id]
        counts = Counter(given.get(figure.id, PLAIN) for figure in figures)
        rows = tuple(
            Row(
                number=index.number(figure),
                status=given.get(figure.id, PLAIN),
                claims=tuple(claims.get(figure.id, ())),
                card=card(figure, index.view.documents, report.verified.get(figure.id)),
                support=_support(backings.get(figure.id)),
                sources=_sources(index, backings.get(figure.id)),
                listed=lists.of(backings.get(figure.id)),
            )
            for figure in figures
        )
        marks: dict[str, list[Mark]] = {"text": [], "title": []}
        for figure, row in zip(figures, rows, strict=True):
            mark = Mark(figure.start, figure.end, row.number, row.status)
            marks.setdefault(figure.field, []).append(mark)
        yield Sheet(
            number=number,
            name=clean(document.path) or clean(document.id) or "-",
            title=headline(document.title, marks["title"]),
            source=clean(document.source),
            date=clean(document.published)[:10],
            url=web(document.url),
            against=document.id in sources,
            paragraphs=lists.marked(
                document, paragraphs(document.text, marks["text"], document.furniture)
            ),
            rows=rows,
            counts=tuple(
                (status.name, counts[status.name])
                for status in STATUSES
                if status.name != PLAIN and counts[status.name]
            ),
        )


class _Lists:
    """The passages that list what figures of a draft count."""

    def __init__(self, index: Index) -> None:
        self._view = index.view
        self._titles = {name: f"t{at}" for at, name in enumerate(index.view.documents, 1)}
        self._names: dict[str, dict[int, str]] = {}
        listed = [one.listed for one in index.view.report.backings if one.listed is not None]
        starts = sorted({(one.document, one.start) for one in listed if one.field == "text"})
        for number, (document, start) in enumerate(starts, 1):
            self._names.setdefault(document, {})[start] = f"l{number}"

    def of(self, backing: Backing | None) -> tuple[str, str]:
        """The name of the passage that a figure is derived from, and its place."""
        if backing is None or backing.listed is None or backing.standing not in _SUPPORT:
            return "", ""
        listed = backing.listed
        if listed.field == "title":
            name = self._titles.get(listed.document, "")
        else:
            name = self._names.get(listed.document, {}).get(listed.start, "")
        return name, self._view.passage(listed).text

    def marked(self, document: Document, found: list[Paragraph]) -> tuple[Paragraph, ...]:
        """The paragraphs of a document with their names."""
        return tuple(anchored(found, self._names.get(document.id, {})))


def _support(backing: Backing | None) -> str:
    if backing is None or backing.standing not in _SUPPORT:
        return ""
    if backing.derivation:
        return f"follows from the sources: {clean(backing.derivation)}"
    return f"in the sources, {clean(backing.how)}" if backing.how else "in the sources"


def _sources(index: Index, backing: Backing | None) -> tuple[tuple[int, str], ...]:
    if backing is None or backing.standing not in _SUPPORT:
        return ()
    figures = index.view.known(other.id for other in backing.others)
    return tuple((index.number(figure), index.view.place(figure).text) for figure in figures)
