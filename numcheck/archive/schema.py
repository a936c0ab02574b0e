"""The tables of a store, and the version of their columns.

``VERSION`` grows when a column changes its meaning or goes; new columns do not change it. The
columns are documented in ``docs/archives.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

__all__ = ["COLUMNS", "STORE", "VERSION", "arrow_schema", "empty"]

VERSION = 1

_T, _I, _F, _B, _L = "text", "int", "double", "bool", "texts"

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "documents": {
        "id": _T, "title": _T, "source": _T, "published": _T, "url": _T, "path": _T,
        "text": _T, "characters": _I, "figures": _I, "given_id": _T, "rest": _T,
    },
    "figures": {
        "id": _T, "document": _T, "number": _I, "field": _T, "start_offset": _I,
        "end_offset": _I, "text": _T, "kind": _T, "value": _F, "low": _F, "high": _F,
        "bound": _T, "hedge": _T, "trend": _T, "unit": _T, "counted": _T, "qualifiers": _L,
        "concept": _L, "event": _T, "subject": _T, "iso": _T, "as_of": _T, "speaker": _T,
        "cue": _T, "via": _T, "quoted": _B, "stance": _T, "resolution": _F, "low_open": _B,
        "high_open": _B, "per": _T, "remark": _T, "remark_start": _I, "remark_end": _I,
        "remark_source": _T, "furniture": _B, "sentence": _I, "first_token": _I,
        "last_token": _I, "exact": _T,
    },
    "findings": {
        "number": _I, "fingerprint": _T, "rule": _T, "family": _T, "severity": _T,
        "verdict": _T, "label": _T, "message": _T, "explanation": _T, "document": _T,
        "figures": _L, "documents": _I, "suppressed": _T, "reason": _T,
    },
    "claims": {
        "id": _T, "label": _T, "status": _T, "measure": _T, "story": _T, "figures": _I,
        "documents": _I, "origins": _I,
    },
    "claim_figures": {"claim": _T, "place": _I, "figure": _T, "document": _T},
    "stories": {"id": _T, "label": _T, "document": _T},
    "sources": {
        "source": _T, "documents": _I, "figures": _I, "findings": _I, "unverified": _I,
        "first_published": _T, "last_published": _T,
    },
    "errors": {"place": _T, "problem": _T},
    "meta": {"key": _T, "value": _T},
    # What a shard keeps for the steps across documents.
    "shard_claims": {
        "id": _T, "label": _T, "status": _T, "measure": _T, "story": _T, "origins": _I,
        "members": _L, "documents": _I,
    },
    "shard_findings": {
        "fingerprint": _T, "rule": _T, "family": _T, "severity": _T, "verdict": _T,
        "label": _T, "message": _T, "explanation": _T, "document": _T, "figures": _L,
        "suppressed": _T, "reason": _T, "conditions": _I, "code": _T,
    },
    "shard_raised": {
        "document": _T, "rule": _T, "message": _T, "explanation": _T, "verdict": _T,
        "severity": _T, "label": _T, "outside": _B, "target": _T, "figures": _L,
    },
    "terms": {"id": _T, "published": _T, "terms": _L, "weights": "doubles"},
    "compared": {"id": _T},
}  # fmt: skip

STORE = (
    "documents", "figures", "findings", "claims", "claim_figures", "stories", "sources", "errors",
    "meta",
)  # fmt: skip
"""The tables that people query."""


@cache
def arrow_schema(name: str) -> Any:
    """The Arrow schema of a table.

    Args:
        name: A key of :data:`COLUMNS`.
    """
    import pyarrow as pa

    types = {
        _T: pa.string(), _I: pa.int64(), _F: pa.float64(), _B: pa.bool_(),
        _L: pa.list_(pa.string()), "doubles": pa.list_(pa.float64()),
    }  # fmt: skip
    return pa.schema([(column, types[kind]) for column, kind in COLUMNS[name].items()])


def empty(name: str) -> Any:
    """The table without rows."""
    return arrow_schema(name).empty_table()
