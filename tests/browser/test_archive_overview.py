"""The overview of an archive in a browser: no dialog, no request, whatever its texts are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from numcheck.archive.overview import render
from tests.reporting.pages import PAYLOADS
from tests.trust.test_injection_elsewhere import overview

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.parametrize("first", range(0, len(PAYLOADS), 10))
def test_hostile_text_does_nothing(first: int, browser: Browser, tmp_path: Path) -> None:
    words = " ".join(PAYLOADS[first : first + 10])
    path = tmp_path / "overview.html"
    path.write_bytes(render(overview(words), "html").encode("utf-8", "replace"))
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    for place in page.locator("summary, a[href], [tabindex]").all()[:20]:
        place.focus()
        place.hover()
    page.wait_for_timeout(100)
    assert [] == said
    assert [path.as_uri()] == [url.partition("#")[0] for url in asked[:1]]
    assert [] == asked[1:]
    assert words.split()[0] in page.locator("body").inner_text()
    page.close()


def test_the_policy_of_the_page_forbids_everything_but_its_own_style(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "overview.html"
    path.write_bytes(render(overview("x"), "html").encode())
    page = browser.new_page()
    page.goto(path.as_uri())
    page.evaluate(
        "() => { const added = document.createElement('script');"
        "added.textContent = 'document.title = \"taken over\"'; document.body.append(added); }"
    )
    assert "taken over" != page.title()
    page.close()
