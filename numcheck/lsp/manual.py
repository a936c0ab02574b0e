"""The page that explains a rule, as an address that an editor can open."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from numcheck.engine.directories import cache_directory

if TYPE_CHECKING:
    from numcheck.engine import Rule

__all__ = ["Manual"]


class Manual:
    """Pages about rules: those of a web site, else pages written into the cache.

    Args:
        site: Address below which the reference of rules is published (``numcheck rules docs``);
            empty for none.
    """

    def __init__(self, site: str = "") -> None:
        self._site = site
        self._folder = os.path.join(cache_directory(), "rules")
        self._written: dict[str, str] = {}

    def address(self, rule: Rule, rules: Sequence[Rule]) -> str:
        """Where a rule is explained; empty where that cannot be written down.

        Args:
            rule: The rule.
            rules: All rules, for the pages.
        """
        page = f"{rule.family[0]}.md"
        if self._site:
            return f"{self._site.rstrip('/')}/{page}#{rule.id}"
        self._write(rules)
        folder = Path(self._folder).absolute()
        return f"{(folder / page).as_uri()}#{rule.id}" if page in self._written else ""

    def _write(self, rules: Sequence[Rule]) -> None:
        if self._written:
            return
        from numcheck.reporting.rules.reference import reference

        pages = reference(rules)
        with contextlib.suppress(OSError):
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            for name, content in pages.items():
                unfinished = os.path.join(self._folder, f"{name}.{os.getpid()}.tmp")
                Path(unfinished).write_text(content, "utf-8")
                os.replace(unfinished, os.path.join(self._folder, name))
            self._written = pages
