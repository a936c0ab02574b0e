"""How the cost of extraction grows with the length of texts that are made to be slow.

    python benchmarks/growth.py [--kilobytes 1000] [--repeat 3] [--only WORD] [--limit 2.2]

Each family repeats a snippet that leads the grammar deep and then disappoints it: opened brackets
and quotations that never close, chains of units, lists without an end, words that could begin a
number, texts without white space or without a stop. A text of the given length is read, and its
first half; both are timed on the processor's own clock, the least of a few runs counts, and the
families are printed by how many times the half the whole costs. Twice is linear. The exit status
is 1 if a family grows by more than the limit.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable

FAMILIES: dict[str, str] = {
    "one digit": "7",
    "digits with commas": "1,",
    "digits with stops": "1.",
    "groups": "123,456,",
    "spaced groups": "123 ",
    "spaced zeros": "000 ",
    "full width": "１２３，",
    "thin spaces": "12\u2009000\u2009",
    "letters": "x",
    "letters and digits": "a1",
    "letters, digits, dashes": "a-1-",
    "dashes": "-",
    "digits and dashes": "5-",
    "digits and slashes": "5/",
    "digits and colons": "5:",
    "fractions": "1/2 ",
    "vulgar fractions": "½",
    "powers": "10^",
    "products": "5x10x",
    "dollars": "$",
    "dollar amounts": "$5 ",
    "currency letters": "US$",
    "pounds": "£5m-",
    "euros behind": "5 € ",
    "percent signs": "5% ",
    "percent without spaces": "5%",
    "stops": ".",
    "ellipses": "… ",
    "stops and spaces": ". ",
    "initials": "A. ",
    "abbreviations": "Mr. ",
    "exclamation": "! ",
    "quotes": "“",
    "quotes with words": "“he said ",
    "closing quotes": "” ",
    "straight quotes": '"',
    "straight quotes with figures": '"5 men" ',
    "apostrophes": "'",
    "apostrophe s": "it's ",
    "opening brackets": "(",
    "bracketed figures": "(5) ",
    "unclosed brackets": "(5 ",
    "nested brackets": "[(5 ",
    "commas": ", ",
    "comma list": "5, ",
    "and list": "5 and ",
    "or list": "5 or 6 or ",
    "to list": "5 to ",
    "from to": "from 5 to ",
    "between": "between 5 and ",
    "rises": "rose 5% to ",
    "falls by": "fell by 5 from ",
    "bare units": "km ",
    "chains of feet": "6 feet ",
    "chains of hours": "3 hours ",
    "glued chains": "2h31m",
    "miles per": "5 miles per ",
    "price per": "$5 a ",
    "units elided": "5% in May and ",
    "against": "5 per cent, against ",
    "number words": "two ",
    "hundreds": "hundred ",
    "and hundred": "two hundred and ",
    "thousands": "thousand ",
    "dozens": "dozens of ",
    "tens of thousands": "tens of thousands of ",
    "several": "several ",
    "a few": "a few ",
    "half": "half ",
    "and a half": "and a half ",
    "one": "one ",
    "one in": "one in ",
    "one person in": "one person in ",
    "third": "third ",
    "a third of": "a third of ",
    "twice": "twice ",
    "doubled": "doubled to ",
    "times": "5 times ",
    "hedges": "about ",
    "stacked hedges": "more than about 5 ",
    "at least": "at least ",
    "months": "May ",
    "days of months": "May 5, ",
    "month lists": "5 May and ",
    "numeric dates": "05/06/2020 ",
    "years": "2020 ",
    "year ranges": "2020-21 ",
    "clock times": "5:30 ",
    "zones": "0300 GMT ",
    "scores": "2-1 ",
    "score rows": "6-4, ",
    "ages": "Keller, 34, ",
    "aged": "aged 9, ",
    "ages in brackets": "Keller (34) ",
    "identifiers": "KN-23 ",
    "hashes": "9f86d081",
    "named numbers": "Route 66 ",
    "models": "Note 20 Ultra ",
    "ranks": "No. 1 ",
    "telephone": "555 123 4567 ",
    "isbn": "978-0-306-",
    "addresses": "a@b.c ",
    "half addresses": "a@",
    "links": "http://a ",
    "dots and words": "www.a",
    "tabs": "\t",
    "spaces": " ",
    "line breaks": "\n",
    "short lines": "a\n",
    "long lines": "a word and 5 men\n",
    "capital lines": "Five Men\n",
    "bullets": "- 5\n",
    "paragraphs": "5 men.\n\n",
    "numbered lines": "1. ",
    "table rows": "| 5 | 6 |\n",
    "nouns": "soldier ",
    "plurals": "soldiers ",
    "counted nouns": "5 soldiers ",
    "adjectives": "new ",
    "counted adjectives": "5 new old ",
    "names": "Keller ",
    "name chains": "Ann Keller of ",
    "possessives": "Keller's ",
    "prepositions": "of the ",
    "noun chains": "5 men of the ",
    "verbs": "killed ",
    "counted verbs": "killed 5 ",
    "passives": "5 were killed ",
    "relative clauses": "who said that ",
    "reported": "Keller said 5 ",
    "said he said": "he said she said ",
    "according to": "according to ",
    "according to names": "according to Keller, 5 ",
    "quoted figures": "“5 men,” said Keller. ",
    "unclosed quoted figures": "“5 men died. ",
    "split quotes": "“5,” he said, “and ",
    "told": "told the BBC that ",
    "denials": "He denied it. 5 men died. ",
    "denied that": "denied that 5 ",
    "unconfirmed": "5 died. It was not confirmed. ",
    "not": "not ",
    "if": "if 5 ",
    "pronouns": "He said 5. ",
    "since": "since 2014 ",
    "as of": "as of May ",
    "last year": "last year 5 ",
    "times of figures": "In 2019, 5 ",
    "dateline": "LONDON (AP) — 5 ",
    "credits": "(Reuters) 5 ",
    "capital I with dot": "İ",
    "combining": "e\u0301",
    "zero width": "5\u200b",
    "emoji": "🙂5",
    "chinese": "五",
    "new words": "",  # filled below: no two words alike
    "new numbers": "",
    "new names": "",
}


def text_of(name: str, size: int) -> str:
    """A text of a family, ``size`` characters long.

    Args:
        name: A name of ``FAMILIES``.
        size: Its length.
    """
    snippet = FAMILIES[name]
    if snippet:
        return (snippet * (size // len(snippet) + 1))[:size]
    word = {"new words": "w{:x}z 5 ", "new numbers": "{} men ", "new names": "Mr K{:x}r said 5. "}
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(word[name].format(len(parts) * 7919))
        length += len(parts[-1])
    return "".join(parts)[:size]


def cost(work: Callable[[str], object], text: str, repeat: int) -> float:
    """The least processor time of a few runs, in seconds."""
    least = float("inf")
    for _ in range(repeat):
        gc.collect()
        begin = time.process_time()
        work(text)
        least = min(least, time.process_time() - begin)
    return least


def growth(name: str, size: int, repeat: int) -> tuple[float, float]:
    """How many times its half a text of a family costs, and the cost of the whole in seconds."""
    from numcheck import Document, extract

    def work(text: str) -> object:
        return len(extract(Document(id="a", text=text)))

    text = text_of(name, size)
    half, whole = cost(work, text[: size // 2], repeat), cost(work, text, repeat)
    return whole / half, whole


def main() -> int:
    """Print the families by their growth; 1 if one grows by more than the limit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("--kilobytes", type=int, default=1000, help="length of the whole text")
    parser.add_argument("--repeat", type=int, default=3, help="runs of which the least counts")
    parser.add_argument("--only", default="", help="only families whose name holds this")
    parser.add_argument("--limit", type=float, default=2.2, help="largest growth that passes")
    options = parser.parse_args()
    names = [name for name in FAMILIES if options.only in name]
    growth("long lines", 20_000, 1)  # vocabularies are loaded before anything is timed
    rows: list[tuple[float, float, str]] = []
    for name in names:
        times, whole = growth(name, options.kilobytes * 1000, options.repeat)
        rows.append((times, whole, name))
    rows.sort(reverse=True)
    for times, whole, name in rows:
        print(f"{times:5.2f} times the half   {whole * 1000:8.0f} ms   {name}")
    return int(rows[0][0] > options.limit) if rows else 0


if __name__ == "__main__":
    sys.exit(main())
