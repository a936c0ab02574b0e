"""Where a page's text stands in its source."""

from __future__ import annotations

import time
from html import escape
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from numcheck.model import Document
from numcheck.reading import read
from numcheck.reading.page_map import PageMap

PAGE = """<!doctype html>
<html><head><title>Sales rise 30% - Harbour Gazette</title>
<script>let a = "It had a good year.";</script></head>
<body><!-- It had a good year. -->
<h1>Sales rise
  30%</h1>
<p>It had
a good year.</p>
<ul><li>A total of 12&nbsp;shops opened &amp; 5 closed.</li></ul>
<table><tr><td>North</td><td>1,500</td></tr></table>
</body></html>
"""
TEXT = "It had a good year.\n\n- A total of 12\xa0shops opened & 5 closed.\nNorth | 1,500"


def test_lines_of_the_text_are_found_past_scripts_and_comments() -> None:
    found = PageMap(PAGE)
    assert (7, 7, 9, 10) == found.lines(found.rows(TEXT))


def test_the_headline_is_the_one_above_the_text_and_not_the_title_in_the_head() -> None:
    found = PageMap(PAGE)
    assert 5 == found.line(found.title("Sales rise 30%", found.rows(TEXT)))


def test_a_headline_that_stands_nowhere_is_not_found() -> None:
    found = PageMap(PAGE)
    assert -1 == found.title("Prices fall", found.rows(TEXT))
    assert -1 == found.title("", found.rows(TEXT))


def test_a_line_that_is_not_found_has_the_line_before_it() -> None:
    found = PageMap(PAGE)
    assert (0, 7, 7) == found.lines(found.rows("Not there.\nIt had a good year.\nNor is this."))


def test_a_paragraph_with_a_part_left_out_is_found_by_its_beginning() -> None:
    found = PageMap("<p>one</p>\n<p>The harbour office counted <sup>note 4</sup> boats.</p>")
    assert (2,) == found.lines(found.rows("The harbour office counted boats."))


def test_a_short_line_far_ahead_is_not_believed() -> None:
    filler = "<p>" + "Nothing to see here. " * 400 + "</p>\n"
    found = PageMap(f"<p>Begin</p>\n{filler}<p>Share</p>")
    assert (1, 1, 2) == found.lines(found.rows(f"Begin\nShare\n{'Nothing to see here. ' * 400}"))


def test_offsets_point_into_the_source() -> None:
    found = PageMap(PAGE)
    letter = found.find("1,500")
    assert "1,500" == PAGE[found.offset(letter) :][:5]
    assert -1 == found.find("1,501")
    assert 0 == PageMap("").offset(3)


@given(st.lists(st.text("ab &<>1", min_size=1, max_size=30), min_size=1, max_size=8))
def test_every_paragraph_is_found_in_order(paragraphs: list[str]) -> None:
    page = "\n".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    rows = [letter for letter in PageMap(page).rows("\n".join(paragraphs)) if letter >= 0]
    assert sorted(rows) == rows
    assert len([one for one in paragraphs if one.removeprefix("- ").split()]) == len(rows)


def test_unclosed_markup_costs_no_more_than_its_length() -> None:
    start = time.process_time()
    PageMap("<script " * 40_000)
    PageMap("<!-- " * 40_000)
    PageMap("&" * 200_000).rows("\n".join(["no such line"] * 5_000))
    assert time.process_time() - start < 2


def test_a_page_read_from_a_file_knows_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace('"It had', '"It had'), "utf-8")
    (document,) = read([str(path)])
    assert isinstance(document, Document)
    assert ("Sales rise 30%", 5) == (document.title, document.title_line)
    assert 7 == document.rows[0]
