"""Commented rule files to begin a rule of one's own with."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable

from numcheck.errors import UsageError

__all__ = ["schema_path", "template_names", "write_template"]

_HOME = os.path.join(os.path.dirname(__file__), "templates")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TAKEN = re.compile(r"^family: *X1\b[\s\S]*?^number: *(\d+)", re.MULTILINE)
_LONGEST = 60


def schema_path() -> str:
    """The JSON Schema of rule files that is shipped with the package."""
    package = os.path.dirname(os.path.dirname(__file__))
    return os.path.join(package, "schemas", "rule.schema.json")


def template_names() -> tuple[str, ...]:
    """The shapes that there is a template for."""
    return tuple(sorted(name.removesuffix(".yaml") for name in os.listdir(_HOME)))


def write_template(name: str, directory: str, shape: str, taken: Iterable[str] = ()) -> str:
    """Write a rule that works as it stands and explains itself.

    Args:
        name: Readable name of the new rule; also the name of its file.
        directory: Where to put it; made if it is not there.
        shape: One of :func:`template_names`.
        taken: Names of rules that are there already.

    Returns:
        The path of the file.

    Raises:
        UsageError: The name cannot be one or is taken, or the file is there.
    """
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        problem = "a rule's name is lower-case words joined by hyphens, such as ticket-price"
        raise UsageError(problem, name)
    if name in taken:
        raise UsageError("a shipped rule is called so already; choose another name", name)
    path = os.path.join(directory, f"{name}.yaml")
    with open(os.path.join(_HOME, f"{shape}.yaml"), encoding="utf-8") as stream:
        text = stream.read()
    filled = {
        "@NAME@": name,
        "@FILE@": path,
        "@SCHEMA@": schema_path(),
        "@NUMBER@": str(_free_number(directory)),
    }
    for mark, value in filled.items():
        text = text.replace(mark, value)
    try:
        if directory and not os.path.isdir(directory):
            os.makedirs(directory)
    except OSError as error:
        raise _unwritable(directory, error) from error
    try:
        with open(path, "x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise UsageError("is there already; choose another name or remove it", path) from error
    except OSError as error:
        raise _unwritable(path, error) from error
    return path


def _unwritable(path: str, error: OSError) -> UsageError:
    return UsageError(f"cannot be written ({(error.strerror or str(error)).lower()})", path)


def _free_number(directory: str) -> int:
    """The first number that no rule beside it has in the family of the templates."""
    taken: set[int] = set()
    for entry in sorted(os.listdir(directory)) if os.path.isdir(directory) else ():
        if not entry.endswith((".yaml", ".yml")):
            continue
        # What cannot be read here is for whoever loads the rules to complain about.
        with (
            contextlib.suppress(OSError),
            open(os.path.join(directory, entry), encoding="utf-8", errors="replace") as stream,
        ):
            taken.update(int(found) for found in _TAKEN.findall(stream.read()))
    return next(number for number in range(1, len(taken) + 2) if number not in taken)
