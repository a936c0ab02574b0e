"""How inputs are read: the tables ``limits`` and ``reading`` of a configuration."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from numcheck.configuration.source import ConfigSource, hint
from numcheck.reading.limits import Limits

__all__ = ["read_limits", "read_reading"]

_READING = ("fast-html", "text-column")


def read_limits(source: ConfigSource, given: Any) -> dict[str, int]:
    """What the table ``limits`` says: bounds by their names in :class:`Limits`.

    Args:
        source: The file; takes the complaints.
        given: The table.
    """
    if not isinstance(given, dict):
        source.complain("'limits' takes bounds with a number each, such as pdf-pages", ("limits",))
        return {}
    known = [field.name.replace("_", "-") for field in fields(Limits)]
    found = {}
    for name, value in given.items():
        path = ("limits", name)
        if name not in known:
            source.complain(f"unknown key {name!r}{hint(str(name), known)}", path)
        elif not isinstance(value, int) or isinstance(value, bool) or value < 1:
            source.complain(f"{name!r} is a whole number from 1", path)
        else:
            found[name.replace("-", "_")] = value
    return found


def read_reading(source: ConfigSource, given: Any) -> dict[str, Any]:
    """What the table ``reading`` says: choices by their names in ``ReadingOptions``.

    Args:
        source: The file; takes the complaints.
        given: The table.
    """
    if not isinstance(given, dict):
        source.complain("'reading' takes choices, such as fast-html = true", ("reading",))
        return {}
    found: dict[str, Any] = {}
    for name, value in given.items():
        path = ("reading", name)
        if name not in _READING:
            source.complain(f"unknown key {name!r}{hint(str(name), _READING)}", path)
        elif name == "fast-html" and not isinstance(value, bool):
            source.complain("'fast-html' is true or false", path)
        elif name == "text-column" and not (isinstance(value, str) and value):
            source.complain("'text-column' is the name of a column", path)
        else:
            found[name.replace("-", "_")] = value
    return found
