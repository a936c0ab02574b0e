"""Checking documents as some settings ask for it, and keeping the results.

What the command line and the language server have in common: rules, reference figures and a
baseline are loaded when they are first needed, findings are sorted out, and a result that was
computed before is read back instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["Desk", "Results", "results_directory", "rules_in_force"]

if TYPE_CHECKING:
    from numcheck.inspection.desk import Desk, rules_in_force
    from numcheck.inspection.results import Results, results_directory

_HOMES = {
    "Desk": "desk",
    "Results": "results",
    "results_directory": "results",
    "rules_in_force": "desk",
}


def __getattr__(name: str) -> Any:
    """Import on first use: what is asked for decides what a run has to pay for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
