"""What a run is told, what it tells, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field

from numcheck.archive.sharding import UNIT_BYTES
from numcheck.errors import InputError

__all__ = ["Options", "Progress", "Summary"]


@dataclass(frozen=True, slots=True)
class Options:
    """How much is held at a time; none of it changes what is found.

    Attributes:
        shard_bytes: About how many bytes of input a shard has.
        bucket_documents: About how many documents are compared by one worker at a time.
        component_documents: Components of more documents are cut at their weakest links.
        memory: What DuckDB may take on the machine that leads, in megabytes.
        threads: How many threads it may use.
    """

    shard_bytes: int = UNIT_BYTES
    bucket_documents: int = 250
    component_documents: int = 5_000
    memory: int = 128
    threads: int = 2


@dataclass(slots=True)
class Progress:
    """How far a run is.

    Attributes:
        step: ``map``, ``link``, ``reduce`` or ``assemble``.
        bytes: Bytes of input that are done.
        all_bytes: Bytes of input in all.
        documents: Documents so far.
        figures: Figures so far.
        findings: Findings so far, those of severity ``info`` left out.
        buckets: Buckets that are done.
        all_buckets: Buckets in all.
    """

    step: str = "map"
    bytes: int = 0
    all_bytes: int = 0
    documents: int = 0
    figures: int = 0
    findings: int = 0
    buckets: int = 0
    all_buckets: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to.

    Attributes:
        documents: How many documents the archive has.
        figures: How many figures.
        claims: How many claims.
        stories: How many stories have several documents.
        severities: Findings that are told, by severity.
        errors: Inputs that could not be read.
        split: Components that were too large and were cut at their weakest links.
        sliced: Stories that were too large and were compared in slices.
    """

    documents: int = 0
    figures: int = 0
    claims: int = 0
    stories: int = 0
    severities: dict[str, int] = field(default_factory=dict)
    errors: tuple[InputError, ...] = ()
    split: int = 0
    sliced: int = 0
