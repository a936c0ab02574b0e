"""The commands, one module each, found by :mod:`numcheck.cli.app`."""
