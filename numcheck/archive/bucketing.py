"""The task around the third step: rows of a bucket to rows of what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from numcheck.alignment.likeness import member
from numcheck.archive.collector import unhurried_collector
from numcheck.archive.plan import Plan
from numcheck.archive.reducing import Bucket, Candidate, reduce_bucket
from numcheck.archive.rows import (
    claim_table,
    document_of,
    figure_of,
    finding_table,
    rows_table,
)
from numcheck.model import Figure

__all__ = ["ReduceTask", "reduce_task"]

_FEW = 256


@dataclass(frozen=True, slots=True)
class ReduceTask:
    """A bucket to be reduced.

    Attributes:
        plan: The run.
        documents: How many documents there are in all.
        tables: Arrow tables of the bucket: ``documents`` (with their terms), ``figures``,
            ``raised``, ``links`` and ``denials``.
    """

    plan: Plan
    documents: int
    tables: Mapping[str, Any]


def reduce_task(task: ReduceTask) -> dict[str, Any]:
    """Reduce a bucket of rows to rows.

    Returns:
        Arrow tables ``stories``, ``compared``, ``claims`` and ``findings``, and the number of
        stories that were compared in slices as ``sliced``.
    """
    with unhurried_collector():
        bucket = _bucket(task.tables, task.documents)
        reduced = reduce_bucket(bucket, task.plan.ruleset(), task.plan.wishes())
    stories = [
        (story.id, story.label, name) for story in reduced.stories for name in story.documents
    ]
    return {
        "stories": rows_table("stories", stories),
        "compared": rows_table("compared", [(name,) for name in reduced.compared]),
        "claims": claim_table(reduced.claims),
        "findings": finding_table(reduced.findings),
        "sliced": reduced.sliced,
    }


def _bucket(tables: Mapping[str, Any], count: int) -> Bucket:
    raised: dict[str, list[Mapping[str, Any]]] = {}
    for row in tables["raised"].to_pylist():
        raised.setdefault(row["document"], []).append(row)
    candidates = []
    for row in _rows(tables["documents"]):
        document = document_of(row)
        bag = dict(zip(row["terms"], row["weights"], strict=True))
        frequency = dict(zip(row["terms"], row["frequencies"], strict=True))
        candidates.append(
            Candidate(
                row["doc"], row["position"], row["component"], document,
                tuple(raised.get(document.id, ())),
                member(bag, document.published, frequency, count),
            )
        )  # fmt: skip
    candidates.sort(key=lambda one: one.number)
    links, denials = (
        tuple((row["a"], row["b"]) for row in _rows(tables[name])) for name in ("links", "denials")
    )
    return Bucket(tuple(candidates), _Figures(tables["figures"]), links, denials)


def _rows(table: Any) -> Iterator[dict[str, Any]]:
    """The rows of a table, a few at a time."""
    for batch in table.to_batches(max_chunksize=_FEW):
        yield from batch.to_pylist()


class _Figures(Mapping[str, tuple[Figure, ...]]):
    """Figures by document, made out of their rows when they are looked up.

    Args:
        table: Their Arrow table, in order of documents.
    """

    def __init__(self, table: Any) -> None:
        self._table = table
        self._places: dict[str, tuple[int, int]] = {}
        for place, name in enumerate(table.column("document").to_pylist()):
            first, count = self._places.get(name, (place, 0))
            self._places[name] = (first, count + 1)

    def __getitem__(self, name: str) -> tuple[Figure, ...]:
        return tuple(map(figure_of, self._table.slice(*self._places[name]).to_pylist()))

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
