"""Whatever characters arrive: figures, documents, rules and reports, or one clear error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.targets import TARGETS
from numcheck import Document, check
from numcheck.engine.pattern.syntax import PatternError, parse_pattern
from numcheck.reporting import FIGURE_FORMATS, FORMATS, render, render_figures

READERS = sorted(name for name in TARGETS if name.startswith("reader-"))
# What breaks programs: directions, NULs, marks that combine, half surrogates, kinds of line breaks.
ODD = "\0\u202e\u2066\u200d\ufeff\u0301\u0345\ud800\udfff\r\n\x0b\x0c\x85\u2028\u2029\t\xa0\u2009"
WORDS = [
    "12", "1,5", "1.000.000", "½", "10^", "٣", "五", "two", "hundred", "and", "half", "million",
    "per cent", "%", "$", "€", "£", "-", "–", "to", "from", "of", "said", "“", "”", '"', "(", ")",
    "[", "|", "#", "*", "`", "<", ">", "&", ";", ":", "/", "\\", "{", "}", "km", "May", "2020", ".",
]  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(ODD), st.text(max_size=8), st.sampled_from(WORDS)
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
    st.tuples(PIECES, st.integers(1, 3000)).map(lambda pair: pair[0] * pair[1]),
)
FEW = settings(max_examples=settings().max_examples // 4 or 1)


@given(TEXTS)
def test_any_text_has_figures_at_their_places(text: str) -> None:
    TARGETS["scanner"](text.encode("utf-8", "replace"))


@FEW
@given(TEXTS, TEXTS)
def test_any_texts_have_a_report_in_every_format(one: str, other: str) -> None:
    documents = [Document(id="a", text=one, title=other[:200]), Document(id="b", text=other)]
    report = check(documents, against=[Document(id="c", text=one)])
    for name in FORMATS:
        assert render(report, name).encode("utf-8").endswith(b"\n")
    for name in FIGURE_FORMATS:
        render_figures(report.documents, report.figures, name).encode("utf-8")


HEADS = {
    "reader-csv": "id,text\n", "reader-email": "Subject: a\n", "reader-html": "<html><body>",
    "reader-json": '{"text": "', "reader-jsonl": '{"text": "', "reader-markdown": "---\ntitle: ",
    "reader-rtf": "{\\rtf1 ", "reader-subtitles": "1\n00:00:01,000 --> 00:00:02,000\n",
    "reader-feed": '<rss version="2.0"><channel><item><title>', "reader-warc": "WARC/1.0\r\n",
    "reader-pdf": "%PDF-1.4\n", "reader-zip": "PK\3\4", "reader-compressed": "\x1f\x8b",
}  # fmt: skip


@pytest.mark.parametrize("name", READERS)
@FEW
@given(text=TEXTS, raw=st.binary(max_size=60), encoding=st.sampled_from(["utf-8", "utf-16"]))
def test_any_bytes_are_read_or_refused(name: str, text: str, raw: bytes, encoding: str) -> None:
    head = HEADS.get(name, "").encode("latin-1")
    TARGETS[name](head + text.encode(encoding, "replace") + raw)


PATTERN_PIECES = st.sampled_from(
    ["{a}", "{b:count}", "{c:count of vote}", "{d:count}+", "{e:count}++", "{", "}", "…", "…12",
     "……", "……41", "(", ")", "|", "?", "//", "^", "\\(", "<rise>", "<", ">", "from", ",", " "]
)  # fmt: skip


@given(st.lists(st.one_of(PATTERN_PIECES, st.text(max_size=3)), max_size=20).map(" ".join))
def test_any_pattern_is_one_or_has_its_fault_named(text: str) -> None:
    try:
        parse_pattern(text)
    except PatternError as error:
        assert str(error)


@FEW
@given(st.lists(st.one_of(PIECES, PATTERN_PIECES), max_size=12).map(" ".join))
def test_any_rule_file_is_loaded_or_has_its_fault_named(text: str) -> None:
    TARGETS["rules"](f"id: x\npatterns: [{text}]\n".encode("utf-8", "replace"))
    TARGETS["rules"](text.encode("utf-8", "replace"))


@pytest.mark.parametrize("opened", ["[", "{a: ", "- ", "(", "a: &x [*x, ", "{{"])
def test_deep_rule_files_are_refused(opened: str) -> None:
    TARGETS["rules"]((opened * 5000).encode())
