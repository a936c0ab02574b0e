import pytest

from numcheck.engine.expression import ExpressionError, parse
from numcheck.engine.expression.syntax import Binary, Call, Compare, Field, Literal, Logic, Not


def problem(text):
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    return caught.value.column, caught.value.problem


def test_a_product_binds_more_tightly_than_a_sum():
    tree = parse("a + b * c")
    assert isinstance(tree, Binary)
    assert ("+", "*") == (tree.operator, tree.right.operator)


def test_typographic_operators_are_read_like_their_plain_forms():
    assert parse("a * b") == parse("a × b")
    assert parse("a / b") == parse("a ÷ b")
    assert parse("a - b") == parse("a − b")


def test_a_percent_sign_and_a_unit_belong_to_the_number_before_them():
    assert ("percent", "km") == (parse("50%").unit, parse("3 km").unit)


def test_comparisons_are_joined_by_and_or_and_not():
    tree = parse("not a == b or c < d and e >= f")
    assert isinstance(tree, Logic)
    assert "or" == tree.operator
    assert isinstance(tree.left, Not)
    assert isinstance(tree.right, Logic)


def test_a_spread_is_looser_than_a_sum():
    tree = parse("a == b + c ± 3")
    assert isinstance(tree, Compare)
    assert "±" == tree.right.operator


def test_fields_texts_and_functions():
    tree = parse("old.unit == 'GBP'")
    assert isinstance(tree.left, Field)
    assert "GBP" == tree.right.value
    assert isinstance(parse("min(a, b)"), Call)
    assert 1000 == parse("1_000").value


def test_a_power_and_a_sign():
    assert "^" == parse("a ^ 2").operator
    assert isinstance(parse("-3").operand, Literal)


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("a = b", 2, "write == to compare"),
        ("a +", 3, "a number, a slot or a bracket is missing"),
        ("abs(a", 5, "a closing bracket is missing"),
        ("(a", 2, "a closing bracket is missing"),
        ("a b", 2, "an operator is missing"),
        ("1 < a < 3", 6, "join them with 'and'"),
        ("a. + 3", 3, "the name of a field is missing"),
        ("a ~ b", 2, "means nothing"),
        ("(" * 60 + "a", 40, "too many nested brackets"),
        ("a + " * 600, 2000, "longer than"),
    ],
)
def test_what_does_not_follow_the_grammar_is_told_with_its_column(text, column, words):
    found, message = problem(text)
    assert words in message
    assert column == found
