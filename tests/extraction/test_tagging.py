"""Parts of speech in their sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.extraction.draft import Draft
from numcheck.extraction.tagging import tag
from numcheck.model import Sentence


def sentence(text: str) -> Sentence:
    return Sentence(0, "text", text, 0, len(text), 0)


def tagged(text: str, numbers: str = "count") -> dict[str, str]:
    """Each word's tag; digits and three number words are counts, a year is a date."""
    cut = sentence(text)
    drafts = []
    for i, word in enumerate(cut.lower):
        if word in ("two", "three", "ten") or word[0].isdigit():
            kind = "date" if word.isdigit() and 1900 <= int(word) <= 2100 else numbers
            drafts.append(Draft(cut, i, i + 1, kind))
    return dict(zip(cut.words, tag(cut, drafts), strict=True))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Three men face charges over the theft.", "face", "v"),
        ("Three men face charges over the theft.", "charges", "N"),
        ("Two car crashes closed the road.", "crashes", "N"),
        ("Ten people work there.", "work", "v"),
        ("The firm faces charges.", "faces", "z"),
        ("The stock trades at a discount.", "trades", "z"),
        ("Prices range from low to high.", "range", "v"),
        ("Two sports teams won.", "teams", "N"),
        ("The union shares the view.", "shares", "z"),
        ("Acme shares rose.", "shares", "N"),
        ("They want to cut jobs.", "cut", "v"),
        ("Gunmen shot dead a guard.", "shot", "d"),
        ("A gunman kills 3, wounds 2.", "wounds", "z"),
        ("The firm, which is old, faces the court.", "faces", "z"),
        ("Output for April drops to a low.", "drops", "z"),
        ("Figures for April show a fall.", "show", "v"),
        ("Ten reports further hint at it.", "further", "j"),
        ("Ten Lopez paint cans fell.", "paint", "n"),
        ("They helped Hull youths swim.", "swim", "v"),
        ("A refresh rate of 3.", "refresh", "j"),
        ("Sales people left, markets in Hull said.", "people", "N"),
    ],
)
def test_noun_or_verb_is_told_by_number_and_neighbours(text: str, word: str, expected: str) -> None:
    assert expected == tagged(text)[word]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The blast killed ten people.", "killed", "d"),
        ("Ten people were killed.", "killed", "e"),
        ("The mill had closed.", "closed", "e"),
        ("The tax imposed by Oslo fell.", "imposed", "e"),
        ("The firm based in Hull said so.", "based", "e"),
        ("An injured man fled.", "injured", "j"),
        ("Wages rose and prices fell.", "fell", "d"),
        ("The firm, dubbed Nova, covers ten towns.", "covers", "z"),
        ("He saw it done.", "done", "e"),
        ("A broken cup fell.", "broken", "j"),
        ("The roof had really given.", "given", "e"),
        ("Digital and printed maps sold.", "printed", "j"),
        ("Ships sunk, men lost, boats, planes and guns", "sunk", "e"),
    ],
)
def test_past_or_participle_is_told_by_whether_the_clause_has_its_verb(
    text: str, word: str, expected: str
) -> None:
    assert expected == tagged(text)[word]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Lenders offering 5 loans closed.", "offering", "g"),
        ("The building fell.", "building", "n"),
        ("They left while drilling 3 holes.", "drilling", "g"),
        ("It is a floating dock.", "floating", "j"),
        ("The firm growing fastest won.", "growing", "g"),
        ("The warming of seas went on.", "warming", "n"),
    ],
)
def test_ing_forms_are_nouns_adjectives_or_verbs(text: str, word: str, expected: str) -> None:
    assert expected == tagged(text)[word]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The US imposed it.", "US", "p"),
        ("They told us nothing.", "us", "O"),
        ("It fell in May again.", "May", "t"),
        ("They may go.", "may", "M"),
        ("It fell in March again.", "March", "t"),
        ("We left on Monday.", "Monday", "t"),
        ("Prices fell last year in Hull.", "last", "R"),
        ("Prices fell last year in Hull.", "year", "R"),
        ("Last year's prices fell.", "year", "n"),
        ("Chancellor Reeves spoke.", "Chancellor", "p"),
        ("Maria Lopez spoke.", "Maria", "p"),
        ("Soldiers marched.", "Soldiers", "N"),
        ("A loan-to-value ratio.", "to", "-"),
        ("A start-up closed.", "up", "n"),
        ("So-called experts met.", "So", "j"),
        ("The firm's debt grew.", "'s", "'"),
        ("It's late.", "'s", "B"),
        ("The players' union met.", "'", "'"),
        ("He has a net worth of much.", "worth", "n"),
        ("A grant worth much came.", "worth", "P"),
        ("The claim that it fell is odd.", "that", "W"),
        ("Smith & Sons closed.", "&", "-"),
        ("Fish & chips.", "&", "C"),
        ("Wait (for it) now.", "(", "("),
    ],
)
def test_function_words_names_and_marks(text: str, word: str, expected: str) -> None:
    assert expected == tagged(text)[word]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Homes up to 30 stay the same.", "stay", "v"),
        ("A limit of 5 requiring action fell.", "requiring", "g"),
        ("A 30 floating dock sank.", "floating", "j"),
        ("The 30 requested by Hull went.", "requested", "e"),
        ("Costs of 30 plagued the firm.", "plagued", "d"),
        ("The stock fell 30 flat.", "flat", "j"),
    ],
)
def test_behind_an_amount_a_verb_may_stand(text: str, word: str, expected: str) -> None:
    assert expected == tagged(text, "money")[word]


def test_a_date_an_identifier_and_a_count_are_told_apart() -> None:
    cut = sentence("In 2019 unit 7 had 30 staff.")
    drafts = [Draft(cut, 1, 2, "date"), Draft(cut, 3, 4, "identifier"), Draft(cut, 5, 6, "count")]

    assert "PtnpH#n." == tag(cut, drafts)


def test_capitals_say_nothing_in_a_headline() -> None:
    tags = tagged("Three Workers Killed After Tunnel Roof Collapses In Oslo")

    assert ("N", "e") == (tags["Workers"], tags["Killed"].replace("d", "e"))


@given(st.text(alphabet="ab -'’.,()&sSTthe 1$%“”—the of was killed ", max_size=60))
def test_every_token_gets_one_letter(text: str) -> None:
    cut = sentence(text)

    assert len(cut.words) == len(tag(cut, []))
