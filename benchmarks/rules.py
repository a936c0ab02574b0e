"""What 200 rules cost beside 20, for the rules alone and for a whole check, in one run.

    python benchmarks/rules.py [--kilobytes 200] [--rounds 7] [TEXT_FILE ...]

Four pairs of rule sets are timed, the small and the large one of each pair by turns and on the
processor's own clock, so that whatever slows the machine down slows both; the figure is the median
of the ratios of the rounds. Every set is warmed up by one round that does not count.

copies
    20 of the shipped rules, and 200 of which the others are copies of these under other names.
varied
    20 and 200 rules that a generator wrote, no two alike: each with its own words, kinds, nouns and
    units, of all shapes that a pack of one's own may have.
mixed
    the same 20 shipped rules, and all shipped rules with so many of the generator's that there are
    200. The shipped rules that are not among the 20 hold most of the costly named checks.
formulas
    the same without named checks: 20 of the shipped rules that are data alone, and all of these
    with rules of the generator.

The text is the same as that of ``benchmarks/extraction.py``.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent))

from extraction import SEEDS, articles, thinned

from numcheck import Document, check
from numcheck.alignment import align
from numcheck.engine import RuleSet, load_rules, run
from numcheck.engine.compiler import compile_files
from numcheck.engine.loader import from_plain
from numcheck.extraction import analyse

FEW, MANY = 20, 200

WORDS = {
    name: words.split()
    for name, _, words in (
        line.partition(" ")
        for line in (Path(__file__).parent / "rule_words.txt").read_text("utf-8").splitlines()
    )
}
VERBS = WORDS["verbs"]
NOUNS = WORDS["nouns"]
LINKS = WORDS["links"]
KINDS = ("count", "money", "percent", "measure", "duration", "multiplier", "age", "amount")
UNITS = WORDS["units"]

PATTERN = """\
id: {id}
family: {family}
summary: A rule for the measure of speed.
severity: error
patterns:
{patterns}
{more}expect: {expect}
message: "{{a}} and {{b}}."
examples: {{ok: [x], flag: [y]}}
"""
FIGURE = """\
id: {id}
family: {family}
summary: A rule for the measure of speed.
severity: error
figure: {{kinds: [{kind}], {key}: [{name}]}}
expect: figure < {limit}
message: "{{figure}}."
examples: {{ok: [x], flag: [y]}}
"""
CLAIM = """\
id: {id}
family: {family}
summary: A rule for the measure of speed.
severity: error
claim: {{between: {between}, relations: [{status}]}}
where: a.bound == "{bound}" and a.kind == "{kind}"
expect: a * {limit} != b
message: "{{a}} and {{b}}."
examples: {{ok: [x], flag: [y]}}
"""
EXPECTED = (
    "plain(a) <= plain(b)",
    "plain(a) * {limit} == plain(b)",
    "plain(a) + plain(b) > {limit}",
    "plain(a) / plain(b) < {limit}",
    "abs(plain(a) - plain(b)) <= {limit} * plain(b)",
)


def generated(count: int) -> Iterator[tuple[str, str]]:
    """Names and texts of rule files, no two alike: of twenty, one is about claims, three figures.

    Args:
        count: How many.
    """
    for number in range(count):
        given = {"id": f"made-{number}", "family": f"Z{number}", "limit": str(number + 2)}
        kind = KINDS[number % (len(KINDS) - 1)]
        if number % 20 == 7:
            text = CLAIM.format(
                between=("documents", "passages", "any")[number % 3],
                status=("conflicting", "agreed", "developing")[number // 20 % 3],
                bound=("exact", "approximate", "nearly")[number // 60 % 3],
                kind=kind,
                **given,
            )
        elif number % 20 in (3, 11, 17):
            key, names = (("nouns", NOUNS), ("units", UNITS))[number % 2]
            name = names[number % len(names)]
            text = FIGURE.format(
                kind="count" if key == "nouns" else "measure", key=key, name=name, **given
            )
        else:
            text = _pattern_rule(number, given)
        yield f"made/{number}.yaml", text


def _pattern_rule(number: int, given: dict[str, str]) -> str:
    """A rule with one to four patterns, such as ``<rise> from {a} to {b}``."""

    def of(words: Sequence[str], step: int) -> str:
        return words[(number * step + step) % len(words)]

    one, two = of(KINDS, 3), of(KINDS, 5)
    noun, verb, link = of(NOUNS, 7), of(VERBS, 11), of(LINKS, 13)
    shapes = (
        f"<{verb}> from {{a:{one}}} to {{b:{one}}}",
        f"{{a:{one}}} {noun}s? {link} {{b:{two}}}",
        f"{{a:count of {noun}}} … {link} {{b:{two}}}",
        f"<{verb}> {{a:{one}}} … ({link}|and) {{b:{two}}}",
        f"({noun}s|{of(NOUNS, 3)}s) … <{verb}> … {{a:{one}}} … {{b:{two}}}",
        f"{{a:{one}}} … <{verb}> … {{b:{two}}}",
        f"{link} {{a:{one}}} … {of(LINKS, 17)} {{b:{two}}}",
    )
    patterns = islice(cycle(shapes), number, number + 1 + number % 4)
    more = ("", "where: a.unit == b.unit\n", f"unless: [{of(NOUNS, 19)}, about]\n")[number % 3]
    expected = EXPECTED[number % len(EXPECTED)].format(**given)
    lines = "\n".join(f'  - "{pattern}"' for pattern in patterns)
    return PATTERN.format(patterns=lines, more=more, expect=expected, **given)


def _vocabulary() -> tuple[str, str]:
    entries = "\n".join(f"  {verb}:\n    verbs: [{verb}]" for verb in VERBS)
    return "made/vocabulary.yaml", f"classes:\n{entries}\n"


def varied(count: int) -> RuleSet:
    """So many rules of the generator."""
    return from_plain(compile_files([_vocabulary(), *generated(count)]))


def without_checks(rules: RuleSet) -> RuleSet:
    """The rules that are data alone."""
    kept = tuple(rule for rule in rules.rules if rule.shape != "check")
    return RuleSet(kept, rules.vocabulary)


def some(rules: RuleSet, count: int = FEW) -> RuleSet:
    """So many rules, taken evenly from all families."""
    step = len(rules.rules) / count
    return RuleSet(tuple(rules.rules[int(k * step)] for k in range(count)), rules.vocabulary)


def copies(rules: RuleSet, count: int) -> RuleSet:
    """So many rules: these, and copies of them under other names."""
    made = [
        one if turn < len(rules.rules) else replace(one, id=f"{one.id}-{turn}", code=f"Y{turn}.1")
        for turn, one in enumerate(islice(cycle(rules.rules), count))
    ]
    return RuleSet(tuple(made), rules.vocabulary)


def mixed(shipped: RuleSet, count: int = MANY) -> RuleSet:
    """These rules, and so many of the generator's that there are ``count``."""
    made = varied(count - len(shipped.rules))
    own = {name: (*made.vocabulary[name], *shipped.vocabulary.get(name, ())) for name in VERBS}
    return RuleSet((*shipped.rules, *made.rules), {**shipped.vocabulary, **own})


def pairs() -> dict[str, tuple[RuleSet, RuleSet]]:
    """The small and the large set of each comparison."""
    shipped = load_rules()
    few, data = some(shipped), without_checks(shipped)
    return {
        "copies": (few, copies(few, MANY)),
        "varied": (varied(FEW), varied(MANY)),
        "mixed": (few, mixed(shipped)),
        "formulas": (some(data), mixed(data)),
    }


Work = Callable[[RuleSet], object]


def works(texts: Sequence[str]) -> dict[str, Work]:
    """What is timed: the rules alone over articles that were read before, and the whole way."""
    documents = [Document(id=str(number), text=text) for number, text in enumerate(texts)]
    read = [(one := analyse(document), align([one])) for document in documents]

    def rules_alone(rules: RuleSet) -> int:
        return sum(len(run(rules, [one], aligned)) for one, aligned in read)

    def whole(rules: RuleSet) -> int:
        return sum(len(check([document], rules=rules).findings) for document in documents)

    return {"rules alone": rules_alone, "whole check": whole}


def _seconds(work: Work, rules: RuleSet) -> float:
    begin = time.process_time()
    work(rules)
    return time.process_time() - begin


def compared(work: Work, small: RuleSet, large: RuleSet, rounds: int) -> tuple[float, float, float]:
    """Median seconds of both, timed by turns, and the median of their ratios."""
    work(small)
    work(large)
    taken = [(_seconds(work, small), _seconds(work, large)) for _ in range(rounds)]
    return (
        median(one for one, _ in taken),
        median(other for _, other in taken),
        median(other / one for one, other in taken),
    )


def main() -> None:
    """Print a line for each pair and each sort of work."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    arguments.add_argument("files", nargs="*", type=Path, metavar="TEXT_FILE")
    arguments.add_argument("--kilobytes", type=int, default=200, help="length of the text")
    arguments.add_argument("--rounds", type=int, default=7, help="pairs of runs; the median counts")
    given = arguments.parse_args()
    originals = [path.read_text(encoding="utf-8") for path in given.files]
    if not originals:
        seeds = sorted(SEEDS.glob("*/*.txt"))
        originals = [thinned(path.read_text(encoding="utf-8")) for path in seeds]
    texts = articles(originals, given.kilobytes)
    size = sum(len(text.encode()) for text in texts) / 1000
    print(f"{len(texts)} articles, {size:.0f} kB, {given.rounds} rounds\n")
    print(f"{'':<14}{'rules':<9}{FEW:>8} ms{MANY:>8} ms{'ratio':>8}")
    for sort, work in works(texts).items():
        for name, (small, large) in pairs().items():
            few, many, ratio = compared(work, small, large, given.rounds)
            print(f"{sort:<14}{name:<9}{few * 1000:>8.1f}   {many * 1000:>8.1f}   {ratio:>8.2f}")


if __name__ == "__main__":
    main()
