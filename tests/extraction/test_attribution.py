"""Who says a figure: cues, their tenses and places, speakers and outlets."""

from __future__ import annotations

import pytest

from numcheck.extraction import extract
from numcheck.model import Attribution, Document, Figure


def figure(text: str, surface: str, title: str = "") -> Figure:
    """The figure of a text whose slice holds a surface."""
    found = extract(Document(id="a", text=text, title=title))
    return next(each for each in found if surface in each.text)


def source(text: str, surface: str) -> str:
    """Who says a figure; empty if nobody but the writer does."""
    attribution = figure(text, surface).attribution
    return attribution.source if attribution else ""


def test_an_attribution_names_source_and_cue() -> None:
    actual = figure("The harbour master said 12 barges had sunk.", "12").attribution
    assert Attribution("harbour master", "said") == actual


def test_a_figure_nobody_claims_has_no_attribution() -> None:
    assert figure("Twelve barges lie at the quay.", "Twelve").attribution is None


@pytest.mark.parametrize(
    "cue",
    ["says", "said", "has said", "claimed", "estimates", "warned", "is saying", "had announced"],
)
def test_cue_verbs_count_in_every_tense(cue: str) -> None:
    assert source(f"The port authority {cue} that 40 cranes are idle.", "40") == "port authority"


def test_a_cue_may_close_the_sentence() -> None:
    assert source("Forty cranes are idle, the port authority said.", "Forty") == "port authority"


def test_a_cue_may_stand_in_the_middle() -> None:
    text = "The quay, the port authority said on Monday, needs 40 cranes."
    assert source(text, "40") == "port authority"


def test_an_inverted_cue_has_its_speaker_behind_it() -> None:
    text = "The quay needs 40 cranes, said Ilse Brandt, head of the port authority."
    assert source(text, "40") == "Ilse Brandt"


def test_an_age_beside_an_inverted_speaker_is_not_what_he_says() -> None:
    text = "The quay needs new cranes, said Ilse Brandt, 52, head of the port authority."
    assert source(text, "52") == ""


def test_a_number_in_the_time_of_speaking_is_not_what_is_said() -> None:
    text = "She told the board 3 weeks ago that the quay needed 40 cranes."
    assert source(text, "3 weeks") == ""


def test_a_parenthesis_between_speaker_and_cue_is_skipped() -> None:
    text = "Ilse Brandt, who runs the port, said the quay needed 40 cranes."
    assert source(text, "40") == "Ilse Brandt"


def test_cited_sources_go_into_the_cue() -> None:
    text = "The Gazette, citing two dockers, reported that 40 cranes were idle."
    assert figure(text, "40").attribution == Attribution("Gazette", "citing two dockers, reported")


@pytest.mark.parametrize(
    "text",
    [
        "According to the port authority, 40 cranes are idle.",
        "Some 40 cranes are idle, according to the port authority.",
        "Some 40 cranes, according to the port authority, are idle.",
        "In the words of the port authority, 40 cranes are idle.",
    ],
)
def test_according_to_works_on_either_side(text: str) -> None:
    assert source(text, "40") == "port authority"


def test_a_bracket_keeps_its_source_to_itself() -> None:
    text = "The town (9,000 people, according to the census) has 40 pubs."
    assert source(text, "9,000") == "census"
    assert source(text, "40") == ""


def test_polls_and_data_speak() -> None:
    assert source("A poll by Norstat shows 31% undecided.", "31%") == "poll by Norstat"
    assert source("Customs records list 70 shipments.", "70") == "Customs records"


def test_people_who_find_things_do_not_speak() -> None:
    assert source("Divers found 70 coins.", "70") == ""


def test_an_owner_of_a_claim_speaks() -> None:
    assert source("The union's claim that 200 posts will go is new.", "200") == "union"
    assert source("A claim by the union that 200 posts will go is new.", "200") == "union"


def test_reports_speak_for_themselves() -> None:
    assert source("There were reports that 200 posts would go.", "200") == "reports"


def test_a_passive_names_its_speaker_behind_by() -> None:
    assert source("A loss of $3m was reported by the club.", "$3m") == "club"
    assert source("The cost, put at $3m by the auditors, has risen.", "$3m") == "auditors"


def test_a_passive_without_speaker_leaves_the_figure_attributed_to_nobody() -> None:
    found = figure("The fee, thought to be £9m, was not published.", "£9m")
    assert found.attribution is None
    assert found.stance == "attributed"


def test_an_outlet_that_quotes_somebody_is_kept_beside_the_source() -> None:
    text = "The Gazette quoted a dock worker as saying 40 cranes were idle."
    assert figure(text, "40").attribution == Attribution("dock worker", "quoted", "Gazette")
    text = '"We have 40 cranes," Ms Brandt was quoted as saying by the Gazette.'
    attribution = figure(text, "40").attribution
    assert attribution == Attribution("Ms Brandt", "quoted as saying", "Gazette", quoted=True)


def test_an_outlet_carries_over_to_unnamed_sources() -> None:
    text = (
        "The Gazette quoted a dock worker as saying that ships were late. "
        "Sources at the customs office claimed 40 crates were missing."
    )
    attribution = figure(text, "40").attribution
    assert attribution == Attribution("Sources at the customs office", "claimed", "Gazette")


def test_each_speaker_of_a_sentence_keeps_his_own_figure() -> None:
    text = "The union said 90 had left, while the company claimed 30 had."
    assert source(text, "90") == "union"
    assert source(text, "30") == "company"


def test_a_participle_goes_on_with_the_speaker() -> None:
    text = "The operator apologised for the delay, adding that 14 trains were late."
    assert source(text, "14") == "operator"


def test_a_second_verb_goes_on_with_the_speaker() -> None:
    assert source("Ms Roy criticised the plan and said it would cost 3m euros.", "3m") == "Ms Roy"


def test_a_wish_reported_by_somebody_is_what_he_says() -> None:
    text = "Mr Hall claimed that the council wanted to sell 40 flats."
    assert source(text, "40") == "Mr Hall"


def test_a_proposal_is_attributed() -> None:
    assert source("The Greens call for a levy of 4%.", "4%") == "Greens"
    assert source("Its pledge to build 900 flats was kept.", "900") == "Its"


def test_nouns_that_look_like_cues_are_none() -> None:
    assert source("The state has 14 prisons.", "14") == ""
    assert source("The reported 14 cases were in one street.", "14") == ""
    assert source("Silver State Bank closed 14 branches.", "14") == ""


def test_a_share_of_people_is_no_speaker() -> None:
    assert source("About 70 percent of voters said 16 was too young.", "16") == ""


def test_what_somebody_does_not_say_is_not_his() -> None:
    assert source("The firm did not say that 300 posts would go.", "300") == ""


def test_headlines_name_speakers_by_labels() -> None:
    found = figure("Nothing more is known.", "Forty", title="Forty hurt in crash: police")
    assert found.attribution == Attribution("police", ":")


def test_an_empty_document_has_nothing_to_attribute() -> None:
    assert [] == list(extract(Document(id="a", text="")))


def test_attribution_depends_on_nothing_but_the_text() -> None:
    document = Document(id="a", text='"We lost 9 ewes," she said. It put the loss at £900.')
    assert extract(document) == extract(document)


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        # A bracket, a title or a time between speaker and verb.
        ("Ann Lee (Labour) said 40 jobs would go.", "40", "Ann Lee"),
        ("The mayor last week said 40 jobs would go.", "40", "mayor"),
        ("Ann Lee, 43, of Derby, said 40 jobs would go.", "40", "Ann Lee"),
        ("In May the ministry said 40 jobs would go.", "40", "ministry"),
        ("At a rally in Leeds, a union leader said 40 jobs would go.", "40", "union leader"),
        ("However, the ministry said 40 jobs would go.", "40", "ministry"),
        # Several parts of one speaker.
        ("Police and rescuers said 40 had died.", "40", "Police and rescuers"),
        ("Ann Lee and Jo Marsh said 40 had died.", "40", "Ann Lee and Jo Marsh"),
        # Two sentences in one.
        ("Prices rose and the bank said 40 branches would close.", "40", "bank"),
        ("The fire spread; a warden said 40 huts were lost.", "40", "warden"),
        # Phrases end before a verb, a time, a comma.
        ("According to the ministry 40 had died.", "40", "ministry"),
        ("According to a report on Friday, 40 had died.", "40", "report"),
        ("According to a report in the Gazette, 40 had died.", "40", "report in the Gazette"),
        ("The scheme, according to a ministry that funds it, has 40 users.", "40", "ministry"),
        ("The quote is attributed to her: 40 goats.", "40", ""),
        ("According to, 40.", "40", ""),
        # Nouns.
        ("Their plan to hire 40 guards fell through.", "40", "Their"),
        ("The town's pledge last spring to hire 40 guards was kept.", "40", "town"),
        ("The town's call for 40 guards, among 90 ideas, was heard.", "90", ""),
        ("A call for 40 guards went unheard.", "40", ""),
        ("The clerk's estimate of 40 was low.", "40", "clerk"),
        # Participles and infinitives.
        ("A letter claiming that 40 cows had died was forged.", "40", "letter"),
        ("Asked about it, she hesitated, then went on to say that 40 cows had died.", "40", "she"),
        ("Saying that 40 cows had died is easy.", "40", ""),
        ("He refused to say.", "He", ""),
        # Quoting.
        ("“Of 40 huts, 9 burnt,” the Gazette quoted a warden as saying.", "40", "warden"),
        ("Nine huts burnt, the Gazette quoted a warden as saying.", "Nine", "warden"),
        # Telling.
        ("She told a joke about 3 nuns.", "3", ""),
        ("Some 40 huts burnt, the warden told reporters in Leeds.", "40", "warden"),
        # Middle tags with and without a main clause in front.
        ("In all, the warden said, 40 huts burnt.", "40", "warden"),
        ("When it rained, the warden said, 40 huts were lost.", "40", "warden"),
        ("The huts burnt, the warden said, which cost 40 euros.", "40", "warden"),
        # Labels.
        ("Poll: 40% against ring road", "40%", "Poll"),
        ("40 held after raid – police", "40", "police"),
        ("Fire: 40 huts lost", "40", ""),
        # A purpose is not speech.
        ("The club plans a stand for 40 people.", "40", ""),
        ("The club plans to build 40 flats as rents rise 9%.", "9%", ""),
    ],
)
def test_ways_to_hand_over_a_figure(text: str, surface: str, expected: str) -> None:
    found = [each for each in extract(Document(id="a", text=text)) if surface in each.text]
    attribution = found[0].attribution if found else None
    assert expected == (attribution.source if attribution else "")


def test_a_sentence_of_hundreds_of_speakers_is_read_in_reasonable_time() -> None:
    figures = extract(Document(id="a", text="he said 12 and " * 400))
    assert len(figures) == 400
    assert figures[0].attribution is not None


def test_an_outlet_that_somebody_tells_is_kept() -> None:
    text = "Ilse Brandt told the Evening Post that 40 cranes were idle."
    assert figure(text, "40").attribution == Attribution("Ilse Brandt", "told", "Evening Post")
    text = "Ilse Brandt told the harbour board that 40 cranes were idle."
    assert figure(text, "40").attribution == Attribution("Ilse Brandt", "told")


def test_reportedly_hands_a_figure_to_nobody() -> None:
    found = figure("The club reportedly paid 40 million euros.", "40")
    assert found.attribution is None
    assert found.stance == "attributed"
    assert found.remark is not None
    assert found.remark.text == "reportedly"
    found = figure("The club, reportedly in debt, has 40 players.", "40")
    assert found.stance == "asserted"
