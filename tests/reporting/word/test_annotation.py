"""Comments in Word files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from numcheck.errors import InputError
from numcheck.model import Document, Figure, Finding, Report
from numcheck.reading import read_bytes
from numcheck.reading.formats.docx import open_manuscript
from numcheck.reporting.word import annotate
from tests.reporting.word_files import (
    STRICT,
    W,
    archive,
    paragraph,
    part,
    relations,
    run,
    table,
    word_file,
)

DATA = Path(__file__).parent.parent.parent / "data" / "word"
LONG = "The port said on Friday that it would go on as before, and that nothing was decided yet."
NAMES = {"w": W}


def report_on(data: bytes, *words: str, others: Sequence[Figure] = ()) -> Report:
    """A report with a finding about each of some words of a file."""
    (document,) = read_bytes(data, "a.docx")
    assert isinstance(document, Document), document
    figures, findings = [], []
    for number, each in enumerate(words, 1):
        name = "title" if each in document.title else "text"
        start = document.field(name).index(each)
        figures.append(
            Figure(f"a#{number}", "a.docx", name, start, start + len(each), each, "count")
        )
        findings.append(
            Finding(
                "made-up", "Z9", "error", "discrepant", f"{each} is wrong.", "It is.",
                (f"a#{number}", *(one.id for one in others)), str(number),
            )
        )  # fmt: skip
    return Report((document,), (*figures, *others), (), tuple(findings))


def annotated(data: bytes, *words: str, others: Sequence[Figure] = ()) -> bytes:
    """A file with a comment at each of some words."""
    return annotate(data, report_on(data, *words, others=others), "a.docx")


def by_somebody(data: bytes) -> bytes:
    """A file whose comments somebody else has made."""
    parts = parts_of(data)
    name = "word/comments.xml"
    parts[name] = parts[name].replace(b'author="numcheck"', b'author="Ann Writer"')
    return archive(parts)


def opened(data: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(data))


def body_of(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return etree.fromstring(file.read("word/document.xml"))


def marked(data: bytes) -> dict[str, str]:
    """The text that each comment of a file is about, by its id."""
    found: dict[str, str] = {}
    inside: set[str] = set()
    for element in body_of(data).iter():
        name = element.tag.rpartition("}")[2]
        identity = element.get(f"{element.tag.rpartition('}')[0]}}}id", "")
        if name == "commentRangeStart":
            inside.add(identity)
            found[identity] = ""
        elif name == "commentRangeEnd":
            inside.remove(identity)
        elif name == "t":
            for one in inside:
                found[one] += element.text or ""
    assert inside == set()
    return found


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def text_of(data: bytes) -> tuple[str, str]:
    """What is read from a file."""
    document = open_manuscript(data, "a.docx").document
    return document.title, document.text


def test_a_finding_becomes_a_comment_at_its_figure() -> None:
    data = annotated(word_file(LONG, "It has 40 ships and 1,500 people."), "1,500")
    assert {"0": "1,500"} == marked(data)
    (comment,) = opened(data).comments
    assert ("numcheck", "nc", "1,500 is wrong. It is.\nnumcheck Z9 made-up") == (
        comment.author,
        comment.initials,
        comment.text,
    )


def test_the_look_of_a_cut_run_is_kept_by_all_its_parts() -> None:
    data = annotated(word_file(paragraph(LONG, run(" It has 40 ships.", "<w:b/><w:i/>"))), "40")
    runs = body_of(data).findall(".//w:r[w:t]", NAMES)
    assert [LONG, " It has ", "40", " ships."] == [one.findtext("w:t", "", NAMES) for one in runs]
    assert [0, 2, 2, 2] == [len(one.findall("w:rPr/*", NAMES)) for one in runs]


def test_a_figure_may_span_runs_that_look_different() -> None:
    data = word_file(paragraph(LONG, " It cost £1,", run("50", "<w:b/>"), run("0 a day.")))
    after = annotated(data, "£1,500")
    assert {"0": "£1,500"} == marked(after)
    assert text_of(data) == text_of(after)


def test_several_findings_at_one_figure_are_several_comments() -> None:
    data = annotated(word_file(LONG, "It has 40 ships."), "40", "40", "40 ships")
    assert {"0": "40", "1": "40", "2": "40 ships"} == marked(data)
    assert 3 == len(list(opened(data).comments))


def test_overlapping_figures_are_each_marked_whole() -> None:
    data = annotated(word_file(LONG, "From 40 to 60 ships."), "40 to", "to 60", "40 to 60 ships")
    assert ["40 to", "40 to 60 ships", "to 60"] == sorted(marked(data).values())


def test_comments_are_numbered_in_the_order_of_the_text() -> None:
    data = annotated(word_file(LONG, "It has 40 ships.", "Now 60."), "60", "40")
    assert {"0": "40", "1": "60"} == marked(data)


def test_a_headline_is_marked_where_it_stands() -> None:
    body = ("Port sheds 40 jobs", "By Ann Writer, 3 May 2024", LONG)
    assert {"0": "40"} == marked(annotated(word_file(*body), "40"))


def test_a_styled_headline_is_marked_where_it_stands() -> None:
    data = (DATA / "from-python-docx.docx").read_bytes()
    assert {"0": "12"} == marked(annotated(data, "12"))


def test_a_figure_in_a_table_is_marked_in_its_cell() -> None:
    data = word_file(LONG, table(("Ships", "10"), ("Cranes", "30")))
    after = annotated(data, "30")
    cell = body_of(after).findall(".//w:tc", NAMES)[3]
    assert cell.find(".//w:commentRangeStart", NAMES) is not None
    assert {"0": "30"} == marked(after)


def test_existing_comments_stay_and_numbers_go_on() -> None:
    first = by_somebody(annotated(word_file(LONG, "It has 40 ships.", "Now 60."), "60"))
    assert {"0": "60", "1": "40"} == marked(annotated(first, "40"))
    assert ["60 is wrong. It is.", "40 is wrong. It is."] == [
        one.text.partition("\n")[0] for one in opened(annotated(first, "40")).comments
    ]


def test_comments_of_an_earlier_run_are_replaced() -> None:
    data = word_file(LONG, "It has 40 ships.", "Now 60.")
    assert {"0": "40"} == marked(annotated(annotated(data, "60"), "40"))
    assert {} == marked(annotated(annotated(data, "60", "40")))
    assert text_of(data) == text_of(annotated(annotated(data, "60"), "40"))
    assert annotated(data, "60", "40") == annotated(annotated(data, "60", "40"), "60", "40")


def test_a_run_that_word_has_put_around_a_mark_goes_with_it() -> None:
    look = "<w:rPr><w:rStyle w:val='CommentReference'/></w:rPr>"
    parts = parts_of(annotated(word_file(LONG, "Now 60."), "60"))
    body = parts["word/document.xml"].decode().replace("<w:commentRef", f"{look}<w:commentRef")
    saved = archive({**parts, "word/document.xml": body})
    assert 1 == len(body_of(saved).findall(".//w:rStyle", NAMES))
    assert [] == body_of(annotated(saved)).findall(".//w:rStyle", NAMES)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ('<x:commentEx x:paraId="00000001" x:done="0"/>', []),
        ('<x:commentEx x:paraId="00000001" x:done="1"/>', ["60 is wrong."]),
        (
            '<x:commentEx x:paraId="00000001" x:done="0"/>'
            '<x:commentEx x:paraId="00000002" x:paraIdParent="00000001"/>',
            ["60 is wrong."],
        ),
    ],
)
@pytest.mark.parametrize("words", [(), ("60",)])
def test_what_somebody_has_answered_or_resolved_stays_and_is_not_said_again(
    line: str, left: list[str], words: tuple[str, ...]
) -> None:
    parts = parts_of(annotated(word_file(LONG, "Now 60."), "60"))
    comments = parts["word/comments.xml"].decode()
    head, last = comments.rsplit("<w:p>", 1)
    parts["word/comments.xml"] = f'{head}<w:p xmlns:v="v" v:paraId="00000001">{last}'.encode()
    parts["word/commentsExtended.xml"] = f'<x:commentsEx xmlns:x="x">{line}</x:commentsEx>'.encode()
    ties = parts["word/_rels/document.xml.rels"].decode()
    tie = relations(("rId9", "commentsExtended", "commentsExtended.xml"))
    tie = tie[tie.index("<Relationship ") : tie.index("</Relationships>")]
    parts["word/_rels/document.xml.rels"] = ties.replace(
        "</Relationships>", f"{tie}</Relationships>"
    ).encode()
    after = annotated(archive(parts), *words)
    expected = left or [f"{word} is wrong." for word in words]
    assert expected == [one.text.partition(" It")[0] for one in opened(after).comments]
    beside = parts_of(after)["word/commentsExtended.xml"]
    assert bool(left) == (b"00000001" in beside)


def test_the_text_and_all_other_parts_stay_as_they_were() -> None:
    for name in ("from-python-docx.docx", "from-libreoffice.docx"):
        data = (DATA / name).read_bytes()
        after = annotated(data, "12", "58", "62 miles", "68", "30%")
        assert text_of(data) == text_of(after)
        assert [one.text for one in opened(data).paragraphs] == [
            one.text for one in opened(after).paragraphs
        ]
        old, new = parts_of(data), parts_of(after)
        touched = {name for name in new if old.get(name) != new[name]}
        assert touched <= {
            "word/document.xml",
            "word/comments.xml",
            "word/_rels/document.xml.rels",
            "[Content_Types].xml",
        }
        assert set(old) <= set(new)


def test_nothing_found_leaves_every_part_alone() -> None:
    data = word_file(LONG)
    assert parts_of(data) == parts_of(annotated(data))


def test_the_same_file_comes_out_every_time() -> None:
    data = word_file(LONG, "It has 40 ships.")
    assert annotated(data, "40") == annotated(data, "40")


def test_a_figure_in_a_footnote_is_told_at_its_mark() -> None:
    note = '<w:r><w:t>(see</w:t><w:footnoteReference w:id="2"/><w:t>)</w:t></w:r>'
    data = word_file(
        paragraph(LONG, note),
        parts={
            "word/footnotes.xml": part(
                "footnotes", f'<w:footnote w:id="2">{paragraph("It has 40.")}</w:footnote>'
            )
        },
        ties=(("f", "footnotes", "footnotes.xml"),),
    )
    after = annotated(data, "40")
    assert {"0": "(see)"} == marked(after)
    (comment,) = opened(after).comments
    assert "Footnote 1: “40”" == comment.text.partition("\n")[0]
    assert parts_of(data)["word/footnotes.xml"] == parts_of(after)["word/footnotes.xml"]


def test_a_figure_in_a_header_is_told_at_the_top() -> None:
    data = word_file(
        f"<w:p><w:del>{run('Away')}</w:del></w:p>",
        LONG,
        '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>',
        parts={"word/h.xml": part("hdr", paragraph("Draft, 40 ships"))},
        ties=(("h", "header", "h.xml"),),
    )
    after = annotated(data, "40")
    assert {"0": LONG} == marked(after)
    assert "Header: “40”" == next(iter(opened(after).comments)).text.partition("\n")[0]


def test_a_figure_in_a_text_box_is_told_at_the_box() -> None:
    content = f"<w:txbxContent>{paragraph('It has 40.')}</w:txbxContent>"
    box = f"<w:r><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></w:r>"
    after = annotated(word_file(paragraph(LONG, box)), "40")
    assert {"0": "It has 40."} == marked(after)  # all that is inside the box
    assert "Text box 1: “40”" == next(iter(opened(after).comments)).text.partition("\n")[0]


def test_what_word_fills_in_anew_gets_its_comment_around_it() -> None:
    control = f"<w:sdt><w:sdtContent>{run('It has 40 ships.')}</w:sdtContent></w:sdt>"
    after = annotated(word_file(paragraph(LONG, control)), "40")
    inside = body_of(after).find(".//w:sdtContent", NAMES)
    assert inside is not None
    assert inside.find(".//w:commentRangeStart", NAMES) is None
    assert {"0": "It has 40 ships."} == marked(after)


def test_a_link_or_an_insertion_is_marked_exactly() -> None:
    inside = f"<w:hyperlink>{run('It has 40 ships.')}</w:hyperlink>"
    after = annotated(word_file(paragraph(LONG, inside, "Of 60.")), "40", "60")
    assert {"0": "40", "1": "60"} == marked(after)


def test_space_at_the_edges_that_was_not_shown_stays_out() -> None:
    data = word_file(LONG, "<w:p><w:r><w:t> It has 40 ships </w:t><w:t>.</w:t></w:r></w:p>")
    after = annotated(data, "40")
    assert text_of(data) == text_of(after)
    assert {"0": "40"} == marked(after)


def test_other_elements_of_a_run_keep_their_place() -> None:
    inside = "<w:r><w:tab/><w:t>has 40</w:t><w:br/><w:t>ships</w:t><w:noBreakHyphen/></w:r>"
    after = annotated(word_file(LONG, f"<w:p>{inside}</w:p>"), "40\nsh")
    names = [
        one.tag.rpartition("}")[2]
        for one in body_of(after).iter()
        if one.tag.rpartition("}")[2] in ("tab", "br", "noBreakHyphen", "commentRangeStart", "t")
    ]
    assert ["t", "tab", "t", "commentRangeStart", "t", "br", "t", "t", "noBreakHyphen"] == names


def test_strict_files_get_strict_comments() -> None:
    after = annotated(word_file(LONG, "It has 40 ships.", namespace=STRICT), "40")
    assert {"0": "40"} == marked(after)
    assert STRICT.encode() in parts_of(after)["word/comments.xml"]
    assert b"purl.oclc.org" in parts_of(after)["word/_rels/document.xml.rels"]


def test_a_part_of_that_name_that_is_no_comments_is_left_alone() -> None:
    data = word_file(LONG, "It has 40 ships.", parts={"word/Comments.xml": "<mine/>"})
    after = parts_of(annotated(data, "40"))
    assert b"<mine/>" == after["word/Comments.xml"]
    assert b"40 is wrong" in after["word/comments2.xml"]


def test_a_tie_to_comments_that_are_missing_is_used() -> None:
    data = word_file(LONG, "It has 40 ships.", ties=(("rId1", "comments", "comments.xml"),))
    assert 1 == len(list(opened(annotated(data, "40")).comments))


def test_a_new_relationship_takes_an_id_that_is_free() -> None:
    data = word_file(LONG, "It has 40.", ties=(("rId1", "x", "x.xml"), ("rId2", "y", "y.xml")))
    assert b'Id="rId3"' in parts_of(annotated(data, "40"))["word/_rels/document.xml.rels"]


def test_a_file_without_content_types_gets_them() -> None:
    data = archive({
        "_rels/.rels": relations(("a", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{paragraph('It has 40.')}</w:body>"),
    })  # fmt: skip
    assert b"/word/comments.xml" in parts_of(annotated(data, "40"))["[Content_Types].xml"]


def test_other_figures_of_a_finding_are_named_with_their_place() -> None:
    data = word_file(LONG, "It has 40 ships, and then 60.")
    other = Figure("a#9", "a.docx", "text", len(LONG) + 28, len(LONG) + 30, "60", "count")
    (comment,) = opened(annotated(data, "40", others=[other])).comments
    assert "Compare “60”, paragraph 2." == comment.text.split("\n")[1]


def test_a_comment_says_nothing_that_xml_cannot_hold() -> None:
    data = word_file(LONG, "It has 40 ships.")
    report = report_on(data, "40")
    nasty = Finding(
        "x\x00", "Z9", "error", "discrepant", "a\x1b[31m <b>&\ufffe\x0b", "", ("a#1",), "1"
    )
    after = annotate(data, Report(report.documents, report.figures, (), (nasty,)), "a.docx")
    assert "a␛[31m <b>&\ufffd" in next(iter(opened(after).comments)).text


def verdicts(*names: str) -> Report:
    report = report_on(word_file(LONG, "It has 40 ships."), "40")
    findings = tuple(
        Finding("r", "Z9", "info", name, f"{name}.", "", ("a#1",), name)  # type: ignore[arg-type]
        for name in names
    )
    return Report(report.documents, report.figures, (), findings)


@pytest.mark.parametrize(
    ("quiet", "verbose", "told"),
    [
        (False, False, ["unverified", "implausible"]),
        (True, False, ["implausible"]),
        (False, True, ["unverified", "rounding", "implausible"]),
    ],
)
def test_it_tells_what_the_report_tells(quiet: bool, verbose: bool, told: list[str]) -> None:
    report = verdicts("unverified", "rounding", "implausible")
    data = word_file(LONG, "It has 40 ships.")
    after = annotate(data, report, "a.docx", quiet=quiet, verbose=verbose)
    assert told == [one.text.partition(".")[0] for one in opened(after).comments]


def test_findings_about_other_documents_are_not_told() -> None:
    data = word_file(LONG)
    report = report_on(data)
    other = Figure("b#1", "b.txt", "text", 0, 2, "40", "count")
    finding = Finding("r", "Z9", "error", "discrepant", "m", "", ("b#1", "gone"), "1")
    assert parts_of(data) == parts_of(
        annotate(data, Report(report.documents, (other,), (), (finding,)), "a.docx")
    )


def test_a_file_that_was_changed_since_it_was_checked_is_refused() -> None:
    report = report_on(word_file(LONG, "It has 40 ships."), "40")
    with pytest.raises(InputError, match="not what was checked"):
        annotate(word_file(LONG, "It has 50 ships."), report, "a.docx")
    with pytest.raises(InputError, match="not what was checked"):
        annotate(word_file(LONG), report, "b.docx")


letters = st.text("ab 1²\xad", min_size=1, max_size=6)


@settings(max_examples=60)
@given(st.lists(st.lists(letters, min_size=1, max_size=4), min_size=1, max_size=3), st.data())
def test_any_slice_is_marked_and_the_text_stays(runs: list[list[str]], data: st.DataObject) -> None:
    file = word_file(LONG, *(paragraph(*(run(one) for one in each), run(".")) for each in runs))
    document = open_manuscript(file, "a.docx").document
    begin = len(LONG) + 2
    spans = []
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(begin, len(document.text) - 1))
        end = data.draw(st.integers(start + 1, len(document.text)))
        if document.text[start:end].strip() and "\n" not in document.text[start:end]:
            spans.append((start, end))
    figures = tuple(
        Figure(f"a#{k}", "a.docx", "text", start, end, document.text[start:end], "count")
        for k, (start, end) in enumerate(spans)
    )
    findings = tuple(
        Finding("r", "Z9", "error", "discrepant", "m", "", (one.id,), one.id) for one in figures
    )
    after = annotate(file, Report((document,), figures, (), findings), "a.docx")
    assert text_of(file) == text_of(after)
    assert [one.text for one in opened(file).paragraphs] == [
        one.text for one in opened(after).paragraphs
    ]
    found = sorted(words.replace("\xad", "") for words in marked(after).values())
    assert sorted(document.text[start:end] for start, end in spans) == found


@settings(max_examples=40)
@given(st.integers(0, 4000), st.sampled_from(["", "<w:p>", "</w:r>", "<w:tab/>", "<w:br/>", "9"]))
def test_a_body_that_was_tampered_with_keeps_its_text_or_is_refused(place: int, what: str) -> None:
    data = (DATA / "from-libreoffice.docx").read_bytes()
    parts = parts_of(data)
    body = parts["word/document.xml"].decode()
    place = body.index("<w:body>") + place
    parts["word/document.xml"] = (body[:place] + what + body[place + 1 :]).encode()
    changed = archive(parts)
    for item in read_bytes(changed, "a.docx"):
        if isinstance(item, Document):
            words = item.text[-3:]
            assert text_of(changed) == text_of(annotated(changed, words))


def test_many_comments_in_one_run_cost_no_more_than_their_number() -> None:
    """A run with a thousand cuts took minutes when each cut copied all of its text."""
    data = word_file(paragraph(LONG + " 40 men" * 1000))
    document = open_manuscript(data, "a.docx").document
    figures, findings = [], []
    for number in range(1000):
        start = len(LONG) + 1 + 7 * number
        figures.append(Figure(f"a#{number}", "a.docx", "text", start, start + 2, "40", "count"))
        findings.append(
            Finding("r", "Z9", "error", "discrepant", "m", "", (f"a#{number}",), f"{number}")
        )
    after = annotate(data, Report((document,), tuple(figures), (), tuple(findings)), "a.docx")
    assert {"40"} == set(marked(after).values())
    assert 2001 == len(body_of(after).findall(".//w:r[w:t]", NAMES))
