"""The block that may open a Markdown file."""

from __future__ import annotations

import pytest

from numcheck.reading.datelines import Imprint
from numcheck.reading.front_matter import read_front_matter


def imprint_of(block: str, fence: str = "---") -> Imprint:
    """What a block of front matter says."""
    imprint = Imprint()
    content = f"{fence}\n{block}\n{fence}\nText."
    assert len(content) - len("\nText.") == read_front_matter(content, imprint)
    return imprint


@pytest.mark.parametrize(
    ("block", "imprint"),
    [
        ("title: Fares: up 5%", Imprint(title="Fares: up 5%")),
        ("title: 'Fares # 5' # checked", Imprint(title="Fares # 5")),
        ("title: Fares # checked", Imprint(title="Fares")),
        ('title: "Fares', Imprint(title='"Fares')),
        ("title: >-\n  Fares\n  up", Imprint(title="Fares up")),
        ("author: [Ann Writer, Bo Clerk]", Imprint(author="Ann Writer, Bo Clerk")),
        ("author:\n  name: Ann Writer", Imprint(author="Ann Writer")),
        ("outlet: Gazette\nauthor: Ann", Imprint("Gazette", "Ann")),
        ("date: 2024-05-03T08:15:00Z", Imprint(published="2024-05-03T08:15+00:00")),
        ("published: true\ndate: 3 May 2024", Imprint(published="2024-05-03")),
        ("lastmod: 2024-05-04", Imprint(updated="2024-05-04")),
        ("canonical_url: https://example.org/5", Imprint(url="https://example.org/5")),
        ("tags: [a, b]\nlayout: post\n\n# note", Imprint()),
        ("title: [1, 2", Imprint()),
        ("title: [5]\nauthor: {age: 5}", Imprint()),
        ("title: [x\ntitle: y", Imprint(title="y")),
        ("- title: >\n", Imprint()),
        ("title: >\n  a\ntitle: b", Imprint(title="b")),
    ],
)
def test_yaml_front_matter_is_read_leniently(block: str, imprint: Imprint) -> None:
    assert imprint == imprint_of(block)


@pytest.mark.parametrize(
    ("block", "imprint"),
    [
        ('title = "Fares"\ndate = 2024-05-03', Imprint(title="Fares", published="2024-05-03")),
        ('authors = ["Ann", "Bo"]', Imprint(author="Ann, Bo")),
        ('title = """\nFares\nup"""', Imprint(title="Fares up")),
        ("authors = [", Imprint()),
    ],
)
def test_toml_front_matter_is_read_too(block: str, imprint: Imprint) -> None:
    assert imprint == imprint_of(block, "+++")


@pytest.mark.parametrize(
    "content", ["", "Text.", "---\nno end", "----\na: b\n---\n", "a\n---\nb\n---\n"]
)
def test_a_text_without_front_matter_is_left_alone(content: str) -> None:
    imprint = Imprint()
    assert (0, Imprint()) == (read_front_matter(content, imprint), imprint)
