from numcheck.engine.checks import check_names, parameters_of
from numcheck.engine.checks.headline_and_body import Parameters

RALLY = "Some 3,000 people marched through Leith on Saturday, the organisers said."


def test_a_denial_in_another_source_is_a_dispute(said):
    denial = "Police denied that 3,000 people had marched through Leith on Saturday."
    [message] = said("denied-figure", RALLY, denial)
    assert message.startswith("The figure of some 3,000 is denied (")


def test_a_denial_of_the_same_number_is_a_dispute_where_names_are_shared(said):
    stated = "Eight hundred posts are to go at the offices of Alder Mutual, the union has said."
    denial = 'The insurer Alder Mutual spoke out. "The number of job losses is not 800," it said.'
    assert 1 == len(said("denied-figure", stated, denial))
    assert [] == said("denied-figure", stated.replace("Alder Mutual", "Birch"), denial)


def test_a_denial_of_a_deed_is_no_dispute_about_its_number(said):
    assert [] == said("denied-figure", "The minister denied that he had met the 40 envoys.")


def test_an_unconfirmed_figure_is_listed_with_its_reason(said):
    text = "Six people had been killed, media said. The reports have not been confirmed."
    assert ["The figure of six is not confirmed."] == said("unconfirmed-figure", text)


def test_the_headline_is_looked_up_in_the_body(said):
    text = "Fares will rise by 4.6% in March, the authority said."
    assert said("headline", text, title="Fares to rise 6.2%")
    assert [] == said("headline", text, title="Fares to rise 4.6%")
    assert [] == said("headline", text)


def test_a_draft_is_held_against_its_sources(said):
    source = "The mill in Harby will cut 90 of its 300 jobs, or 30%."
    assert [] == said("source-support", "The mill will cut 90 jobs.", against=[source])
    assert [] == said("source-support", "The mill will cut more than 80 jobs.", against=[source])
    assert [] == said("source-support", "One mill will cut 90 jobs.", against=[source])
    [message] = said(
        "source-support", "The mill in Harby will cut 120 of its jobs.", against=[source]
    )
    assert "120" in message
    [message] = said("source-support", "The mill made £7m.", against=[source])
    assert "Nothing in the sources supports £7m." == message
    assert [] == said("source-support", "The mill made £7m.")


def test_a_bounded_source_supports_no_exact_figure(said):
    source = "The mill in Harby will cut more than 80 jobs."
    assert said("source-support", "The mill in Harby will cut 90 jobs.", against=[source])
    assert [] == said(
        "source-support", "The mill in Harby will cut more than 80 jobs.", against=[source]
    )


def test_a_loose_source_supports_what_lies_inside(said):
    source = "The mill in Harby will cut about 90 jobs."
    assert [] == said("source-support", "The mill in Harby will cut 90 jobs.", against=[source])


def test_checks_are_found_by_their_modules():
    assert "weekday" in check_names()
    assert "checks" not in check_names()
    assert Parameters(False) == parameters_of("headline-and-body", {"unsupported": False})
    assert ("a",) == parameters_of("unverified", {"kinds": ["a"]}).kinds
    assert frozenset({"a"}) == parameters_of("shares", {"voids": ["a"]}).voids
    assert "0.5" == str(parameters_of("conversion", {"slack": "0.5"}).slack)


def test_a_contradicted_figure_is_told_with_that_of_the_source(raised):
    [finding] = raised(
        "source-support", "Profit at the mill was £1.4m.", against=["Profit at the mill was £1.3m."]
    )
    assert "The draft says £1.4m, its source £1.3m." == finding.message
    assert ("discrepant", "error") == (finding.verdict, finding.severity)
    assert ("d0#1", "d1#1") == finding.figures


def test_a_contradiction_in_other_words_is_a_warning(raised):
    [finding] = raised(
        "source-support",
        "The repairs to the old bridge will cost £9.2m.",
        against=["Repairs to the bridge will cost the council of Harby £8.2m."],
    )
    assert ("discrepant", "warning") == (finding.verdict, finding.severity)
    assert "Both figures tell of the same thing." == finding.explanation


def test_a_bound_that_leaves_a_figure_open_is_shown_beside_it(raised):
    [finding] = raised(
        "source-support", "The mill will cut 90 jobs.", against=["The mill will cut over 80 jobs."]
    )
    assert "The draft says 90, its source only over 80." == finding.message
    assert ("unverified", "warning") == (finding.verdict, finding.severity)
    assert ("d0#1", "d1#1") == finding.figures


def test_an_unverified_figure_is_explained(raised):
    [finding] = raised("source-support", "The mill made £7m.", against=["It rained."])
    assert "No source gives it or lets one derive it." == finding.explanation
    assert "unverified" == finding.verdict


def test_a_changed_house_number_is_noticed_where_the_words_are_the_same(raised):
    [finding] = raised(
        "source-support",
        "They met at the depot on Route 12 in Harby.",
        against=["They met at the depot on Route 21 in Harby."],
    )
    assert "discrepant" == finding.verdict
