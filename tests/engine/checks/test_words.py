"""Records, winners, words of size, lists of names and figures told again."""

import pytest

from numcheck import Document, check


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The 36.4C on Sunday was the highest ever measured here. In 1976 it was 36.9C there.", 1),
        ("The 36.4C on Sunday was the highest ever measured here. In 1976 it was 35.9C there.", 0),
        ("The 36.4C was the highest measured here since 1990. In 1976 it was 36.9C there.", 0),
        ("The 36.4C was the highest measured here in 20 years. In 1976 it was 36.9C there.", 0),
        ("At -18C, Sunday was the coldest ever measured here. In 1985 it was -24C there.", 1),
        ("The fair drew a record 4,200 visitors, beating the previous record of 4,500.", 1),
        ("The fair drew a record 4,200 visitors, beating the previous record of 3,900.", 0),
        ("The fair drew a record low of 4,200 visitors. In 1998 it drew 3,900 visitors.", 1),
        ("It was the hottest May day on record at 29.1C. In July 2006 it was 35.2C there.", 0),
        ("The fair missed a record 4,200 visitors. The previous record was 4,500.", 0),
        ("Nobody set a record. It fined 4,200 drivers.", 0),
    ],
)
def test_nothing_beats_a_record(said, text, count):
    assert count == len(said("record", text))


def test_an_older_record_of_another_text_is_no_smaller():
    report = check(
        [
            Document(id="a", published="2024-05-01",
                     text="A pike of 14 kilograms is the heaviest ever caught in Lake Orrin."),
            Document(id="b", published="2024-05-02",
                     text="The heaviest pike caught in Lake Orrin, 16 kilograms, came in 1988."),
        ]
    )  # fmt: skip
    assert ["record"] == [one.rule for one in report.findings if one.verdict == "discrepant"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Brigg scored 38 and Selby 42, but it was Brigg who won.", 1),
        ("Brigg scored 38 and Selby 42, but it was Selby who won.", 0),
        ("Brigg took 38 strokes and Selby 42, and Brigg won.", 0),
        ("Somebody scored 38 and Selby 42, but it was Brigg who won.", 0),
    ],
)
def test_the_winner_has_more_points(said, text, count):
    assert count == len(said("winner", text))


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Selby beat Brigg 28-14.", "Brigg beat Selby 28-14.", 1),
        ("Selby beat Brigg 28-14.", "Brigg were beaten 28-14 by Selby.", 0),
        ("Selby won 3-1 against Brigg.", "Selby lost 3-1 to Brigg.", 1),
        ("Selby beat Brigg 28-14.", "Brigg beat Selby 31-14.", 0),
        ("Selby beat Brigg 28-14.", "Selby beat them 28-14.", 0),
        ("Selby met Brigg: 28-14.", "Brigg beat Selby 28-14.", 0),
    ],
)
def test_outlets_name_one_winner(said, one, other, count):
    assert count == len(said("winner", one, other))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("She was paid a six-figure sum, £85,000, for the film.", 1),
        ("She was paid a six-figure sum, £185,000, for the film.", 0),
        ("She wants a six-figure sum. He got £85,000.", 0),
        ("It was £85,000, a six figure sum.", 1),
        ("The teenager, 24, was held.", 1),
        ("The 24-year-old teenager was held.", 1),
        ("The teenager, 17, was held.", 0),
        ("The former teenager, 24, was held.", 0),
        ("The octogenarian Tom Reid, 76, swam.", 1),
        ("The teenager, who has 24 cats, was held.", 0),
    ],
)
def test_words_of_size_fit_their_figure(said, text, count):
    assert count == len(said("size-words", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Three states, Texas, Ohio, Utah and Maine, sued.", 1),
        ("Three states, Texas, Ohio and Maine, sued.", 0),
        ("Three states, led by Texas, Ohio, Utah and Maine, sued.", 0),
        ("Three states, which Texas, Ohio, Utah and Maine joined, sued.", 0),
        ("Two women, Ann Bell, 34, Sue Bird, 29, and Kay Rudd, 41, were freed.", 1),
        ("There were three causes: a cracked pipe near the boiler and a valve left open.", 1),
        ("There were two causes: a cracked pipe near the boiler and a valve left open.", 0),
        ("Three states, Texas and Ohio and Maine, sued.", 0),
    ],
)
def test_a_list_has_as_many_items_as_announced(said, text, count):
    assert count == len(said("list-count", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Eleven pupils were injured on Thursday. None of the nine injured pupils cried.", 1),
        ("Eleven pupils were injured on Thursday. None of the 11 injured pupils cried.", 0),
        ("Eleven pupils were injured. The nine badly injured pupils cried.", 0),
        ("Eleven pupils were injured, nine at once. The nine injured pupils cried.", 0),
        ("Eleven pupils were injured. Two went home. The nine injured pupils cried.", 0),
        ("The school has 1,140 pupils. The school's 1,410 pupils cried.", 1),
        ("Scores of whales were stranded on the beach. All 11 stranded whales swam off.", 1),
        ("Up to 40 whales were stranded. All 11 stranded whales swam off.", 0),
        ("The repair of the organ cost over £2m. The repair of the organ cost £1.4m.", 1),
        ("The repair of the organ cost over £2m. The repair of the roof cost £1.4m.", 0),
        ("The barge spilled 340 tonnes of oil. The 430 tonnes of oil that were spilled sank.", 1),
        ("The barge spilled 340 tonnes of oil. The 430 tonnes of oil in its hold sank.", 0),
    ],
)
def test_a_figure_told_again_keeps_its_value(said, text, count):
    assert count == len(said("told-again", text))
