"""What goes in and out. Whatever comes in with a field that is not here is refused."""

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

Page = Annotated[int, Field(ge=1, le=1_000_000, description="Counted from 1.")]
Size = Annotated[int, Field(ge=1, le=200, description="How many a page has.")]


class Said(Schema):
    """What a program says: known fields only, each of its type."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Asked(Schema):
    """What a program asks for in the address: known names only."""

    model_config = ConfigDict(extra="forbid")

    page: Page = 1
    size: Size = 50


class AskedLeads(Asked):
    """Which leads."""

    run: str = Field("", max_length=64, description="A run; the last one if left out.")
    question: str = Field("", max_length=100)
    service: str = Field("", max_length=300)
    clause: str = Field("", max_length=40)
    procedure: str = Field("", max_length=200)
    disposition: Literal["", "none", "verified", "explained", "not_pursued"] = ""
    text: str = Field("", max_length=200)


class AskedRun(Schema):
    """Of which run."""

    model_config = ConfigDict(extra="forbid")

    run: str = Field("", max_length=64, description="A run; the last one if left out.")


class AskedFindings(Asked):
    """Which findings."""

    grade: Literal["", "draft", "positive", "conforming", "ofi", "minor_nc", "major_nc"] = ""


class ExtentSaid(Said):
    """How many deviate, of how many looked at."""

    found: int = Field(ge=0, le=10**12)
    looked_at: int = Field(ge=0, le=10**12)


class RequirementSaid(Said):
    """What is not fulfilled: a clause, or an own rule; in own words."""

    criteria: str = Field("", max_length=200)
    clause: str = Field("", max_length=40)
    rule: str = Field("", max_length=300)
    text: str = Field("", max_length=2000)


class FindingSaid(Said):
    """A draft. Who writes is the member of the token; grades and reviews are left to people."""

    statement: str = Field(min_length=1, max_length=4000)
    requirement: RequirementSaid | None = None
    evidence: list[Annotated[str, Field(max_length=100)]] = Field([], max_length=100)
    extent: ExtentSaid | None = None
    service: str = Field("", max_length=200)
    clauses: list[Annotated[str, Field(max_length=40)]] = Field([], max_length=50)
    outcome_concern: bool = False


class LeadSaid(Said):
    """The lead that a draft is made from, by its id in the last run."""

    lead: str = Field(min_length=1, max_length=300)


class AuditTold(Schema):
    """An audit."""

    id: str
    title: str
    organisation: str
    state: str
    role: str = Field(description="The role of the token's member.")


class SourceTold(Schema):
    """A source, with its three dates."""

    id: str
    name: str
    shown: str
    sha256: str
    size: int
    kind: str
    captured_at: str
    by: str
    event_from: str | None
    event_until: str | None
    document_on: str | None
    removed: str | None


class JobTold(Schema):
    """An import or a run, and how far it is."""

    id: int
    kind: str
    state: Literal["waiting", "running", "done", "failed"]
    what: str
    done: int
    total: int
    reason: str = Field(description="Why it failed.")
    outcome: dict[str, Any]


class RunTold(Schema):
    """A run that stands whole."""

    id: str
    written_at: str


class LeadTold(Schema):
    """A lead in a list."""

    name: str = Field(description="Names it in addresses.")
    id: str
    statement: str
    about: str
    service: str
    question: str
    procedure: str
    title: str
    clauses: list[str]
    n: int
    deviations: int | None
    estimate: float | None
    bounds: list[float | None] | None = Field(description="The lower and the upper one.")
    records: int
    disposition: str | None


class LeadWhole(LeadTold):
    """A lead with what else could explain it, what would refute it, and whom to ask what."""

    judged: str
    explanations: list[str]
    disproof: str
    ask: dict[str, list[str]] = Field(description="Questions by role.")


class LeadsTold(Schema):
    """A page of leads."""

    run: str | None
    total: int
    page: int
    size: int
    items: list[LeadTold]


class FindingTold(Schema):
    """A finding as it is now; to an auditee's contact as it was issued."""

    id: str
    version: int
    finding: dict[str, Any]


class FindingsTold(Schema):
    """A page of findings."""

    total: int
    page: int
    size: int
    items: list[FindingTold]


class Refused(Schema):
    """Why something was not done."""

    error: str
    fields: dict[str, list[str]] = {}
