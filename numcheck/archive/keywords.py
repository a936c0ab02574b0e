"""The terms of documents, as rows: what tells which documents tell one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from numcheck.alignment.terms import terms_of
from numcheck.archive.parquet import read_table, write_table
from numcheck.archive.rows import document_of, rows_table
from numcheck.archive.storage import Storage

__all__ = ["restore_terms", "terms_table"]


def terms_table(bags: Sequence[tuple[str, str, Mapping[str, float]]]) -> Any:
    """The Arrow table of terms: id, day of publication and weighed terms of each document."""
    return rows_table(
        "terms", [(name, day, list(bag), list(bag.values())) for name, day, bag in bags]
    )


def restore_terms(storage: Storage, part: Mapping[str, Any]) -> None:
    """Write the terms of a part of a shard again, where they are gone.

    Terms are not kept between runs; they are told by the texts. A document that took too long has
    none, as when it was checked.

    Args:
        storage: The store.
        part: What its marker says of the part.
    """
    name = f"work/terms/{part['name']}.parquet"
    if storage.read(name) is not None:
        return
    rows = read_table(storage, f"documents/{part['name']}.parquet").to_pylist()
    documents = [document_of(row) for row in rows]
    overran = frozenset(part["overran"])
    bags = [
        (one.id, one.published, {} if one.id in overran else terms_of(one)) for one in documents
    ]
    write_table(storage, name, terms_table(bags))
