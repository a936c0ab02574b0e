"""The same input gives the same bytes, whatever the machine around it is like."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from numcheck import Document, check
from numcheck.reporting.formats import formats, load
from numcheck.reporting.style import Style

ROOT = Path(__file__).parent.parent.parent
SURROUNDINGS = {
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "a third hash seed": {"PYTHONHASHSEED": "4242"},
    "a time zone behind": {"TZ": "America/St_Johns"},
    "a time zone ahead": {"TZ": "Pacific/Kiritimati"},
    "a plain locale": {"LC_ALL": "C", "LANG": "C"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "an encoding that is not UTF-8": {"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
    "a narrow terminal": {"COLUMNS": "40", "TERM": "dumb"},
    "colour asked for": {"FORCE_COLOR": "1"},
}

SUFFIXES = (".csv", ".html", ".json", ".jsonl", ".jsonld", ".md", ".sarif", ".txt", ".xml")


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles") / "seeds"
    shutil.copytree(ROOT / "seeds", folder)
    assert len(list(folder.iterdir())) > 2
    return folder


def reports(articles: Path, out: Path, inputs: list[str], **env: str) -> dict[str, bytes]:
    """Reports in all formats that a suffix stands for, from one process."""
    out.mkdir()
    files = [part for suffix in SUFFIXES for part in ("--output", str(out / f"report{suffix}"))]
    command = [sys.executable, "-m", "numcheck", "check", "--exit-zero", *files, *inputs]
    plain = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(out)}
    subprocess.run(
        command,
        cwd=articles,
        env={"PYTHONHASHSEED": "0", **plain, **env},
        capture_output=True,
        check=True,
    )
    return {path.name: path.read_bytes() for path in sorted(out.glob("report.*"))}


@pytest.fixture(scope="module")
def expected(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    found = reports(articles, tmp_path_factory.mktemp("expected") / "out", ["."])
    assert len(SUFFIXES) == len(found)
    return found


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_the_bytes_do_not_depend_on(
    name: str, articles: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    assert expected == reports(articles, tmp_path / "out", ["."], **SURROUNDINGS[name])


def test_what_is_found_does_not_depend_on_the_order_of_the_inputs(
    articles: Path, tmp_path: Path
) -> None:
    # Documents are listed as they are named; everything else must be the same.
    names = sorted(str(path.relative_to(articles)) for path in articles.rglob("*.*"))
    one, other = (
        json.loads(reports(articles, tmp_path / turn, order)["report.json"])
        for turn, order in (("forwards", names), ("backwards", names[::-1]))
    )
    assert one["findings"]
    assert one["summary"] == other["summary"]
    for part in ("documents", "figures", "claims", "findings"):
        assert in_one_order(one[part]) == in_one_order(other[part])


def in_one_order(entries: list[object]) -> list[str]:
    return sorted(json.dumps(entry, sort_keys=True) for entry in entries)


@pytest.mark.parametrize("name", sorted(formats("reports")))
def test_every_format_writes_one_report_in_one_way(name: str) -> None:
    documents = [
        Document(id="a", text="Of the 40 crew, 12 died. About 3,000 marched.", source="Wire"),
        Document(id="b", text="Of the 40 crew, 21 died. Nowhere near 3,000 marched."),
    ]
    render = load("reports", name).render
    assert render(check(documents), Style()) == render(check(documents), Style())


ARCHIVES: dict[str, tuple[list[str], dict[str, str]]] = {
    "two jobs": (["--jobs", "2"], {}),
    "another hash seed, far away": (
        ["--jobs", "1"],
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"},
    ),
    "the inputs in another order": (["--jobs", "1", "reversed"], {"PYTHONUTF8": "0"}),
}


def stored(folder: Path, out: Path, arguments: list[str], env: dict[str, str]) -> dict[str, bytes]:
    """The files of a store, by their names."""
    names = sorted(path.name for path in folder.iterdir())
    if "reversed" in arguments:
        names.reverse()
    options = [one for one in arguments if one != "reversed"]
    command = [sys.executable, "-m", "numcheck", "archive", "run", "--exit-zero", "--out", str(out)]
    plain = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(out.parent)}
    subprocess.run(
        [*command, *options, *names],
        cwd=folder,
        env={"PYTHONHASHSEED": "0", **plain, **env},
        capture_output=True,
        check=True,
    )
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def small_archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("archive")
    (folder / "in").mkdir()
    for number in range(6):
        text = (
            f"A fire in Harwell killed {11 + number % 3} people at the Kestrel mill, police said. "
            f"Some {40 + number} firefighters fought it, Anna Keller said. Sales rose from 40 to "
            "60, up 30%.\n"
        )
        (folder / "in" / f"{number}.txt").write_text(text, "utf-8")
    return folder / "in", stored(folder / "in", folder / "store", ["--jobs", "1"], {})


@pytest.mark.parametrize("name", ARCHIVES)
def test_the_bytes_of_an_archive_do_not_depend_on(
    name: str, small_archive: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    folder, expected = small_archive
    found = stored(folder, tmp_path / "store", *ARCHIVES[name])
    if "order" not in name:
        assert expected == found
        return
    # Documents are kept in the order in which they are named; what is said of them is the same.
    said = [
        subprocess.run(
            [sys.executable, "-m", "numcheck", "archive", "query", str(store), question],
            capture_output=True, text=True, check=True,
        ).stdout
        for store in (folder.parent / "store", tmp_path / "store")
        for question in (
            "SELECT rule, message, fingerprint FROM findings ORDER BY ALL",
            "SELECT document, text, counted FROM figures ORDER BY ALL",
        )
    ]  # fmt: skip
    assert said[:2] == said[2:]
    assert "percent-change" in said[0]
