"""Figures of drafts against sources: wordings of the tests' own, one idea each."""

import pytest

from numcheck import Document
from numcheck.alignment.measures import load_measures
from numcheck.alignment.support import Sources
from numcheck.extraction import analyse

MILL = "The Harby mill will cut 90 of its 300 jobs, its owner said on Tuesday."
BANK = "The bank said its annual profit was £1.3bn, compared with £1.1bn the year before."
FERRY = "The ferry carried 212 passengers and 18 crew when it ran aground near Elmsey."


@pytest.fixture(name="told")
def make_told():
    """How each figure of a draft stands, by its words."""

    def told(draft, *sources, published=""):
        read = [analyse(Document(id=f"s{n}", text=text)) for n, text in enumerate(sources)]
        given = Document(id="d", text=draft, published=published)
        return {one.figure.text: one for one in Sources(read).backings(analyse(given))}

    return told


SUPPORTED = [
    ("The mill will cut 90 jobs.", MILL, "90"),
    ("Ninety jobs will go at the mill.", MILL, "Ninety"),
    ("More than 80 jobs will go at the mill.", MILL, "80"),
    ("Fewer than 100 jobs will go at the mill.", MILL, "100"),
    ("The mill will cut at least 90 jobs.", MILL, "90"),
    ("The mill will cut about 90 jobs.", MILL, "90"),
    ("The mill employs 300 people.", MILL, "300"),
    ("Profit at the bank was £1.3bn.", BANK, "£1.3bn"),
    ("Profit at the bank was £1,300m.", BANK, "£1,300m"),
    ("Profit at the bank was more than £1bn.", BANK, "£1bn"),
    ("Profit at the bank was 1.3 billion pounds.", BANK, "1.3 billion pounds"),
    ("The ferry had 212 passengers aboard.", FERRY, "212"),
    ("The ferry had more than 200 passengers aboard.", FERRY, "200"),
    ("The ferry had about 210 passengers aboard.", FERRY, "210"),
    ("Sales rose 4%.", "Sales of the chain rose by 4.2% in the spring.", "4%"),
    ("The town has 48,000 people.", "Brackley has a population of 48,312 people.", "48,000"),
    ("The road is 10 miles long.", "The new road is 16.1 kilometres long.", "10 miles"),
    ("The boy is six.", "The boy, who is six years old, was found on Monday.", "six"),
    ("Dozens of homes flooded.", "The river flooded 46 homes in Elmsey.", "Dozens"),
    ("The mill opened in 1964.", "The mill was opened by the Lord Mayor in May 1964.", "1964"),
    ("The strike begins on 3 May.", "A strike will begin on 3 May 2024.", "3 May"),
    ("Doors open at 19:30.", "Doors open at 7.30pm, the theatre said.", "19:30"),
    ("Harby won 3-1.", "Harby beat Elmsey 3-1 on Saturday.", "3-1"),
    ("More than 50 jobs are to go.", "The mill will cut more than 80 jobs.", "50"),
    ("The mill will cut fewer than 100 jobs.", "The mill will cut 90 jobs.", "100"),
    ("Nearly 4,000 people marched.", "Police said 3,940 people marched.", "4,000"),
    ("About 4,000 people marched.", "Police said some 4,000 people marched.", "4,000"),
    ("The trust spent $2.5m.", "The trust spent $2,480,000 on roofs.", "$2.5m"),
]  # fmt: skip

DERIVABLE = [
    ("The mill will cut 125 jobs in all.", "The mill will cut 90 jobs in Harby and 35 in Elmsey.",
     "125", "sum"),
    ("In total 230 people were on the ferry.", FERRY, "230", "sum"),
    ("The firms paid £7m altogether.", "Alder paid £3m and Birch paid £4m for the land.",
     "£7m", "sum"),
    ("The mill will keep 210 jobs, 55 fewer than the works.",
     "The mill will keep 210 jobs. The works will keep 265 jobs.", "55", "difference"),
    ("The library has 330 books left.", "The library had 400 books and sold 70 of them.",
     "330", "difference"),
    ("The school now has 520 pupils.", "The school had 480 pupils and 40 more joined in May.",
     "520", "sum"),
    ("Each school got 25 computers.", "The council bought 150 computers for its 6 schools.",
     "25", "quotient"),
    ("The hall needs 240 chairs.", "The hall needs 12 rows, with 20 chairs in each row.",
     "240", "product"),
    ("The train travelled 180 miles.", "The train ran for 3 hours at 60 miles per hour.",
     "180 miles", "product"),
    ("The trip took 2 hours.", "The bus covered 90 miles at 45 miles per hour.",
     "2 hours", "quotient"),
    ("The lawn covers 600 square metres.", "The lawn is 30 metres long and 20 metres wide.",
     "600 square metres", "product"),
    ("The mill will cut 30% of its jobs.", MILL, "30%", "share"),
    ("Profit rose 18%.", BANK, "18%", "change"),
    ("There were 194 more passengers than crew.", FERRY, "194", "difference"),
    ("The pupils paid £160 overall.", "Each pupil paid £8 for the trip, and 20 pupils went.",
     "£160", "product"),
    ("Each class has 27 pupils.",
     "The school has 60 girls and 48 boys, who are all pupils. It has 108 pupils in 4 classes.",
     "27", "quotient"),
]  # fmt: skip

CONTRADICTED = [
    ("The Harby mill will cut 120 of its 300 jobs, its owner said on Tuesday.", MILL, "120", "90"),
    ("The Harby mill will cut 300 of its 90 jobs, its owner said on Tuesday.", MILL, "300", "90"),
    ("The Harby mill will cut more than 90 of its 300 jobs, its owner said.", MILL, "90", "90"),
    ("The mill in Harby will cut 120 jobs, its owner said.", MILL, "120", "90"),
    ("The bank's annual profit was £1.4bn.", BANK, "£1.4bn", "£1.3bn"),
    ("Annual profit at the bank was £1.4bn.", BANK, "£1.4bn", "£1.3bn"),
    ("The repairs to the bridge will cost £9.2m.",
     "Repairs to the bridge will cost the council £8.2m.", "£9.2m", "£8.2m"),
    ("The ferry carried 122 passengers when it ran aground.", FERRY, "122", "212"),
    ("The ferry carried 18 passengers and 212 crew.", FERRY, "18", "212"),
    ("The mill will cut up to 90 jobs.", "The mill will cut up to 60 jobs.", "90", "60"),
    ("The mill will cut more than 90 jobs.", "The mill will cut more than 80 jobs.", "90", "80"),
    ("The quake had a magnitude of 6.4.", "The quake near Elmsey had a magnitude of 5.9.",
     "6.4", "5.9"),
    ("Three people were killed in the fire at the mill.",
     "Two people were killed in the fire at the mill, police said.", "Three", "Two"),
    ("The Harby mill was founded in 1874 by two brothers.",
     "The Harby mill was founded in 1847 by two brothers.", "1874", "1847"),
    ("The ratio of staff to pupils is 1 to 14.", "The ratio of staff to pupils is 1 to 12.",
     "1 to 14", "1 to 12"),
    ("They live at the corner of 4th Street.", "They live at the corner of 5th Street.",
     "4th", "5th"),
]  # fmt: skip

OPEN = [
    ("The mill will cut 95 jobs in Harby.", "The mill will cut more than 80 jobs in Harby.", "95"),
    ("The mill will cut 80 jobs in Harby.", "The mill will cut more than 80 jobs in Harby.", "80"),
]

UNVERIFIED = [
    ("The mill made £7m.", MILL, "£7m"),
    ("The army sent up to 30,000 men.", "Two ships were seen off Elmsey.", "30,000"),
    ("The choir sang seven songs.", "The depot has seven gates.", "seven"),
    ("The mill was built in 1931.", MILL, "1931"),
    ("Some 40 houses were damaged.", "Forty lorries left the depot.", "40"),
    ("The mill will hire 45 engineers.", MILL, "45"),
    ("Harby won 4-1.", "Harby beat Elmsey 3-1 on Saturday.", "4-1"),
    ("In all, 17 dogs were found.", "The farm had 9 cows and 3 vans. It has 5 rooms.", "17"),
    ("The club has 61 members left.", "The club sold 12 books. Its 70 members met in May.", "61"),
    ("The hall cost £630.", "The hall has 18 windows and 35 doors.", "£630"),
    ("The mill will cut 90 jobs.", "", "90"),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "source", "text"), SUPPORTED)
def test_what_a_source_states_is_supported(told, draft, source, text):
    assert "supported" == told(draft, source)[text].standing


@pytest.mark.parametrize(("draft", "source", "text", "kind"), DERIVABLE)
def test_what_the_words_license_is_derivable(told, draft, source, text, kind):
    backing = told(draft, source)[text]
    assert ("derivable", kind) == (backing.standing, backing.how)


@pytest.mark.parametrize(("draft", "source", "text", "other"), CONTRADICTED)
def test_another_figure_in_the_same_place_contradicts(told, draft, source, text, other):
    backing = told(draft, source)[text]
    assert ("contradicted", other) == (backing.standing, backing.others[0].text)


@pytest.mark.parametrize(("draft", "source", "text"), OPEN)
def test_a_bound_supports_nothing_stronger(told, draft, source, text):
    assert "open" == told(draft, source)[text].standing


@pytest.mark.parametrize(("draft", "source", "text"), UNVERIFIED)
def test_what_no_source_gives_is_unverified(told, draft, source, text):
    assert "unverified" == told(draft, source)[text].standing


NO_CONTRADICTION = [
    ("Leeds lost 40 jobs.", "Hull lost 30 jobs."),
    ("On Monday the depot sent 40 lorries.", "On Tuesday the depot sent 30 lorries."),
    ("In 2023 the bank made £4m.", "In 2022 the bank made £3m."),
    ("This year 40 pupils joined the school.", "Last year 30 pupils joined the school."),
    ("The mill will cut 30 jobs in Hull.", "The mill will cut 40 jobs in Leeds and 30 in Hull."),
    ("The mill will cut 70 jobs.", "The mill will cut 40 jobs in Leeds and 30 jobs in Hull."),
    ("Three Dutch sailors were hurt.", "Five Danish sailors were hurt."),
    ("Sales rose 4%.", "Sales rose 7% in the south."),
    ("Profit rose to £4m.", "Profit rose by £1m."),
    ("Another 12 people were hurt.", "Police said 40 people were hurt."),
    ("Mr Alder, 44, owns the mill.", "Mrs Birch, 51, owns the works."),
    ("Rent is £900 a month.", "Rent is £10,800 a year."),
    ("The mill cut 20 jobs in March.", "The mill cut 35 jobs in June."),
    ("Four of the sailors were saved.", "The boat had nine sailors aboard."),
]


@pytest.mark.parametrize(("draft", "source"), NO_CONTRADICTION)
def test_figures_of_other_things_never_contradict(told, draft, source):
    assert not [one for one in told(draft, source).values() if one.standing == "contradicted"]


def test_one_of_several_sources_is_enough(told):
    other = "The works in Elmsey will cut 40 jobs."
    backing = told("The Harby mill will cut 90 jobs.", other, MILL, other)["90"]
    assert ("supported", "s1") == (backing.standing, backing.others[0].document)


def test_a_figure_from_no_source_stands_alone(told):
    backing = told("The mill will cut 90 jobs.")["90"]
    assert ("unverified", ()) == (backing.standing, backing.others)


def test_an_empty_draft_needs_no_support(told):
    assert {} == told("", MILL)


def test_a_year_of_the_source_gives_an_age(told):
    backing = told("The mill is 60 years old.", "The mill opened in 1964.", published="2024-05-01")
    assert "derivable" == backing["60 years old"].standing


def test_a_source_repeated_word_for_word_supports_every_figure(told):
    text = " ".join((MILL, BANK, FERRY))
    assert {"supported"} == {one.standing for one in told(text, text).values()}


def test_figures_of_the_page_need_no_support():
    page = "Save 50% on a subscription. The mill will cut 90 jobs."
    draft = Document(id="d", text=page, furniture=((0, 27),))
    found = Sources([analyse(Document(id="s", text=MILL))]).backings(analyse(draft))
    assert ["90"] == [one.figure.text for one in found]


def test_long_sources_are_searched_by_words_and_by_values(told):
    filler = " ".join(f"Depot {n} sent {200 + n} lorries north." for n in range(180))
    found = told("The Harby mill will cut 90 jobs. The works lost 1,240 lorries.", filler, MILL)
    assert "supported" == found["90"].standing
    assert "unverified" == found["1,240"].standing


def test_a_rounded_value_is_found_in_a_long_source(told):
    filler = " ".join(f"The depot sent {20 + n} lorries north on day {n}." for n in range(180))
    found = told("Around 4,000 people marched.", filler, "Police said 3,940 people marched.")
    assert "supported" == found["4,000"].standing


DERIVABLE_TOO = [
    ("The barn now has 7 red hens.",
     "The barn had 9 red hens and 4 white hens. A fox ate 2 red hens.", "7", "difference"),
    ("She drove 96 miles.", "Ann Lee drove a route of 24 miles and she drove it 4 times.",
     "96 miles", "product"),
    ("There were 56 seats in all.", "The hall has 7 rows and 8 columns of seats.", "56", "product"),
    ("Between then and now 300 flats were built.",
     "There were 500 flats in Harby in spring and there are 800 flats now.", "300", "difference"),
    ("There are 15 animals in the yard.", "There are 9 goats and 6 ponies in the yard.",
     "15", "sum"),
    ("The works cut 60 fewer jobs than the mill.",
     "The mill cut 90 jobs. The works cut 30 jobs.", "60", "difference"),
    ("In all 24 men were hurt.", "The fire hurt 4 men, 12 men and later 8 men.", "24", "sum"),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "source", "text", "kind"), DERIVABLE_TOO)
def test_less_common_operations_are_licensed_too(told, draft, source, text, kind):
    backing = told(draft, source)[text]
    assert ("derivable", kind) == (backing.standing, backing.how)


def test_ranks_in_digits_need_support_and_spelled_ones_do_not(told):
    found = told("The 117th show was the first sold out.", "The 117th show drew 80 people.")
    assert ["117th"] == [text for text, one in found.items() if one.standing == "supported"]
    assert "first" not in found


def test_a_score_may_be_told_from_the_other_side(told):
    backing = told("Elmsey lost 1-3.", "Harby beat Elmsey 3-1 on Saturday.")["1-3"]
    assert "supported" == backing.standing


def test_the_day_of_a_source_needs_no_support():
    source = Document(id="s", text="It rained.", published="2024-05-01")
    draft = analyse(Document(id="d", text="It rained on 1 May 2024."))
    assert [] == Sources([analyse(source)]).backings(draft)


def test_measures_of_a_user_tie_a_draft_to_its_source():
    source = analyse(Document(id="s", text="Skarvik Marina lists 140 pontoons."))
    draft = analyse(Document(id="d", text="Skarvik Marina lists 120 berths."))
    extra = load_measures({"nouns": {"berth": ["berth", "pontoon"]}})
    standings = [
        Sources([source], measures).backings(draft)[0].standing for measures in (None, extra)
    ]
    assert ["unverified", "contradicted"] == standings
