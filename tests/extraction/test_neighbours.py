"""Classes of words beside a number."""

from __future__ import annotations

import pytest

from numcheck.extraction.neighbours import neighbours


def test_a_class_is_a_set_of_lower_case_words():
    assert "higher" in neighbours("after_times")
    assert neighbours("after_times") is neighbours("after_times")


def test_an_unknown_class_is_an_error():
    with pytest.raises(KeyError):
        neighbours("nobody")


def test_every_class_is_used():
    from pathlib import Path

    from numcheck import extraction, vocabulary

    source = "".join(
        path.read_text(encoding="utf-8") for path in Path(extraction.__file__).parent.glob("*.py")
    )
    names = {name for name, _ in vocabulary.table("neighbours", 2)}
    assert [] == sorted(name for name in names if f'neighbours("{name}")' not in source)
