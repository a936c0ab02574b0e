"""Checks that no formula says, each a module of this package found by its name.

A module ``some_name`` serves the rules that say ``check: some-name``. It holds

- ``Parameters``, a frozen dataclass of what a rule may set under ``parameters:``, with defaults;
- ``find(passage, parameters)``, which yields a :class:`numcheck.engine.passage.Flaw` for each
  thing that is wrong with the passage.
"""

from __future__ import annotations

import os
from dataclasses import fields
from decimal import Decimal
from functools import cache
from importlib import import_module
from typing import Any

__all__ = ["check_module", "check_names", "parameters_of"]


@cache
def check_names() -> tuple[str, ...]:
    """Names that ``check:`` may give."""
    from pkgutil import iter_modules

    home = [os.path.dirname(__file__)]
    return tuple(sorted(found.name.replace("_", "-") for found in iter_modules(home)))


@cache
def check_module(name: str) -> Any:
    """The module of a check.

    Raises:
        ModuleNotFoundError: No check is called so.
    """
    return import_module(f"{__name__}.{name.replace('-', '_')}")


def parameters_of(name: str, given: dict[str, Any]) -> Any:
    """The parameters of a check from the plain data of a rule that was validated."""
    parameters = check_module(name).Parameters
    converted = {}
    for one in fields(parameters):
        if one.name not in given:
            continue
        value = given[one.name]
        kind = str(one.type)
        if kind == "Decimal":
            value = Decimal(str(value))
        elif kind.startswith("tuple"):
            value = tuple(value)
        elif kind.startswith("frozenset"):
            value = frozenset(value)
        converted[one.name] = value
    return parameters(**converted)
