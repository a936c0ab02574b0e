"""The headline's figures against those of the body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from numcheck.alignment.headline import headline_support
from numcheck.engine.message import joined, phrase
from numcheck.engine.passage import Flaw, Passage

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What is worth a line.

    Attributes:
        unsupported: Whether a figure that stands nowhere in the body is reported, and not only
            one for which the body gives another value.
    """

    unsupported: bool = True


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Headline figures that the body contradicts or does not know."""
    if not passage.analysis.document.title or not passage.analysis.document.text:
        return
    for support in headline_support(passage.analysis, passage.story.measures):
        figure = support.figure
        if figure.furniture or figure.stance in ("denied", "hypothetical"):
            continue
        if support.status == "contradicted":
            said = joined([phrase(other) for other in support.others], "or")
            yield Flaw(
                (figure, *support.others),
                f"The headline says {phrase(figure)}, the body {said}.",
                "The body gives another figure for what the headline speaks of.",
            )
        elif support.status == "unsupported" and parameters.unsupported:
            yield Flaw(
                (figure,),
                f"The headline's {phrase(figure)} stands nowhere in the body.",
                "No figure of the body is it, rounds to it or adds up to it.",
            )
