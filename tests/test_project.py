"""Facts about the package itself: what it ships, promises and points to."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

import numcheck

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the files in a freshly built wheel."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("numcheck-*.whl")
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def test_every_rule_file_is_in_the_wheel(wheel: set[str]) -> None:
    rules = {f"numcheck/{path.relative_to(ROOT)}" for path in ROOT.glob("rules/**/*.yaml")}
    assert rules
    assert set() == rules - wheel


def test_every_vocabulary_file_is_in_the_wheel(wheel: set[str]) -> None:
    words = {
        str(path.relative_to(ROOT))
        for path in ROOT.glob("numcheck/vocabulary/**/*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert words
    assert set() == words - wheel


def test_the_wheel_says_that_it_is_typed(wheel: set[str]) -> None:
    assert "numcheck/py.typed" in wheel


def test_the_wheel_carries_no_tests_or_sample_articles(wheel: set[str]) -> None:
    tops = {name.split("/")[0] for name in wheel if ".dist-info/" not in name}
    assert {"numcheck"} == tops


def test_the_installed_version_is_the_one_in_the_source() -> None:
    assert numcheck.__version__ == version("numcheck")


def test_the_changelog_has_a_section_for_what_is_not_released_yet() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_command_is_installed() -> None:
    (script,) = entry_points(group="console_scripts", name="numcheck")
    assert "numcheck.cli:main" == script.value


def test_every_dependency_has_a_lower_bound() -> None:
    project = PROJECT["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    loose = [
        name
        for group in groups
        for name in group
        if ">=" not in name and not name.startswith("numcheck[")
    ]
    assert [] == loose


@pytest.mark.parametrize("name", numcheck.__all__)
def test_every_public_name_can_be_imported(name: str) -> None:
    assert getattr(numcheck, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="numbers"):
        _ = numcheck.numbers


def test_dir_lists_the_public_names() -> None:
    assert sorted(numcheck.__all__) == dir(numcheck)


def test_importing_the_package_imports_no_third_party_library() -> None:
    probe = "import sys, numcheck; print([m for m in sys.modules if m in {'pint', 'yaml', 'rich'}])"
    done = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True)
    assert "[]" == done.stdout.strip()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text)
    broken = [target for target in targets if not (page.parent / target).exists()]
    assert [] == broken


def test_a_test_that_reaches_for_the_network_fails() -> None:
    with socket.socket() as door, pytest.raises(AssertionError, match="network"):
        door.connect(("127.0.0.1", 9))
