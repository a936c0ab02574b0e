"""Records of the model as columns of a table, and back again, without loss."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from decimal import Decimal
from operator import attrgetter
from typing import Any

from numcheck.archive.schema import COLUMNS, arrow_schema
from numcheck.model import Attribution, Claim, Directive, Document, Figure, Finding, Remark

__all__ = [
    "claim_of",
    "claim_table",
    "document_of",
    "document_table",
    "figure_of",
    "figure_table",
    "finding_table",
    "number_of",
    "rows_table",
    "table_of",
]

_DIRECT = {
    "id": "id", "document": "document", "field": "field", "start_offset": "start",
    "end_offset": "end", "text": "text", "kind": "kind", "bound": "bound", "hedge": "hedge",
    "trend": "trend", "unit": "unit", "counted": "counted", "qualifiers": "qualifiers",
    "concept": "concept", "event": "event", "subject": "subject", "iso": "iso",
    "as_of": "as_of", "stance": "stance", "low_open": "low_open", "high_open": "high_open",
    "per": "per", "furniture": "furniture", "sentence": "sentence", "first_token": "first",
    "last_token": "last",
}  # fmt: skip
_GET = attrgetter(*_DIRECT.values())
_NUMBERS = ("value", "low", "high", "resolution")
_GET_NUMBERS = attrgetter(*_NUMBERS)

_PLAIN = ("id", "title", "source", "published", "url", "path", "text")
_REST = {
    field.name: () if field.default is MISSING else field.default
    for field in fields(Document)
    if field.name not in _PLAIN
}
"""Fields of a document that stand in the column ``rest`` where they are not at their default."""


def table_of(name: str, columns: Mapping[str, Sequence[Any]]) -> Any:
    """An Arrow table.

    Args:
        name: Its name in :data:`numcheck.archive.schema.COLUMNS`.
        columns: Values of every column.
    """
    import pyarrow as pa

    schema = arrow_schema(name)
    arrays = [pa.array(columns[field.name], field.type) for field in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def rows_table(name: str, rows: Sequence[Sequence[Any]]) -> Any:
    """An Arrow table of rows in the order of its columns."""
    names = list(COLUMNS[name])
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    return table_of(name, dict(zip(names, columns, strict=True)))


def document_table(
    documents: Sequence[Document], figures: Sequence[int], given: Mapping[str, str]
) -> Any:
    """Documents.

    Args:
        documents: The documents.
        figures: How many figures each has.
        given: The ids that the inputs gave to documents that have another one.
    """
    columns: dict[str, Sequence[Any]] = {
        name: [getattr(document, name) for document in documents] for name in _PLAIN
    }
    columns["characters"] = [len(document.text) for document in documents]
    columns["figures"] = figures
    columns["given_id"] = [given.get(document.id) for document in documents]
    columns["rest"] = [_rest(document) for document in documents]
    return table_of("documents", columns)


def _rest(document: Document) -> str:
    kept: dict[str, Any] = {}
    for name, default in _REST.items():
        value = getattr(document, name)
        if value == default:
            continue
        if name == "directives":
            value = [[one.text, one.start, one.line] for one in value]
        kept[name] = value
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else ""


def document_of(row: Mapping[str, Any]) -> Document:
    """The document of a row."""
    plain = {name: row[name] for name in _PLAIN}
    rest = json.loads(row["rest"]) if row["rest"] else {}
    for name, value in rest.items():
        if name == "directives":
            rest[name] = tuple(Directive(*one) for one in value)
        elif isinstance(value, list):
            rest[name] = tuple(tuple(one) if isinstance(one, list) else one for one in value)
    return Document(**plain, **rest)


def figure_table(figures: Sequence[Figure]) -> Any:
    """Figures, each with its exact numbers as text beside those that queries count with."""
    columns: dict[str, Sequence[Any]] = dict.fromkeys(COLUMNS["figures"], ())
    if figures:
        direct = zip(*map(_GET, figures), strict=True)
        columns.update(zip(_DIRECT, direct, strict=True))
        for name in _NUMBERS:
            numbers = (getattr(figure, name) for figure in figures)
            columns[name] = [None if one is None else float(one) for one in numbers]
        columns["number"] = [number_of(figure.id) for figure in figures]
        columns["exact"] = [_exact(figure) for figure in figures]
        voices = [figure.attribution or _NOBODY for figure in figures]
        columns["speaker"] = [voice.source or None for voice in voices]
        columns["cue"] = [voice.cue or None for voice in voices]
        columns["via"] = [voice.via or None for voice in voices]
        columns["quoted"] = [
            None if figure.attribution is None else figure.attribution.quoted for figure in figures
        ]
        remarks = [figure.remark for figure in figures]
        columns["remark"] = [one and one.text for one in remarks]
        columns["remark_start"] = [None if one is None else one.start for one in remarks]
        columns["remark_end"] = [None if one is None else one.end for one in remarks]
        columns["remark_source"] = [one and one.source for one in remarks]
    return table_of("figures", columns)


_NOBODY = Attribution("", "")


def number_of(figure: str) -> int:
    """The running number in the id of a figure."""
    return int(figure.rpartition("#")[2])


def _exact(figure: Figure) -> str:
    return "|".join("" if one is None else str(one) for one in _GET_NUMBERS(figure))


def figure_of(row: Mapping[str, Any]) -> Figure:
    """The figure of a row, equal to the one that was stored."""
    known = {field: row[column] for column, field in _DIRECT.items()}
    known["qualifiers"], known["concept"] = tuple(row["qualifiers"]), tuple(row["concept"])
    for name, written in zip(_NUMBERS, row["exact"].split("|"), strict=True):
        known[name] = Decimal(written) if written else None
    if row["quoted"] is not None:
        known["attribution"] = Attribution(
            row["speaker"] or "", row["cue"] or "", row["via"] or "", row["quoted"]
        )
    if row["remark_start"] is not None:
        known["remark"] = Remark(
            row["remark"], row["remark_start"], row["remark_end"], row["remark_source"]
        )
    return Figure(**known)


def claim_table(claims: Iterable[Claim]) -> Any:
    """Claims with the ids of their figures."""
    return rows_table(
        "shard_claims",
        [
            (
                claim.id, claim.label, claim.status, claim.measure, claim.story, claim.origins,
                claim.figures, len({name.rpartition("#")[0] for name in claim.figures}),
            )
            for claim in claims
        ],
    )  # fmt: skip


def claim_of(row: Mapping[str, Any]) -> Claim:
    """The claim of a row."""
    return Claim(
        row["id"], row["label"], tuple(row["members"]), row["status"], row["story"],
        row["measure"], row["origins"],
    )  # fmt: skip


def finding_table(rows: Sequence[tuple[Finding, str, str, str, int, str]]) -> Any:
    """Findings.

    Args:
        rows: A finding, its fingerprint among findings of its own, how and why it is suppressed,
            and the number of conditions and the code of its rule, by which findings are ordered.
    """
    return rows_table(
        "shard_findings",
        [
            (
                base, one.rule, one.family, one.severity, one.verdict, one.label, one.message,
                one.explanation, one.figures[0].rpartition("#")[0] if one.figures else "",
                one.figures, how or None, reason or None, conditions, code,
            )
            for one, base, how, reason, conditions, code in rows
        ],
    )  # fmt: skip
