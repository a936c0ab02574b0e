"""What can be configured, with its origin."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from numcheck.configuration.source import ConfigSource
    from numcheck.extraction.style import Style
    from numcheck.reading import ReadingOptions

__all__ = ["COMMAND_LINE", "DEFAULT", "RuleChange", "Setting", "Settings"]

T = TypeVar("T")

COMMAND_LINE = "command line"
DEFAULT = "default"
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """A value and where it was set.

    Attributes:
        value: The value.
        origin: ``file:line``, ``command line`` or ``default``.
    """

    value: T
    origin: str = DEFAULT


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What the configuration says about the rules that one selector means.

    Attributes:
        selector: Which rules.
        key: What is changed: a key of a rule, or ``parameters.NAME``.
        value: To what.
        origin: Where it was said.
        path: The key in the file, for errors.
    """

    selector: str
    key: str
    value: Any
    origin: str
    path: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is in force.

    Attributes:
        source: The file that was read, for errors; ``None`` without one.
        select: The rules that run; empty for those that run by default.
        extend_select: Rules that run besides.
        ignore: Rules that do not run.
        per_file_ignores: Pattern of file names, with what is ignored in these files.
        fail_on: The least grave finding that makes the exit status 1.
        rules: Packs of the user: files and directories.
        against: Sources that drafts must agree with.
        facts: Tables of reference figures.
        baseline: File of findings that are known already.
        vocabulary: Words that are added to vocabulary classes.
        measures: What figures measure besides what the shipped vocabulary knows.
        synonyms: Nouns that count the same, by the one under which they are compared.
        dates: Whether the day or the month stands first in ``03/04/2025``; empty for unknown.
        decimal: The mark before decimals: ``point`` or ``comma``; empty for ``point``.
        limits: Bounds of reading that are not the usual ones, by name.
        reading: Choices about reading, by name.
        changes: What is different in single rules or families.
    """

    source: ConfigSource | None = None
    select: Setting[tuple[str, ...]] = Setting(())
    extend_select: Setting[tuple[str, ...]] = Setting(())
    ignore: Setting[tuple[str, ...]] = Setting(())
    per_file_ignores: Setting[tuple[tuple[str, tuple[str, ...]], ...]] = Setting(())
    fail_on: Setting[str] = Setting("error")
    rules: Setting[tuple[str, ...]] = Setting(())
    against: Setting[tuple[str, ...]] = Setting(())
    facts: Setting[tuple[str, ...]] = Setting(())
    baseline: Setting[str] = Setting("")
    vocabulary: Setting[tuple[tuple[str, tuple[str, ...]], ...]] = Setting(())
    measures: Setting[Mapping[str, Mapping[str, Any]]] = Setting(_NOTHING)
    synonyms: Setting[Mapping[str, list[str]]] = Setting(_NOTHING)
    dates: Setting[str] = Setting("")
    decimal: Setting[str] = Setting("")
    limits: Setting[Mapping[str, int]] = Setting(_NOTHING)
    reading: Setting[Mapping[str, Any]] = Setting(_NOTHING)
    changes: tuple[RuleChange, ...] = ()

    @property
    def reading_options(self) -> ReadingOptions | None:
        """How inputs are read; ``None`` where nothing was chosen."""
        if not self.limits.value and not self.reading.value:
            return None
        from numcheck.reading import Limits, ReadingOptions

        return ReadingOptions(Limits(**self.limits.value), **self.reading.value)

    @property
    def style(self) -> Style | None:
        """How the house writes dates and decimals; ``None`` where that is not said."""
        if not self.dates.value and not self.decimal.value:
            return None
        from numcheck.extraction.style import Style

        decimal = self.decimal.value or "point"
        return Style(self.dates.value, decimal)  # type: ignore[arg-type]  # checked when read

    @property
    def folder(self) -> str:
        """The directory to which patterns of file names refer."""
        return os.path.dirname(os.path.abspath(self.source.name)) if self.source else os.getcwd()

    @property
    def touches_rules(self) -> bool:
        """Whether the shipped rules are not simply all in force as they are."""
        own = (
            self.select, self.extend_select, self.ignore, self.rules, self.vocabulary,
            self.measures, self.synonyms,
        )  # fmt: skip
        return any(setting.value for setting in own) or bool(self.changes)

    def overridden(
        self,
        *,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        rules: Sequence[str] = (),
        against: Sequence[str] = (),
        facts: Sequence[str] = (),
        fail_on: str | None = None,
        baseline: str | None = None,
        fast_html: bool = False,
    ) -> Settings:
        """The settings with what the command line says.

        A selection replaces the one of the file, what is ignored there included; rules are added
        to the file's.
        """
        said = COMMAND_LINE
        changed = self
        if select:
            nothing: Setting[tuple[str, ...]] = Setting((), said)
            changed = replace(
                changed, select=Setting(tuple(select), said), extend_select=nothing, ignore=nothing
            )
        if ignore:
            value = (*changed.ignore.value, *ignore)
            changed = replace(changed, ignore=Setting(value, _joined(changed.ignore, said)))
        if rules:
            value = (*changed.rules.value, *rules)
            changed = replace(changed, rules=Setting(value, _joined(changed.rules, said)))
        if against:
            changed = replace(changed, against=Setting(tuple(against), said))
        if facts:
            changed = replace(changed, facts=Setting(tuple(facts), said))
        if fail_on is not None:
            changed = replace(changed, fail_on=Setting(fail_on, said))
        if baseline is not None:
            changed = replace(changed, baseline=Setting(baseline, said))
        if fast_html:
            choices = {**changed.reading.value, "fast_html": True}
            changed = replace(changed, reading=Setting(choices, said))
        return changed


def _joined(before: Setting[Any], origin: str) -> str:
    return f"{before.origin} and {origin}" if before.value else origin
