"""Joining documents that are alike, all at once or component by component."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from numcheck.alignment.alignment import align, story_claims
from numcheck.alignment.clustering import cluster, components, likeness
from numcheck.alignment.likeness import (
    Member,
    frequencies,
    member,
    nearest,
    postings,
    strongest,
)
from numcheck.alignment.stories import group, story_of
from numcheck.alignment.terms import Terms, terms_of
from numcheck.extraction import analyse
from numcheck.model import Document

WORDS = ("ferry", "harbour", "mill", "flames", "quarry", "orchard", "tram", "glacier", "Skarvik")
NAMES = ("Hebbleton", "Oldroyd", "Valdorra", "Montesk", "Nibley", "Torvald")

texts = st.lists(st.sampled_from((*WORDS, *NAMES)), min_size=1, max_size=7).map(" ".join)
days = st.sampled_from(("", "2031-02-01", "2031-02-03", "2031-06-09"))
archives = st.lists(st.tuples(texts, days), min_size=2, max_size=40)


def documents(told: list[tuple[str, str]]) -> list[Document]:
    return [
        Document(id=f"d{number:03}", text=f"the {text}", published=day)
        for number, (text, day) in enumerate(told)
    ]


def members_of(items: list[Document]) -> dict[int, Member]:
    bags = [terms_of(item) for item in items]
    frequency = frequencies(bags)
    return {
        index: member(bag, item.published, frequency, len(items))
        for index, (bag, item) in enumerate(zip(bags, items, strict=True))
    }


def links_of(members: dict[int, Member]) -> dict[tuple[int, int], float]:
    posted = postings([strongest(one.vector) for one in members.values()])
    links = {}
    for index, one in members.items():
        for other in nearest(index, strongest(one.vector), posted, len(members)):
            alike = likeness(one, members[other])
            if alike is not None:
                links[index, other] = alike
    return links


@given(archives)
def test_components_clustered_one_by_one_give_the_same_events(told: list[tuple[str, str]]) -> None:
    members = members_of(documents(told))
    links = links_of(members)
    apart: list[list[int]] = []
    for part in components(range(len(members)), links):
        mine = set(part)
        apart += cluster(
            {index: members[index] for index in part},
            {pair: alike for pair, alike in links.items() if pair[0] in mine},
        )
    assert cluster(members, links) == sorted(apart)


@given(archives)
def test_the_steps_taken_one_by_one_give_the_stories_of_all(told: list[tuple[str, str]]) -> None:
    items = documents(told)
    members = members_of(items)
    found = [
        story_of([items[index].id for index in part], [members[index].bag for index in part])
        for part in cluster(members, links_of(members))
    ]
    assert list(group(items)) == found


@given(archives)
def test_frequencies_of_two_halves_of_an_archive_add_up(told: list[tuple[str, str]]) -> None:
    bags = [terms_of(item) for item in documents(told)]
    half = len(bags) // 2
    assert frequencies(bags) == frequencies(bags[:half]) + frequencies(bags[half:])


@given(archives)
def test_terms_that_are_known_already_need_not_be_read_again(told: list[tuple[str, str]]) -> None:
    items = documents(told)
    assert group(items) == group(items, {item.id: terms_of(item) for item in items})


@given(archives)
def test_postings_of_other_terms_may_be_left_out(told: list[tuple[str, str]]) -> None:
    members = members_of(documents(told))
    keys = {index: strongest(one.vector) for index, one in members.items()}
    posted = postings(list(keys.values()))
    for index, terms in keys.items():
        few = {term: posted[term] for term in terms}
        expected = nearest(index, terms, posted, len(members))
        assert expected == nearest(index, terms, few, len(members))


def test_components_are_what_hangs_together() -> None:
    assert [[0, 3, 4], [1], [2, 5]] == components(range(6), [(3, 4), (5, 2), (0, 4)])


def test_no_documents_have_no_components_and_no_events() -> None:
    assert ([], []) == (components([], []), cluster({}, {}))


def test_only_later_documents_are_nearest_so_that_each_pair_is_held_once() -> None:
    keys = [["heron", "skarvik"], ["heron", "skarvik"], ["heron"], ["mill"]]
    posted = postings(keys)
    assert [[1, 2], [2], [], []] == [nearest(index, keys[index], posted, 4) for index in range(4)]


def test_in_a_large_set_one_shared_term_is_too_little() -> None:
    keys = [["heron", "skarvik"], ["heron", "skarvik"], ["heron"]]
    assert [1] == nearest(0, keys[0], postings(keys), 1000)


def test_a_term_of_very_many_documents_leads_to_the_next_ones_only() -> None:
    keys = [["heron", "skarvik"]] * 200
    found = nearest(50, keys[50], postings(keys), 200)
    assert list(range(51, 62)) == found


def test_texts_about_other_names_are_not_alike_whatever_their_words() -> None:
    words = "shares closed lower as traders sold banks and miners"
    one = f"The {words} in Valdorra, said Nibley of Oldroyd."
    other = f"The {words} in Montesk, said Torvald of Hebbleton."
    members = members_of(documents([(one, ""), (other, ""), (one, "")]))
    assert (None, 1.0) == (likeness(members[0], members[1]), likeness(members[0], members[2]))


def test_likeness_is_the_same_both_ways() -> None:
    members = members_of(documents([("ferry Skarvik", ""), ("ferry harbour", ""), ("mill", "")]))
    for one, other in combinations(members.values(), 2):
        assert likeness(one, other) == likeness(other, one)


def test_a_weekday_that_is_no_date_leaves_the_day_unknown() -> None:
    bag: Terms = {"heron": 1.0}
    assert [None, None, 738000] == [
        member(bag, published, {"heron": 2}, 3).day for published in ("", "Friday", "2021-07-29")
    ]


def test_claims_of_stories_found_already_are_those_of_all_documents() -> None:
    texts = (
        "A fire at the Oldroyd mill in Hebbleton killed 9 people.",
        "Nine people died when the Oldroyd mill at Hebbleton burned.",
        "The Skarvik ferry carried 140 passengers and 12 crew.",
    )
    analyses = {
        f"d{number}": analyse(Document(id=f"d{number}", text=text))
        for number, text in enumerate(texts)
    }
    alignment = align(list(analyses.values()))
    found = [
        claim
        for story in alignment.stories
        for claim in story_claims(
            story,
            [analyses[name] for name in story.documents],
            {name: terms_of(analyses[name].document) for name in story.documents},
        )
    ]
    assert list(alignment.claims) == found
    assert [("d0", "d1"), ("d2",)] == [story.documents for story in alignment.stories]
