"""First step: documents to rows, each document by itself.

:func:`map_shard` knows nothing but its documents; :func:`map_units` is the task around it that
reads units, writes the rows, and skips what an earlier run has finished.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from numcheck.alignment import align
from numcheck.alignment.terms import terms_of
from numcheck.archive.collector import unhurried_collector
from numcheck.archive.keywords import restore_terms, terms_table
from numcheck.archive.parquet import write_table
from numcheck.archive.plan import Plan, digest_of
from numcheck.archive.rows import (
    claim_table,
    document_table,
    figure_table,
    finding_table,
    rows_table,
)
from numcheck.archive.storage import Storage, is_address, open_address, storage_at
from numcheck.archive.store import SHARD_FOLDERS
from numcheck.archive.told import FindingRow, finding_rows
from numcheck.errors import InputError
from numcheck.extraction import analyse
from numcheck.model import Claim, Document, Figure, Report
from numcheck.reading import Limits
from numcheck.reading.overrun import Overrun, at_most
from numcheck.reading.units import Opener, Unit, identity, read_unit
from numcheck.triage import SIDECAR

if TYPE_CHECKING:
    from numcheck.configuration import Settings
    from numcheck.engine import RuleSet
    from numcheck.extraction.style import Style

__all__ = ["MapTask", "map_shard", "map_units", "opener_for"]


@dataclass(frozen=True, slots=True)
class MapTask:
    """A shard to be made.

    Attributes:
        plan: The run.
        units: What to read, in order.
        renames: Other ids for documents whose id an earlier shard has, by their number; ``None``
            for those that an earlier run found to be needed, if any.
    """

    plan: Plan
    units: tuple[Unit, ...]
    renames: tuple[tuple[int, str], ...] | None = None


def map_shard(
    documents: Sequence[Document],
    ruleset: RuleSet,
    settings: Settings | None = None,
    given: Mapping[str, str] | None = None,
    style: Style | None = None,
    seconds: int = Limits().seconds,
    overran: list[str] | None = None,
) -> dict[str, Any]:
    """Documents to rows, each document by itself.

    Args:
        documents: Documents with different ids.
        ruleset: The rules in force.
        settings: The configuration, where it silences anything.
        given: The ids that the inputs gave to documents that have another one.
        style: How the documents write dates and decimals.
        seconds: What each document may take; one that takes longer has no figures.
        overran: Takes the ids of those that did.

    Returns:
        Arrow tables by name (:data:`numcheck.archive.schema.COLUMNS`): documents, figures, claims
        and findings of each document alone, what rules about single documents found, and terms.
    """
    overran = overran if overran is not None else []
    figures: list[tuple[Figure, ...]] = []
    claims: list[Claim] = []
    findings: list[FindingRow] = []
    raised: list[tuple[Any, ...]] = []
    bags: list[tuple[str, str, Mapping[str, float]]] = []
    for document in documents:
        bag: Mapping[str, float] = {}
        told: _Told = ((), (), [], [])
        try:
            with at_most(seconds):
                told = _told(document, ruleset, settings, style)
                bag = terms_of(document)
        except Overrun:
            overran.append(document.id)
        figures.append(told[0])
        claims += told[1]
        findings += told[2]
        raised += told[3]
        bags.append((document.id, document.published, bag))
    return {
        "documents": document_table(documents, [len(few) for few in figures], given or {}),
        "figures": figure_table(list(chain.from_iterable(figures))),
        "shard_claims": claim_table(claims),
        "shard_findings": finding_table(findings),
        "shard_raised": rows_table("shard_raised", raised),
        "terms": terms_table(bags),
    }


_Told = tuple[tuple[Figure, ...], Sequence[Claim], list[FindingRow], list[tuple[Any, ...]]]


def _told(
    document: Document, ruleset: RuleSet, settings: Settings | None, style: Style | None
) -> _Told:
    """Figures, claims and findings of a document by itself, and what its own rules raised."""
    from numcheck.engine.running import run, within

    analysis = analyse(document, style)
    alignment = align([analysis], ruleset.measures_in_force)
    found = within(ruleset, analysis)
    told = run(ruleset, [analysis], alignment, found=found)
    report = Report((document,), analysis.figures, alignment.claims, tuple(told))
    raised = [
        (
            document.id, one.rule.id, one.flaw.message, one.flaw.explanation,
            one.flaw.verdict, one.flaw.severity, one.flaw.label, one.flaw.outside,
            one.target, [figure.id for figure in one.flaw.figures],
        )
        for one in found
    ]  # fmt: skip
    rows = list(finding_rows(report, ruleset, settings)) if told else []
    return analysis.figures, alignment.claims, rows, raised


def map_units(task: MapTask) -> dict[str, Any]:
    """Make a shard, or find that it is there already.

    Returns:
        Plain JSON types: ``key`` of the shard, its ``parts`` with their counts, and ``errors``.

    Raises:
        StorageError: The store cannot be written; what was complete stays so.
    """
    plan = task.plan
    storage = storage_at(plan.root)
    key = _key(task)
    marker = f"shards/{key}.json"
    known = storage.read(marker)
    if known is not None:
        shard: dict[str, Any] = json.loads(known)
        if task.renames is None or shard["renames"] == [list(one) for one in task.renames]:
            for part in shard["parts"]:
                restore_terms(storage, part)
            return shard
    renames = task.renames or ()
    name = f"{key}-{digest_of(map(repr, renames))[:6]}" if renames else key
    parts: list[dict[str, Any]] = []
    errors: list[list[str]] = []
    for number, (batch, given) in enumerate(_batches(task, errors)):
        with unhurried_collector():
            parts.append(_part(storage, plan, f"{name}-{number:05}", batch, given))
    allowed = f"{plan.reading.limits.seconds} seconds (limit seconds)"
    problem = f"checking took longer than {allowed}; left out"
    errors += [[name, problem] for part in parts for name in part["overran"]]
    shard = {
        "key": key,
        "renames": [list(one) for one in renames],
        "parts": parts,
        "errors": errors,
    }
    storage.write(marker, json.dumps(shard, ensure_ascii=False, indent=1).encode())
    for part in parts:
        storage.remove(f"shards/{part['name']}.part.json")
    return shard


def _key(task: MapTask) -> str:
    """Of the content of the units, their names, the rules, the configuration and the version."""
    told = [task.plan.fingerprint]
    for unit in task.units:
        told += map(str, astuple(unit))
        told.append(_identity(unit, task.plan))
        if not is_address(unit.name) and os.path.exists(unit.name + SIDECAR):
            told.append(_identity(Unit(unit.name + SIDECAR), task.plan))
    return digest_of(told)


def _identity(unit: Unit, plan: Plan) -> str:
    """A digest of the content; why it cannot be read is told when it is read."""
    try:
        return identity(unit, plan.reading, opener_for(unit))
    except InputError as error:
        return str(error)


def opener_for(unit: Unit) -> Opener | None:
    """What opens the input of a unit that is no local file."""
    return open_address if is_address(unit.name) else None


_Batch = tuple[list[Document], dict[str, str]]


def _batches(task: MapTask, errors: list[list[str]]) -> Iterator[_Batch]:
    """Documents, as many as go into one part of a shard; errors go into the list."""
    plan = task.plan
    batch: list[Document] = []
    given: dict[str, str] = {}
    size = 0
    for document, before in _documents(task, errors):
        batch.append(document)
        if before != document.id:
            given[document.id] = before
        size += len(document.text)
        if len(batch) >= plan.part_documents or size >= plan.part_characters:
            yield batch, given
            batch, given, size = [], {}, 0
    if batch:
        yield batch, given


def _documents(task: MapTask, errors: list[list[str]]) -> Iterator[tuple[Document, str]]:
    """The documents of the units, no two with one id, and the ids that the inputs gave."""
    renames = dict(task.renames or ())
    taken: set[str] = set()
    number = 0
    for unit in task.units:
        for item in read_unit(unit, task.plan.reading, opener_for(unit)):
            if isinstance(item, InputError):
                errors.append([item.place, item.problem])
                continue
            name = renames.get(number, item.id)
            copy = 1
            while name in taken:
                copy += 1
                name = f"{item.id}~{copy}"
            taken.add(name)
            number += 1
            yield (item if name == item.id else replace(item, id=name)), item.id


def _part(
    storage: Storage, plan: Plan, name: str, batch: Sequence[Document], given: Mapping[str, str]
) -> dict[str, Any]:
    marker = f"shards/{name}.part.json"
    known = storage.read(marker)
    if known is not None:
        part: dict[str, Any] = json.loads(known)
        restore_terms(storage, part)
        return part
    seconds = plan.reading.limits.seconds
    overran: list[str] = []
    tables = map_shard(batch, plan.ruleset(), plan.wishes(), given, plan.style, seconds, overran)
    for table, folder in SHARD_FOLDERS.items():
        write_table(storage, f"{folder}/{name}.parquet", tables[table])
    part = {
        "name": name,
        "documents": len(batch),
        "characters": sum(len(document.text) for document in batch),
        "figures": tables["figures"].num_rows,
        "findings": _severities(tables["shard_findings"]),
        "overran": overran,
    }
    storage.write(marker, json.dumps(part).encode())
    return part


def _severities(findings: Any) -> dict[str, int]:
    pairs = zip(
        findings.column("severity").to_pylist(),
        findings.column("suppressed").to_pylist(),
        strict=True,
    )
    return dict(sorted(Counter(severity for severity, how in pairs if how is None).items()))
