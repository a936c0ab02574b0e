"""The nearest configuration upwards from the inputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck.configuration import find_configuration


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "desk" / "drafts").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "desk" / "drafts" / "a.txt").touch()
    monkeypatch.chdir(tmp_path / "elsewhere")
    return tmp_path / "desk"


def test_without_a_file_there_is_no_configuration() -> None:
    assert "" == find_configuration(["../desk/drafts/a.txt"])


@pytest.mark.parametrize("name", ["numcheck.toml", ".numcheck.yaml"])
@pytest.mark.parametrize("inputs", [["../desk/drafts/a.txt"], ["../desk"], ["../desk/**/*.txt"]])
def test_it_is_found_upwards_from_the_inputs(desk: Path, name: str, inputs: list[str]) -> None:
    (desk / name).touch()
    assert f"../desk/{name}" == find_configuration(inputs)


def test_the_nearest_one_counts(desk: Path) -> None:
    (desk / "numcheck.toml").touch()
    (desk / "drafts" / ".numcheck.yaml").touch()
    assert "../desk/drafts/.numcheck.yaml" == find_configuration(["../desk/drafts/a.txt"])


def test_a_project_file_counts_if_it_has_a_table_for_us(desk: Path) -> None:
    (desk / "pyproject.toml").write_text("[tool.other]\n")
    assert "" == find_configuration(["../desk/drafts"])
    (desk / "pyproject.toml").write_text("[tool.numcheck]\n")
    assert "../desk/pyproject.toml" == find_configuration(["../desk/drafts"])


def test_of_several_in_one_directory_our_own_counts(desk: Path) -> None:
    (desk / "pyproject.toml").write_text("[tool.numcheck]\n")
    (desk / "numcheck.toml").touch()
    assert "../desk/numcheck.toml" == find_configuration(["../desk"])


@pytest.mark.parametrize("inputs", [["-"], [], [""], ["a\0b"]])
def test_standard_input_is_configured_from_here(inputs: list[str]) -> None:
    Path("numcheck.toml").touch()
    assert "numcheck.toml" == find_configuration(inputs)


def test_an_input_without_a_configuration_takes_the_one_here() -> None:
    Path("numcheck.toml").touch()
    assert "numcheck.toml" == find_configuration(["../desk/drafts/a.txt"])


def test_a_project_file_that_cannot_be_read_is_passed_over(desk: Path) -> None:
    (desk / "pyproject.toml").symlink_to(desk / "nowhere")
    assert "" == find_configuration(["../desk"])
