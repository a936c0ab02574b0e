"""The HTML report as its reader meets it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from numcheck.model import Document, Report
from tests.browser.conftest import Opened
from tests.reporting.pages import PAYLOADS, filled, merged
from tests.reporting.reports import CLEAN, EMPTY, FULL, NEW, OLD, POST, RIVAL, claim, figure

Open = Callable[..., Opened]
AGREED = replace(claim("agreed", OLD, NEW, label="sales"), id="c2")
REPORT = replace(FULL, claims=(RIVAL, AGREED))


def shown(one: Opened, selector: str) -> int:
    """How many elements a selector finds that can be seen."""
    return sum(each.is_visible() for each in one.page.locator(selector).all())


def focused(one: Opened) -> str:
    """Id of the element that has the focus."""
    name: str = one.page.evaluate("document.activeElement.id")
    return name


# --- opening ---------------------------------------------------------------------------------


def test_the_page_opens_with_what_is_wrong_first(opened: Open) -> None:
    one = opened(REPORT)
    assert one.page.locator("h1").inner_text() == ("One thing cannot be right, one is disputed")
    assert one.page.locator("article.finding").first.get_attribute("data-v") == "disputed"
    assert shown(one, "#filters") == 1
    assert shown(one, "#card") == 0


@pytest.mark.parametrize("report", [CLEAN, EMPTY])
def test_a_page_without_findings_opens(opened: Open, report: Report) -> None:
    assert opened(report).page.locator("h1").inner_text() == "Nothing to remark"


def test_the_policy_stops_what_the_page_did_not_bring(opened: Open) -> None:
    one = opened(REPORT)
    ran = one.page.evaluate(
        "() => { const added = document.createElement('script');"
        "added.textContent = 'document.title = \"taken over\"';"
        "document.body.append(added); return document.title }"
    )
    assert ran != "taken over"
    assert "Content Security Policy" in one.said.pop()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_is_wider_than_the_window(opened: Open, width: int) -> None:
    one = opened(filled("x" * 300, REPORT), width=width)
    assert one.page.evaluate("document.documentElement.scrollWidth") == width


def test_a_page_of_a_hundred_articles_opens_and_answers(opened: Open) -> None:
    text = "\n\n".join(
        f"In {n} the harbour had 1{n:02} boats and 2{n:02} sheds." for n in range(40)
    )
    documents = [Document(f"a{n}", text, f"Article {n}", path=f"a{n}.txt") for n in range(100)]
    figures = [figure(each, "102", value=102) for each in documents]
    one = opened(Report(tuple(documents), tuple(figures), (), ()))
    one.page.locator(".text button").last.click()
    assert shown(one, "#card") == 1


# --- cards -----------------------------------------------------------------------------------


def test_a_click_on_a_figure_opens_its_card(opened: Open) -> None:
    one = opened(REPORT)
    one.page.locator(one.figure("3,000")).click()
    card = one.page.locator("#card")
    text = " ".join(card.inner_text().split())
    assert "Value and interval ~3,000 (2,900–3,100)" in text
    assert "Kind and unit count" in text
    assert "Who says so people close to the general staff" in text
    assert "denied by an army source: “absolutely nowhere near”" in text
    assert "The second source rejects the first one's figure." in text
    assert "Neither is confirmed in the text." in text
    assert card.get_by_role("link", name="nearly 10,000").count() == 1
    assert one.page.locator(one.figure("3,000")).get_attribute("aria-expanded") == "true"


def test_the_card_explains_the_rule(opened: Open) -> None:
    one = opened(REPORT)
    one.page.locator(one.figure("30%")).click()
    one.page.get_by_text("How this check works").first.click()
    assert "Recomputes a percentage change" in one.page.locator("#card").inner_text()


def test_a_second_click_or_the_button_closes_the_card(opened: Open) -> None:
    one = opened(REPORT)
    mark = one.page.locator(one.figure("30%"))
    mark.click()
    mark.click()
    assert shown(one, "#card") == 0
    mark.click()
    one.page.get_by_role("button", name="Close").click()
    assert shown(one, "#card") == 0
    assert mark.get_attribute("aria-expanded") is None


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_opens_the_card_and_escape_gives_the_focus_back(opened: Open, key: str) -> None:
    one = opened(REPORT)
    mark = one.page.locator(one.figure("30%"))
    mark.focus()
    one.page.keyboard.press(key)
    assert focused(one) == "card-title"
    one.page.keyboard.press("Escape")
    assert shown(one, "#card") == 0
    assert focused(one) == mark.get_attribute("id")


def test_keys_lead_from_figure_to_figure(opened: Open) -> None:
    one = opened(REPORT)
    one.page.locator(one.figure("£40m")).click()
    one.page.keyboard.press("n")
    assert one.page.locator("#card-title").inner_text() == "£60m"
    one.page.keyboard.press("p")
    assert one.page.locator("#card-title").inner_text() == "£40m"
    one.page.keyboard.press("Escape")
    one.page.keyboard.press("ArrowRight")
    assert focused(one) == one.page.locator(one.figure("£60m")).get_attribute("id")
    one.page.get_by_role("button", name="Close").count()


def test_letters_mean_nothing_outside_of_figures(opened: Open) -> None:
    one = opened(REPORT)
    one.page.locator("#q").focus()
    one.page.keyboard.press("n")
    assert one.page.locator("#q").input_value() == "n"
    assert focused(one) == "q"


def test_the_buttons_of_a_card_lead_on(opened: Open) -> None:
    one = opened(REPORT)
    one.page.locator(one.figure("£40m")).click()
    one.page.get_by_role("button", name="Next figure").click()
    assert one.page.locator("#card-title").inner_text() == "£60m"


def test_a_figure_in_a_finding_leads_to_the_article(opened: Open) -> None:
    one = opened(REPORT)
    one.page.locator("article.discrepant a.hit", has_text="30%").click()
    assert one.page.locator("#card-title").inner_text() == "30%"
    box = one.page.locator(one.figure("30%")).bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900


def test_figures_of_the_claim_are_linked_from_the_card(opened: Open) -> None:
    one = opened(REPORT)
    one.page.locator(one.figure("£40m")).click()
    one.page.locator("#card").get_by_role("link", name="£60 million").click()
    assert one.page.locator("#card-title").inner_text() == "£60m"


def test_every_figure_has_a_card(opened: Open) -> None:
    one = opened(REPORT)
    for mark in one.page.locator(".text button").all():
        mark.click()
        assert one.page.locator("#card-title").inner_text() == mark.inner_text()


# --- filters and search ----------------------------------------------------------------------


def test_a_verdict_filters_findings_figures_and_articles(opened: Open) -> None:
    one = opened(REPORT)
    one.page.locator('input[value="discrepant"]').check()
    assert shown(one, "article.finding") == 1
    assert shown(one, "article.doc") == 1
    assert one.page.locator(one.figure("30%")).get_attribute("class") == "discrepant"
    assert "off" in (one.page.locator(one.figure("1,500")).get_attribute("class") or "")
    assert one.page.locator("#state").inner_text() == "1 of 4 findings, 1 of 2 documents"
    one.page.locator('input[value="disputed"]').check()
    assert shown(one, "article.finding") == 2


def test_filtered_figures_are_passed_over(opened: Open) -> None:
    one = opened(REPORT)
    one.page.locator('input[value="disputed"]').check()
    one.page.locator('input[value="unverified"]').check()
    one.page.locator(one.figure("3,000")).click()
    one.page.keyboard.press("n")
    assert one.page.locator("#card-title").inner_text() == "six"


@pytest.mark.parametrize(
    ("selector", "choice", "verdicts"),
    [
        ("#by-doc", {"index": 2}, ["discrepant"]),
        ("#by-rule", {"label": "A12 denied-figure"}, ["disputed"]),
        ("#by-severity", {"label": "warning"}, ["disputed"]),
        ("#by-severity", {"label": "info"}, ["unverified", "rounding"]),
    ],
)
def test_each_list_filters(
    opened: Open, selector: str, choice: dict[str, Any], verdicts: list[str]
) -> None:
    one = opened(REPORT)
    one.page.locator(selector).select_option(**choice)
    visible = [each for each in one.page.locator("article[data-v]").all() if each.is_visible()]
    assert [each.get_attribute("data-v") for each in visible] == verdicts


def test_searching_leaves_what_has_the_words(opened: Open) -> None:
    one = opened(REPORT)
    one.page.locator("#q").fill("SHIPPING line")
    one.page.locator("#state", has_text="findings").wait_for()
    assert shown(one, "article[data-v]") == 1
    assert shown(one, "article.doc") == 1
    assert one.page.evaluate("CSS.highlights.get('found').size") == 2
    one.page.get_by_role("button", name="Show all").click()
    one.page.locator("article.doc").first.wait_for(state="visible")
    assert shown(one, "article[data-v]") == 4


def test_a_search_for_nothing_that_is_there_says_so(opened: Open) -> None:
    one = opened(REPORT)
    one.page.locator("#q").fill("zeppelin")
    one.page.locator("#state", has_text="0 of 4 findings, 0 of 2 documents").wait_for()
    assert shown(one, "article") == 0


def test_a_link_to_a_hidden_figure_shows_all_again(opened: Open) -> None:
    one = opened(REPORT)
    one.page.locator(one.figure("3,000")).click()
    one.page.locator("#by-doc").select_option(index=1)
    assert shown(one, "article.doc") == 1
    one.page.locator("#card").get_by_role("link", name="1,500").click()
    assert one.page.locator("#card-title").inner_text() == "1,500"
    assert shown(one, "article.doc") == 2


def test_an_address_with_a_figure_opens_its_card(opened: Open) -> None:
    one = opened(REPORT)
    name = one.page.locator(one.figure("30%")).get_attribute("id")
    one.page.goto("about:blank")
    one.asked.clear()
    one.page.goto(f"{one.address}#{name}")
    assert one.page.locator("#card-title").inner_text() == "30%"


# --- everybody -------------------------------------------------------------------------------


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_rule_of_accessibility_is_broken(opened: Open, width: int, dark: bool) -> None:
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    one = opened(REPORT, width=width, dark=dark)
    one.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert _violations(axe.run(one.page)) == []
    one.page.locator(one.figure("30%")).click()
    one.page.locator("#card details summary").click()
    assert _violations(axe.run(one.page)) == []


def _violations(results: Any) -> list[str]:
    return [
        f"{violation['id']}: {node['html']}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]


def test_a_status_is_told_by_a_word_and_not_by_colour_alone(opened: Open) -> None:
    one = opened(REPORT)
    assert one.page.get_by_role("button", name="3,000 disputed").count() == 1
    assert one.page.get_by_role("button", name="30% discrepant").count() == 1
    assert one.page.get_by_role("button", name="six unverified").count() == 1


def test_headings_form_a_tree(opened: Open) -> None:
    levels = [
        int(name[1])
        for name in opened(REPORT).page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4')].map(each => each.localName)"
        )
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_light_and_dark_follow_the_system_until_somebody_chooses(opened: Open) -> None:
    def ground(one: Opened) -> str:
        color: str = one.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        return color

    light, dark = opened(REPORT), opened(REPORT, dark=True)
    assert ground(light) != ground(dark)
    dark_ground = ground(dark)
    assert dark.page.locator("#theme").get_attribute("aria-pressed") == "true"
    light.page.locator("#theme").click()
    assert ground(light) == dark_ground
    light.page.locator("#theme").click()
    assert ground(light) != dark_ground


def test_on_a_phone_the_card_leaves_its_figure_in_view(opened: Open) -> None:
    one = opened(REPORT, width=360, height=740)
    mark = one.page.locator(one.figure("six"))
    mark.click()
    figure_box, card_box = mark.bounding_box(), one.page.locator("#card").bounding_box()
    assert figure_box is not None
    assert card_box is not None
    assert 0 <= figure_box["y"]
    assert figure_box["y"] + figure_box["height"] <= card_box["y"]
    assert card_box["y"] + card_box["height"] <= 741


def test_on_a_phone_the_filters_are_folded(opened: Open) -> None:
    one = opened(REPORT, width=360)
    assert shown(one, "#q") == 0
    one.page.get_by_text("Filter and search").click()
    assert shown(one, "#q") == 1


def test_on_paper_there_are_findings_and_figures_and_no_controls(opened: Open) -> None:
    one = opened(REPORT, dark=True)
    one.page.locator(one.figure("30%")).click()
    one.page.emulate_media(media="print")
    one.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    for selector in ("#filters", "#card", "#theme", ".skip"):
        assert shown(one, selector) == 0
    assert shown(one, "article.finding") == 5
    assert shown(one, "tr.discrepant") == 3
    assert shown(one, "tr.plain") == 0
    color = one.page.evaluate("getComputedStyle(document.body).color")
    assert color == "rgb(30, 29, 27)"
    one.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert one.page.locator("details.figures[open]").count() == 0


def test_without_script_all_of_it_can_be_read(browser: Any, tmp_path: Any) -> None:
    from numcheck.reporting import render

    path = tmp_path / "report.html"
    path.write_text(render(REPORT, "html"), encoding="utf-8")
    page = browser.new_page(java_script_enabled=False)
    page.goto(path.as_uri())
    assert page.locator("article.doc").count() == 2
    assert not page.locator("#filters").is_visible()
    page.locator("details.figures summary").first.click()
    assert page.locator("tr.disputed").is_visible()
    page.close()


# --- safety ----------------------------------------------------------------------------------


def test_no_payload_runs_or_asks_for_anything(opened: Open) -> None:
    one = opened(merged(filled(f"x {payload}", REPORT) for payload in PAYLOADS))
    assert one.page.title().endswith("numcheck")
    for number in range(len(PAYLOADS)):
        one.page.locator(f"#d{2 * number + 1} .body button").first.click()
        assert shown(one, "#card") == 1
    for payload in PAYLOADS[:12]:
        one.page.locator("#q").fill(payload)
    one.page.locator("#state", has_text="findings").wait_for()


def test_what_was_written_is_what_is_read(opened: Open) -> None:
    payload = PAYLOADS[0]
    one = opened(filled(payload, REPORT))
    assert one.page.locator(".body").first.evaluate("each => each.textContent") == (
        POST.text.rstrip() + f" {payload}"
    )
