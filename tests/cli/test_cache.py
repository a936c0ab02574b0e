"""Results that ``check`` keeps, and ``clean``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from numcheck.cli import CLEAN, FINDINGS, main

ROOT = Path(__file__).parent.parent.parent
WRONG = "Sales in Ostrava rose from £40m to £60m, up 30%.\n"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache that is empty, and a working directory with an article."""
    monkeypatch.setenv("NUMCHECK_CACHE", str(tmp_path / "cache"))
    (tmp_path / "a.txt").write_text(WRONG)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "cache"


def kept(cache: Path) -> list[Path]:
    return sorted((cache / "results").glob("*")) if (cache / "results").exists() else []


def output_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["check", *arguments])
    output = capsys.readouterr()
    return status, output.out, output.err


@pytest.mark.parametrize("name", ["text", "json", "sarif", "html"])
def test_seeds_are_told_alike_with_and_without_the_cache(
    name: str, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--format", name, str(ROOT / "seeds")]
    fresh = output_of(capsys, "--no-cache", *arguments)
    assert [] == kept(cache)
    first = output_of(capsys, *arguments)
    assert 1 == len(kept(cache))
    assert fresh == first == output_of(capsys, *arguments)
    assert 1 == len(kept(cache))


def test_suppressions_and_baselines_are_never_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert FINDINGS == main(["check", "a.txt"])
    (tmp_path / "a.txt.numcheck.yaml").write_text("ignore:\n  - rules: [B4]\n")
    assert CLEAN == main(["check", "a.txt"])
    (tmp_path / "a.txt.numcheck.yaml").unlink()
    assert CLEAN == main(["baseline", "write", "a.txt"])
    assert CLEAN == main(["check", "--baseline", ".numcheck-baseline.json", "a.txt"])
    assert FINDINGS == main(["check", "a.txt"])


def test_a_configuration_that_changes_counts_at_once(tmp_path: Path) -> None:
    assert FINDINGS == main(["check", "a.txt"])
    (tmp_path / "numcheck.toml").write_text('ignore = ["B"]\n')
    assert CLEAN == main(["check", "a.txt"])
    (tmp_path / "numcheck.toml").write_text('[severity]\nB = "warning"\n')
    assert CLEAN == main(["check", "a.txt"])
    (tmp_path / "numcheck.toml").unlink()
    assert FINDINGS == main(["check", "a.txt"])


def test_clean_forgets_the_results_and_nothing_else(
    cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "a.txt"])
    (cache / "mine.txt").write_text("keep me")
    capsys.readouterr()
    assert CLEAN == main(["clean"])
    assert capsys.readouterr().out.startswith("removed 1 result (")
    assert (True, []) == ((cache / "mine.txt").exists(), kept(cache))
    assert CLEAN == main(["clean"])
    assert "removed 0 results (0 kB)" in capsys.readouterr().out


def test_a_cache_that_cannot_be_written_is_silent(
    cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cache.write_text("in the way")
    status, _, errors = output_of(capsys, "a.txt")
    assert (FINDINGS, "") == (status, errors)
    assert CLEAN == main(["clean"])


def test_a_result_is_told_without_looking_for_figures_again(
    cache: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = output_of(capsys, "a.txt")
    monkeypatch.setattr("numcheck.api.check", None)
    assert fresh == output_of(capsys, "a.txt")
    (path,) = kept(cache)
    os.truncate(path, 100)
    with pytest.raises(AssertionError):
        assert fresh == output_of(capsys, "a.txt")
