"""So many at so much each, and margins between two sides, in whatever order they stand."""

import pytest


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The parish ordered 30 lamps at £120 apiece, a bill of £4,600.", 1),
        ("The parish ordered 30 lamps at £120 apiece, a bill of £3,600.", 0),
        ("The parish ordered 30 lamps at £120 apiece, a bill of £3,600 plus delivery.", 0),
        ("Each of the 15 kitchens served 200 meals on average, 5,000 meals between them.", 1),
        ("Each of the 15 kitchens served 200 meals on average, 5,000 pies between them.", 0),
        ("At £12 a head, the 40 guests paid a bill of £680.", 1),
        ("At £12 a head, the 40 guests paid a bill of $680.", 0),
        ("The 40 guests paid £12 and a bill of £680.", 0),
        ("About 40 guests paid £12 each, £680 in all.", 0),
    ],
)
def test_a_total_is_what_each_has_times_their_number(said, text, count):
    assert count == len(said("each-and-all", text))


def test_a_wrong_total_is_shown_with_the_right_one(said):
    found = said("each-and-all", "They bought 30 lamps at £120 apiece, a bill of £4,600.")
    assert ["30 times £120 is £3,600, not £4,600."] == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Moss won 2,145 votes to Kay's 2,015, a majority of 170.", 1),
        ("Moss won 2,145 votes to Kay's 2,015, a majority of 130.", 0),
        ("Moss won 45 seats to Kay's 30, a majority of 5.", 0),
        ("With 52 points, Hale are nine points clear of Wick, who have 46.", 1),
        ("With 52 points, Hale are six points clear of Wick, who have 46.", 0),
        ("Moss took 42 minutes; Kay took 45 minutes, a lead of 5 minutes over Ruiz.", 0),
    ],
)
def test_a_margin_is_what_lies_between_two_sides(said, text, count):
    assert count == len(said("difference-in-any-order", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A pass goes from $80 to $100 in April, a 40% rise.", 1),
        ("A pass goes from $80 to $100 in April, a 25% rise.", 0),
        ("A coffee that cost $2.50 in January now costs $3.00, a 40% increase.", 1),
        ("Output dropped to 4.5m tonnes from 6m tonnes, a decline of 35%.", 1),
        ("Output dropped to 4.5m tonnes from 6m tonnes, a decline of 30%.", 0),
        ("A flat has gone from £180,000 to £225,000; that is an increase of 45 per cent.", 1),
    ],
)
def test_a_range_after_from_is_two_values_of_what_moves(said, text, count):
    assert count == len(said("change-in-any-order", text))
