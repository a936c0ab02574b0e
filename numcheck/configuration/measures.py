"""What figures measure, in a house's own words: more measures, and nouns that mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from numcheck.configuration.source import ConfigSource, hint

__all__ = ["as_sections", "read_measures", "read_synonyms"]

_TEXTS = ("label",)
_FLAGS = ("people", "grows", "stages", "varies", "loose", "standing", "imposed")
_LISTS = ("kinds", "units", "joins", "nouns", "counted", "verbs", "words")
_KEYS = (*_TEXTS, *_FLAGS, *_LISTS)


def read_measures(source: ConfigSource, given: Any) -> dict[str, dict[str, Any]]:
    """The measures of a configuration: new ones, and more words for those that there are.

    Args:
        source: The file; takes the complaints.
        given: The table ``measures``: by name, keys as in ``numcheck/vocabulary/measures.tsv``.

    Returns:
        What :func:`numcheck.alignment.measures.load_measures` takes as its section ``measures``.
    """
    if not _are_tables(given):
        problem = "'measures' takes a table for each measure, such as [measures.evacuated]"
        source.complain(problem, ("measures",))
        return {}
    from numcheck.alignment.measures import load_measures

    names = [*load_measures().named, *given]
    for name, entry in given.items():
        for key, value in entry.items():
            _check(source, ("measures", name, key), value, names)
        if name not in load_measures().named and not _has_words(entry):
            problem = f"measure {name!r} has no words; give it counted, verbs or words"
            source.complain(problem, ("measures", name))
    return {name: dict(entry) for name, entry in given.items()}


def _are_tables(given: Any) -> bool:
    return isinstance(given, dict) and all(isinstance(one, dict) for one in given.values())


def _has_words(entry: Mapping[str, Any]) -> bool:
    return any(entry.get(key) for key in ("counted", "verbs", "words"))


def _check(
    source: ConfigSource, path: tuple[str, ...], value: Any, measures: Iterable[str]
) -> None:
    key = path[-1]
    if key not in _KEYS:
        source.complain(f"a measure has no key {key!r}{hint(key, _KEYS)}", path)
    elif key in _TEXTS:
        if not isinstance(value, str) or not value:
            source.complain(f'{key!r} takes a text, such as "{{noun}} evacuated"', path)
    elif key in _FLAGS:
        if not isinstance(value, bool):
            source.complain(f"{key!r} is true or false", path)
    elif not _is_words(value):
        source.complain(f'{key!r} takes a list of words, such as ["evacuated"]', path)
    else:
        known = _known(key, measures)
        for number, one in enumerate(value):
            if known is not None and one not in known:
                what = {"kinds": "kind", "units": "dimension", "joins": "measure"}[key]
                source.complain(f"no {what} is called {one!r}{hint(one, known)}", (*path, number))


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one for one in value)


def _known(key: str, measures: Iterable[str]) -> list[str] | None:
    """All that may stand in a list; ``None`` for any words."""
    if key == "kinds":
        from numcheck.model import Kind

        return list(get_args(Kind))
    if key == "units":
        from numcheck.engine.units import dimension_names

        return list(dimension_names())
    return list(measures) if key == "joins" else None


def read_synonyms(source: ConfigSource, given: Any) -> dict[str, list[str]]:
    """Nouns that count the same, by the one under which they are compared.

    Args:
        source: The file; takes the complaints.
        given: The table ``synonyms``: by noun, other nouns.
    """
    if not isinstance(given, dict):
        problem = "'synonyms' takes nouns with a list of other nouns for the same each"
        source.complain(problem, ("synonyms",))
        return {}
    found = {}
    for noun, others in given.items():
        if _is_words(others):
            found[noun] = [one.lower() for one in others]
        else:
            problem = f'{noun!r} takes a list of nouns in the singular, such as ["boffin"]'
            source.complain(problem, ("synonyms", noun))
    return found


def as_sections(
    measures: Mapping[str, Mapping[str, Any]], synonyms: Mapping[str, list[str]]
) -> dict[str, Any]:
    """Both as the sections that the alignment's vocabulary has; empty for nothing."""
    from numcheck.alignment.measures import load_measures

    shipped = load_measures()
    sections: dict[str, Any] = {}
    if measures:
        sections["measures"] = {name: dict(entry) for name, entry in measures.items()}
    if synonyms:
        nouns: dict[str, list[str]] = {}
        people: list[str] = []
        for name, others in synonyms.items():
            own = shipped.noun(name.lower())
            nouns.setdefault(own, []).extend(others)
            if own in shipped.people or name.lower() in shipped.people:
                people += others
        sections |= {"nouns": nouns, "people": people}
    return sections
