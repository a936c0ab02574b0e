"""A figure that one source gives and another denies."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage, Story
from numcheck.model import Analysis, Claim, Figure
from numcheck.model.interval import Interval

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a denial has to say where no second figure is given.

    Attributes:
        words: Words of which one must stand in the denial, so that it is the number that is
            denied and not the deed.
        least: Smaller numbers recur by chance, so that an equal one elsewhere says nothing.
        names: Names that two documents share at least if an equal number is to be the same.
    """

    words: frozenset[str] = frozenset(
        {
            "near", "exaggerated", "exaggeration", "inflated", "figure", "figures", "number",
            "numbers", "estimate", "estimates", "count", "toll", "fewer", "lower", "higher",
            "overstated", "understated", "tally", "short",
        }
    )  # fmt: skip
    least: int = 20
    names: int = 2


_MOST = 50
"""So many figures are held against a denied one, which keeps the work linear in an archive."""
_NAME = re.compile(r"[A-Z][a-z]{2,}")
_CALENDAR = frozenset((*calendar.day_name, *calendar.month_name))
_QUANTITIES = frozenset({"count", "money", "percent", "measure", "duration", "age", "multiplier"})


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Denied figures for which somebody stands, in the order of documents and text."""
    story = passage.story
    labels = {name: claim.label for claim in story.claims for name in claim.figures}
    told: set[str] = set()
    claims, numbers = _Claims(story), _Numbers(story)
    for analysis in story.analyses:
        for figure in analysis.figures:
            if figure.stance != "denied" or figure.furniture or figure.kind not in _QUANTITIES:
                continue
            partners = claims.partners(figure) or numbers.equal_to(figure, parameters)
            rivals = [one for one in partners if one.id not in told]
            if rivals:
                told.update(one.id for one in rivals)
                yield _between(rivals[0], figure, labels.get(figure.id, ""))
            elif figure.remark is not None and _claimed(figure, analysis, parameters):
                yield _within(figure, labels.get(figure.id, ""))


class _Claims:
    """The claims of figures, and who stands for each, gathered once for a story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._of: dict[str, list[Claim]] = {}
        self._asserted: dict[str, list[tuple[Figure, Interval]]] = {}
        for claim in story.claims:
            if claim.status != "rival":
                for name in claim.figures:
                    self._of.setdefault(name, []).append(claim)

    def partners(self, figure: Figure) -> list[Figure]:
        """Figures of the same claim that assert what is denied."""
        denied = Interval.from_figure(figure, "lenient")
        return [
            other
            for claim in self._of.get(figure.id, ())
            for other, interval in self._standing(claim)
            if other.id != figure.id and interval.intersects(denied)
        ]

    def _standing(self, claim: Claim) -> list[tuple[Figure, Interval]]:
        if claim.id not in self._asserted:
            known = (self.story.figures.get(name) for name in claim.figures)
            self._asserted[claim.id] = [
                (one, Interval.from_figure(one, "lenient"))
                for one in known
                if one is not None
                and not one.furniture
                and one.stance not in ("denied", "hypothetical")
            ][:_MOST]
        return self._asserted[claim.id]


class _Numbers:
    """Figures by their number, gathered when the first denial asks for them."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._found: dict[tuple[object, ...], list[Figure]] | None = None
        self._named: dict[str, frozenset[str]] = {}

    def equal_to(self, figure: Figure, parameters: Parameters) -> list[Figure]:
        """The same number in other documents that name the same names."""
        if figure.value is None or figure.value < parameters.least:
            return []
        if self._found is None:
            self._found = {}
            for analysis in self.story.analyses:
                for other in analysis.figures:
                    key = (other.value, other.kind, other.unit)
                    self._found.setdefault(key, []).append(other)
        equal = self._found.get((figure.value, figure.kind, figure.unit), ())
        own = self._names(figure.document)
        return [
            other
            for other in equal[:_MOST]
            if other.document != figure.document
            and other.stance in ("asserted", "attributed", "unconfirmed")
            and not other.furniture
            and other.bound == figure.bound
            and (not other.counted or not figure.counted or other.counted == figure.counted)
            and len(own & self._names(other.document)) >= parameters.names
        ]

    def _names(self, document: str) -> frozenset[str]:
        if document not in self._named:
            self._named[document] = _names(self.story.documents[document].text)
        return self._named[document]


def _names(text: str) -> frozenset[str]:
    """Words that are only written with a capital, without those of the calendar."""
    lower = frozenset(text.split())
    return frozenset(
        word for word in _NAME.findall(text) if word.lower() not in lower and word not in _CALENDAR
    )


def _claimed(figure: Figure, analysis: Analysis, parameters: Parameters) -> bool:
    """Whether somebody other than the one who denies it stands for the figure."""
    remark, attribution = figure.remark, figure.attribution
    if remark is None or (remark.start <= figure.start < remark.end):
        return False
    if attribution is not None and attribution.source == remark.source:
        return False
    if parameters.words & set(remark.text.lower().replace(",", " ").split()):
        return True
    # "The army dismissed the figure": the sentence says that it is the number that is meant.
    return (
        attribution is not None
        and bool(remark.source)
        and remark.start > figure.end
        and any(
            sentence.start <= remark.start < sentence.end and parameters.words & set(sentence.lower)
            for sentence in analysis.sentences[figure.sentence :]
            if sentence.field == figure.field
        )
    )


def _between(stated: Figure, denied: Figure, label: str) -> Flaw:
    who = denied.remark.source if denied.remark and denied.remark.source else ""
    if not who and denied.attribution:
        who = denied.attribution.source
    # Names come without their article, so they stand outside the sentence.
    message = f"The figure of {phrase(stated)} is denied ({who or 'another source'})."
    words = f"The words are: “{denied.remark.text}”." if denied.remark else ""
    return Flaw((stated, denied), message, words, label=label)


def _within(figure: Figure, label: str) -> Flaw:
    remark = figure.remark
    assert remark is not None
    who = remark.source or "another source"
    message = f"The figure of {phrase(figure)} is rejected ({who}: “{remark.text}”)."
    return Flaw((figure,), message, label=label)
