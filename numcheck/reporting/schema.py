"""The JSON Schema of a report, which is kept by hand: its keys and their meanings are a promise."""

from __future__ import annotations

import os

__all__ = ["schema_text"]


def schema_text() -> str:
    """The schema of what ``--format json`` writes, as JSON."""
    package = os.path.dirname(os.path.dirname(__file__))
    path = os.path.join(package, "schemas", "report.schema.json")
    # The module's own loader also reads from a zip.
    data: bytes = __spec__.loader.get_data(path)  # type: ignore[union-attr]
    return data.decode("utf-8")
