"""A real browser, where there is one.

Debian's ``chromium`` is looked for; ``NUMCHECK_BROWSER`` names another. Where none is found the
tests are skipped, unless ``NUMCHECK_REQUIRE_BROWSER`` is set, as it is in CI: then they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from numcheck.model import Report
from numcheck.reporting import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def _without(reason: str) -> NoReturn:
    if os.environ.get("NUMCHECK_REQUIRE_BROWSER"):
        pytest.fail(f"{reason}, and NUMCHECK_REQUIRE_BROWSER is set", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Where the browser is; there is something to drive it with, too."""
    try:
        import playwright  # noqa: F401
    except ImportError:
        _without("playwright is not installed (pip install 'numcheck[dev]')")
    named = os.environ.get("NUMCHECK_BROWSER")
    path = named or next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        _without("no browser found (apt-get install chromium, or set NUMCHECK_BROWSER)")
    return path


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=list(_FLAGS))
        yield chromium
        chromium.close()


@dataclass
class Opened:
    """
    A report that stands open in the browser.

    Attributes:
        page: The page.
        address: Where it is.
        said: What the console, an exception or a dialog said; must stay empty.
        asked: Addresses that the page asked for besides itself; must stay empty.
    """

    page: Page
    address: str
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def figure(self, text: str) -> str:
        """A selector of the figure with some text."""
        return f'.text button:text-is("{text}")'


def _note(one: Opened, url: str) -> None:
    if url.partition("#")[0] != one.address:
        one.asked.append(url)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Open a report from disk; fails if anything is said or asked for by the end of the test."""
    all_opened: list[Opened] = []

    def open_report(
        report: Report, *, width: int = 1280, height: int = 900, dark: bool = False
    ) -> Opened:
        path = tmp_path / f"report-{len(all_opened)}.html"
        path.write_bytes(render(report, "html").encode())
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",  # nothing to wait for
        )
        address = path.as_uri()
        one = Opened(page, address)
        page.on("console", lambda message: one.said.append(message.text))
        page.on("pageerror", lambda error: one.said.append(str(error)))
        page.on("dialog", lambda dialog: (one.said.append(dialog.message), dialog.dismiss()))
        page.on(
            "request",
            lambda request: _note(one, request.url),
        )
        page.goto(address)
        all_opened.append(one)
        return one

    yield open_report
    for one in all_opened:
        one.page.close()
        assert one.said == []
        assert one.asked == []
