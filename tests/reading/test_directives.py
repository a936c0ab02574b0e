"""Comments that speak to numcheck."""

from __future__ import annotations

import pytest

from numcheck.model import Document
from numcheck.reading import read_bytes

FILLER = "It was a long and quiet year for the shops of the old town, said the owner of three. " * 4


def document(content: str, name: str) -> Document:
    (found,) = read_bytes(content.encode(), name)
    assert isinstance(found, Document)
    return found


def pointed(found: Document) -> list[tuple[str, str, int]]:
    """What each comment says, the words right behind it, and its line."""
    return [
        (one.text, found.text[max(one.start, 0) :].split("\n")[0].strip()[:9], one.line)
        for one in found.directives
    ]


def test_a_comment_in_markdown_keeps_its_place() -> None:
    text = "# Shops\n\nOne. <!-- numcheck: ignore[B4]  the\nagency --> Two.\n\nThree.\n"
    found = document(text, "a.md")
    assert [("ignore[B4] the agency", "", 3)] == [
        (say, "", line) for say, _, line in pointed(found)
    ]
    assert "Two." == found.text[found.directives[0].start :].split()[0]


def test_a_comment_before_the_text_has_no_place_in_it() -> None:
    found = document("<!-- numcheck: ignore-file -->\n# Shops\n\nOne.\n", "a.md")
    assert [-1] == [one.start for one in found.directives]


def test_a_comment_that_ends_the_text_belongs_to_its_last_line() -> None:
    found = document("One.\n\nTwo. <!-- numcheck: ignore -->\n", "a.md")
    assert len(found.text) == found.directives[0].start
    after = document("One.\n\nTwo.\n\n<!-- numcheck: ignore -->\n", "a.md")
    assert len(after.text) < after.directives[0].start


def test_code_says_nothing() -> None:
    text = "One `<!-- numcheck: ignore -->` two.\n\n```\n<!-- numcheck: ignore -->\n```\n\nThree.\n"
    assert () == document(text, "a.md").directives


def test_other_comments_say_nothing() -> None:
    assert () == document("One. <!-- see numcheck.org --> Two.\n", "a.md").directives


@pytest.mark.parametrize("filler", ["", f"<p>{FILLER}</p>"])
def test_comments_on_a_page_keep_their_place(filler: str) -> None:
    page = (
        f"<html><body><article>{filler}<!-- numcheck: ignore[B4] a --> <p><b>One</b> is 1.</p>\n"
        f"<p>Two <!-- numcheck: disable --> is 2.</p><p>Three is 3.</p>{filler}"
        "</article></body></html>"
    )
    found = document(page, "a.html")
    assert "\ue0c7" not in found.text
    assert [("ignore[B4] a", "One is 1.", 1), ("disable", "is 2.", 2)] == pointed(found)


def test_a_mark_in_a_title_is_taken_out() -> None:
    page = f"<!-- numcheck: ignore-file --><title>Shops</title><body><h1>Shops</h1><p>{FILLER}"
    found = document(page, "a.html")
    assert ("Shops", [-1]) == (found.title, [one.start for one in found.directives])


def test_a_comment_changes_no_word_of_a_page() -> None:
    page = f"<html><body><p>{FILLER}</p>%s<p>Sales rose to 60.</p><p>{FILLER}</p></body></html>"
    plain = document(page % "", "a.html")
    assert plain.text == document(page % "<!-- numcheck: ignore -->", "a.html").text


def test_a_comment_at_the_top_tells_that_a_nameless_text_is_markdown() -> None:
    found = document("<!-- numcheck: ignore-file -->\n# Shops\n\nOne.\n", "<stdin>")
    assert ("Shops", ["ignore-file"]) == (found.title, [one.text for one in found.directives])


def test_a_comment_that_is_dropped_with_its_words_speaks_of_nothing() -> None:
    menu = "<nav><!-- numcheck: ignore --><p>Home</p></nav>"
    page = f"<html><body><p>{FILLER}</p>{menu}<p>{FILLER}</p></body></html>"
    found = document(page, "a.html")
    assert [True] == [one.start > len(found.text) for one in found.directives]


def test_a_reason_may_hold_any_sign() -> None:
    found = document("# Shops\n\nOne. <!-- numcheck: ignore 5 > 3 - so what? --> Two.\n", "a.md")
    assert ["ignore 5 > 3 - so what?"] == [one.text for one in found.directives]


def test_a_comment_in_plain_text_keeps_its_place_and_is_not_read() -> None:
    comment = "<!-- numcheck: ignore[B4] 3 agencies\nround -->"
    found = document(f"{comment}\nShops close\n\nOne.\n\n{comment} Two is 2.\n", "a.txt")
    words = "ignore[B4] 3 agencies round"
    assert "Shops close" == found.title
    assert [(words, "One.", 1), (words, "", 7)] == pointed(found)
    assert -1 == found.directives[0].start
    assert ["One.", "Two is 2."] == [" ".join(one.split()) for one in found.text.split("\n\n")]
    assert "numcheck" not in found.text


def test_a_text_of_nothing_but_comments_is_empty() -> None:
    (found,) = read_bytes(b"<!-- numcheck: ignore -->\n", "a.txt")
    assert "a.txt: no text in this file; there is nothing to check" == str(found)
