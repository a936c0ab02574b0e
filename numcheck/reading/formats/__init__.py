"""The formats that can be read, one module each; see :mod:`numcheck.reading.registry`."""
