"""Which files a store consists of, and which of them no longer belong to it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from typing import Any

from numcheck.archive.storage import LocalStorage, Storage

__all__ = ["SHARD_FOLDERS", "clean", "files_of"]

SHARD_FOLDERS = {
    "documents": "documents", "figures": "figures", "shard_claims": "shards/claims",
    "shard_findings": "shards/findings", "shard_raised": "shards/raised", "terms": "work/terms",
}  # fmt: skip
"""Where the tables of a shard go."""


def files_of(storage: Storage, made: Sequence[dict[str, Any]]) -> dict[str, list[str]]:
    """Addresses of the Parquet files of shards, by table, in order of the inputs."""
    names = [part["name"] for shard in made for part in shard["parts"]]
    return {
        table: [storage.address(f"{folder}/{name}.parquet") for name in names]
        for table, folder in SHARD_FOLDERS.items()
    }


def clean(storage: Storage, made: Sequence[dict[str, Any]] | None = None) -> None:
    """Remove what killed runs have left half written and, at the end of a run, what it did not use.

    Args:
        storage: The store.
        made: The shards that the store consists of; ``None`` before that is known.
    """
    folders = [*SHARD_FOLDERS.values(), "shards", ""]
    if isinstance(storage, LocalStorage):
        for folder in folders:
            storage.sweep(folder)
    if made is None:
        return
    parts = {f"{part['name']}.parquet" for shard in made for part in shard["parts"]}
    for folder in SHARD_FOLDERS.values():
        wanted = set() if folder.startswith("work") else parts
        for name in storage.names(folder):
            if name not in wanted:
                storage.remove(f"{folder}/{name}")
    markers = {f"{shard['key']}.json" for shard in made}
    for name in storage.names("shards"):
        if name.endswith(".json") and name not in markers:
            storage.remove(f"shards/{name}")
    storage.remove("work/started")
    if isinstance(storage, LocalStorage):
        shutil.rmtree(os.path.join(storage.root, "work"), ignore_errors=True)
