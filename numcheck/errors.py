"""Every error that numcheck raises on purpose.

The tree::

    NumcheckError                  one clear line: what was wrong, where, what to do
    ├── InputError                 a document that cannot be read
    ├── RuleError                  one or more problems in rule files (carries all of them)
    ├── VocabularyError            a word list that cannot be used
    ├── FactsError                 a reference row that cannot be used
    ├── ConfigError                a configuration that cannot be used
    └── UsageError                 a call that makes no sense

All of them pickle, so they survive a process pool, and none carries a live object.
"""

from __future__ import annotations

import re

__all__ = [
    "ConfigError",
    "FactsError",
    "InputError",
    "NumcheckError",
    "RuleError",
    "UsageError",
    "VocabularyError",
]


_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class NumcheckError(Exception):
    """Base class. ``str(error)`` is ready to be shown to a user.

    Args:
        problem: What was wrong, and what to do about it, without a full stop.
        place: The input and the position in it (``"a.jsonl:7"``); may be empty.
    """

    def __init__(self, problem: str, place: str = "") -> None:
        # A file may be called anything, a line that gives orders to a build server included.
        place = _CONTROL.sub("\ufffd", place)
        super().__init__(problem, place)
        self.problem = problem
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}" if self.place else self.problem


class InputError(NumcheckError):
    """A document that cannot be read; the others are still checked.

    Its line stays one line whatever a member of an archive is called.
    """

    def __init__(self, problem: str, place: str = "") -> None:
        super().__init__(_CONTROL.sub("\ufffd", problem), place)


class RuleError(NumcheckError):
    """Problems in rule files; ``problem`` may span several lines, one block a problem."""


class VocabularyError(NumcheckError):
    """A word list that cannot be used."""


class FactsError(NumcheckError):
    """A reference row that cannot be used."""


class ConfigError(NumcheckError):
    """A configuration that cannot be used."""


class UsageError(NumcheckError):
    """A call that makes no sense."""
