"""A figure that one source gives and another denies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage, Story
from numcheck.model import Figure
from numcheck.model.interval import Interval

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a denial has to say where no second figure is given.

    Attributes:
        words: Words of which one must stand in the denial, so that it is the number that is
            denied and not the deed.
    """

    words: frozenset[str] = frozenset(
        {
            "near", "exaggerated", "exaggeration", "inflated", "figure", "figures", "number",
            "numbers", "estimate", "estimates", "count", "toll", "fewer", "lower", "higher",
            "overstated", "understated", "tally", "short",
        }
    )  # fmt: skip


_QUANTITIES = frozenset({"count", "money", "percent", "measure", "duration", "age", "multiplier"})


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Denied figures for which somebody stands, in the order of documents and text."""
    story = passage.story
    labels = {name: claim.label for claim in story.claims for name in claim.figures}
    told: set[str] = set()
    for analysis in story.analyses:
        for figure in analysis.figures:
            if figure.stance != "denied" or figure.furniture or figure.kind not in _QUANTITIES:
                continue
            rivals = [one for one in _partners(figure, story) if one.id not in told]
            if rivals:
                told.update(one.id for one in rivals)
                yield _between(rivals[0], figure, labels.get(figure.id, ""))
            elif figure.remark is not None and _claimed(figure, parameters):
                yield _within(figure, labels.get(figure.id, ""))


def _partners(figure: Figure, story: Story) -> list[Figure]:
    """Figures of the same claim that assert what is denied."""
    denied = Interval.from_figure(figure, "lenient")
    found = []
    for claim in story.claims:
        if figure.id not in claim.figures or claim.status == "rival":
            continue
        for name in claim.figures:
            other = story.figures.get(name)
            if other is None or other.id == figure.id or other.furniture:
                continue
            if other.stance in ("denied", "hypothetical"):
                continue
            if Interval.from_figure(other, "lenient").intersects(denied):
                found.append(other)
    return found


def _claimed(figure: Figure, parameters: Parameters) -> bool:
    """Whether somebody other than the one who denies it stands for the figure."""
    remark, attribution = figure.remark, figure.attribution
    words = remark.text.lower().replace(",", " ").split() if remark else []
    if not parameters.words & set(words):
        return False
    if remark is None or (remark.start <= figure.start < remark.end):
        return False
    return attribution is None or attribution.source != remark.source


def _between(stated: Figure, denied: Figure, label: str) -> Flaw:
    who = denied.remark.source if denied.remark and denied.remark.source else ""
    if not who and denied.attribution:
        who = denied.attribution.source
    message = f"The figure {phrase(stated)} is denied by {who or 'another source'}."
    words = f"The words are: “{denied.remark.text}”." if denied.remark else ""
    return Flaw((stated, denied), message, words, label=label)


def _within(figure: Figure, label: str) -> Flaw:
    remark = figure.remark
    assert remark is not None
    who = remark.source or "another source"
    message = f"The figure {phrase(figure)} is rejected by {who}: “{remark.text}”."
    return Flaw((figure,), message, label=label)
