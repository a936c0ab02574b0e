"""YAML 1.2 core, through libyaml where it is there, with repeated keys refused.

A module of its own, since importing the parser costs 25 ms that most runs never need.
"""

from __future__ import annotations

from typing import Any

import yaml
import yamlcore

from numcheck.errors import VocabularyError
from numcheck.vocabulary import _yaml_bounds

__all__ = ["parse"]

_Base: Any = yamlcore.CCoreLoader if yaml.__with_libyaml__ else yamlcore.CoreLoader


class _StrictLoader(_Base):  # type: ignore[misc]
    """The core schema, strict about keys."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping whose keys are all different."""
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"the key {key.value!r} is there twice", key.start_mark
                    )
                seen.add(key.value)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return mapping


def parse(content: str, place: str) -> Any:
    """Plain data from YAML.

    Args:
        content: The YAML text.
        place: What to call it in errors.

    Raises:
        VocabularyError: Not YAML, or a key repeated; names line and column.
    """
    try:
        _yaml_bounds.check(content, _Base)
        return yaml.load(content, Loader=_StrictLoader)  # noqa: S506 - built on the base loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{place}:{mark.line + 1}:{mark.column + 1}" if mark else place
        raise VocabularyError(str(error.problem or error.context), where) from error
    except yaml.YAMLError as error:
        raise VocabularyError(" ".join(str(error).split()), place) from error
    except ValueError as error:  # a number with more digits than Python takes
        raise VocabularyError(str(error).partition(";")[0], place) from error
