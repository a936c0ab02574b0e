"""An overview as one page that needs nothing else: no script, no font, no request."""

from __future__ import annotations

import os
from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from numcheck.archive.overview.charts import WIDTH, bars, line
from numcheck.archive.overview.records import Overview

__all__ = ["render"]

_HERE = os.path.dirname(__file__)


def render(overview: Overview) -> str:
    """The page; every character that came from outside is escaped."""
    css = _style()
    return _template().render(
        overview=overview,
        css=css,
        css_hash=f"sha256-{b64encode(sha256(css.encode()).digest()).decode()}",
        width=WIDTH,
        outlets=bars([(one.name or "(none named)", one.unverified) for one in overview.outlets]),
        alarms=bars([(one.rule, one.findings) for one in overview.alarms]),
        lines=[(claim, line(claim)) for claim in overview.developing],
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("overview.html")


@cache
def _style() -> str:
    with open(os.path.join(_HERE, "overview.css"), encoding="utf-8") as stream:
        return stream.read()
