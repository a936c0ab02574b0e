"""What makes two rules decide alike."""

from numcheck.engine.active import plain_key


def test_equal_data_has_equal_keys_whatever_its_order():
    assert plain_key({"a": [1, 2], "b": "x"}) == plain_key({"b": "x", "a": [1, 2]})
    assert plain_key({"a": (1, 2)}) == plain_key({"a": [1, 2]})


def test_a_number_is_not_its_text():
    assert plain_key({"a": 1}) != plain_key({"a": "1"})
    assert plain_key([1]) != plain_key([1.0])
    assert plain_key([True]) != plain_key([1])
