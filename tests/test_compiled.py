"""The compiled wheel gives the same figures as the plain modules.

Compiling takes minutes, so this runs only where it is asked for: ``NUMCHECK_COMPILE=1 pytest
tests/test_compiled.py``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
COMPILES = os.environ.get("NUMCHECK_COMPILE", "") not in ("", "0")
READER = """
import json, sys
from numcheck import Document, extract
from numcheck.extraction import scan
print(scan.__file__)
for text in json.load(sys.stdin):
    print(json.dumps([each.to_dict() for each in extract(Document(id="a", text=text))]))
"""


def texts() -> list[str]:
    cases = yaml.safe_load((ROOT / "tests/quality/extraction.yaml").read_text(encoding="utf-8"))
    seeds = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("seeds/*/*.txt"))]
    return [case["text"] for case in cases] + seeds


def figures(home: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", READER], cwd=home, env={**os.environ, "PYTHONPATH": str(home)},
        input=json.dumps(texts()), capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    return done.stdout.splitlines()


@pytest.mark.skipif(not COMPILES, reason="compiling takes minutes; set NUMCHECK_COMPILE=1")
def test_compiled_modules_give_the_figures_of_the_plain_ones(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, timeout=1800)
    (wheel,) = tmp_path.glob("*.whl")
    home = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(home)
    module, *compiled = figures(home)
    plain_module, *plain = figures(ROOT)
    assert not module.endswith(".py")
    assert plain_module.endswith(".py")
    assert plain == compiled
