"""Lists that are all there is, currencies that swap, former records, clocks and spreads."""

import pytest


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Of the 70 medals that they won at home, 34 were gold, 21 silver and 12 bronze.", 0),
        ("Of the 70 medals on show, 34 were gold, 21 silver and 12 bronze.", 1),
        ("Of the 67 medals on show, 34 were gold, 21 silver and 12 bronze.", 0),
        ("Of the 70 medals on show, 34 were gold, 21 silver and 12 wooden.", 0),
        ("Of the 60 pupils, 34 were boys and 21 girls.", 1),
        ("Of the 60 pupils, 34 were boys and 26 girls.", 0),
    ],
)
def test_parts_with_opposite_names_are_all_there_is(said, text, count):
    assert count == len(said("parts-list", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Asked about the pier, 48% liked it, 37% did not and 23% had no opinion.", 1),
        ("Asked about the pier, 48% liked it, 37% did not and 15% had no opinion.", 0),
        ("Asked about the pier, 48% liked it, 37% walked on it and 23% fished.", 0),
    ],
)
def test_whoever_has_no_opinion_has_no_other(said, text, count):
    assert count == len(said("shares-above-whole", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The yacht sold for €14 million. The $14 million yacht has a helipad.", 1),
        ("The yacht sold for €14 million. The €14 million yacht has a helipad.", 0),
        ("The yacht sold for €14 million. Its owner won $14 million.", 0),
        ("The stamp cost 35 pence. The 35 cent stamp is rare.", 0),
    ],
)
def test_a_sum_does_not_come_back_in_another_currency(said, text, count):
    assert count == len(said("unit-slip", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The crowd of 31,200 was a club record, beating the 33,000 of 1987.", 1),
        ("The crowd of 33,200 was a club record, beating the 33,000 of 1987.", 0),
        ("July's 412 mm was the most ever recorded there, with 455 mm in 1997.", 1),
        ("July's 412 mm was the most ever recorded there, with 385 mm in 1997.", 0),
    ],
)
def test_what_a_record_beats_is_less(said, text, count):
    assert count == len(said("record", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The power failed at 6.15pm and came back three hours later, at 10.45pm.", 1),
        ("The power failed at 6.15pm and came back three hours later, at 9.15pm.", 0),
        ("The ferry sails at 22:00 and takes six hours, docking at 06:30.", 1),
        ("The film starts at 7.30pm, lasts two hours and ends at 9.45pm.", 0),
    ],
)
def test_a_clock_goes_on_by_the_hours_told(said, text, count):
    assert count == len(said("clock-sum", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The hazard ratio was 0.80 (95% CI 0.62 to 1.10), a significant reduction.", 1),
        ("The hazard ratio was 0.80 (95% CI 0.62 to 1.10), not a significant reduction.", 0),
        ("The hazard ratio was 0.80 (95% CI 0.62 to 0.91), no significant reduction.", 1),
        ("The hazard ratio was 0.80 (95% CI 0.62 to 0.91), a significant reduction.", 0),
    ],
)
def test_an_interval_says_whether_an_effect_is_significant(said, text, count):
    assert count == len(said("confidence-interval", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("On a scale from 1 to 7 the mean was 6.5 with a standard deviation of 3.1 (n = 40).", 1),
        ("On a scale from 1 to 7 the mean was 5.5 with a standard deviation of 1.3 (n = 40).", 0),
    ],
)
def test_a_spread_has_room_on_its_scale(said, text, count):
    assert count == len(said("standard-deviation", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The likely cost of the work was between £12,000 and £15,000. "
         "The likely cost of the work, £18,500, will be met by the insurer.", 1),
        ("It will lose 85 beds, the hospital says. The 58 beds the hospital will lose are old.", 1),
        ("It paid for 85 beds, the hospital says. The 58 beds its rival will lose are old.", 0),
        ("At least 60 whales were killed in the hunt. "
         "No more than 45 whales were killed in the hunt.", 1),
        ("More than 300 people signed the letter on paper. "
         "Fewer than 200 people signed it online.", 0),
        ("Over 80 per cent of pupils passed the exam. "
         "Under 70 per cent of pupils passed the exam.", 1),
        ("Last year 42% of the guests were men. About 23% of the guests are women.", 0),
    ],
)  # fmt: skip
def test_a_figure_told_again_in_kindred_words_keeps_its_value(said, text, count):
    assert count == len(said("told-again", text))
