"""The law of archives: any documents, in shards, give what a single check of them gives."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from numcheck import Document, check
from tests.archive.articles import (
    OUTLETS,
    TOWNS,
    archive_of,
    claims,
    denial,
    findings,
    fire,
    market,
    run,
    told,
    write,
)

DAYS = st.sampled_from(["2024-05-01", "2024-05-03", "2024-06-20", ""])
COUNTS = st.sampled_from(["5", "seven", "at least 6", "12", "about 40"])


@st.composite
def sets_of_documents(draw: st.DrawFn) -> list[Document]:
    made = []
    for number in range(draw(st.integers(1, 14))):
        outlet, day = draw(st.sampled_from(OUTLETS)), draw(DAYS)
        match draw(st.integers(0, 3)):
            case 0 | 1:
                town = draw(st.sampled_from(TOWNS[:2]))
                made.append(fire(number, town, draw(COUNTS), outlet, day))
            case 2:
                made.append(market(number, outlet, day))
            case _:
                made.append(denial(number, outlet, day))
    return draw(st.permutations(made))


def same(documents: list[Document], folder: Path, **options: int) -> None:
    store = folder / "store"
    run(write(folder / "in.jsonl", documents), store, **options)
    assert told(check(documents)) == (findings(store), claims(store))


@settings(max_examples=12)
@given(sets_of_documents())
def test_an_archive_says_what_one_check_of_all_documents_says(documents: list[Document]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        same(documents, Path(folder), part_documents=2, bucket_documents=2)


def test_the_law_holds_beyond_the_small_numbers_in_which_one_shared_term_is_enough(
    tmp_path: Path,
) -> None:
    documents = archive_of(80)
    report = check(documents)
    across = [one for one in report.findings if len({f.split("#")[0] for f in one.figures}) > 1]
    assert across, "the archive has nothing to compare"
    assert any(claim.status == "conflicting" for claim in report.claims)
    same(documents, tmp_path)


def test_equal_sentences_in_different_shards_have_fingerprints_of_their_own(
    tmp_path: Path,
) -> None:
    documents = [market(5, "", f"20{10 + year}-01-01") for year in range(6)]
    documents = [
        Document(f"copy-{number}", one.text, published=one.published)
        for number, one in enumerate(documents)
    ]
    run(write(tmp_path / "in.jsonl", documents), tmp_path / "store", part_documents=1)
    prints = [row[0] for row in findings(tmp_path / "store")]
    assert len(prints) == len(set(prints)) == len(documents)
