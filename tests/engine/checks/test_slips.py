import pytest


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It has 2,743 coins. The 2,473 coins are old.", 1),
        ("It has 2,743 coins. The 3,742 coins are old.", 0),
        ("It has 2,743 coins. The 2,473 stamps are old.", 0),
        ("It has 2,743 coins, 270 of them fake. The 2,473 coins are old.", 0),
        ("It has 243 coins. The 234 coins are old.", 0),
        ("They raised £148,250 here. The £14,250 is safe.", 1),
        ("They raised £148,250 here. The £18,250 is safe.", 1),
        ("They raised £14,000 here. The £1,400 is safe.", 0),
        ("It takes 150 million litres. The 150 billion litres are sold.", 1),
        ("It takes 100 million litres a day. The 100 billion litres are sold.", 0),
        ("It takes $150 million a day. The $150 billion are sold.", 0),
        ("It takes 2,743 coins and $2,743.", 0),
    ],
)
def test_two_figures_that_look_like_one(said, text, count):
    assert count == len(said("digit-slip", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It lies in 62 metres of water. At 62 feet it is dark.", 1),
        ("It lies in 62 metres of water. At 63 feet it is dark.", 0),
        ("It lies in 60 metres of water. At 60 feet it is dark.", 0),
        ("It lies in 62 metres of water. It weighs 62 tonnes.", 0),
        ("It lies in 62 metres of water. It is old. It is big. It is red. At 62 feet it ends.", 0),
    ],
)
def test_one_number_with_two_units(said, text, count):
    assert count == len(said("unit-slip", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It took 400 boats, 30 per cent up on the 200 boats of May.", 1),
        ("It took 400 boats, 100 per cent up on the 200 boats of May.", 0),
        ("It took 400 boats, 50 per cent of the 800 boats of May.", 0),
        ("It took 400 boats, 30 per cent up on the 200 cars of May.", 0),
        ("It took 400 boats, 30 per cent up, and the 200 boats of May; of old.", 0),
        ("It paid 30 per cent tax on 400 boats and on 200 boats.", 0),
        ("It took 400 boats, 30 per cent, 200 boats and 100 boats.", 0),
        ("It took 400 boats, 30 per cent up on the 400 boats of May.", 0),
        ("It took 30 per cent and 20 per cent of 400 boats.", 0),
    ],
)
def test_the_only_percentage_of_a_sentence(said, text, count):
    assert count == len(said("lone-percentage", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Wenlock beat Holt 1-3.", 1),
        ("Wenlock beat Holt 3-1.", 0),
        ("Wenlock beat Holt 1-3 in the first leg.", 0),
        ("Wenlock beat Holt 1-3 and Ludford 2-1.", 0),
        ("Wenlock met Holt, 1-3.", 0),
    ],
)
def test_the_winner_has_the_larger_number(said, text, count):
    assert count == len(said("score-and-winner", text))
