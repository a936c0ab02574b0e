"""Output that pages show, put beside what the program prints today."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHOWN = re.compile(r"(?<=```console\n)\$ numcheck (.+)\n[\s\S]*?(?=```)")
"""A block that begins with a command, of which the rest is what it prints."""

_STORE = "archive query store "


def output_of(arguments: str) -> str:
    """What a command prints, without the colours and widths of a terminal.

    A command that asks the archive ``store`` gets one of the sample articles.
    """
    words = shlex.split(arguments)
    if arguments.startswith(_STORE):
        words[words.index("store")] = str(Path(_store().name) / "store")
    return _run(words)


def current(text: str) -> str:
    """The page with every shown command followed by what it prints now."""
    return SHOWN.sub(lambda match: f"$ numcheck {match[1]}\n{output_of(match[1])}", text)


@cache
def _store() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory()  # removed when the process ends
    _run(["archive", "run", "seeds", "--out", str(Path(folder.name) / "store")])
    return folder


def _run(words: list[str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "numcheck", *words],
        cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    return done.stdout
