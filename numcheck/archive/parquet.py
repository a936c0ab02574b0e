"""Parquet files whose bytes depend on their rows alone."""

from __future__ import annotations

import io
from typing import Any

from numcheck.archive.storage import Storage, StorageError

__all__ = ["ROW_GROUP", "read_table", "write_table"]

ROW_GROUP = 20_000
_LEVEL = 7


def write_table(storage: Storage, name: str, table: Any) -> None:
    """Write a table.

    Args:
        storage: The store.
        name: Name of the file.
        table: An Arrow table.

    Raises:
        StorageError: The store cannot be written.
    """
    import pyarrow.parquet as pq

    buffer = io.BytesIO()
    pq.write_table(
        table, buffer, row_group_size=ROW_GROUP, compression="zstd", compression_level=_LEVEL,
        write_statistics=True, store_schema=False,
    )  # fmt: skip
    storage.write(name, buffer.getvalue())


def read_table(storage: Storage, name: str) -> Any:
    """Read a table.

    Raises:
        StorageError: It is not there, or broken.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    data = storage.read(name)
    if data is None:
        raise StorageError("a file of the store is missing; run again", storage.address(name))
    try:
        return pq.read_table(io.BytesIO(data))
    except pa.ArrowException as error:
        problem = "a file of the store is broken; remove its folder and run again"
        raise StorageError(problem, storage.address(name)) from error
