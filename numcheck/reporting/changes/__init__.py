"""Formats of the comparison of two versions; a module each."""
