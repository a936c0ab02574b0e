"""Third step: documents that may tell one story, compared with each other.

:func:`reduce_bucket` is a pure function of what its bucket holds; the task around it is
:func:`numcheck.archive.bucketing.reduce_task`. Figures come out of the store as they were found, so
that no text is read for figures twice; only sentences are cut anew, since rules look at the words
around a figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from numcheck.alignment.alignment import story_claims
from numcheck.alignment.clustering import cluster, likeness
from numcheck.alignment.likeness import Member
from numcheck.alignment.measures import Measures, load_measures
from numcheck.alignment.stories import Story, story_of
from numcheck.archive.told import FindingRow, finding_rows
from numcheck.extraction.segment import sentences
from numcheck.model import Analysis, Claim, Document, Figure, Report

if TYPE_CHECKING:
    from numcheck.configuration import Settings
    from numcheck.engine import RuleSet
    from numcheck.engine.findings import Raised

__all__ = ["Bucket", "Candidate", "Reduced", "reduce_bucket"]

STORY_DOCUMENTS = 1000
"""A story of more documents is compared in slices of so many, which bounds the memory."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document of a bucket.

    Attributes:
        number: Its place among all documents in order of ids.
        position: Its place among all documents in order of the inputs.
        component: Number of the first document of those that it is linked with.
        document: The document.
        raised: What rules about single documents found in it, as rows.
        member: The document as clustering sees it.
    """

    number: int
    position: int
    component: int
    document: Document
    raised: tuple[Mapping[str, Any], ...]
    member: Member


@dataclass(frozen=True, slots=True)
class Bucket:
    """Components of documents.

    Attributes:
        candidates: The documents, in order of their numbers.
        figures: The figures of each document, by its id; looked up only while its story is
            compared, so that they need not all be at hand at once.
        links: Pairs that are linked, by their numbers, the lesser first.
        denials: Pairs of which one may deny a figure of the other.
    """

    candidates: tuple[Candidate, ...]
    figures: Mapping[str, tuple[Figure, ...]]
    links: tuple[tuple[int, int], ...]
    denials: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reduced:
    """What a bucket comes to.

    Attributes:
        stories: Stories of several documents.
        compared: Ids of the documents whose claims and findings are those given here.
        claims: Their claims.
        findings: Their findings.
        sliced: Stories with too many documents, compared in slices.
    """

    stories: tuple[Story, ...]
    compared: tuple[str, ...]
    claims: tuple[Claim, ...]
    findings: tuple[FindingRow, ...]
    sliced: int = 0


def reduce_bucket(bucket: Bucket, ruleset: RuleSet, settings: Settings | None = None) -> Reduced:
    """Cluster the documents of a bucket into stories, and compare the figures of each story.

    Args:
        bucket: The documents of whole components.
        ruleset: The rules in force.
        settings: The configuration, where it silences anything.

    Returns:
        What :func:`numcheck.check` would say of these documents, but for those that have a story
        to themselves: of these everything was said when they were mapped.
    """
    stories: list[Story] = []
    compared: list[str] = []
    claims: list[Claim] = []
    findings: list[FindingRow] = []
    sliced = 0
    measures = ruleset.measures_in_force or load_measures()
    for whole in _groups(bucket):
        for members in whole:
            if len(members) > 1:
                stories.append(_story(members))
        parts = list(_bounded(whole))
        sliced += len(parts) > 1
        for group in parts:
            told = [one for _, members in group for one in members]
            analyses = {one.number: _analysis(one, bucket) for one in told}
            in_group: list[Claim] = []
            for story, members in group:
                in_group += _claims(story, members, analyses, measures)
            claims += in_group
            findings += _findings(told, in_group, analyses, ruleset, settings)
            compared += [one.document.id for one in told]
    return Reduced(tuple(stories), tuple(compared), tuple(claims), tuple(findings), sliced)


_Group = list[tuple[Story, list[Candidate]]]


def _bounded(stories: Sequence[list[Candidate]]) -> Iterator[_Group]:
    """Stories together, or where these are too many documents each by itself, in slices."""
    told = [(_story(members), members) for members in stories]
    if sum(map(len, stories)) <= STORY_DOCUMENTS:
        yield told
        return
    for story, members in told:
        for start in range(0, len(members), STORY_DOCUMENTS):
            yield [(story, members[start : start + STORY_DOCUMENTS])]


def _story(members: Sequence[Candidate]) -> Story:
    return story_of([one.document.id for one in members], [one.member.bag for one in members])


def _analysis(one: Candidate, bucket: Bucket) -> Analysis:
    figures = bucket.figures.get(one.document.id, ())
    return Analysis(one.document, tuple(sentences(one.document)), figures)


def _groups(bucket: Bucket) -> Iterator[list[list[Candidate]]]:
    """Stories that have to be looked at together, each as its documents in order of ids."""
    by_component: dict[int, list[Candidate]] = {}
    for one in bucket.candidates:
        by_component.setdefault(one.component, []).append(one)
    where = {one.number: one.component for one in bucket.candidates}
    links = _by_component(bucket.links, where)
    denials = _by_component(bucket.denials, where)
    for component, candidates in by_component.items():
        members = {one.number: one.member for one in candidates}
        alike = {
            (a, b): score
            for a, b in links.get(component, ())
            if (score := likeness(members[a], members[b])) is not None
        }
        by_number = {one.number: one for one in candidates}
        stories = [[by_number[number] for number in story] for story in cluster(members, alike)]
        if denials.get(component):
            yield stories
        else:
            yield from ([story] for story in stories if len(story) > 1)


def _by_component(
    pairs: Sequence[tuple[int, int]], where: Mapping[int, int]
) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = {}
    for a, b in pairs:
        if where.get(a, -1) == where.get(b, -2):
            found.setdefault(where[a], []).append((a, b))
    return found


def _claims(
    story: Story,
    members: Sequence[Candidate],
    analyses: Mapping[int, Analysis],
    measures: Measures,
) -> list[Claim]:
    bags = {one.document.id: one.member.bag for one in members}
    return story_claims(story, [analyses[one.number] for one in members], bags, measures)


def _findings(
    told: Sequence[Candidate],
    claims: Sequence[Claim],
    analyses: Mapping[int, Analysis],
    ruleset: RuleSet,
    settings: Settings | None,
) -> list[FindingRow]:
    from numcheck.engine.running import run

    in_order = sorted(told, key=lambda one: one.position)
    texts = [analyses[one.number] for one in in_order]
    found = _raised(in_order, texts, ruleset)
    findings = run(ruleset, texts, _Claims(tuple(claims)), found=found)
    if not findings:
        return []
    report = Report(
        tuple(one.document for one in in_order),
        tuple(figure for one in texts for figure in one.figures),
        tuple(claims),
        tuple(findings),
    )
    return finding_rows(report, ruleset, settings)


@dataclass(frozen=True, slots=True)
class _Claims:
    claims: tuple[Claim, ...]


def _raised(told: Sequence[Candidate], texts: Sequence[Analysis], ruleset: RuleSet) -> list[Raised]:
    """What rules about single documents found, as the engine had it."""
    from numcheck.engine.findings import Raised
    from numcheck.engine.passage import Flaw

    rules = {rule.id: rule for rule in ruleset.rules}
    found = []
    for one, text in zip(told, texts, strict=True):
        figures = {figure.id: figure for figure in text.figures} if one.raised else {}
        for row in one.raised:
            flaw = Flaw(
                tuple(figures[name] for name in row["figures"]), row["message"],
                row["explanation"], row["verdict"], row["severity"], row["label"],
                row["outside"],
            )  # fmt: skip
            found.append(Raised(rules[row["rule"]], flaw, row["target"]))
    return found
