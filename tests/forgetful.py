"""A plugin for mutation testing: ``pytest -p tests.forgetful``, see docs/mutation.md.

What one test has had compiled, the next must compile again: otherwise a mutant of the compiler is
only ever seen by the test that came first.
"""

from __future__ import annotations

import gc
import sys

import pytest
from hypothesis import Phase, settings

from numcheck import Document
from numcheck.engine import load_rules
from numcheck.engine.expression import evaluate, syntax
from numcheck.engine.units import scale as scale_of
from numcheck.extraction import analyse
from numcheck.model import scale


def pytest_configure() -> None:
    """Set the process up; merely importing this module, as a search for doctests does, must not."""
    # The dispatch to mutants puts two more frames on every call.
    sys.setrecursionlimit(10_000)
    # One failure is enough; nobody reads its smallest example.
    settings.register_profile(
        "mutation",
        deadline=None,
        derandomize=True,
        max_examples=25,
        phases=(Phase.explicit, Phase.generate),
    )
    # What costs a second is loaded before the process is copied for every mutant.
    scale_of("a unit that only pint can refuse")
    load_rules()
    analyse(Document("a", "They sold 14 of 12 boats."))
    # A copy lives for less time than it takes to look for garbage among what it has inherited.
    gc.disable()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_compiled() -> None:
    """Start without the caches of expressions and units."""
    cached = vars(evaluate) | vars(syntax) | vars(scale)
    for function in cached.values():
        if hasattr(function, "cache_clear"):
            function.cache_clear()
