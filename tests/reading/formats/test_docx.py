"""Word files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from numcheck.api import check
from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading import read, read_bytes
from numcheck.reading.formats.docx import open_manuscript, recognises
from numcheck.reading.limits import Limits
from tests.reporting.word_files import (
    STRICT,
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


def document_of(data: bytes) -> Document:
    """The document that a Word file holds."""
    (document,) = read_bytes(data, "a.docx")
    assert isinstance(document, Document), document
    return document


def text_of(*body: str) -> str:
    """The text of a Word file with this body."""
    return document_of(word_file(*body)).text


def error_of(data: bytes) -> str:
    """The line that says why a file cannot be read."""
    (error,) = read_bytes(data, "a.docx")
    assert isinstance(error, InputError), error
    return str(error)


def test_paragraphs_are_parted_by_a_blank_line() -> None:
    assert text_of("It has 40 ships.", "<w:p/>", "Two sank.") == "It has 40 ships.\n\nTwo sank."


def test_a_figure_may_run_over_several_runs() -> None:
    assert text_of(paragraph("It cost £1,", run("500", "<w:b/>"), " in May.")) == (
        "It cost £1,500 in May."
    )


def test_space_that_is_not_marked_as_kept_is_none() -> None:
    assert text_of("<w:p><w:r><w:t>\n  It has </w:t></w:r><w:r><w:t>40.</w:t></w:r></w:p>") == (
        "It has40."
    )


def test_tabs_breaks_and_hyphens_are_read_as_they_look() -> None:
    inside = (
        "<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t><w:noBreakHyphen/><w:t>D</w:t>"
        "<w:softHyphen/><w:t>E</w:t><w:cr/><w:t>thou\xadsand.</w:t></w:r>"
    )
    assert text_of(f"<w:p>{inside}</w:p>") == "A\tB\nC\u2011DE\nthousand."


def test_insertions_are_in_and_deletions_are_out() -> None:
    changed = (
        f"<w:ins>{run('60')}</w:ins>"
        "<w:del><w:r><w:delText>40</w:delText></w:r></w:del>"
        f"<w:moveTo>{run(' ships')}</w:moveTo><w:moveFrom>{run(' boats')}</w:moveFrom>"
    )
    assert text_of(paragraph("It has ", changed.replace("><", ">\n<"), ".")) == "It has 60 ships."


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    first = paragraph("It has 40 ", properties="<w:rPr><w:del/></w:rPr>")
    assert text_of(first, "ships.", "Two sank.") == "It has 40 ships.\n\nTwo sank."


def test_a_deleted_mark_at_the_end_loses_nothing() -> None:
    assert text_of(paragraph("It has 40.", properties="<w:rPr><w:del/></w:rPr>")) == "It has 40."


def test_hidden_text_is_out() -> None:
    inside = (run(" (it says)", "<w:vanish/>"), run(" in all", '<w:vanish w:val="0"/>'), ".")
    assert text_of(paragraph("It has 40", *inside)) == "It has 40 in all."


def test_a_raised_digit_is_no_digit_of_the_number_before_it() -> None:
    raised, low = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
    inside = (run("3", raised), " fled; 40 tonnes of CO", run("2", low), ".")
    assert text_of(paragraph("1,500", *inside)) == "1,500³ fled; 40 tonnes of CO₂."


def field(code: str, result: str) -> str:
    """A field in its long form."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_of_a_field_the_result_is_read_and_not_the_code() -> None:
    assert text_of(paragraph("It has ", field(" REF total \\h ", "40"), " ships.")) == (
        "It has 40 ships."
    )


def test_a_field_inside_the_code_of_another_says_nothing() -> None:
    inner = field("PAGE", "7") + run(" = 8 ") + field("REF x", "99")
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + inner
    rest = (
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("40")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert text_of(paragraph("It has ", code + rest, " ships.")) == "It has 40 ships."


def test_numbers_of_pages_are_no_text() -> None:
    simple = f'<w:fldSimple w:instr=" NUMPAGES ">{run("12")}</w:fldSimple>'
    assert text_of(paragraph("Sheet ", field("PAGE", "3"), simple, "of the draft.")) == (
        "Sheet of the draft."
    )


def test_a_simple_field_gives_its_result() -> None:
    simple = f'<w:fldSimple w:instr="MERGEFIELD n">{run("12")}</w:fldSimple>'
    assert text_of(paragraph("It has ", simple, " ships.")) == "It has 12 ships."


def test_a_field_that_is_never_closed_loses_no_text_below_it() -> None:
    opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert text_of(paragraph("It has 40.", opened), "Two sank.") == "It has 40.\n\nTwo sank."


def test_links_and_controls_are_read_through() -> None:
    inside = (
        f"<w:hyperlink>{run('40')}</w:hyperlink>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run(' ships')}</w:sdtContent></w:sdt>"
        f"<w:smartTag>{run(' and')}</w:smartTag>"
    )
    assert text_of(paragraph("It has ", inside, " more.")) == "It has 40 ships and more."


def test_blocks_in_controls_are_read() -> None:
    block = f"<w:sdt><w:sdtContent>{paragraph('It has 40.')}</w:sdtContent></w:sdt>"
    assert text_of(block, f"<w:customXml>{paragraph('Two sank.')}</w:customXml>") == (
        "It has 40.\n\nTwo sank."
    )


def test_of_two_renderings_one_is_read() -> None:
    both = (
        f"<mc:AlternateContent><mc:Choice>{run('40')}</mc:Choice>"
        f"<mc:Fallback>{run('40')}</mc:Fallback></mc:AlternateContent>"
    )
    blocks = (
        f"<mc:AlternateContent><mc:Choice>{paragraph('One.')}</mc:Choice>"
        f"<mc:Fallback>{paragraph('One.')}</mc:Fallback></mc:AlternateContent>"
    )
    assert text_of(paragraph("It has ", both, " ships."), blocks) == "It has 40 ships.\n\nOne."


ITEM = '<w:numPr><w:numId w:val="1"/></w:numPr>'


def test_items_of_a_list_stand_on_lines_of_their_own() -> None:
    items = [paragraph(words, properties=ITEM) for words in ("40 ships", "two cranes")]
    assert text_of(LONG, *items, "That is all.") == (
        f"{LONG}\n\n- 40 ships\n- two cranes\n\nThat is all."
    )


STYLES = part(
    "styles",
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr/></w:pPr></w:style>'
    f'<w:style w:styleId="Punkt"><w:name w:val="List Bullet"/><w:pPr>{ITEM}</w:pPr></w:style>'
    '<w:style w:styleId="Unter"><w:name w:val="Mine"/><w:basedOn w:val="Punkt"/></w:style>'
    '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
)


def styled(*body: str) -> Document:
    return document_of(
        word_file(*body, parts={"word/styles.xml": STYLES}, ties=(("s", "styles", "styles.xml"),))
    )


def of_style(style: str, words: str) -> str:
    return paragraph(words, properties=f'<w:pStyle w:val="{style}"/>')


def test_a_style_can_make_items() -> None:
    no_item = paragraph("No item.", properties='<w:pStyle w:val="Punkt"/>' + ITEM.replace("1", "0"))
    document = styled(
        LONG, of_style("Punkt", "One"), of_style("Unter", "Two"), of_style("A", "Three."), no_item
    )
    assert document.text == f"{LONG}\n\n- One\n- Two\n\nThree.\n\nNo item."


def test_the_title_is_told_by_its_style_in_any_language() -> None:
    document = styled(LONG, of_style("Titel", "Port sheds 40 jobs"), "It said so.")
    assert ("Port sheds 40 jobs", f"{LONG}\n\nIt said so.") == (document.title, document.text)


def test_a_numbered_heading_that_opens_the_text_is_its_title() -> None:
    document = styled(of_style("H1", "Port sheds 40 jobs"), LONG, of_style("H1", "What now?"))
    assert ("Port sheds 40 jobs", f"{LONG}\n\nWhat now?") == (document.title, document.text)


def test_a_headline_without_a_style_is_told_as_in_plain_text() -> None:
    document = document_of(word_file("Port sheds 40 jobs", "By Ann Writer, 3 May 2024", LONG))
    assert ("Port sheds 40 jobs", "Ann Writer", "2024-05-03", LONG) == (
        document.title,
        document.source,
        document.published,
        document.text,
    )


def test_a_table_is_a_row_of_cells_a_line() -> None:
    cells = table(("", "2022", "2023"), ("Ships", "10", "20"), ("Cranes", "30", "40"))
    assert text_of(LONG, cells, "So it is.") == (
        f"{LONG}\n\n|  | 2022 | 2023 |\n| Ships | 10 | 20 |\n| Cranes | 30 | 40 |\n\nSo it is."
    )


def test_the_total_of_a_table_is_checked() -> None:
    cells = table(
        ("Kind", "Moored"), ("Ships", "10"), ("Cranes", "30"), ("Tugs", "20"), ("Total", "70")
    )
    (finding,) = check([document_of(word_file(LONG, cells))]).findings
    assert ("table", "discrepant") == (finding.rule, finding.verdict)


def test_cells_that_span_columns_keep_the_others_in_theirs() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    row = (
        '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="x"/></w:trPr>'
        f"<w:tc>{wide}{paragraph('Both')}</w:tc><w:tc>{paragraph('9')}</w:tc></w:tr>"
    )
    assert text_of(LONG, f"<w:tbl>{row}</w:tbl>") == f"{LONG}\n\n| | Both | | 9 |"


def test_a_deleted_row_is_out() -> None:
    cells = table(("Ships", "10"), ("Cranes", "30")).replace(
        "<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1
    )
    assert text_of(LONG, cells) == f"{LONG}\n\n| Cranes | 30 |"


def test_breaks_in_a_cell_do_not_break_its_row() -> None:
    inside = "<w:p><w:r><w:t>10</w:t><w:br/><w:t>a day</w:t></w:r></w:p>" + paragraph("about")
    row = f"<w:tr><w:tc>{paragraph('Ships')}</w:tc><w:tc>{inside}</w:tc></w:tr>"
    assert text_of(LONG, f"<w:tbl>{row}</w:tbl>") == f"{LONG}\n\n| Ships | 10 a day about |"


def test_a_table_that_lays_out_a_page_is_read_as_paragraphs() -> None:
    column = "".join(paragraph(f"Part {word}.") for word in ("one", "two", "three", "four"))
    row = f"<w:tr><w:tc>{column}</w:tc><w:tc>{table(('a', 'b'))}</w:tc></w:tr>"
    document = document_of(word_file(LONG, f"<w:tbl>{row}</w:tbl>"))
    assert document.text == (
        f"{LONG}\n\nPart one.\n\nPart two.\n\nPart three.\n\nPart four.\n\n| a | b |"
    )
    assert document.locator(len(document.text)) == "table 1, row 1, table, row 1"


NOTES = part(
    "footnotes",
    '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
    f'<w:footnote w:id="7">{paragraph("In 2019 it had 30.")}</w:footnote>'
    f'<w:footnote w:id="3">{paragraph("It sold two.")}</w:footnote>',
)
ENDNOTES = part("endnotes", f'<w:endnote w:id="3">{paragraph("As of May.")}</w:endnote>')


def mark(kind: str, name: str) -> str:
    return f'<w:r><w:{kind}Reference w:id="{name}"/></w:r>'


def test_notes_follow_the_body_in_the_order_of_their_marks() -> None:
    body = paragraph(
        LONG, mark("footnote", "3"), mark("endnote", "3"), mark("footnote", "7"),
        mark("footnote", "3"), mark("footnote", "99"),
    )  # fmt: skip
    data = word_file(
        body,
        parts={"word/footnotes.xml": NOTES, "word/endnotes.xml": ENDNOTES},
        ties=(("f", "footnotes", "footnotes.xml"), ("e", "endnotes", "/word/endnotes.xml")),
    )
    document = document_of(data)
    assert document.text == f"{LONG}\n\nIt sold two.\n\nIn 2019 it had 30.\n\nAs of May."
    assert ["paragraph 1", "footnote 1", "footnote 2", "endnote 1"] == [
        words for _, words in document.locators
    ]


def section(*references: str) -> str:
    inside = "".join(
        f'<w:{one.split()[0]}Reference r:id="{one.split()[1]}"/>' for one in references
    )
    return f"<w:sectPr>{inside}</w:sectPr>"


def test_headers_and_footers_are_read_once() -> None:
    data = word_file(
        LONG,
        section("header a", "header b", "header c", "footer d", "footer missing"),
        parts={
            "word/a.xml": part("hdr", paragraph("Draft, 40 ships")),
            "word/b.xml": part("hdr", paragraph("Draft,  40 ships")),
            "word/c.xml": part("hdr", paragraph("Another")),
            "word/d.xml": part("ftr", paragraph("Sheet ", field("PAGE", "1"))),
        },
        ties=(
            ("a", "header", "a.xml"),
            ("b", "header", "b.xml"),
            ("c", "header", "c.xml"),
            ("d", "footer", "d.xml"),
        ),
    )
    document = document_of(data)
    assert document.text == f"{LONG}\n\nDraft, 40 ships\n\nAnother\n\nSheet"
    assert ["paragraph 1", "header", "header 2", "footer"] == [one for _, one in document.locators]


def test_a_text_box_follows_the_paragraph_that_holds_it() -> None:
    content = f"<w:txbxContent>{paragraph('It has 40.')}</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing>"
        f"<wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = document_of(word_file(paragraph(LONG, box), "Two sank."))
    assert document.text == f"{LONG}\n\nIt has 40.\n\nTwo sank."
    assert ["paragraph 1", "text box 1", "paragraph 2"] == [one for _, one in document.locators]


def properties(*body: str, **said: str) -> bytes:
    """A Word file with core properties."""
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in said.items())
    return word_file(
        *body,
        LONG,
        parts={
            "docProps/core.xml": f"<coreProperties>{inside}</coreProperties>",
            "_rels/.rels": relations(
                ("rId1", "officeDocument", "word/document.xml"),
                ("rId2", "core-properties", "docProps/core.xml"),
            ),
        },
    )


def test_properties_are_believed_where_they_make_sense() -> None:
    document = document_of(
        properties(
            title="Another text",
            creator="Ann Writer",
            created="2024-05-03T08:00:00Z",
            modified="2024-05-06T08:00:00Z",
        )
    )
    assert ("", "Ann Writer", "2024-05-03") == (
        document.title,
        document.source,
        document.published,
    )


def test_a_title_in_the_properties_counts_if_the_text_opens_with_it() -> None:
    opening = "The port sheds 40 jobs: what the harbour board said about it, and what it did not."
    data = properties(opening, title="The Port sheds 40 jobs: what the harbour board said about "
                      "it, and what it did not.")  # fmt: skip
    manuscript = open_manuscript(data, "a.docx")
    assert (opening, LONG) == (manuscript.document.title, manuscript.document.text)
    (piece,) = manuscript.pieces("title", 15, 17)
    assert opening == piece.node.text


@pytest.mark.parametrize(
    ("title", "creator", "created"),
    [
        ("draft_v3.docx", "python-docx", "2013-12-23T23:15:00Z"),
        ("Microsoft Word - draft", "Microsoft Office User", "2024-05-03T08:00:00Z"),
        ("Port sheds 40 jobs", "x1", "2024-13-03T08:00:00Z"),
        ("Word Document", "Unknown", "yesterday"),
    ],
)
def test_properties_that_programs_filled_in_are_not_believed(
    title: str, creator: str, created: str
) -> None:
    data = properties(title=title, creator=creator, created=created, modified=created)
    document = document_of(data)
    assert ("", "", "") == (document.title, document.source, document.published)


def test_a_file_that_was_made_years_before_its_text_says_nothing_of_the_day() -> None:
    data = properties(
        creator="Ann Writer", created="2019-05-03T08:00:00Z", modified="2024-05-03T08:00:00Z"
    )
    assert document_of(data).published == ""


def test_strict_files_are_read() -> None:
    assert document_of(word_file("It has 40.", namespace=STRICT)).text == "It has 40."


def test_names_of_parts_may_be_written_with_other_slashes_and_cases() -> None:
    data = archive({
        "_rels\\.rels": relations(("a", "officeDocument", "/Word/Document.xml")),
        "word\\document.xml": part("document", f"<w:body>{paragraph('It has 40.')}</w:body>"),
    })  # fmt: skip
    assert open_manuscript(data, "a.docx").document.text == "It has 40."


def test_comments_and_instructions_in_the_xml_are_passed_over() -> None:
    inside = "<w:p><!-- 9 --><?x y?><w:r><!-- 9 --><w:t>It has 40.</w:t><?x y?></w:r></w:p>"
    assert text_of(inside) == "It has 40."


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty file"),
        (b"PK\x03\x04 and no more", "cut off"),
        (word_file(LONG)[:-40], "cut off"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "an old office document"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            "encrypted; save the file without a password",
        ),
        (word_file(), "no text"),
        (word_file("<w:p/>"), "no text"),
        (word_file("<w:p>"), "word/document.xml is broken (Opening and ending tag mismatch"),
        (
            word_file(parts={"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
            "declares a document type",
        ),
        (word_file(parts={"word/document.xml": part("document", "")}), "has no body"),
        (word_file(parts={"word/document.xml": "<a>" * 300}), "is broken (Excessive"),
        (archive({"word/x.xml": "<x/>"}), "word/document.xml is missing"),
        (
            archive({
                "_rels/.rels": relations(("a", "officeDocument", "xl/workbook.xml")),
                "xl/workbook.xml": "<x/>",
            }),
            "a spreadsheet, not a Word document",
        ),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_one_clear_line(data: bytes, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        open_manuscript(data, "a.docx")
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_broken_member_is_one_clear_line() -> None:
    data = word_file(LONG)
    place = data.index(b"word/document.xml") + len("word/document.xml") + 4
    broken = data[:place] + bytes(20) + data[place + 20 :]
    assert error_of(broken) == (
        "a.docx: word/document.xml is broken; open the file in Word and save it once more"
    )


def test_an_encrypted_member_is_one_clear_line() -> None:
    data = bytearray(word_file(LONG))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(signature, place + 1)
    with pytest.raises(InputError, match="is encrypted; save the file without a password"):
        open_manuscript(bytes(data), "a.docx")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = word_file(parts={"word/document.xml": " " * (20 << 20)})
    assert "unpacks to more than 250 times its size" in error_of(bomb)


@pytest.mark.parametrize(
    ("limits", "problem"),
    [
        (Limits(entries=2), "more than 2 parts (limit entries)"),
        (Limits(xml_bytes=500), "word/document.xml expands to more than 500 bytes"),
        (Limits(file_bytes=600), "word/document.xml expands to more than 600 bytes"),
    ],
)
def test_bounds_are_kept(limits: Limits, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        open_manuscript(word_file(LONG), "a.docx", limits=limits)
    assert problem in str(caught.value)


def test_word_files_are_told_by_their_content() -> None:
    assert recognises(word_file(LONG)[:4096]) == 2
    assert recognises(archive({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"})) == 1
    assert recognises(archive({"notes/word/list.txt": "x"})) == 0
    assert recognises(b"Plain words") == 0


@pytest.mark.parametrize("name", ["from-python-docx.docx", "from-libreoffice.docx"])
def test_files_of_other_programs_read_alike(name: str) -> None:
    (document,) = read([str(DATA / name)])
    assert isinstance(document, Document)
    words = dict.fromkeys(words for _, words in document.locators)
    assert ("Ferry firm adds 12 sailings a week", "2024-05-03") == (
        document.title,
        document.published,
    )
    assert "That makes 58 in all, up from 46 last summer." in document.text
    assert "\n\n- 30 to the islands\n- 28 to the mainland\n\n" in document.text
    assert "| Route | 2023 | 2024 |\n| Islands | 24 | 30 |" in document.text
    assert "table 1, row 4" in words
    assert "header" in words


def test_a_footnote_and_changes_of_libreoffice_are_read() -> None:
    (document,) = read([str(DATA / "from-libreoffice.docx")])
    assert isinstance(document, Document)
    assert "A single ticket costs £8.50." in document.text
    assert "£7.50" not in document.text
    place = document.text.index("The firm carried 1.2 million people in 2023.")
    assert document.locator(place) == "footnote 1"


words = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="<>&\ufffe\uffff"
    ),
    min_size=1,
    max_size=12,
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=4))
def test_every_offset_leads_back_to_its_character(paragraphs: list[list[str]]) -> None:
    body = [paragraph(*(run(one) for one in runs)) for runs in paragraphs]
    manuscript = open_manuscript(word_file(paragraph(LONG), *body), "a.docx")
    text, shift = manuscript.document.text, manuscript.origin("text")
    for offset, character in enumerate(text):
        for piece in manuscript.pieces("text", offset, offset + 1):
            assert piece.node.text[piece.at + offset + shift - piece.start] == character


@settings(max_examples=40)
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused_in_one_line(place: int, damage: bytes) -> None:
    data = word_file(LONG, table(("Ships", "10"), ("Cranes", "30")))
    place %= len(data)
    for item in read_bytes(data[:place] + damage + data[place + len(damage) :], "a.docx"):
        assert isinstance(item, Document) or "\n" not in str(item)


def test_the_samples_are_small() -> None:
    assert sum(one.stat().st_size for one in DATA.glob("*.docx")) < 100_000
    for one in DATA.glob("*.docx"):
        assert zipfile.is_zipfile(io.BytesIO(one.read_bytes()))
