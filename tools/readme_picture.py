"""Makes the picture of a report that the README shows.

``python tools/readme_picture.py`` checks some of the sample articles, opens the HTML report in a
browser without a window, and keeps what a reader sees first. It needs playwright and a Chromium
(Debian's package ``chromium``, or the path in ``NUMCHECK_BROWSER``).
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "pictures" / "report.png"
ARTICLES = ("seeds/troops", "seeds/business/exchange-herald.txt")
LARGEST = 250_000
"""Bytes that the picture may have, so that the README loads at once."""

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--font-render-hinting=none")
_WIDTH, _HEIGHT = 1120, 1136  # pixels: the head, a dispute with its number line, a headline


def report() -> str:
    """The HTML report on the sample articles, as the command line makes it."""
    from numcheck.api import check
    from numcheck.model import Document
    from numcheck.reading import read
    from numcheck.reporting import render

    os.chdir(ROOT)  # the report names the files as they are given
    documents = [one for one in read(ARTICLES) if isinstance(one, Document)]
    return render(check(documents), "html")


def take(target: Path, browser: str) -> None:
    """Write the picture.

    Args:
        target: The PNG file to write.
        browser: Path of a Chromium.
    """
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "report.html"
        page_file.write_text(report(), "utf-8")
        chromium = playwright.chromium.launch(executable_path=browser, args=list(_FLAGS))
        page = chromium.new_page(
            viewport={"width": _WIDTH, "height": _HEIGHT},
            color_scheme="light",
            reduced_motion="reduce",
        )
        page.goto(page_file.as_uri())
        target.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(target))
        chromium.close()


def main() -> int:
    """Take the picture; 1 where there is no browser or the picture is too large."""
    browser = os.environ.get("NUMCHECK_BROWSER") or next(
        filter(None, map(shutil.which, _NAMES)), None
    )
    if browser is None:
        print("no browser found (apt-get install chromium, or set NUMCHECK_BROWSER)")
        return 1
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE
    take(target, browser)
    size = target.stat().st_size
    print(f"{target}: {size:,} bytes")
    return 0 if size <= LARGEST else 1


if __name__ == "__main__":
    sys.exit(main())
