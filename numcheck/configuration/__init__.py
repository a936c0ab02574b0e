"""Configuration: which rules are in force, how grave they are, and where that was said.

>>> from numcheck.configuration import configure
>>> configure().fail_on.value
'error'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["Settings", "apply", "configure", "find_configuration"]

if TYPE_CHECKING:
    from numcheck.configuration.application import apply
    from numcheck.configuration.discovery import find_configuration
    from numcheck.configuration.reading import configure
    from numcheck.configuration.settings import Settings

_HOMES = {
    "Settings": "settings",
    "apply": "application",
    "configure": "reading",
    "find_configuration": "discovery",
}


def __getattr__(name: str) -> Any:
    """Import on first use: most runs have no configuration and should not pay for one."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
