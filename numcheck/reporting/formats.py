"""Finds the modules that write a format, by looking into their package."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

__all__ = ["formats", "load"]


def formats(package: str) -> tuple[str, ...]:
    """
    Names of the formats in a package of :mod:`numcheck.reporting`, without importing them.

    Args:
        package: ``"reports"`` or ``"listings"``.

    Returns:
        ``text`` first, since it is the default, then by name.
    """
    # os.listdir rather than pkgutil or importlib.resources, which take 10 ms to import.
    entries = os.listdir(os.path.join(os.path.dirname(__file__), package))
    names = [entry.removesuffix(".py") for entry in entries if _is_format(entry)]
    return tuple(sorted(names, key=lambda name: (name != "text", name)))


def load(package: str, name: str) -> Any:
    """The module that writes format ``name``; its ``render`` does the work."""
    return import_module(f"numcheck.reporting.{package}.{name}")


def _is_format(name: str) -> bool:
    return name.endswith(".py") and not name.startswith("_")
