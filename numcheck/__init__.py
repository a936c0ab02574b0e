"""numcheck finds the figures in articles and reports those that cannot be right.

>>> from numcheck import Document, extract
>>> [figure.text for figure in extract(Document(id="a", text="Sales rose 4% to £3.2m."))]
['4%', '£3.2m']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Claim",
    "Document",
    "Figure",
    "Finding",
    "NumcheckError",
    "Report",
    "__version__",
    "analyse",
    "check",
    "extract",
]

if TYPE_CHECKING:
    from numcheck.api import check
    from numcheck.errors import NumcheckError
    from numcheck.extraction import analyse, extract
    from numcheck.model import Analysis, Claim, Document, Figure, Finding, Report

_HOMES = {
    "Analysis": "numcheck.model",
    "Claim": "numcheck.model",
    "Document": "numcheck.model",
    "Figure": "numcheck.model",
    "Finding": "numcheck.model",
    "NumcheckError": "numcheck.errors",
    "Report": "numcheck.model",
    "analyse": "numcheck.extraction",
    "check": "numcheck.api",
    "extract": "numcheck.extraction",
}


def __getattr__(name: str) -> Any:
    """Import on first use, so that ``import numcheck`` and ``--help`` stay fast."""
    if name not in _HOMES:
        raise AttributeError(f"module 'numcheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
