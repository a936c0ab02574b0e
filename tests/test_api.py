"""The way through all layers."""

from __future__ import annotations

import gc

import pytest

from numcheck import Document, check

SHIPS = [Document(id="a", text="It has 5 ships."), Document(id="b", text="It has 6 ships.")]


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_rests_during_a_check_and_is_left_as_it_was(enabled):
    was, seen = gc.isenabled(), []
    try:
        (gc.enable if enabled else gc.disable)()
        check(SHIPS, progress=lambda done, count: seen.append(gc.isenabled()))
        assert [False, False] == seen
        assert enabled is gc.isenabled()
    finally:
        (gc.enable if was else gc.disable)()


def test_a_check_leaves_no_cycles_behind():
    check(SHIPS)
    gc.collect()
    was = gc.isenabled()
    gc.disable()
    try:
        check(SHIPS)
        assert 0 == gc.collect()
    finally:
        if was:
            gc.enable()
