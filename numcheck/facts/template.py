"""A commented table of facts to begin one's own with."""

from __future__ import annotations

import os

from numcheck.errors import UsageError

__all__ = ["write_example"]

_HOME = os.path.join(os.path.dirname(__file__), "templates")
_BY_SUFFIX = {".csv": "facts.csv", ".yaml": "facts.yaml", ".yml": "facts.yaml"}


def write_example(path: str) -> None:
    """Write an example that works as it stands and explains its columns.

    Args:
        path: The new file; its suffix says which format.

    Raises:
        UsageError: No example of that format, or the file is there, or cannot be written.
    """
    name = _BY_SUFFIX.get(os.path.splitext(path)[1].lower())
    if name is None:
        raise UsageError(f"an example ends in {', '.join(_BY_SUFFIX)}; choose one of these", path)
    with open(os.path.join(_HOME, name), encoding="utf-8") as stream:
        text = stream.read()
    try:
        with open(path, "x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise UsageError("is there already; choose another name or remove it", path) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"cannot be written ({reason})", path) from error
