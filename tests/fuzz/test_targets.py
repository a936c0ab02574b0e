"""What fuzzing looks for, tried on samples, on what it once found, and on some mutated copies."""

from __future__ import annotations

from random import Random

import pytest

from fuzz.mutate import copies, mutated
from fuzz.targets import TARGETS, Broken, samples

READERS = sorted(name for name in TARGETS if name.startswith("reader-"))


@pytest.mark.parametrize("name", sorted(set(TARGETS) - {"rules", "report"}))
def test_samples_and_former_finds_hold(name: str) -> None:
    for data in samples(name):
        TARGETS[name](data)


@pytest.mark.parametrize("name", READERS)
def test_every_reader_has_samples_to_start_from(name: str) -> None:
    assert list(samples(name))


@pytest.mark.parametrize("name", READERS)
def test_mutated_documents_are_read_or_refused(name: str) -> None:
    for data in copies(name, 40):
        TARGETS[name](data)


@pytest.mark.parametrize("name", ["scanner", "report", "rules"])
def test_mutated_texts_and_rules_are_read_or_refused(name: str) -> None:
    for data in copies(name, 15):
        TARGETS[name](data)


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"\xff\xfe", b"\xed\xa0\x80 12 people", b"\r\n\r\r\n"]
)
@pytest.mark.parametrize("name", sorted(TARGETS))
def test_odd_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    TARGETS[name](data)


def test_mutations_are_the_same_every_time_and_change_something() -> None:
    data = b"twelve sailors, 40 oars" * 20
    one, other = ([mutated(data, Random(seed)) for seed in range(20)] for _ in range(2))  # noqa: S311
    assert one == other
    assert 18 <= sum(copy != data for copy in one)


def test_a_broken_law_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    import fuzz.targets
    from numcheck import extract

    monkeypatch.setattr(
        fuzz.targets, "extract", lambda given: [replace(one, text="x") for one in extract(given)]
    )
    with pytest.raises(Broken, match="not at its place"):
        TARGETS["scanner"](b"Some 12 sailors came.")
