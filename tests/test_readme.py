"""The output that the README shows is what the program prints.

``python tests/test_readme.py`` puts today's output into the README.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SHOWN = re.compile(r"(?<=```console\n)\$ numcheck (.+)\n[\s\S]*?(?=```)")
PYTHON = re.compile(r"```python\n([\s\S]*?)```")


def output_of(arguments: str) -> str:
    """What the command prints, without the colours and widths of a terminal."""
    command = [sys.executable, "-m", "numcheck", *shlex.split(arguments)]
    done = subprocess.run(
        command, cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def current(text: str) -> str:
    """The README with every shown command followed by what it prints now."""
    return SHOWN.sub(lambda match: f"$ numcheck {match[1]}\n{output_of(match[1])}", text)


def test_the_readme_shows_what_the_program_prints() -> None:
    text = README.read_text("utf-8")
    assert SHOWN.search(text)
    assert current(text) == text


def test_the_python_examples_in_the_readme_run() -> None:
    examples = PYTHON.findall(README.read_text("utf-8"))
    assert examples
    for example in examples:
        subprocess.run([sys.executable, "-c", example], cwd=ROOT, check=True, capture_output=True)


if __name__ == "__main__":
    README.write_text(current(README.read_text("utf-8")), "utf-8")
