"""Which of some words a document holds."""

from __future__ import annotations

from itertools import chain

from hypothesis import example, given
from hypothesis import strategies as some

from numcheck import Document, analyse
from numcheck.engine.mentions import mentioned

WORDS = some.frozensets(some.sampled_from(["mean", "s.d.", "sd", "i", "’s", "ß"]), max_size=4)
PIECES = some.sampled_from(
    ["mean", "Mean", "means", "S.D.", "s.d.x", "SD", "Thursday", "İ", "İ mean", "the ship’s mean",
     "3mean", "mean3", "www.mean.example/sd", "me@sd.example", " ", ". ", "\n\n", "12", "ẞ"]
)  # fmt: skip


def tokens(document: Document) -> list[str]:
    return list(chain.from_iterable(one.lower for one in analyse(document).sentences))


@given(words=WORDS, title=some.lists(PIECES, max_size=4), text=some.lists(PIECES, max_size=12))
@example(words=frozenset({"sd"}), title=["İ"], text=["Thursday", ". ", "SD"])
def test_a_word_is_found_where_it_is_a_token_and_nowhere_else(words, title, text):
    document = Document(id="a", text="".join(text), title="".join(title))
    expected = words.intersection(tokens(document))
    assert expected == words.intersection(mentioned(words, analyse(document)))


def test_only_sentences_with_the_letters_of_a_word_are_taken_apart():
    text = "It left on Thursday. The mean was low. Nobody means it."
    analysis = analyse(Document(id="a", text=text, title="Mean streets"))
    found = list(mentioned({"mean", "sd"}, analysis))
    assert ["mean", "streets", "the", "mean", "was", "low", "."] == found


def test_for_very_many_words_the_whole_text_is_taken_apart():
    document = Document(id="a", text="It left. It came.")
    many = [f"word{number}" for number in range(200)]
    assert tokens(document) == list(mentioned(many, analyse(document)))
