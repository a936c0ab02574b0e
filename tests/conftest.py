"""What every test stands on: no network, a cache of its own, the same examples on every run."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from typing import NoReturn

import pytest
from hypothesis import settings

# `NUMCHECK_HYPOTHESIS=explore` looks for new examples; the default is the same for everybody.
settings.register_profile("steady", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("NUMCHECK_HYPOTHESIS", "steady"))


def _refuse(*_: object) -> NoReturn:
    raise AssertionError("numcheck must not reach for the network")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Fail whatever opens a connection."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _refuse)
        patch.setattr(socket.socket, "connect_ex", _refuse)
        yield


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Neither read nor leave anything in the cache of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUMCHECK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
