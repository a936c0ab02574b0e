"""Taking a page apart, and what people put into texts to take one over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html.parser import HTMLParser

from numcheck.model import Attribution, Claim, Fact, Remark, Report, Suppressed, Verified
from tests.reporting.reports import FULL

__all__ = ["PAYLOADS", "Page", "bodies", "filled", "merged"]

_VOID = frozenset({"meta", "input", "link", "br"})
_RAW = frozenset({"style", "script"})

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    '" autofocus onfocus=alert(1) x="',
    "`><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=//evil.example/x></object>",
    "<embed src=//evil.example/x>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'</style>",
    "<style>*{background:url(//evil.example/x)}</style>",
    "<form action=//evil.example/><input name=q></form>",
    "<button id=card onclick=alert(1)>x</button>",
    "<math><mtext></mtext><script>alert(1)</script></math>",
    "<!--<script>alert(1)//-->",
    "--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php system('x') ?>",
    "{{ 7 * 7 }}{{ cycler.__init__.__globals__ }}",
    "{% for x in range(9) %}x{% endfor %}",
    "{# gone #}${7*7}#{7*7}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\ \x1b[31mred",
    "::error file=x::y =HYPERLINK(1) [a](javascript:alert(1))",
    "\u202ereversed\u202c \u2066isolated\u2069 \u200fmark",
    "nul\x00 bell\x07 feed\x0c next\x85 line\u2028 half\ud800 none\uffff",
)
"""Script, handlers, vector graphics, style, templates, terminals, formulas, direction."""


class Page(HTMLParser):
    """
    A page as its elements, checked for what must never be in one.

    Attributes:
        shape: Name and names of attributes of every element, in order.
        texts: All text between elements in the order of the page.
        attributes: Every attribute with its value.
    """

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.shape: list[tuple[str, ...]] = []
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.ids: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.shape.append((tag, *known))
        self.attributes += [(tag, name, value) for name, value in known.items()]
        if tag not in _VOID:
            self._open.append((tag, known.get("id", "")))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(tag in _RAW for tag, _ in self._open):
            self.texts.append(data)
        for _, name in self._open:
            if name:
                self.ids[name] = self.ids.get(name, "") + data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"a processing instruction: {data}")

    @property
    def text(self) -> str:
        """All text of the page but its style and script."""
        return "".join(self.texts)


def bodies(source: str) -> list[str]:
    """The text of each article, all markup gone."""
    found = re.findall(r'<div class="text body">(.*?)</div>', source, re.DOTALL)
    return ["".join(Page(body).texts) for body in found]


def filled(words: str, report: Report = FULL) -> Report:
    """A report with some words in every field that can hold text, the offsets still right."""
    tail = f" {words}"
    names = {document.id: f"{number} {words}" for number, document in enumerate(report.documents)}
    documents = tuple(
        replace(
            document,
            id=names[document.id],
            text=document.text.rstrip() + tail,
            title=document.title + tail,
            source=words,
            published=words,
            url=words,
            path=words,
        )
        for document in report.documents
    )
    figures = tuple(
        replace(
            figure,
            document=names[figure.document],
            unit=words if figure.unit else None,
            per=words,
            hedge=words,
            counted=words,
            qualifiers=(words,),
            concept=(words,),
            event=words,
            subject=words,
            as_of=words,
            iso=words,
            attribution=Attribution(words, words, words, True),
            remark=Remark(words, 0, 3, words) if figure.remark else None,
        )
        for figure in report.figures
    )
    claims = tuple(
        Claim(words, words, claim.figures, claim.status, words, words) for claim in report.claims
    )
    findings = tuple(
        replace(
            finding,
            rule=words,
            family=words,
            message=words,
            explanation=f"{words} why",
            label=words if finding.label else "",
        )
        for finding in report.findings
    )
    first = figures[1]
    fact = Fact(words, (words, words), first, words, ("", ""), words, words, words, words, words)
    return Report(
        documents,
        figures,
        claims,
        findings,
        suppressed=(Suppressed(findings[0], "comment", words),),
        verified={first.id: Verified(fact, words, words)},
    )


def merged(reports: Iterable[Report]) -> Report:
    """Several reports as one, their ids told apart."""
    parts = [_numbered(number, report) for number, report in enumerate(reports)]
    return Report(
        tuple(each for part in parts for each in part.documents),
        tuple(each for part in parts for each in part.figures),
        tuple(each for part in parts for each in part.claims),
        tuple(each for part in parts for each in part.findings),
        suppressed=tuple(each for part in parts for each in part.suppressed),
        verified={name: fact for part in parts for name, fact in part.verified.items()},
    )


def _numbered(number: int, report: Report) -> Report:
    def known(name: str) -> str:
        return f"{number} {name}"

    def all_known(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(known, names))

    return Report(
        tuple(replace(each, id=known(each.id)) for each in report.documents),
        tuple(
            replace(each, id=known(each.id), document=known(each.document))
            for each in report.figures
        ),
        tuple(
            replace(each, id=known(each.id), figures=all_known(each.figures))
            for each in report.claims
        ),
        tuple(replace(each, figures=all_known(each.figures)) for each in report.findings),
        suppressed=tuple(
            replace(each, finding=replace(each.finding, figures=all_known(each.finding.figures)))
            for each in report.suppressed
        ),
        verified={known(name): fact for name, fact in report.verified.items()},
    )
