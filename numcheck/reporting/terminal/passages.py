"""Passages that hold figures: where, the words, how they were read, who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from numcheck.model import Figure, Remark
from numcheck.reporting.amounts import reading
from numcheck.reporting.display import cells, clean
from numcheck.reporting.excerpt import Span, excerpt, same_sentence
from numcheck.reporting.places import Place
from numcheck.reporting.terminal.view import View

__all__ = ["Passage", "passages", "sentences"]

_AROUND = 6  # cells of the indent and the quotation marks around an excerpt
_ENDLESS = 10_000
_RECENT = 8
_SAID_BY_ITS_WORDS = frozenset({"exact", "range"})


@dataclass(frozen=True, slots=True)
class Passage:
    """
    Some words of a document that hold one or more figures.

    Attributes:
        place: Where they are.
        source: The field of the document.
        spans: The figures, or other words to mark, in text order.
        reading: How the figure was read; empty where its words say all.
        voice: Who says so; may be empty.
        figures: The figures that it is about, in the order given.
    """

    place: Place
    source: str
    spans: tuple[Span, ...]
    reading: str = ""
    voice: str = ""
    figures: tuple[Figure, ...] = ()


def passages(view: View, figures: Sequence[Figure], *, denials: bool = False) -> list[Passage]:
    """
    The passages of some figures, in their order, those of one sentence together.

    Args:
        view: The report.
        figures: The figures.
        denials: Whether the words that deny a figure follow it as a passage of their own.
    """
    groups = sentences(view, figures)
    # One outlet's own voice goes without saying; of several, each is named.
    outlet = len({figure.document for figure in figures}) > 1
    rows = [row for group in groups for row in _of_group(view, group, outlet, denials)]
    if len(rows) == 1 and rows[0].reading == clean(groups[0][0].text):
        return [replace(rows[0], reading="")]
    return rows


def sentences(view: View, figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures grouped by their sentence, in the order of their first ones."""
    fields: dict[tuple[str, str], list[list[Figure]]] = {}
    groups: list[list[Figure]] = []
    for figure in figures:
        near = fields.setdefault((figure.document, figure.field), [])
        # Figures of a sentence come close together; a look at all before would be quadratic.
        recent = near[-_RECENT:]
        group = next((each for each in recent if _together(view, [*each, figure])), None)
        if group is None:
            group = []
            near.append(group)
            groups.append(group)
        group.append(figure)
    return groups


def _together(view: View, figures: Sequence[Figure]) -> bool:
    source = view.source_text(figures[0])
    # Not one object: the report lacks the text, and each figure stands in a makeshift of its own.
    if any(view.source_text(each) is not source for each in figures):
        return False
    return same_sentence(source, [(each.start, each.end) for each in figures])


def _fits_one_line(view: View, source: str, spans: Sequence[Span]) -> bool:
    """Whether some spans stand in one sentence that can be shown whole."""
    if max(end for _, end in spans) > len(source) or not same_sentence(source, spans):
        return False
    return cells(excerpt(source, sorted(spans), _ENDLESS).text) <= view.style.columns - _AROUND


def _of_group(
    view: View, group: Sequence[Figure], outlet: bool, denials: bool
) -> Iterator[Passage]:
    """The passage of some figures of one sentence, and those of what denies them elsewhere."""
    first = group[0]
    source = view.source_text(first)
    spans = {(figure.start, figure.end) for figure in group}
    voices = [view.voice(figure, outlet=outlet) for figure in group]
    elsewhere = []
    for figure, remark in _denials(group) if denials else ():
        span = (remark.start, remark.end)
        if _fits_one_line(view, source, [*spans, span]):
            spans.add(span)
            voices.append(f"denied by {clean(remark.source)}" if remark.source else "denied")
        else:
            elsewhere.append(_denial(view, figure, remark))
    told = [reading(figure, width=view.style.verbose) for figure in group]
    hedged = [
        words
        for words, figure in zip(told, group, strict=True)
        if figure.bound not in _SAID_BY_ITS_WORDS
    ]
    yield Passage(
        place=view.place(first, min(spans)[0]),
        source=source,
        spans=tuple(sorted(spans)),
        reading=told[0] if len(group) == 1 else ", ".join(dict.fromkeys(hedged)),
        voice="; ".join(dict.fromkeys(filter(None, voices))),
        figures=tuple(group),
    )
    yield from elsewhere


def _denials(group: Sequence[Figure]) -> Iterator[tuple[Figure, Remark]]:
    """The words that deny figures of one sentence, each once."""
    seen: list[Remark] = []
    for figure in group:
        remark = figure.remark
        if figure.stance == "denied" and remark is not None and remark not in seen:
            seen.append(remark)
            yield figure, remark


def _denial(view: View, figure: Figure, remark: Remark) -> Passage:
    return Passage(
        place=view.place(figure, remark.start),
        source=view.source_text(figure, remark),
        spans=((remark.start, remark.end),),
        reading="denies",
        voice=clean(remark.source),
        figures=(figure,),
    )
