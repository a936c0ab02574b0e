"""Rules: data that says which figures belong together and how they must relate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = [
    "ExampleResult",
    "Rule",
    "RuleSet",
    "explain",
    "load_rules",
    "read_sentences",
    "run",
    "test_rules",
]

if TYPE_CHECKING:
    from numcheck.engine.examples import ExampleResult, test_rules
    from numcheck.engine.explanation import explain
    from numcheck.engine.loader import load_rules
    from numcheck.engine.rule import Rule, RuleSet
    from numcheck.engine.running import run
    from numcheck.engine.sentence_reading import read_sentences

_HOMES = {
    "ExampleResult": "examples",
    "Rule": "rule",
    "RuleSet": "rule",
    "explain": "explanation",
    "load_rules": "loader",
    "read_sentences": "sentence_reading",
    "run": "running",
    "test_rules": "examples",
}


def __getattr__(name: str) -> Any:
    """Import on first use: a check needs neither the validator nor the example runner."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
