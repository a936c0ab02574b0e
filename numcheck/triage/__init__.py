"""What becomes of findings: which are told, which were answered already.

Comments in a document, a sidecar file beside it, the configuration, and a baseline may each ask
that a finding is not told. Such findings stay in the report, apart from the others and with the
reason that was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["SIDECAR", "apply_baseline", "read_baseline", "suppress", "write_baseline"]

SIDECAR = ".numcheck.yaml"
"""What is added to the name of a file for the name of its sidecar."""

if TYPE_CHECKING:
    from numcheck.triage.baseline import apply_baseline, read_baseline, write_baseline
    from numcheck.triage.suppression import suppress

_HOMES = {
    "apply_baseline": "baseline",
    "read_baseline": "baseline",
    "suppress": "suppression",
    "write_baseline": "baseline",
}


def __getattr__(name: str) -> Any:
    """Import on first use: most runs silence nothing and should not pay for it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
