"""The comparison with other tools runs and is fair."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "benchmarks" / "extraction.py"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("extraction_benchmark", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_repeated_articles_are_all_different(benchmark):
    texts = benchmark.articles(["They sold 1,250 cars in 2019.", "Some 300 men left."], 1)
    assert sum(len(text) for text in texts) >= 1000
    assert 10 == len(set(texts[:10]))


def test_thinned_text_keeps_its_own_sentences_and_adds_none_with_figures(benchmark):
    thinned = benchmark.thinned("They sold 40 cars. Sales rose 4%.")
    assert ["40", "4%"] == re.findall(r"\d+%?", thinned)
    assert len(thinned) > 200


def test_no_text_is_said_plainly(benchmark):
    with pytest.raises(SystemExit, match="no text"):
        benchmark.articles([""], 1)


def test_the_script_prints_a_line_for_numcheck():
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(SCRIPT), "--kilobytes", "4", "--seconds", "0.1"],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert re.search(r"numcheck +\S+ +[\d.,]+ +\d", done.stdout)
