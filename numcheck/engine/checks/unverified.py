"""Figures that the text itself calls unconfirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What counts as worth a line.

    Attributes:
        kinds: Kinds of figures that are listed.
    """

    kinds: tuple[str, ...] = (
        "count", "money", "percent", "measure", "duration", "age", "multiplier",
    )  # fmt: skip


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Unconfirmed figures with the reason, in the order of documents and text."""
    for analysis in passage.story.analyses:
        for figure in analysis.figures:
            if figure.furniture or figure.kind not in parameters.kinds:
                continue
            if figure.stance == "unconfirmed":
                yield Flaw((figure,), f"{_said(figure)} is not confirmed.", _reason(figure))


def _said(figure: Figure) -> str:
    text = phrase(figure)
    if figure.counted and figure.kind == "count":
        return f"The figure of {text}"
    return f"The figure {text}"


def _reason(figure: Figure) -> str:
    if figure.remark is None:
        return "The text marks it as unconfirmed."
    return f"The text says: “{figure.remark.text}”."
