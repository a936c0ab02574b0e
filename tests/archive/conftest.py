from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive.articles import archive_of, run, write


@pytest.fixture(autouse=True)
def hurried_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody pulls the plug of a test; only one of them looks whether data would be safe."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A finished store of forty documents, for reading."""
    folder = tmp_path_factory.mktemp("archive")
    run(write(folder / "in.jsonl", archive_of(40)), folder / "store")
    yield folder / "store"
