"""An annotated file, opened by another program than the one that wrote it.

LibreOffice (Debian's ``libreoffice-writer-nogui``) is looked for; where it is missing the test is
skipped, unless ``NUMCHECK_REQUIRE_OFFICE`` is set, as it is in CI: then it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest
from lxml import etree

from tests.reporting.word.test_annotation import DATA, annotated

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def _without(reason: str) -> NoReturn:
    if os.environ.get("NUMCHECK_REQUIRE_OFFICE"):
        pytest.fail(f"{reason}, and NUMCHECK_REQUIRE_OFFICE is set", pytrace=False)
    pytest.skip(reason)


@pytest.fixture
def soffice() -> str:
    """LibreOffice without a window."""
    path = shutil.which("soffice")
    if path is None:
        _without("no LibreOffice found (apt-get install libreoffice-writer-nogui)")
    return path


def marked(root: etree._Element) -> list[tuple[str, str]]:
    """Of each comment, the text it is attached to and the first line of what it says."""
    lines: dict[str, str] = {}
    words: dict[str, str] = {}
    inside: set[str] = set()

    def read(element: etree._Element) -> None:
        name = element.get(f"{OFFICE}name", "")
        if element.tag == f"{OFFICE}annotation":
            assert "numcheck" == element.findtext(CREATOR)
            lines[name] = "".join(element.find(f"{TEXT}p").itertext())
            words[name] = ""
            inside.add(name)
        elif element.tag == f"{OFFICE}annotation-end":
            inside.remove(name)
        else:
            say(element.text)
            for child in element:
                read(child)
                say(child.tail)

    def say(text: str | None) -> None:
        for name in inside:
            words[name] += text or ""

    read(root)
    return [(words[name], line) for name, line in lines.items()]


def test_libreoffice_finds_the_comments_at_their_figures(soffice: str, tmp_path: Path) -> None:
    data = (DATA / "from-libreoffice.docx").read_bytes()
    checked = tmp_path / "checked.docx"
    checked.write_bytes(annotated(data, "12", "58", "62 miles", "68", "30%"))
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "fodt",
         "--outdir", str(tmp_path), str(checked)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    root = etree.parse(str(tmp_path / "checked.fodt")).getroot()
    found = marked(root)
    assert ["12", "58", "62 miles", "68"] == [words for words, line in found if words in line]
    assert ["Footnote 1: “30%”"] == [line for words, line in found if words not in line]
