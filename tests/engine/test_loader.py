import json
import os

import pytest

from numcheck.engine import load_rules, loader
from numcheck.errors import RuleError

RULE = """\
id: my-rule
family: X1
summary: Something is wrong.
severity: warning
patterns: ["<mine> {a:count} of {b:count}"]
expect: a <= b
message: "{a} is more than {b}."
examples:
  ok: ["Just mine 2 of 3 boats."]
  flag: ["Just mine 4 of 3 boats."]
"""


@pytest.fixture
def pack(tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "mine.yaml").write_text(RULE)
    (tmp_path / "rules" / "vocabulary.yaml").write_text("classes: {mine: {words: [mine]}}\n")
    return tmp_path / "rules"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("NUMCHECK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_the_shipped_rules_load_once():
    assert load_rules() is load_rules()
    assert load_rules().rules


def test_a_rule_is_found_by_name_and_by_code():
    rules = load_rules()
    assert rules["percent-change"] is rules["B4.1"]
    with pytest.raises(KeyError):
        rules["no-such-rule"]


def test_a_pack_of_the_user_is_added_with_its_vocabulary(pack, cache):
    rules = load_rules([pack])
    assert "X1.1" == rules["my-rule"].code
    assert {"mine"} == rules.classes["mine"].words
    assert "percent-change" == rules["B4.1"].id


def test_a_single_file_may_be_named(pack, cache):
    (pack / "mine.yaml").write_text(RULE.replace("<mine>", "mine"))
    assert "my-rule" == load_rules([pack / "mine.yaml"])["X1.1"].id


def test_what_was_compiled_is_kept_and_read_again(pack, cache):
    first = load_rules([pack])
    [kept] = os.listdir(cache)
    assert first == load_rules([pack])
    content = json.loads((cache / kept).read_text())
    content["rules"] = [rule for rule in content["rules"] if rule["id"] == "my-rule"]
    (cache / kept).write_text(json.dumps(content))
    assert ["my-rule"] == [rule.id for rule in load_rules([pack]).rules]


def test_a_changed_rule_is_compiled_anew(pack, cache):
    load_rules([pack])
    (pack / "mine.yaml").write_text(RULE.replace("severity: warning", "severity: info"))
    assert "info" == load_rules([pack])["my-rule"].severity


def test_a_broken_cache_is_no_error(pack, cache):
    load_rules([pack])
    [kept] = os.listdir(cache)
    (cache / kept).write_text("{")
    assert load_rules([pack])["my-rule"]


def test_a_cache_that_cannot_be_written_is_no_error(pack, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NUMCHECK_CACHE", str(tmp_path / "file" / "below"))
    assert load_rules([pack])["my-rule"]


def test_the_cache_lies_where_the_user_wants_it(monkeypatch):
    monkeypatch.setenv("NUMCHECK_CACHE", "/here")
    assert "/here" == loader.cache_directory()
    monkeypatch.delenv("NUMCHECK_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/there")
    assert os.path.join("/there", "numcheck") == loader.cache_directory()
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert loader.cache_directory().endswith(os.path.join(".cache", "numcheck"))


def test_a_pack_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(RuleError, match="no such rules"):
        load_rules([tmp_path / "nowhere"])


def test_a_file_that_is_not_text_is_an_error(pack, cache):
    (pack / "mine.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(RuleError, match="not UTF-8"):
        load_rules([pack])


def test_a_file_that_cannot_be_read_is_an_error(pack, cache):
    (pack / "gone.yaml").symlink_to(pack / "nowhere.yaml")
    with pytest.raises(RuleError, match="cannot be read"):
        load_rules([pack])
