"""The report of mutation testing."""

from __future__ import annotations

from tools.mutation import counted, rate, report

RESULTS = """\
    numcheck.model.interval.x\u01c1Interval\u01c1below__mutmut_1: killed
    numcheck.model.interval.x\u01c1Interval\u01c1__repr____mutmut_2: survived
    numcheck.model.ends.x_product__mutmut_1: timeout
    numcheck.model.ends.x_product__mutmut_2: killed
    numcheck.model.ends.x__own__mutmut_3: not checked
""".splitlines()


def test_outcomes_are_counted_by_module() -> None:
    found = counted(["mutmut 3", *RESULTS])
    assert ["numcheck.model.ends", "numcheck.model.interval"] == list(found)
    assert {"killed": 1, "survived": 1} == found["numcheck.model.interval"]
    assert {"killed": 1, "timeout": 1, "not checked": 1} == found["numcheck.model.ends"]


def test_only_what_was_tried_counts() -> None:
    found = counted(RESULTS)
    assert [100.0, 50.0] == [rate(one) for one in found.values()]


def test_a_module_below_the_floor_fails_the_run() -> None:
    status, table = report(counted(RESULTS))
    assert 1 == status
    assert "mutation: below 85%: numcheck.model.interval" == table.splitlines()[-1]
    status, table = report(counted(RESULTS[2:]))
    assert 0 == status
    assert ["numcheck.model.ends", "3", "2", "100.0%"] == table.splitlines()[-1].split()


def test_a_report_of_nothing_is_no_success() -> None:
    assert (1, "mutation: nothing was tried; run without --report first") == report(counted([]))
