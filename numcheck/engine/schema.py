"""What a rule file may hold, checked by pydantic; imported only when rules are compiled."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

__all__ = ["RuleFile", "VocabularyFile", "json_schema", "schema_text"]

_Strict = ConfigDict(extra="forbid", strict=True, frozen=True)

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Family = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{0,3}$")]
Number = int | float | str
Kind = Literal[
    "count", "money", "percent", "measure", "duration", "age", "multiplier", "date", "time",
    "ordinal", "rank", "score", "identifier",
]  # fmt: skip


Stance = Literal["asserted", "attributed", "denied", "unconfirmed", "hypothetical"]
Status = Literal["agreed", "disputed", "conflicting", "developing", "rival", "single-source"]


class ExampleText(BaseModel):
    """An example with more than a body."""

    model_config = _Strict
    text: Text
    title: str = ""
    source: str = ""
    published: str = ""
    against: bool = Field(default=False, description="A source that the others must agree with.")


class ExampleStory(BaseModel):
    """An example of several documents, or one with the verdict that it must get."""

    model_config = _Strict
    documents: list[ExampleText] = Field(min_length=1)
    facts: list[dict[str, str]] = Field(
        default=[], description="Rows of a table of reference figures, by column."
    )
    verdict: Literal["", "discrepant", "disputed", "implausible", "rounding", "unverified"] = ""


AnExample = Text | ExampleText | ExampleStory


class Examples(BaseModel):
    """Texts on which the rule must stay silent, and texts on which it must speak."""

    model_config = _Strict
    ok: list[AnExample] = Field(min_length=1)
    flag: list[AnExample] = Field(min_length=1)


class DocsSection(BaseModel):
    """The documentation of a rule."""

    model_config = _Strict
    what: str = ""
    why: str = ""
    how: str = ""
    limits: str = ""
    references: list[str] = []


class FigureSection(BaseModel):
    """Which figures a rule of the shape ``figure`` looks at."""

    model_config = _Strict
    kinds: list[Kind] = Field(min_length=1)
    nouns: list[str] = []
    units: list[str] = []


class ClaimSection(BaseModel):
    """Which figures of one claim are put side by side as ``a`` and ``b``."""

    model_config = _Strict
    between: Literal["documents", "passages", "title", "any"] = Field(
        default="any",
        description="Where the two stand: in two documents, one text, title and body.",
    )
    relations: list[Status] = Field(default=[], description="Statuses of claims; any by default.")
    order: Literal["text", "published", "both"] = Field(
        default="text",
        description="Which is a: the first in the text, the one published first (pairs of which "
        "nobody knows are left out), or each in turn.",
    )
    stances: list[Stance] = Field(
        default=[],
        description="Stances that take part; all but denied and hypothetical by default.",
    )
    measures: list[str] = Field(
        default=[],
        description="Measures of the alignment's vocabulary, such as killed; any by default.",
    )
    grows: bool | None = Field(
        default=None,
        description="Only measures that later reports may raise (true), or not (false).",
    )


class UnlessSection(BaseModel):
    """Words that void a match, and how far around it they do so."""

    model_config = _Strict
    words: list[Text] = Field(min_length=1)
    within: Literal["clause", "sentence"] | Annotated[int, Field(ge=0, le=40)] = Field(
        description="A number of words around the match, its clause or its sentence."
    )

    @field_validator("within", mode="before")
    @classmethod
    def _a_reach(cls, value: Any) -> Any:
        number = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 40
        if value in ("clause", "sentence") or number:
            return value
        raise ValueError("'within' is a number of words up to 40, 'clause' or 'sentence'")


def words_of(unless: list[str] | UnlessSection) -> list[str]:
    """The words of either form of ``unless``."""
    return unless.words if isinstance(unless, UnlessSection) else unless


class RuleFile(BaseModel):
    """One rule."""

    model_config = _Strict
    id: Id
    family: Family
    number: int = Field(default=1, ge=1, le=99)
    summary: Text
    severity: Literal["error", "warning", "info"]
    verdict: Literal["discrepant", "disputed", "implausible", "rounding", "unverified"] = (
        "discrepant"
    )
    enabled: bool = True
    scope: Literal["sentence", "neighbours", "document", "story"] = "sentence"
    gap: int = Field(default=8, ge=1, le=40)
    patterns: list[Text] = []
    figure: FigureSection | None = None
    claim: ClaimSection | None = None
    check: Id | None = None
    parameters: dict[str, Number | list[Number] | dict[str, Number | list[Number]]] = {}
    triggers: list[Text] = []
    where: Text | list[Text] = []
    same: list[str] = []
    kinds: list[Kind] = Field(
        default=[], description="Of a check: kinds of figures of which one must be there."
    )
    unless: list[Text] | UnlessSection = []
    expect: str = ""
    let: dict[str, Text] = {}
    message: str = ""
    explanation: str = ""
    label: str = ""
    docs: DocsSection = DocsSection()
    examples: Examples

    @model_validator(mode="after")
    def _one_shape(self) -> RuleFile:
        shapes = [
            name
            for name, given in (
                ("patterns", self.patterns),
                ("figure", self.figure),
                ("claim", self.claim),
                ("check", self.check),
            )
            if given
        ]
        if len(shapes) != 1:
            found = " and ".join(shapes) or "none"
            raise ValueError(f"a rule has one of patterns, figure, claim or check; found {found}")
        if self.check is None and not self.message:
            raise ValueError("a rule needs a message; write one plain sentence")
        if self.check is None and not self.expect:
            raise ValueError("a rule needs 'expect': what must hold of its figures")
        return self


class ClassEntry(BaseModel):
    """Words of a vocabulary class."""

    model_config = _Strict
    words: list[str] = []
    verbs: list[str] = []
    nouns: list[str] = []
    include: list[str] = []


class VocabularyFile(BaseModel):
    """``vocabulary.yaml`` of a pack."""

    model_config = _Strict
    classes: dict[str, ClassEntry]


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file, for editors."""
    return RuleFile.model_json_schema()


def schema_text() -> str:
    """The JSON Schema as the file that is shipped, for editors that complete rule files."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A rule of numcheck",
        **{key: value for key, value in json_schema().items() if key != "title"},
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
