"""Tables of reference figures: one module a format, found by the suffixes that it names.

Each module has ``SUFFIXES`` and ``rows(path, problems)``, which yields a
:class:`numcheck.facts.row.Row` for each row and takes down what is wrong with the others.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import Any

__all__ = ["format_of", "suffixes"]


@cache
def _modules() -> dict[str, Any]:
    entries = sorted(os.listdir(os.path.dirname(__file__)))
    found: dict[str, Any] = {}
    for entry in entries:
        name = entry.removesuffix(".py")
        if entry.endswith(".py") and not name.startswith("_"):
            module = import_module(f"{__name__}.{name}")
            found.update(dict.fromkeys(module.SUFFIXES, module))
    return found


def format_of(path: str) -> Any:
    """The module that reads a file; ``None`` where no format has its suffix."""
    return _modules().get(os.path.splitext(path)[1].lower())


def suffixes() -> tuple[str, ...]:
    """All suffixes of tables, in order."""
    return tuple(sorted(_modules()))
