"""Email: what of a message is read."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from numcheck.model import Document
from numcheck.reading import read_bytes
from numcheck.reading.formats import email


def said(data: bytes, name: str = "a.eml") -> list[str]:
    return [
        f"{item.id} = {item.text}" if isinstance(item, Document) else str(item)
        for item in read_bytes(data, name)
    ]


def message(*parts: tuple[bytes, str, str], text: str = "Fares rose 5%.") -> EmailMessage:
    one = EmailMessage()
    one["Subject"], one["From"] = "Fares", "ann@example.org"
    one.set_content(text)
    for data, kind, name in parts:
        main, _, sub = kind.partition("/")
        one.add_attachment(data, main, sub, filename=name)
    return one


def test_a_page_is_read_where_there_is_no_plain_text() -> None:
    data = b"Subject: Fares\nContent-Type: text/html; charset=latin-1\n\n<p>The caf\xe9 sold 5.</p>"
    assert ["a.eml = The café sold 5."] == said(data)


def test_only_attachments_that_can_be_read_are() -> None:
    parts = (
        (b"\x89PNG\r\n\x1a\n", "image/png", "a.png"),
        (b"# Crew\n\nThe crew of 300.", "text/markdown", "crew.md"),
        (b"Fares", "text/plain", "../up.txt"),
        (b"", "text/plain", "none.txt"),
    )
    assert [
        "a.eml = Fares rose 5%.",
        "a.eml/crew.md = The crew of 300.",
        "a.eml/../up.txt: a name that leads out of the archive; refused",
    ] == said(message(*parts).as_bytes())


def test_a_message_within_a_message_is_read() -> None:
    outer = message()
    outer.add_attachment(message(text="Fares fell 2%."))
    found = said(outer.as_bytes())
    assert ["a.eml = Fares rose 5%.", "a.eml/message 1.eml = Fares fell 2%."] == found


def test_a_box_is_split_at_the_marks_between_its_messages() -> None:
    one = (
        "From a@b.c Fri May  3 08:15:00 2024\nSubject: {}\n\nFares\nFrom here on 5%.\n>From 6.\n\n"
    )
    data = (one.format("A") + one.format("B")).encode()
    text = "Fares\nFrom here on 5%.\nFrom 6."
    assert [f"a.mbox:1 = {text}", f"a.mbox:2 = {text}"] == said(data, "a.mbox")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"From a@b.c Fri May  3 08:15:00 2024\nSubject: x\n\n", 1),
        (b"Received: x\nFrom: a\nSubject: x\n\ntext", 1),
        (b"Subject: x\n\nFrom: a\nDate: b\n", 0),
        (b"From the harbour at 08:15 came news.", 0),
        (b"Fares rose 5%.", 0),
    ],
)
def test_a_message_is_told_by_its_headers(head: bytes, expected: int) -> None:
    assert expected == email.recognises(head)


def test_what_is_no_message_says_so() -> None:
    assert ["a.eml: not a message: no header at its top"] == said(b"Fares rose 5%.")
    assert ["a.eml: a message without text; there is nothing to check"] == said(b"X-A: b\n\n")


def test_a_subject_alone_is_a_document() -> None:
    (document,) = read_bytes(b"Subject: Fares rose 5%\nDate: none\n\n", "a.eml")
    assert isinstance(document, Document)
    assert ("Fares rose 5%", "", "") == (document.title, document.text, document.published)


def test_parts_within_parts_without_end_are_an_error() -> None:
    deep = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3000))
    assert ["a.eml: broken message (nested too deeply)"] == said(deep.encode())
