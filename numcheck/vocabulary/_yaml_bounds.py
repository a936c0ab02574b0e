"""What YAML that people hand in may do: no depth that ends the stack, no aliases that multiply.

A few lines can name one value in another, that one in a third, and so on until a billion copies
fill the memory; brackets nested a hundred thousand deep end the parser's own stack. Both are seen
in the stream of events, before anything is built.
"""

from __future__ import annotations

from typing import Any

import yaml

__all__ = ["DEPTH", "check"]

DEPTH = 50
"""Lists and mappings within each other."""
_ALIASES = 100


def check(content: str, loader: Any) -> None:
    """Refuse YAML that would grow beyond its text.

    Args:
        content: The YAML text.
        loader: The class whose parser reads it.

    Raises:
        yaml.YAMLError: It is nested too deeply, has too many aliases, or one within a value that
            has a name itself; or it is not YAML.
    """
    named: list[bool] = []
    aliases = 0
    for event in yaml.parse(content, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            named.append(event.anchor is not None)
            if len(named) > DEPTH:
                raise _problem(f"nested deeper than {DEPTH} lists and mappings; flatten it", event)
        elif isinstance(event, yaml.CollectionEndEvent):
            named.pop()
        elif isinstance(event, yaml.AliasEvent):
            aliases += 1
            if aliases > _ALIASES:
                raise _problem(f"more than {_ALIASES} aliases; write the values out", event)
            if any(named):
                raise _problem("an alias within a value that has an anchor; write it out", event)


def _problem(text: str, event: Any) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=text, problem_mark=event.start_mark)
