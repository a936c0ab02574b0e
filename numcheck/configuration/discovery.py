"""Where the configuration of some inputs is: the nearest file upwards from them."""

from __future__ import annotations

import os
from collections.abc import Sequence

__all__ = ["NAMES", "find_configuration"]

NAMES = ("numcheck.toml", ".numcheck.yaml", "pyproject.toml")
"""What a configuration may be called; of several in one directory the first one counts."""

_TABLE = b"[tool.numcheck"


def find_configuration(inputs: Sequence[str] = ()) -> str:
    """The configuration file for some inputs.

    Args:
        inputs: What is checked, as named on the command line.

    Returns:
        The file in the nearest directory upwards from what the inputs have in common, else from
        the working directory; empty if there is none.
    """
    for start in (_common(inputs), os.getcwd()):
        found = _upwards(start) if start else ""
        if found:
            return found
    return ""


def _common(inputs: Sequence[str]) -> str:
    """The deepest directory that holds all inputs; empty if they have none in common."""
    folders = []
    for name in inputs:
        if name in ("", "-") or "\0" in name:
            continue
        # Of a pattern, what stands before its first sign.
        plain = name
        while any(sign in plain for sign in "*?["):
            plain = os.path.dirname(plain)
        real = os.path.abspath(plain)
        folders.append(real if os.path.isdir(real) else os.path.dirname(real))
    try:
        return os.path.commonpath(folders) if folders else ""
    except ValueError:  # on different drives
        return ""


def _upwards(folder: str) -> str:
    while True:
        for name in NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (name != "pyproject.toml" or _speaks_of_us(path)):
                return _shown(path)
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above


def _speaks_of_us(path: str) -> bool:
    """Whether a project file has a table of ours, without the cost of parsing it."""
    try:
        with open(path, "rb") as stream:
            return _TABLE in stream.read()
    except OSError:
        return False


def _shown(path: str) -> str:
    """The path as short as it can be said from here."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on another drive
        return path
    return relative if not relative.startswith(os.pardir + os.sep + os.pardir) else path
