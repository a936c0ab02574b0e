"""Numbers that name something."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "slice_", "kind"),
    [
        ("They fired KN-23 missiles.", "KN-23", "identifier"),
        ("A Boeing 737 landed.", "737", "identifier"),
        ("The 737 Max jets landed.", "737", "identifier"),
        ("They took Route 66.", "66", "identifier"),
        ("See Section 4(b).", "4(b)", "identifier"),
        ("See page 3.", "3", "identifier"),
        ("The Covid-19 ward shut.", "Covid-19", "identifier"),
        ("The G7 met.", "G7", "identifier"),
        ("The A380 landed.", "A380", "identifier"),
        ("Flight MH370 vanished.", "MH370", "identifier"),
        ("An F-16 landed.", "F-16", "identifier"),
        ("The COP28 talks ended.", "COP28", "identifier"),
        ("The M1A2 tank rolled.", "M1A2", "identifier"),
        ("Since 9/11 he hid.", "9/11", "identifier"),
        ("They work 24/7.", "24/7", "identifier"),
        ("Staff at No. 10 know.", "10", "identifier"),
        ("Version 2.0.1 is out.", "2.0.1", "identifier"),
        ("The server 10.4.0.1 fell.", "10.4.0.1", "identifier"),
        ("The hash 9f86d081884c7d65 fits.", "9f86d081884c7d65", "identifier"),
        ("ISBN 978-3-16-148410-0 sold.", "978-3-16-148410-0", "identifier"),
        ("Card 1234-5678-9012-3456 failed.", "1234-5678-9012-3456", "identifier"),
        ("The 76ers won.", "76ers", "identifier"),
        ("It needs 4G.", "4G", "identifier"),
        ("It has 5G masts.", "5G", "identifier"),
        ("They met in Flat 11a there.", "11a", "identifier"),
        ("The Galaxy Note 20 Ultra broke.", "20", "identifier"),
        ("The world’s No. 1 fell.", "1", "rank"),
        ("He is number 3.", "3", "rank"),
        ("He is #3.", "#3", "rank"),
        ("They reached the last-16.", "16", "rank"),
        ("Profit rose in Q3.", "Q3", "date"),
        ("Old BMW X6 for sale.", "X6", "identifier"),
        ("The part was 24703m212.", "24703m212", "identifier"),
        ("The R2-D2 droid fell.", "R2-D2", "identifier"),
        ("He bought a Galaxy Note 7.", "7", "identifier"),
        ("They loved Iron Heart 3, and so on.", "3", "identifier"),
        ("He sells the Acme Sky Phone 7.", "7", "identifier"),
        ("He called 911.", "911", "identifier"),
        ("A 911 call came.", "911", "identifier"),
        ("She wears size 6 shoes.", "6", "identifier"),
    ],
)
def test_names_with_digits_are_figures_of_their_kind(only, text, slice_, kind):
    assert (slice_, kind) == (only(text).text, only(text).kind)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Level 3 per cent cuts came.", [3]),
        ("She ran the 4x100m relay.", [4, 100]),
        ("A number 45 men strong came.", [45]),
        ("The mid-40 range is fine.", [40]),
        ("They said no 3 times.", [3]),
        ("It grew to5 men.", [5]),
        ("It takes 10/12 of it.", None),
        ("A world-beating-5 of them.", None),
        ("The 32m2 flat sold.", [32]),
        ("He sold 911 cars.", [911]),
        ("Last May 7, she won 5.", [5]),
        ("Only Keller 7, they say.", [7]),
        ("Old Singer Dies Aged 91.", [91]),
        ("Strong Quake in Iran Kills 10; Dozens Hurt", [10, None]),
        ("A walk of 2h31m.", None),
        ("Phones, 20 Ultra models sold.", None),
    ],
)
def test_quantities_beside_names_stay_quantities(quantities, text, values):
    found = [each.value for each in quantities(text)]
    assert found if values is None else values == found


def test_a_rank_keeps_its_value(only):
    assert (1, 1, 1) == (
        only("The world’s No. 1 fell.").value,
        only("The world’s No. 1 fell.").low,
        only("The world’s No. 1 fell.").high,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Write to desk27@example99.org now.",
        "See https://example.org/2024/10/34?id=5 now.",
        "See www.example99.org/12 now.",
    ],
)
def test_addresses_of_mail_and_web_hold_no_figures(figures, text):
    assert [] == figures(text)


@pytest.mark.parametrize(
    ("text", "slice_"),
    [
        ("ISBN: 9780306406157 sold.", "9780306406157"),
        ("ISBN 978 0 306 40615 7 sold.", "978 0 306 40615 7"),
        ("ISSN 0317-8471 sold.", "0317-8471"),
        ("The P5+1 met.", "P5+1"),
        ("Most had BA.5 then.", "BA.5"),
        ("Two men ran a 7-Eleven there.", "7-Eleven"),
    ],
)
def test_codes_are_identifiers(figures, text, slice_):
    assert (slice_, "identifier") == (figures(text)[-1].text, figures(text)[-1].kind)
