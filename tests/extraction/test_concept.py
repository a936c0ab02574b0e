"""What a figure measures, and the name it is about."""

from __future__ import annotations

import pytest

from numcheck.extraction import extract
from numcheck.model import Document, Figure


def figures(text: str) -> list[Figure]:
    found = extract(Document(id="t", text=text))
    return [figure for figure in found if figure.kind not in ("date", "time", "ordinal")]


def concepts(text: str) -> list[str]:
    return [" ".join(figure.concept) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland Bank gained 8%.", ["Norland Bank"]),
        ("The price of local wheat fell 4%.", ["price local wheat"]),
        ("Oats and barley fell 3%.", ["Oats barley"]),
        ("Chile already had a 25% tax on imported cars.", ["tax imported cars Chile"]),
        ("The firm spends 60% of its revenue on wages.", ["revenue firm"]),
        ("It agreed a fine of €3 million.", ["fine"]),
        ("A lake with an area of 30 acres froze.", ["area lake"]),
        ("The lighthouse is 40 metres tall.", ["lighthouse"]),
        ("The quarry lies 8 miles (13 km) away.", ["quarry", "quarry"]),
        ("Shares rose 2% to £4.", ["Shares", "Shares"]),
        ("Norland rose 5%, Burlow by 2%.", ["Norland", "Burlow"]),
        ("Prices, up 3%, may fall.", ["Prices"]),
        ("Nova Rail cut its fares to £5.", ["fares Nova Rail"]),
        ("Nova Rail bought a depot for £5m.", ["depot Nova Rail"]),
        ("The strike caused output to fall by 9%.", ["output"]),
        ("Sales in the first quarter rose 5%.", ["Sales"]),
        ("There are 12 lifts.", [""]),
        ("One of the lifts broke.", [""]),
        ("Norland Bank has 300 branches.", ["Norland Bank"]),
        ("The cook served a total of 80 guests.", ["cook"]),
        ("Thirty seasons of River Street ended.", ["River Street"]),
        ("Rail workers were held at two depots.", [""]),
        ("Norland +3% Burlow +2%", ["Norland", "Burlow"]),
        ("The strike cost growers €90,000.", ["strike"]),
        ("The deal cost it €90,000.", ["deal"]),
        ("A three-year, €2m (£1.7m) grant ended.", ["grant", "grant", "grant"]),
        ("The union said 40% of nurses left.", ["nurses"]),
        ("The firm raised a record $3m.", ["firm"]),
        ("Hull's 3% fall was the worst.", ["Hull fall"]),
        ("A start-up raised $3m.", ["start-up"]),
        ("A six-cylinder petrol engine failed.", ["petrol engine"]),
        ("The pit where a blast killed men will pay $3m.", ["pit"]),
        ("It fell to 4% from the current 7%.", ["", ""]),
        ("Orla won two in five votes — 38% — on Monday.", ["Orla", "Orla"]),
        ("Fares for June 2019 to £6 rose.", ["Fares"]),
        ("Lot A, £3m, Lot B, £4m", ["Lot A", "Lot B"]),
        ("Nova, down 60%, Orla, down 5%", ["Nova", "Orla"]),
        ("Norland rose 5%, and Burlow 2%.", ["Norland", "Burlow"]),
        ("The index (30%) fell.", ["index"]),
        ("Nova Rail was mixed, a fare of £6 aside.", ["fare Nova Rail"]),
        ("Nova Rail opened a depot, £5m in all.", ["depot Nova Rail"]),
        ("It cut its fares to £5.", ["fares"]),
        ("It opened with a budget of under €3m.", ["budget"]),
        ("The firm added 15 vans to 30.", ["firm", "firm"]),
        ("Sales of rye were found in 12 shops.", [""]),
        ("The barn measured across the yard 30 metres.", ["barn"]),
        ("Sailors saw a wreck with 40 metres of chain.", ["chain wreck"]),
        ("In Hull, 30% of pupils left.", ["pupils"]),
        ("With so much, 5% is little.", [""]),
        ("All brands of Zorin 20 mg tablets sold out.", ["tablets Zorin"]),
    ],
)
def test_concept_words(text: str, expected: list[str]) -> None:
    assert expected == concepts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Holm, 65, retired.", "Ada Holm"),
        ("The 33-year-old singer Ada Holm retired.", "Ada Holm"),
        ("Ada Holm is 33 years old.", "Ada Holm"),
        ("Ada Holm, aged 33, retired.", "Ada Holm"),
        ("Ada Holm died at age 33.", "Ada Holm"),
        ("Ada Holm, age 33, died.", "Ada Holm"),
        ("Ada Holm Jr., 33, died.", "Ada Holm Jr"),
        ("A 15-year-old boy, Ola Berg, ran off.", "Ola Berg"),
        ("A 15-year-old boy, who ran off, fell.", None),
        ("Ada Holm, a 33-year-old Leeds woman, retired.", "Ada Holm"),
        ("A 7-year-old boy in Leeds ran off.", None),
        ("Leeds police held their 6-year-old son.", None),
        ("Norland Bank lost 300 clients.", "Norland Bank"),
        ("Six hikers were killed in Tromsø on Friday.", "Tromsø"),
        ("Six hikers were killed; snow fell.", None),
        ("The bank lost 300 clients.", None),
    ],
)
def test_the_subject_is_the_name_that_the_figure_is_about(text: str, expected: str | None) -> None:
    assert expected == figures(text)[0].subject


def test_a_continued_figure_shares_the_name() -> None:
    subjects = [figure.subject for figure in figures("Oslo saw 80 men killed and 90 wounded.")]

    assert ["Oslo", "Oslo"] == subjects


@pytest.mark.parametrize("word", ["very ", "a ", "of the ", "said, ", "5 ", "(5 ", "5% of the "])
def test_cost_grows_with_the_length_of_a_sentence_and_no_faster(word: str) -> None:
    assert isinstance(extract(Document(id="t", text=word * 2000)), list)
