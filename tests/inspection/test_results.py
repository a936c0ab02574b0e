"""Results that are kept and read back."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from numcheck import Document, Report, check
from numcheck.configuration import Settings, configure
from numcheck.configuration.settings import Setting
from numcheck.engine import load_rules
from numcheck.inspection import Desk, Results
from numcheck.inspection import fingerprints as fingerprints_module
from numcheck.inspection.fingerprints import program_stamp, result_key
from numcheck.reporting import FORMATS, render

WRONG = "Sales in Ostrava rose from 40 to 60, up 30%."
DOCUMENT = Document(id="a", text=WRONG, title="A year", published="2024-05-03", source="Wire")
OTHER = Document(id="b", text="The mill employs 1,200 people. It opened 5 years ago.")
RULE = """
id: mill-size
family: X1
summary: A mill is too large.
severity: error
figure:
  kinds: [count]
  nouns: [person]
expect: figure < 1000
message: "{figure} people are too many."
examples:
  ok: ["The mill employs 900 people."]
  flag: ["The mill employs 1,900 people."]
"""


@pytest.fixture
def results(tmp_path: Path) -> Results:
    return Results(str(tmp_path / "results"))


def files(results: Results) -> list[Path]:
    return sorted(Path(results.directory).glob("*"))


def inspected(
    results: Results | None, *documents: Document, choices: Settings | None = None
) -> Report:
    report, _ = Desk(choices or Settings(), results).inspect(documents)
    return report


def test_a_result_is_read_back_as_it_was(results: Results) -> None:
    fresh = inspected(results, DOCUMENT, OTHER)
    (path,) = files(results)
    os.utime(path, ns=(5, 5))
    kept = inspected(results, DOCUMENT, OTHER)
    assert path.stat().st_mtime_ns > 5  # it was used
    assert fresh == kept == inspected(None, DOCUMENT, OTHER)


def test_nothing_is_computed_where_a_result_is_kept(
    results: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = inspected(results, DOCUMENT)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("computed again")

    monkeypatch.setattr("numcheck.api.check", refuse)
    assert fresh == inspected(results, DOCUMENT)


SENTENCES = st.sampled_from([
    WRONG, "About 3,000 people left, of whom 40% were women.", "It cost £4.50m.", "",
    "The agency denied that 12 men had died.", "Rain fell for 3 days.", "30 February 2024 was wet.",
])  # fmt: skip
DOCUMENTS = st.lists(
    st.builds(lambda title, parts: (title, "\n\n".join(parts)), SENTENCES, st.lists(SENTENCES)),
    min_size=1,
    max_size=3,
).map(lambda rows: [Document(id=str(n), title=t, text=b) for n, (t, b) in enumerate(rows)])


@given(DOCUMENTS, st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_every_format_of_a_kept_result_has_the_bytes_of_a_fresh_one(
    results: Results, documents: list[Document], against: bool
) -> None:
    cut = len(documents) // 2 if against else 0
    sources = documents[:cut] if against else None
    drafts = documents[cut:]
    for _ in range(2):
        kept, _ = Desk(Settings(), results).inspect(drafts, sources)
    fresh = check(drafts, against=sources)
    assert fresh == kept
    for name in FORMATS:
        assert render(fresh, name) == render(kept, name)


def test_facts_and_rules_of_the_user_count_by_content(tmp_path: Path, results: Results) -> None:
    facts, rules = tmp_path / "facts.csv", tmp_path / "house"
    rules.mkdir()
    facts.write_text("measure,subject,value,source\nemployees,mill,1200 people,Register\n")
    (rules / "mill.yaml").write_text(RULE)
    choices = Settings().overridden(rules=[str(rules)], facts=[str(facts)])
    keys = [result_key([OTHER], None, choices)]
    fresh = inspected(results, OTHER, choices=choices)
    assert fresh == inspected(results, OTHER, choices=choices)
    facts.write_text("measure,subject,value,source\nemployees,mill,1300 people,Register\n")
    keys.append(result_key([OTHER], None, choices))
    (rules / "mill.yaml").write_text(RULE.replace("1000", "2000"))
    keys.append(result_key([OTHER], None, choices))
    assert 3 == len(set(keys))
    assert inspected(None, OTHER, choices=choices) == inspected(results, OTHER, choices=choices)


def test_everything_that_changes_a_result_changes_its_key(tmp_path: Path) -> None:
    config = tmp_path / "numcheck.toml"
    config.write_text('[severity]\nB4 = "warning"\n[vocabulary]\nrise = ["ballooned"]\n')
    plain, chosen = Settings(), configure(str(config))
    keys = [
        result_key([DOCUMENT], None, plain),
        result_key([DOCUMENT], None, chosen),
        result_key([DOCUMENT], None, replace(chosen, changes=())),
        result_key([DOCUMENT], None, plain.overridden(select=["B"])),
        result_key([DOCUMENT], None, plain.overridden(ignore=["B"])),
        result_key([DOCUMENT], [], plain),
        result_key([DOCUMENT], [OTHER], plain),
        result_key([DOCUMENT, OTHER], None, plain),
        result_key([OTHER, DOCUMENT], None, plain),
        *(
            result_key([replace(DOCUMENT, **change)], None, plain)
            for change in (
                {"text": WRONG + " "}, {"title": "B"}, {"id": "z"}, {"source": "x"},
                {"published": "2024-05-04"}, {"furniture": ((0, 4),)}, {"path": "a.txt"},
            )
        ),
    ]  # fmt: skip
    assert len(keys) == len(set(keys))
    assert "" not in keys


def test_a_setting_that_may_change_a_result_cannot_be_forgotten() -> None:
    known = {one.name for one in fields(Settings)}
    assert known >= fingerprints_module._DECIDED_ELSEWHERE
    before = result_key([DOCUMENT], None, Settings())
    for name in known - fingerprints_module._DECIDED_ELSEWHERE:
        changed = replace(Settings(), **{name: Setting(("x",) if name != "dates" else "x")})
        assert before != result_key([DOCUMENT], None, changed) or name in ("rules", "facts")


def test_parts_of_a_key_cannot_run_into_each_other() -> None:
    plain = Settings()
    one = result_key([Document(id="a", text="b")], None, plain)
    assert one != result_key([Document(id="ab", text="")], None, plain)


def test_another_state_of_the_program_has_other_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    before = result_key([DOCUMENT], None, Settings())
    monkeypatch.setattr(fingerprints_module, "program_stamp", lambda: ("other",))
    assert before != result_key([DOCUMENT], None, Settings())
    paths = [path for path, *_ in program_stamp()[2]]  # type: ignore[attr-defined]
    for part in ("extraction", "vocabulary", "rules"):
        assert any(f"{os.sep}{part}{os.sep}" in path for path in paths)


def test_a_file_that_cannot_be_read_is_left_to_whoever_needs_it(results: Results) -> None:
    choices = Settings().overridden(facts=["no-such-facts.csv"])
    assert "" == result_key([DOCUMENT], None, choices)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"Ostrava", b"Ostrawa"),
        lambda data: data.replace(b"numcheck result", b"something else"),
        lambda data: b"\xff\xfe" + data,
        lambda data: data.replace(b"\n", b"", 1),
        lambda data: b"cos\nsystem\n(S'true'\ntR.",
    ],
)
def test_a_damaged_result_is_computed_anew(results: Results, damage: object) -> None:
    fresh = inspected(results, DOCUMENT)
    (path,) = files(results)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))  # type: ignore[operator]
    assert fresh == inspected(results, DOCUMENT)
    assert whole == path.read_bytes()


def test_the_result_of_other_documents_is_not_taken(results: Results) -> None:
    inspected(results, DOCUMENT)
    (path,) = files(results)
    key = result_key([OTHER], None, Settings())
    path.rename(path.with_name(key[:40] + ".result"))
    assert inspected(None, OTHER) == inspected(results, OTHER)


def test_a_result_that_others_may_write_is_not_trusted(results: Results) -> None:
    inspected(results, DOCUMENT)
    (path,) = files(results)
    key = result_key([DOCUMENT], None, Settings())
    assert results.get(key, (DOCUMENT,)) is not None
    assert 0 == path.stat().st_mode & 0o077
    path.chmod(0o666)
    assert results.get(key, (DOCUMENT,)) is None


def test_a_directory_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    results = Results(str(blocked / "results"))
    assert inspected(None, DOCUMENT) == inspected(results, DOCUMENT)
    assert (0, 0) == results.clear()


def test_the_results_used_last_stay_within_the_limit(tmp_path: Path) -> None:
    results = Results(str(tmp_path), limit=100)
    for number, size in enumerate([60, 50, 40]):
        path = tmp_path / f"{number}.result"
        path.write_bytes(b"x" * size)
        os.utime(path, ns=(number, number))
    (tmp_path / "notes.txt").write_bytes(b"x" * 500)
    results.prune()
    assert ["1.result", "2.result", "notes.txt"] == [path.name for path in files(results)]


def test_a_result_that_is_too_large_is_not_kept(tmp_path: Path) -> None:
    results = Results(str(tmp_path / "r"), largest=1100)
    inspected(results, DOCUMENT)
    assert [] == files(results)


def test_clearing_removes_results_and_what_crashed_runs_left(results: Results) -> None:
    inspected(results, DOCUMENT)
    (Path(results.directory) / "ab.result.12.tmp").write_bytes(b"x")
    assert 2 == results.clear()[0]
    assert not Path(results.directory).exists()


def test_runs_side_by_side_agree(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG + "\n")
    command = [sys.executable, "-m", "numcheck", "check", "--format", "json", "a.txt"]
    environment = {**os.environ, "NUMCHECK_CACHE": str(tmp_path / "cache")}
    runs = [
        subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE)
        for _ in range(4)
    ]
    outputs = {run.communicate()[0] for run in runs}
    assert 1 == len(outputs)
    assert [1] * 4 == [run.returncode for run in runs]
    names = [path.name for path in (tmp_path / "cache" / "results").iterdir()]
    assert (1, True) == (len(names), names[0].endswith(".result"))


def test_the_desk_loads_rules_once_and_only_when_asked(results: Results) -> None:
    desk = Desk(Settings(), results)
    assert desk.rules is desk.rules is load_rules()
    assert (None, {}) == (desk.facts, desk.known)
