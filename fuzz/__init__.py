"""Fuzzing: see :mod:`fuzz.run`."""
