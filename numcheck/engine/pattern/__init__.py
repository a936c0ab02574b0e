"""Patterns over sentences whose figures are single tokens."""

from __future__ import annotations

from numcheck.engine.pattern.classes import WordClass, expand_classes
from numcheck.engine.pattern.matcher import Captured, Match, Matcher, compile_pattern
from numcheck.engine.pattern.stream import Stream
from numcheck.engine.pattern.syntax import PatternError, parse_pattern

__all__ = [
    "Captured",
    "Match",
    "Matcher",
    "PatternError",
    "Stream",
    "WordClass",
    "compile_pattern",
    "expand_classes",
    "parse_pattern",
]
