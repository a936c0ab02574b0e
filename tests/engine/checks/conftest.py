import pytest

from numcheck import Document
from numcheck.alignment import align
from numcheck.engine import load_rules, run
from numcheck.engine.rule import RuleSet
from numcheck.extraction import analyse


@pytest.fixture(name="raised")
def make_raised():
    """The findings of one rule, alone in force, about some texts."""

    def raised(rule, *texts, published="", title="", against=()):
        rules = load_rules()
        alone = RuleSet((rules[rule],), rules.vocabulary)
        analyses = [
            analyse(Document(id=f"d{number}", text=text, published=published, title=title))
            for number, text in enumerate((*texts, *against))
        ]
        sources = [f"d{len(texts) + number}" for number in range(len(against))]
        return run(alone, analyses, align(analyses), sources)

    return raised


@pytest.fixture(name="said")
def make_said(raised):
    """What one rule, alone in force, says about some texts."""

    def said(rule, *texts, **more):
        return [one.message for one in raised(rule, *texts, **more)]

    return said
