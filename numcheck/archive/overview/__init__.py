"""An archive at a glance: what is disputed, what nothing backs, what the rules found."""

from __future__ import annotations

from numcheck.archive.overview.gathering import overview_of
from numcheck.archive.overview.records import Overview
from numcheck.errors import UsageError

__all__ = ["FORMATS", "Overview", "overview_of", "render"]

FORMATS = ("markdown", "html", "csv")


def render(overview: Overview, format: str) -> str:
    """Write an overview.

    Args:
        overview: What to write.
        format: One of :data:`FORMATS`.

    Raises:
        UsageError: No such format.
    """
    if format not in FORMATS:
        raise UsageError(f"no format named {format!r}; choose one of {', '.join(FORMATS)}")
    from importlib import import_module

    output: str = import_module(f"numcheck.archive.overview.{format}").render(overview)
    return output
