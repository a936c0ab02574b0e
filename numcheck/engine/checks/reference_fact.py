"""Figures that contradict a table of reference figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Fact

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Nothing can be set; the tolerances are in the vocabulary of facts."""


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Contradicted figures with the fact and where it is from, by document and text."""
    judgement = passage.story.facts
    if judgement is None:
        return
    for figure, fact in judgement.contradicted:
        yield Flaw(
            (figure,),
            f"The text says {phrase(figure)}, the reference figure is {fact.stated}.",
            _explained(fact),
            label=fact.label,
            outside=True,
        )


def _explained(fact: Fact) -> str:
    where = fact.reference or f"the table of facts ({fact.place})"
    # A full stop would become part of a bare link.
    end = "" if where == fact.link else "."
    return f"Reference: {where}{end} {fact.note}".rstrip()
