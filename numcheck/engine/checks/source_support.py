"""A draft's figures against the sources that it was written from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage, Story
from numcheck.model import Backing, Figure

__all__ = ["Parameters", "find"]

_NOTHING = "No source gives it or lets one derive it."
_ALIKE = "The two sentences are worded alike, and the numbers stand in the same place."
_SAME = "Both figures tell of the same thing."
_OPEN = "The source says only {}, which leaves room for other figures too."


@dataclass(frozen=True, slots=True)
class Parameters:
    """What is looked at.

    Attributes:
        kinds: Kinds of figures that need support; a number of another kind is still held against
            a sentence of a source that is worded alike.
        trivial: Counts in words up to this one need none.
    """

    kinds: tuple[str, ...] = (
        "count", "money", "percent", "measure", "duration", "age", "multiplier", "date", "time",
        "ordinal", "rank", "score",
    )  # fmt: skip
    trivial: int = 1


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Figures of the drafts that no source supports, and those that a source contradicts."""
    story = passage.story
    if not story.against:
        return
    for backing in story.backings or _looked_up(story):
        if backing.standing in ("supported", "derivable"):
            continue
        figure = backing.figure
        if figure.kind not in parameters.kinds and not backing.alike:
            continue
        if not backing.alike and _trivial(figure, parameters):
            continue
        yield _flaw(backing)


def _looked_up(story: Story) -> Iterator[Backing]:
    from numcheck.alignment.support import Sources

    sources = Sources(story.against, story.measures)
    for draft in story.analyses:
        yield from sources.backings(draft)


def _flaw(backing: Backing) -> Flaw:
    figure = backing.figure
    said = phrase(figure)
    if not backing.others or backing.standing == "unverified":
        message = f"Nothing in the sources supports {said}."
        return Flaw((figure, *backing.others), message, _NOTHING)
    other = backing.others[0]
    if backing.standing == "open":
        message = f"The draft says {said}, its source only {phrase(other)}."
        return Flaw((figure, other), message, _OPEN.format(phrase(other)))
    return Flaw(
        (figure, other),
        f"The draft says {said}, its source {phrase(other)}.",
        _ALIKE if backing.alike else _SAME,
        verdict="discrepant",
        severity="error" if backing.alike else None,
    )


def _trivial(figure: Figure, parameters: Parameters) -> bool:
    value = figure.value
    return (
        figure.kind == "count"
        and value is not None
        and value <= parameters.trivial
        and not any(letter.isdigit() for letter in figure.text)
    )
