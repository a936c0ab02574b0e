"""The script that derives the lexicon, on tables of a few lines."""

from __future__ import annotations

import gzip
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "build_lexicon", ROOT / "tools" / "build_lexicon.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    inflections = (
        "wolf,noun,wolves\nsheep,noun,sheep\nKorean,noun,Koreans\nsail,verb,sailed,,sailing,sails\n"
    )
    lemmas = (
        "wolves,noun,wolf\nKoreans,noun,Korean\nsailed,verb,sail\nsails,verb,sail\nbig,adj,big\n"
    )
    usual = "wolves NNS\ncounties NNS\ncounty NN\nsailed VBD\nsails VBZ\nKorean NNP\n#x NN\n"
    for name, text in (("infl_lu.csv.gz", inflections), ("lemma_lu.csv.gz", lemmas)):
        with gzip.open(tmp_path / name, "wt", encoding="utf-8") as file:
            file.write(text)
    (tmp_path / "usual.txt").write_text(usual, encoding="utf-8")
    return tmp_path


def records(script: ModuleType, sources: Path) -> dict[str, str]:
    table = script.Table()
    table.inflections(sources / "infl_lu.csv.gz")
    table.lemmas(sources / "lemma_lu.csv.gz")
    table.readings(sources / "usual.txt")
    table.regular()
    lines = (line for bucket in table.records() for line in bucket)
    return dict(line.split("\t") for line in lines)


def test_a_record_holds_flags_usual_reading_and_edits(script: ModuleType, sources: Path) -> None:
    found = records(script, sources)

    assert "002N3f" == found["wolves"]
    assert "030d/2" == found["sailed"]
    assert "008z/1" == found["sails"]
    assert "080j" == found["big"]


def test_a_mass_noun_is_not_its_own_plural(script: ModuleType, sources: Path) -> None:
    assert "001n" == records(script, sources)["sheep"]


def test_a_name_is_marked(script: ModuleType, sources: Path) -> None:
    found = records(script, sources)

    assert ("201p", "202N1") == (found["korean"], found["koreans"])


def test_a_form_that_only_the_tagger_knows_gets_its_lemma(
    script: ModuleType, sources: Path
) -> None:
    assert "002N3y" == records(script, sources)["counties"]


def test_odd_characters_are_left_out(script: ModuleType, sources: Path) -> None:
    assert "#x" not in records(script, sources)


def test_a_missing_source_is_named(script: ModuleType) -> None:
    with pytest.raises(SystemExit, match="no_such_package is not installed"):
        script.package("no_such_package")


def test_an_installed_source_is_found_without_importing_it(script: ModuleType) -> None:
    assert script.package("numcheck").is_dir()
    assert "no_such_package" not in sys.modules
