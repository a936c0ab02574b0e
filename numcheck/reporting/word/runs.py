"""Runs of a Word file cut at figures, so that a comment begins and ends exactly there."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from itertools import pairwise
from typing import Any, NamedTuple

from numcheck.reading.formats._docx_names import KINDS

__all__ = ["Spot", "cut_runs", "ends_of"]

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\r\n"


class Spot(NamedTuple):
    """A place inside a run: before the character at an offset of one of its elements.

    Attributes:
        node: The element.
        at: Code-point offset into its text; an element that stands for a character has the
            offsets 0 and 1.
    """

    node: Any
    at: int


def ends_of(run: Any) -> tuple[Spot, Spot]:
    """The spots before the first and behind the last element of a whole run."""
    inside = [child for child in run if KINDS.get(child.tag) != "rPr"]
    return Spot(inside[0], 0), Spot(inside[-1], _length(inside[-1]))


def cut_runs(spots: Iterable[Spot]) -> dict[Spot, tuple[Any, Any]]:
    """Cut the runs of some spots there.

    A run becomes several with the same properties; their texts together are what it was, and its
    elements keep their order.

    Args:
        spots: Where to cut. A spot at the edge of a run cuts nothing.

    Returns:
        For each spot the run that ends there and the run that begins there; ``None`` for the one
        that is missing at the edge of a run.
    """
    by_run: dict[Any, list[Spot]] = {}
    for spot in dict.fromkeys(spots):
        by_run.setdefault(spot.node.getparent(), []).append(spot)
    found: dict[Spot, tuple[Any, Any]] = {}
    for run, inside in by_run.items():
        _cut(run, inside, found)
    return found


def _cut(run: Any, spots: list[Spot], found: dict[Spot, tuple[Any, Any]]) -> None:
    cuts: dict[Any, set[int]] = {}
    for node, at in spots:
        cuts.setdefault(node, set()).add(at)
    parts = {node: _split(node, sorted(cuts[node])) for node in cuts}
    properties = [child for child in run if KINDS.get(child.tag) == "rPr"]
    content = [child for child in run if KINDS.get(child.tag) != "rPr"]
    index = {child: position for position, child in enumerate(content)}
    bounds: dict[Spot, int] = {}
    for node, offsets in cuts.items():
        before = {start: index[part] for start, part in parts[node]}
        behind = index[parts[node][-1][1]] + 1
        bounds |= {Spot(node, at): before.get(at, behind) for at in offsets}
    begins: dict[int, Any] = {0: run}
    ends: dict[int, Any] = {}
    edges = [0, *sorted({one for one in bounds.values() if 0 < one < len(content)}), len(content)]
    for left, right in pairwise(edges):
        piece = run if not left else _next_run(ends[left], properties)
        if left:
            piece.extend(content[left:right])
        begins[left], ends[right] = piece, piece
    for spot, bound in bounds.items():
        found[spot] = (ends.get(bound), begins.get(bound))


def _split(node: Any, cuts: list[int]) -> list[tuple[int, Any]]:
    """Make one text several, cut at offsets; each part with the offset at which it begins."""
    text = node.text or ""
    inner = [at for at in cuts if 0 < at < len(text)] if KINDS.get(node.tag) == "t" else []
    if not inner:
        return [(0, node)]
    kept = node.get(_SPACE) == "preserve"
    parts = []
    for start, end in pairwise([0, *inner, len(text)]):
        part = node.makeelement(node.tag, dict(node.attrib))
        words = text[start:end]
        if words.strip(_BLANKS) != words and not kept:
            # Space at the outer edges is not shown; only what was between words is.
            words = words.lstrip(_BLANKS) if not start else words
            words = words.rstrip(_BLANKS) if end == len(text) else words
        part.text = words
        part.set(_SPACE, "preserve")
        node.addprevious(part)
        parts.append((start, part))
    node.getparent().remove(node)
    return parts


def _next_run(before: Any, properties: Iterable[Any]) -> Any:
    """A run behind another, without content, that looks like it."""
    run = before.makeelement(before.tag, dict(before.attrib))
    run.extend(deepcopy(one) for one in properties)
    before.addnext(run)
    return run


def _length(node: Any) -> int:
    return len(node.text or "") if KINDS.get(node.tag) == "t" else 1
