"""The README shows what the program prints, and its picture can be taken.

``python tests/test_readme.py`` puts today's output into the README.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # also when it is run by itself

from tests.shown import SHOWN, current  # noqa: E402

README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "pictures" / "report.png"
PYTHON = re.compile(r"```python\n([\s\S]*?)```")


def test_the_readme_shows_what_the_program_prints() -> None:
    text = README.read_text("utf-8")
    assert SHOWN.search(text)
    assert current(text) == text


def test_the_python_examples_in_the_readme_run() -> None:
    examples = PYTHON.findall(README.read_text("utf-8"))
    assert examples
    for example in examples:
        subprocess.run([sys.executable, "-c", example], cwd=ROOT, check=True, capture_output=True)


def test_the_picture_is_there_and_small() -> None:
    assert f"]({PICTURE.relative_to(ROOT).as_posix()})" in README.read_text("utf-8")
    data = PICTURE.read_bytes()
    assert data.startswith(b"\x89PNG\r\n")
    assert len(data) < 250_000


if __name__ == "__main__":
    README.write_text(current(README.read_text("utf-8")), "utf-8")
