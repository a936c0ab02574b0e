"""Where the shipped rules are, and where what was computed from them is kept."""

from __future__ import annotations

import os

__all__ = ["cache_directory", "shipped_rules"]


def shipped_rules() -> str:
    """The directory of the shipped packs: inside a wheel, or beside the package in a checkout."""
    package = os.path.dirname(os.path.dirname(__file__))
    inside = os.path.join(package, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "rules")


def cache_directory() -> str:
    """Where results and compiled rules are kept: ``NUMCHECK_CACHE``, else the user's cache."""
    chosen = os.environ.get("NUMCHECK_CACHE")
    if chosen:
        return chosen
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "numcheck")
