"""Grouping documents by what they are about."""

from __future__ import annotations

from numcheck.alignment.contrast import halves, told_apart
from numcheck.alignment.stories import group
from numcheck.alignment.terms import stem_of_interest, terms_of
from numcheck.model import Document

FERRY = (
    "The ferry Silver Heron ran aground off Skarvik on Monday with holidaymakers aboard.",
    "Holidaymakers were lifted off the Silver Heron by helicopter after it hit rocks at Skarvik.",
    "Divers have begun to inspect the hull of the Silver Heron, stranded on rocks near Skarvik.",
)
MILL = (
    "A fire tore through the Oldroyd cotton mill in Hebbleton; crews fought the flames for hours.",
    "Flames gutted the old Oldroyd cotton mill at Hebbleton; arson is suspected by fire crews.",
)


def documents(*texts: str, published: str = "") -> list[Document]:
    return [
        Document(id=f"d{number}", text=text, published=published)
        for number, text in enumerate(texts)
    ]


def grouped(items: list[Document]) -> list[tuple[str, ...]]:
    return [story.documents for story in group(items)]


def test_one_document_is_a_story_of_its_own() -> None:
    assert [("d0",)] == grouped(documents("A short text about nothing."))


def test_no_documents_make_no_story() -> None:
    assert [] == grouped([])


def test_documents_about_one_event_make_one_story() -> None:
    assert [("d0", "d1", "d2"), ("d3", "d4")] == grouped(documents(*FERRY, *MILL))


def test_the_order_of_the_documents_does_not_matter() -> None:
    items = documents(*FERRY, *MILL)
    expected = group(items)
    for step in range(1, len(items)):
        assert expected == group(items[step:] + items[:step])
    assert expected == group(items[::-1])


def test_two_crashes_on_different_roads_stay_apart() -> None:
    items = documents(
        "A coach left the road near Valdorra on Friday and fell into a ravine.",
        "A coach overturned outside Montesk on Sunday after a tyre burst.",
    )
    assert [("d0",), ("d1",)] == grouped(items)


def test_reports_of_different_months_stay_apart() -> None:
    march = Document(id="a", text=FERRY[0], published="2023-03-02")
    same = Document(id="b", text=FERRY[1], published="2023-03-04")
    later = Document(id="c", text=FERRY[2], published="2023-09-04")
    assert [("a", "b"), ("c",)] == grouped([march, same, later])


def test_a_date_that_cannot_be_read_is_no_date() -> None:
    items = [
        Document(id="a", text=FERRY[0], published="yesterday"),
        Document(id="b", text=FERRY[1], published="2023-03-04"),
    ]
    assert [("a", "b")] == grouped(items)


def test_a_story_is_labelled_by_what_its_documents_share() -> None:
    label = group(documents(*FERRY))[0].label
    assert "silver heron" in label or "heron" in label or "skarvik" in label


def test_documents_without_words_are_left_alone() -> None:
    assert [("d0",), ("d1",)] == grouped(documents("", "..."))


def test_a_large_story_is_found_through_terms_that_many_documents_share() -> None:
    texts = [
        f"{FERRY[number % 3]} Reader {chr(97 + number % 26)}ab{number}" for number in range(120)
    ]
    assert 1 == len(group(documents(*texts)))


RED = "Harriers beat {0} at Deepdale Park, and the {0} keeper was sent off before the break."


def test_two_matches_of_one_team_are_told_apart_by_their_opponents() -> None:
    first = [
        terms_of(d) for d in documents(*[f"{RED.format('Wexcombe')} Note {n}" for n in "abcd"])
    ]
    second = [terms_of(d) for d in documents(*[f"{RED.format('Farlow')} Note {n}" for n in "efgh"])]
    assert ([0, 1, 2, 3], [4, 5, 6, 7]) == halves([*first, *second])


def test_one_event_is_not_split() -> None:
    bags = [terms_of(d) for d in documents(*(FERRY * 3))]
    assert halves(bags) is None


def test_too_few_documents_are_never_split() -> None:
    assert halves([terms_of(d) for d in documents(*FERRY)]) is None


def test_texts_with_another_value_and_other_names_tell_of_another_event() -> None:
    first = [terms_of(d) for d in documents(*[RED.format("Wexcombe")] * 3, FERRY[0])]
    second = [terms_of(d) for d in documents(*[RED.format("Farlow")] * 3)]
    assert told_apart(first[:3], second, frozenset())


def test_a_single_text_with_another_value_is_not_another_event() -> None:
    bags = [terms_of(d) for d in documents(*FERRY)]
    assert not told_apart(bags[:2], bags[2:], frozenset())


def test_names_weigh_more_than_other_words_and_countries_less() -> None:
    terms = terms_of(Document(id="a", text="They met Okafor in Norway over lunch."))
    assert terms["okafor"] > terms["lunch"] > terms["norway"]


def test_capitals_of_a_headline_are_not_names() -> None:
    terms = terms_of(Document(id="a", text="", title="Storm Tears Roof Off Barn"))
    assert terms["storm"] == terms["barn"]


def test_common_words_and_endings_do_not_count() -> None:
    assert ["", "", "villag", "city", "glass", ""] == [
        stem_of_interest(word) for word in ("said", "of", "villages", "cities", "glass", "42")
    ]
