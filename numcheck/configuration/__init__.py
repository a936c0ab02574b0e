"""Configuration: which rules are in force, how grave they are, and where that was said.

>>> from numcheck.configuration import configure
>>> configure().fail_on.value
'error'
"""

from __future__ import annotations

from numcheck.configuration.application import apply
from numcheck.configuration.discovery import find_configuration
from numcheck.configuration.settings import Settings, configure

__all__ = ["Settings", "apply", "configure", "find_configuration"]
