"""Makes the Word files of this folder: ``python tests/data/word/build.py``.

One comes from LibreOffice (Debian's package ``libreoffice-writer-nogui``), which converts the
flat OpenDocument text beside this script; the other from python-docx.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import docx

HOME = Path(__file__).parent


def from_libreoffice() -> None:
    """Convert the flat OpenDocument text."""
    command = ["soffice", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]
    subprocess.run([*command, str(HOME), str(HOME / "manuscript.fodt")], check=True)
    (HOME / "manuscript.docx").rename(HOME / "from-libreoffice.docx")


def from_python_docx() -> None:
    """Write the same article, without what python-docx cannot write."""
    draft = docx.Document()
    draft.sections[0].header.paragraphs[0].text = "Harbour Gazette, draft of the ferry story"
    draft.add_heading("Ferry firm adds 12 sailings a week", 0)
    draft.add_paragraph("Harbour Gazette — 3 May 2024")
    lead = draft.add_paragraph(
        "The ferry firm will run 12 more sailings a week from June, it said on Friday. That makes "
    )
    lead.add_run("5").bold = True
    lead.add_run("8 in all, up from 46 last summer.")
    for route in ("30 to the islands", "28 to the mainland"):
        draft.add_paragraph(route, style="List Bullet")
    draft.add_paragraph(
        "A single ticket costs £8.50. The longest crossing is 62 miles (80 km). "
        "Sales rose from £40m to £60m, up 30%."
    )
    rows = (
        ("Route", "2023", "2024"),
        ("Islands", "24", "30"),
        ("Mainland", "22", "28"),
        ("Total", "46", "68"),
    )
    cells = draft.add_table(rows=len(rows), cols=3)
    for row, written in zip(cells.rows, rows, strict=True):
        for cell, words in zip(row.cells, written, strict=True):
            cell.text = words
    draft.add_paragraph("More is to follow on Monday.")
    draft.save(str(HOME / "from-python-docx.docx"))


if __name__ == "__main__":
    from_libreoffice()
    from_python_docx()
