"""Changes between two versions as one JSON document."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.alignment.versions import Change
from numcheck.model import Document
from numcheck.reporting.dumps import dumps
from numcheck.reporting.style import Style

__all__ = ["render"]


def render(documents: Sequence[Document], changes: Sequence[Change], style: Style) -> str:
    """An object with the two ``documents`` and their ``changes``, figures as in a report."""
    rows = [
        {
            "kind": change.kind,
            "old": change.old.to_dict() if change.old else None,
            "new": change.new.to_dict() if change.new else None,
        }
        for change in changes
    ]
    content = {"documents": [document.to_dict() for document in documents], "changes": rows}
    return dumps(content, indent=2) + "\n"
