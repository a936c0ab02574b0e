"""The script that takes the README's picture."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_the_picture_of_the_readme_can_be_taken_again(chromium_path: str, tmp_path: Path) -> None:
    target = tmp_path / "report.png"
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "readme_picture.py"), str(target)],
        check=False, capture_output=True, text=True, env={"NUMCHECK_BROWSER": chromium_path},
    )  # fmt: skip
    assert (0, "") == (done.returncode, done.stderr)
    assert target.read_bytes().startswith(b"\x89PNG\r\n")
