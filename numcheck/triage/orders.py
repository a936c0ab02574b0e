"""What comments and sidecar files ask for: which rules to silence, and where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from numcheck.configuration.source import hint
from numcheck.model import Directive, Document

__all__ = ["Order", "Span", "orders_of"]

_VERBS = ("ignore", "disable", "enable", "ignore-file")
_TEXT = re.compile(r"(?P<verb>[\w-]+)\s*(?:\[(?P<rules>[^\]]*)\])?\s*:?\s*(?P<reason>.*)")
_BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a document.

    Attributes:
        field: ``"text"`` or ``"title"``.
        start: Offset into the field.
        end: Offset past its end.
    """

    field: str
    start: int
    end: int

    def holds(self, field: str, offset: int) -> bool:
        """Whether an offset lies in it."""
        return field == self.field and self.start <= offset < self.end


@dataclass(frozen=True, slots=True)
class Order:
    """A wish not to be told what some rules find in some parts of a document.

    Attributes:
        spans: Where, by the id of the document.
        selectors: Families, codes and names of rules; empty for all.
        reason: Why; may be empty.
        place: ``file:line`` of the wish.
        words: How the wish is written, for notes about it.
        how: Whether it is a comment in the document or stands in a sidecar file.
    """

    spans: Mapping[str, Sequence[Span]]
    selectors: tuple[str, ...]
    reason: str
    place: str
    words: str
    how: Literal["comment", "sidecar"] = "comment"

    def covers(self, document: str, field: str, offset: int) -> bool:
        """Whether it speaks of what stands at an offset."""
        return any(span.holds(field, offset) for span in self.spans.get(document, ()))


def orders_of(document: Document, notes: list[str]) -> Iterator[Order]:
    """What the comments of a document ask for.

    Args:
        document: The document.
        notes: Takes a line for each comment that means nothing.

    Yields:
        An order for each comment that silences something.
    """
    paragraphs = _paragraphs(document.text)
    name = document.path or document.id
    enabled_at = [
        (directive.start, _selectors(match["rules"]))
        for directive in document.directives
        if (match := _TEXT.match(directive.text)) and match["verb"] == "enable"
    ]
    for directive in document.directives:
        place = f"{name}:{directive.line}"
        match = _TEXT.match(directive.text)
        verb = match["verb"] if match else ""
        if match is None or verb not in _VERBS:
            told = f"{verb!r} means nothing{hint(verb, _VERBS)}"
            notes.append(f"{place}: {told}")
            continue
        if verb == "enable":
            continue
        selectors = _selectors(match["rules"])
        if verb == "ignore":
            spans = _next(directive, document, paragraphs)
        elif verb == "ignore-file":
            spans = [_title(document), Span("text", 0, len(document.text))]
        else:
            end = _until(directive, selectors, enabled_at, len(document.text))
            spans = [Span("text", max(directive.start, 0), end)]
            if directive.start < 0:
                spans.insert(0, _title(document))
        words = verb if match["rules"] is None else f"{verb}[{', '.join(selectors)}]"
        yield Order({document.id: spans}, selectors, match["reason"].strip(), place, words)


def _selectors(rules: str | None) -> tuple[str, ...]:
    return tuple(one for one in re.split(r"[,\s]+", rules or "") if one)


def _title(document: Document) -> Span:
    return Span("title", 0, len(document.title))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for gap in _BREAK.finditer(text):
        spans.append((start, gap.start()))
        start = gap.end()
    spans.append((start, len(text)))
    return [(start, end) for start, end in spans if text[start:end].strip()]


def _next(
    directive: Directive, document: Document, paragraphs: list[tuple[int, int]]
) -> list[Span]:
    """The paragraph that a comment stands in, else the next one; for the first, the title too."""
    at = bisect_left([end for _, end in paragraphs], directive.start)
    spans = [Span("text", *paragraphs[at])] if at < len(paragraphs) else []
    return [_title(document), *spans] if directive.start < 0 else spans


def _until(
    directive: Directive,
    selectors: tuple[str, ...],
    enabled_at: list[tuple[int, tuple[str, ...]]],
    end: int,
) -> int:
    """Where what is disabled is enabled again: by a comment about the same rules, or about all."""
    for start, enabled in enabled_at:
        about = not enabled or (bool(selectors) and set(selectors) <= set(enabled))
        if about and start > directive.start:
            return start
    return end
