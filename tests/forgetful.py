"""A plugin for mutation testing, see docs/mutation.md: ``pytest -p tests.forgetful``.

What one test has had compiled, the next must compile again: otherwise a mutant of the compiler is
only ever seen by the test that came first.
"""

from __future__ import annotations

import sys

import pytest

from numcheck.engine.expression import evaluate, syntax
from numcheck.model import scale

# The dispatch to mutants puts two more frames on every call.
sys.setrecursionlimit(10_000)


@pytest.fixture(autouse=True)
def nothing_compiled() -> None:
    """Start without the caches of expressions and units."""
    cached = vars(evaluate) | vars(syntax) | vars(scale)
    for function in cached.values():
        if hasattr(function, "cache_clear"):
            function.cache_clear()
