"""An invented run of an invented organisation: everything a report may meet, once."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import duckdb

from ringtrue.model.chart import (
    Bar,
    BarsChart,
    Bin,
    Chart,
    FunnelChart,
    FunnelLimit,
    FunnelPoint,
    HistogramChart,
    Interval,
    IntervalsChart,
    Line,
    Reference,
    SeriesChart,
)
from ringtrue.model.result import (
    SCHEMA,
    AuditInfo,
    ClauseResult,
    Fact,
    Lead,
    ObjectRef,
    ProcedureResult,
    Question,
    QuestionResult,
    Results,
    ServiceResult,
    SettingUsed,
    SourceResult,
)

HOSTILE = (
    '<script>alert("1")</script><img src=http://evil.example/x.png onerror=alert(1)> {{ 7*7 }} \u202etxt.exe'
)
RUN = "7f3a90c1d4e2"


def lead(id: str, statement: str, **given: Any) -> Lead:
    """A lead; what is not given is as small as it can be."""
    plain: dict[str, Any] = {
        "object": ObjectRef(kind="service", id="payroll"),
        "service": "payroll",
        "estimate": None,
        "bounds": None,
        "p_value": None,
        "q_value": None,
        "n": 0,
        "deviations": None,
        "explanations": (),
        "ask": (),
        "records": 0,
        "values": {},
    }
    return Lead(id=id, statement=statement, **{**plain, **given})


def procedure(id: str, title: str, result: str, **given: Any) -> ProcedureResult:
    """A procedure's result; what is not given is empty."""
    plain: dict[str, Any] = {
        "question": id.partition(".")[0],
        "why": "",
        "request": "",
        "population": 0,
        "judged": 0,
        "deviations": 0,
        "untestable": 0,
        "share": None,
        "bounds": None,
        "confidence": 0.95,
        "coverage": None,
        "settings": (),
        "clauses": (),
        "judged_table": None,
        "facts": (),
        "leads": (),
    }
    return ProcedureResult(id=id, title=title, result=result, **{**plain, **given})  # type: ignore[arg-type]


WATERMELON = procedure(
    "value.watermelon-gap",
    "Where agreed times are met, customers are content",
    "lead",
    item_kind="service",
    why="in 2 of 14 services customers are less content than agreed, although times are met",
    population=14,
    judged=11,
    deviations=2,
    untestable=3,
    share=2 / 11,
    bounds=(0.0228, 0.5178),
    coverage=11 / 14,
    settings=(
        SettingUsed(name="least_answers", value=10, basis="D"),
        SettingUsed(name="satisfaction_target", value=0.8, basis="D"),
    ),
    clauses=("8.3.2", "8.3.3", "9.4"),
    judged_table="judged/value.watermelon-gap.parquet",
    measure="satisfied_share",
    disproof="A second survey of all customers of the service, with at least 30 answers, in which 80 % or more are content.",
    leads=(
        lead(
            "value.watermelon-gap/payroll",
            "Payroll: 97.1 % of 412 cases were resolved in the agreed time, and 57.8 % of 64 customers who answered were "
            "content (agreed: 80 %).",
            estimate=37 / 64,
            bounds=(0.4482, 0.7006),
            p_value=0.00001,
            q_value=0.00011,
            n=64,
            deviations=27,
            explanations=(
                "the answers speak of another service",
                "those who answer differ from those who do not",
                "a large change fell into the period",
            ),
            ask=(
                Question(
                    role="customer",
                    question="Which result did you not get, though the case was closed in time?",
                ),
                Question(
                    role="service_owner", question="What did you decide on the last satisfaction report?"
                ),
            ),
            records=27,
            values={"limit": 0.8, "attained_share": 400 / 412, "asked": 390, "answered_share": 64 / 390},
        ),
        lead(
            "value.watermelon-gap/till-network",
            "Till network: 98.9 % of 1,204 cases were resolved in the agreed time, and 69.4 % of 111 users who answered were "
            "content (agreed: 80 %).",
            object=ObjectRef(kind="service", id="till-network"),
            service="till-network",
            estimate=77 / 111,
            bounds=(0.5991, 0.7775),
            p_value=0.004,
            q_value=0.022,
            n=111,
            deviations=34,
            explanations=(
                "the answers speak of another service",
                "those who answer differ from those who do not",
                "a large change fell into the period",
            ),
            ask=(
                Question(
                    role="customer",
                    question="Which result did you not get, though the case was closed in time?",
                ),
                Question(
                    role="service_owner", question="What did you decide on the last satisfaction report?"
                ),
            ),
            records=34,
            values={"limit": 0.8, "attained_share": 1191 / 1204, "asked": 702, "answered_share": 111 / 702},
        ),
    ),
    facts=(
        Fact(
            statement="Share of invitations answered",
            value=0.164,
            n=5210,
            bounds=(0.154, 0.1744),
            unit="share",
        ),
    ),
)

PING_PONG = procedure(
    "flow.ping-pong",
    "Cases do not go back and forth between teams",
    "lead",
    item_kind="case",
    worst=("most returns",),
    why="2 team pairs return cases more often than chance allows",
    population=8214,
    judged=8011,
    deviations=1250,
    untestable=203,
    share=1250 / 8011,
    bounds=(0.1481, 0.1641),
    coverage=8011 / 8214,
    settings=(
        SettingUsed(name="funnel_level", value=0.998, basis="S"),
        SettingUsed(name="least_n", value=20, basis="D"),
    ),
    clauses=("8.2.3", "8.6.1"),
    judged_table="judged/flow.ping-pong.parquet",
    disproof="A reading of 20 of these cases in which each return brought something that the case needed.",
    leads=(
        lead(
            "flow.ping-pong/D8|V37 2nd",
            "Between the teams D8 and V37 2nd, 84 of 211 cases that touched both went back and forth.",
            object=ObjectRef(kind="team_pair", id="D8|V37 2nd"),
            service=None,
            estimate=84 / 211,
            bounds=(0.3316, 0.4675),
            p_value=2e-18,
            q_value=4e-17,
            n=211,
            deviations=84,
            explanations=("a return for confirmation was agreed", "one team covers the other's hours"),
            ask=(
                Question(role="practitioner", question="Walk me through this case: why did it come back?"),
                Question(
                    role="process_owner",
                    question="Where does the process lose information between these teams?",
                ),
            ),
            records=84,
            values={"pooled": 0.156, "limit": 0.2391, "peers": 64, "dispersion": 1.7},
        ),
        lead(
            "flow.ping-pong/E-mail|Network",
            "Between the teams E-mail and Network, 41 of 120 cases that touched both went back and forth.",
            object=ObjectRef(kind="team_pair", id="E-mail|Network"),
            service="e-mail",
            estimate=41 / 120,
            bounds=(0.2575, 0.4338),
            p_value=3e-7,
            q_value=5e-6,
            n=120,
            deviations=41,
            explanations=("a return for confirmation was agreed", "one team covers the other's hours"),
            ask=(
                Question(role="practitioner", question="Walk me through this case: why did it come back?"),
                Question(
                    role="process_owner",
                    question="Where does the process lose information between these teams?",
                ),
            ),
            records=41,
            values={"pooled": 0.156, "limit": 0.2582, "peers": 64, "dispersion": 1.7},
        ),
    ),
    facts=(Fact(statement="Median time in work of cases that returned", value=181.2, n=1250, unit="hours"),),
)

SELF_APPROVAL = procedure(
    "substance.self-approval",
    "Changes are approved by somebody who neither asked for them nor carries them out",
    "lead",
    item_kind="approval",
    why="4 of 301 approvals were given by the one who asked for the change or carried it out",
    request="the approver of each change in the period",
    population=310,
    judged=301,
    deviations=4,
    untestable=9,
    share=4 / 301,
    bounds=(0.0036, 0.0337),
    coverage=301 / 310,
    clauses=("8.5.1.3",),
    judged_table="judged/substance.self-approval.parquet",
    disproof="A record, older than the start of the change, of an approval by somebody else.",
    leads=(
        lead(
            "substance.self-approval/payroll",
            "Payroll: 4 of 96 approvals were given by the person who asked for the change or carried it out.",
            estimate=4 / 96,
            bounds=(0.0115, 0.1033),
            n=96,
            deviations=4,
            explanations=(
                "the class was approved beforehand",
                "a team of two, with a later review by a third",
            ),
            ask=(Question(role="practitioner", question="Who else saw this change before it began?"),),
            records=4,
        ),
    ),
)

BUNCHING = procedure(
    "substance.threshold-bunching",
    "Times to resolve do not crowd just below the target",
    "lead",
    why="in 1 of 9 groups more cases end just below the target than the course of times explains",
    population=9,
    judged=7,
    deviations=1,
    untestable=2,
    share=1 / 7,
    bounds=(0.0036, 0.5787),
    coverage=7 / 9,
    settings=(SettingUsed(name="least_excess_share", value=0.05, basis="D"),),
    clauses=("8.6.1", "9.4"),
    judged_table="judged/substance.threshold-bunching.parquet",
    measure="excess_share",
    disproof="Ten of these cases in which the user confirms that the service worked when the case was resolved.",
    leads=(
        lead(
            "substance.threshold-bunching/till-network",
            "Till network: 11.9 % of the cases resolved in time end within the last quarter of an hour before the target, "
            "more than the course of times explains. A pattern consistent with working to the clock.",
            object=ObjectRef(kind="service", id="till-network"),
            service="till-network",
            estimate=0.119,
            bounds=(0.087, 0.152),
            p_value=0.0008,
            q_value=0.0056,
            n=1191,
            explanations=(
                "alerts make teams hurry before the target",
                "times are rounded",
                "cases close by themselves",
            ),
            ask=(
                Question(role="user", question="Was the interruption over when the case was closed?"),
                Question(role="practitioner", question="What happens in the last half hour before a target?"),
            ),
            records=142,
            values={"limit": 0.05, "target_minutes": 240},
        ),
    ),
)

PERCEPTION = procedure(
    "roles.perception-gap",
    "Customers, users and provider see the service alike",
    "lead",
    item_kind="service",
    why="in 1 of 3 services the provider sees it better than its customers do",
    population=14,
    judged=3,
    deviations=1,
    untestable=11,
    share=1 / 3,
    bounds=(0.0084, 0.9057),
    coverage=3 / 14,
    settings=(SettingUsed(name="least_delta", value=0.33, basis="P"),),
    clauses=("8.3.2", "9.1"),
    judged_table="judged/roles.perception-gap.parquet",
    measure="cliffs_delta",
    disproof="The same question, put to both again about a named service, with answers that do not differ.",
    request="survey answers with the role of who answered, for the other 11 services",
    leads=(
        lead(
            "roles.perception-gap/payroll",
            "Payroll: the provider's staff rate the service higher than its customers do.",
            estimate=0.52,
            bounds=(0.38, 0.64),
            p_value=0.0002,
            q_value=0.0006,
            n=88,
            explanations=("they have different services in mind",),
            ask=(Question(role="customer", question="What changed since you last agreed targets?"),),
            records=88,
            values={"limit": 0.33, "customers": 41, "provider_staff": 47},
        ),
    ),
)

RETRO_EXCLUSION = procedure(
    "outcomes.retro-exclusion",
    "Outages are excluded from reports only when that was announced beforehand",
    "no_lead",
    why="each of 22 exclusions was announced before the outage began",
    population=22,
    judged=22,
    share=0.0,
    bounds=(0.0, 0.1544),
    coverage=1.0,
    clauses=("8.3.3", "8.7.1"),
)

SILENT = (
    procedure(
        "outcomes.outcome-coverage",
        "Every live service has an outcome that is measured and read",
        "insufficient_data",
        why="no measures were given",
        request="the list of measures with their readings since April",
        clauses=("8.2.2", "9.1"),
    ),
    procedure(
        "outcomes.orphan-kpi",
        "Every measure serves a requirement, an objective or a decision",
        "insufficient_data",
        why="no measures were given",
        request="the list of measures with their readings since April",
        clauses=("9.1", "9.4"),
    ),
    procedure(
        "outcomes.availability-gap",
        "Reported availability is what users had",
        "no_lead",
        why="no service that reports its target as met misses it when recomputed",
        population=12,
        judged=9,
        untestable=3,
        share=0.0,
        bounds=(0.0, 0.3363),
        coverage=0.75,
        clauses=("8.7.1", "9.4"),
        judged_table="judged/outcomes.availability-gap.parquet",
    ),
    procedure(
        "value.survey-selection",
        "Customers are asked whether or not their case was resolved in time",
        "no_lead",
        why="no service invites after cases in time more often than after others",
        population=14,
        judged=10,
        untestable=4,
        share=0.0,
        bounds=(0.0, 0.3085),
        coverage=10 / 14,
        clauses=("8.3.2",),
    ),
    procedure(
        "roles.customer-user-conflation",
        "Each service knows its customer as somebody other than its users",
        "insufficient_data",
        why="no role assignments were given",
        request="the register of interested parties, with the role of each per service",
        clauses=("4.2", "8.3.2"),
    ),
    procedure(
        "flow.hop-count",
        "Cases reach the team that can help without many hands",
        "no_lead",
        item_kind="case",
        why="no team passes on more than chance allows",
        population=8214,
        judged=8011,
        deviations=911,
        untestable=203,
        share=911 / 8011,
        bounds=(0.1068, 0.1209),
        coverage=8011 / 8214,
        clauses=("8.6.1", "8.6.2"),
    ),
    procedure(
        "flow.supplier-target-fit",
        "Suppliers' targets carry the agreed ones",
        "not_applicable",
        why="the auditee declares that there are no suppliers",
        clauses=("8.3.4.1",),
    ),
    procedure(
        "substance.retro-change",
        "Changes are approved before they start",
        "no_lead",
        item_kind="approval",
        why="none of 301 changes started before its approval",
        population=310,
        judged=301,
        untestable=9,
        share=0.0,
        bounds=(0.0, 0.0122),
        coverage=301 / 310,
        clauses=("8.5.1",),
    ),
    procedure(
        "substance.late-downgrade",
        "Priority is not lowered late in a case without a reason",
        "insufficient_data",
        why="the history of fields was not given",
        request="the change history of incidents (fields priority, impact, urgency), with old and new value and time",
        clauses=("8.6.1",),
    ),
    procedure(
        "thread.need-coverage",
        "Each need has a requirement that names it",
        "insufficient_data",
        why="no needs were given",
        request="the needs of customers as recorded, with who said them and when",
        clauses=("4.2", "8.2.2"),
    ),
    procedure(
        "thread.unclosed-thread",
        "Each need can be followed to a checked result",
        "insufficient_data",
        why="no needs were given",
        request="the needs of customers as recorded, with who said them and when",
        clauses=("4.2", "9.1", "10.2"),
    ),
)

PROCEDURES = (WATERMELON, PING_PONG, SELF_APPROVAL, BUNCHING, PERCEPTION, RETRO_EXCLUSION, *SILENT)

SOURCES = (
    SourceResult(
        file="incident.csv",
        sha256="91c2" + "0a" * 30,
        importer="servicenow",
        rows=8219,
        loaded=8214,
        rejected=5,
        issues=57,
        assumptions=(
            "read as Windows-1252",
            "day before month: 31.07.2026 in row 12 allows no other order",
            "times without a zone are those of Europe/Berlin",
        ),
    ),
    SourceResult(
        file="change_request.csv",
        sha256="5b0e" + "1f" * 30,
        importer="servicenow",
        rows=310,
        loaded=310,
        rejected=0,
        issues=0,
        assumptions=("read as UTF-8",),
    ),
    SourceResult(
        file="survey.xlsx",
        sha256="c77d" + "e2" * 30,
        importer="tabular",
        rows=5210,
        loaded=5210,
        rejected=0,
        issues=3,
        assumptions=("sheet “Answers”, the second of three", "“n/a” means: no value"),
    ),
    SourceResult(
        file="outages.zip",
        sha256="aa10" + "9c" * 30,
        importer=None,
        rows=0,
        loaded=0,
        rejected=0,
        issues=0,
        assumptions=(),
        error="outages.zip: the archive holds 4 files. Expected one. Unpack it and give the files one by one.",
    ),
)

NAMES = {
    "payroll": ("Payroll", "critical"),
    "till-network": ("Till network", "critical"),
    "web-shop": ("Web shop", "high"),
    "e-mail": ("E-mail", "medium"),
    "warehouse": ("Warehouse handhelds", "high"),
    "identity": ("Sign-on and identity", "critical"),
    "print": ("Printing", "low"),
    "telephony": ("Telephony", "medium"),
    "intranet": ("Intranet", None),
    "backup": ("Backup and restore", "high"),
    "workplace": ("Workplace", "medium"),
    "video": ("Video conferences", "low"),
    "data": ("Reporting and data", "medium"),
    "loyalty": ("Loyalty cards", "medium"),
}
LEADS_OF = {
    "payroll": {"value": 1, "substance": 1, "roles": 1},
    "till-network": {"value": 1, "substance": 1},
    "e-mail": {"flow": 1},
}


def _service(id: str) -> ServiceResult:
    name, criticality = NAMES[id]
    plain = {"outcomes": "supported", "value": "supported", "roles": "undetermined"}
    plain |= {"flow": "supported", "substance": "supported", "thread": "undetermined"}
    against = dict.fromkeys(LEADS_OF.get(id, {}), "contradicted")
    found = [one.id for result in PROCEDURES for one in result.leads if one.service == id]
    answers: Any = {**plain, **against}
    return ServiceResult(id=id, name=name, criticality=criticality, questions=answers, leads=tuple(found))


def results() -> Results:
    """The whole run."""
    return Results(
        schema=SCHEMA,
        run=RUN,
        version="0.1.0",
        audit=AuditInfo(
            title="Internal audit of service management, autumn 2026",
            organisation="Northwind Services",
            period=("2026-04-01", "2026-09-30"),
            criteria=("ISO/IEC 20000-1:2018 with Amd 1:2024",),
            timezone="Europe/Berlin",
        ),
        sources=SOURCES,
        procedures=PROCEDURES,
        facts=(
            Fact(
                id="automatic-closing",
                statement="Cases are closed by an automation 72 hours after resolution; times end at resolution",
                value=0.93,
                n=8214,
                bounds=(0.9243, 0.9354),
                unit="share",
            ),
            Fact(id="impossible-times", statement="Cases resolved before they were opened", value=7, n=8214),
            Fact(
                id="concentration",
                statement="Closures by one actor",
                value=0.41,
                n=8102,
                bounds=(0.3993, 0.4208),
                object=ObjectRef(kind="person", id="person-5e1c"),
                unit="share",
            ),
        ),
        services=tuple(_service(id) for id in NAMES),
        clauses=(
            ClauseResult(id="4.2", title="Interested parties", evidence="none", leads=0, procedures=()),
            ClauseResult(id="7.2", title="Competence", evidence="none", leads=0, procedures=()),
            ClauseResult(
                id="8.2.3",
                title="Parties involved in the life of a service",
                evidence="operating",
                leads=2,
                procedures=("flow.ping-pong",),
            ),
            ClauseResult(
                id="8.3.2",
                title="Relationship with the business",
                evidence="operating",
                leads=3,
                procedures=("value.watermelon-gap", "roles.perception-gap", "value.survey-selection"),
            ),
            ClauseResult(
                id="8.3.3",
                title="Agreed levels of service",
                evidence="operating",
                leads=3,
                procedures=("value.watermelon-gap", "outcomes.retro-exclusion"),
            ),
            ClauseResult(
                id="8.5.1.3",
                title="Change activities",
                evidence="operating",
                leads=1,
                procedures=("substance.self-approval",),
            ),
            ClauseResult(
                id="8.6.1",
                title="Incidents",
                evidence="operating",
                leads=3,
                procedures=("flow.ping-pong", "flow.hop-count", "substance.threshold-bunching"),
            ),
            ClauseResult(
                id="8.7.1",
                title="Availability",
                evidence="operating",
                leads=1,
                procedures=("outcomes.availability-gap", "outcomes.retro-exclusion"),
            ),
            ClauseResult(id="9.4", title="Reporting", evidence="documented", leads=0, procedures=()),
            ClauseResult(id="10.2", title="Improvement", evidence="none", leads=0, procedures=()),
        ),
        questions=(
            QuestionResult(
                id="outcomes", answer="supported", why="no lead; 2 of 4 procedures that apply had enough data"
            ),
            QuestionResult(
                id="value", answer="contradicted", why="2 leads; 2 of 2 procedures that apply had enough data"
            ),
            QuestionResult(
                id="roles", answer="contradicted", why="1 lead; 1 of 2 procedures that apply had enough data"
            ),
            QuestionResult(
                id="flow", answer="contradicted", why="2 leads; 2 of 2 procedures that apply had enough data"
            ),
            QuestionResult(
                id="substance",
                answer="contradicted",
                why="2 leads; 3 of 4 procedures that apply had enough data",
            ),
            QuestionResult(
                id="thread",
                answer="undetermined",
                why="no lead; 0 of 2 procedures that apply had enough data",
            ),
        ),
    )


MONTHS = ("2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09")

CHARTS: tuple[Chart, ...] = (
    SeriesChart(
        procedure="value.watermelon-gap",
        lead="value.watermelon-gap/payroll",
        title="Payroll by month",
        note="The two lines part in June.",
        periods=MONTHS,
        lines=(
            Line(name="resolved in time", values=(0.964, 0.981, 0.957, 0.985, 0.972, 0.982), tone="for"),
            Line(name="customers content", values=(0.84, 0.81, 0.7, 0.6, 0.56, 0.49), tone="against"),
        ),
        references=(Reference(label="agreed: customers content", value=0.8),),
    ),
    SeriesChart(
        procedure="value.watermelon-gap",
        lead="value.watermelon-gap/till-network",
        title="Till network by month",
        periods=MONTHS,
        lines=(
            Line(name="resolved in time", values=(0.99, 0.985, 0.992, 0.981, 0.99, 0.994), tone="for"),
            Line(name="users content", values=(0.74, 0.71, None, 0.7, 0.66, 0.67), tone="against"),
        ),
        references=(Reference(label="agreed: users content", value=0.8),),
    ),
    FunnelChart(
        procedure="flow.ping-pong",
        title="Team pairs by cases that touched both",
        points=(
            *(
                FunnelPoint(
                    object=f"T{i}|T{i + 1}",
                    n=20 + 13 * i,
                    value=0.156 + 0.05 * ((i * 7) % 5 - 2) / (1 + i / 9),
                )
                for i in range(1, 60)
            ),
            FunnelPoint(object="D8|V37 2nd", n=211, value=84 / 211, highlighted=True),
            FunnelPoint(object="E-mail|Network", n=120, value=41 / 120, highlighted=True),
        ),
        pooled=0.156,
        limits=tuple(
            FunnelLimit(n=n, lower=max(0.0, 0.156 - 1.46 / n**0.5), upper=0.156 + 1.46 / n**0.5)
            for n in (20, 30, 45, 65, 95, 140, 200, 300, 450, 650, 820)
        ),
    ),
    HistogramChart(
        procedure="substance.threshold-bunching",
        lead="substance.threshold-bunching/till-network",
        title="Elapsed time of cases by quarter of an hour",
        unit="minutes",
        bins=tuple(
            Bin(start=15.0 * i, end=15.0 * i + 15, n=n, highlighted=i == 15)
            for i, n in enumerate(
                (31, 58, 82, 95, 101, 98, 93, 88, 80, 76, 70, 66, 61, 60, 58, 142, 4, 3, 2, 3, 1, 0, 1, 1)
            )
        ),
        target=Reference(label="target", value=240),
    ),
    IntervalsChart(
        procedure="roles.perception-gap",
        lead="roles.perception-gap/payroll",
        title="Difference between provider and customers (Cliff's delta)",
        unit="number",
        intervals=(
            Interval(object="Payroll", estimate=0.52, lower=0.38, upper=0.64, n=88, highlighted=True),
            Interval(object="Till network", estimate=0.21, lower=0.02, upper=0.39, n=94),
            Interval(object="Web shop", estimate=-0.06, lower=-0.3, upper=0.18, n=51),
        ),
        reference=Reference(label="threshold", value=0.33),
    ),
    BarsChart(
        procedure="substance.self-approval",
        lead="substance.self-approval/payroll",
        title="Approvals by the requester or implementer, by service",
        unit="count",
        bars=(
            Bar(category="Payroll", value=4, highlighted=True),
            Bar(category="Till network", value=0),
            Bar(category="Sign-on and identity", value=0),
        ),
    ),
)

SHOWN: dict[str, Any] = {
    "value.watermelon-gap": {
        "score": 2,
        "answered_at": "2026-07-14 09:12:00",
        "comment": "Closed, but the run failed again.",
    },
    "flow.ping-pong": {"teams": "V37 2nd, D8, V37 2nd", "returns": 2, "wall_hours": 181.2},
    "substance.self-approval": {
        "approver": "person-9f21",
        "requester": "person-9f21",
        "decided_at": "2026-05-02 16:40:00",
    },
    "substance.threshold-bunching": {"elapsed_minutes": 238.5, "target_minutes": 240},
    "roles.perception-gap": {"role": "customer", "score": 2},
}
ITEMS = {
    "value.watermelon-gap": ("survey_response", "SR", "survey.xlsx", "not content"),
    "flow.ping-pong": ("case", "INC", "incident.csv", "came back to a team that it had left"),
    "substance.self-approval": (
        "approval",
        "AP",
        "change_request.csv",
        "approved by the person who asked for it",
    ),
    "substance.threshold-bunching": ("case", "INC", "incident.csv", "ended just below the target"),
    "roles.perception-gap": ("survey_response", "SR", "survey.xlsx", "counted in the comparison"),
}
Row = tuple[str, str, str, str | None, str, str, int, str]


def lead_records(run: Results) -> list[Row]:
    """The records behind each lead; the first of all of them tries to break what shows it."""
    rows: list[Row] = []
    for one in (one for result in run.procedures for one in result.leads):
        name = one.id.partition("/")[0]
        kind, prefix, file, reason = ITEMS[name]
        for place in range(one.records):
            shown = dict(SHOWN[name])
            if place == 0 and name == "value.watermelon-gap":
                shown["comment"] = f"=cmd|' /C calc'!A0 {HOSTILE}" + " so long" * 2000
            number = 17 + 31 * place
            rows.append(
                (one.id, kind, f"{prefix}{number:05}", one.service, reason, file, number, json.dumps(shown))
            )
    return rows


def write_run(folder: Path, run: Results | None = None, charts: tuple[Chart, ...] = CHARTS) -> Path:
    """The run folder of an audit in ``folder``, as the engine leaves it; returns its path."""
    run = run or results()
    path = folder / "runs" / run.run
    (path / "judged").mkdir(parents=True)
    (path / "sql").mkdir()
    (folder / "tables").mkdir()
    (path / "charts.json").write_text(json.dumps([asdict(chart) for chart in charts]), "utf-8")
    for result in run.procedures:
        if result.result in ("lead", "no_lead"):
            sql = f"select\n    id as item,\n    service\nfrom cases -- {result.id}\nwhere note <> '</pre><script>'\n"
            (path / "sql" / f"{result.id}.sql").write_text(sql, "utf-8")
    _parquet(
        path / "leads.parquet",
        "lead text, item_kind text, item text, service text, reason text, source_file text, source_row bigint, shown text",
        lead_records(run),
    )
    _parquet(
        path / "judged" / "substance.self-approval.parquet",
        "item_kind text, item text, service text, verdict text, reason text, source_file text, source_row bigint",
        [
            ("approval", f"AP{i:05}", "payroll", "untestable", "names no approver", "change_request.csv", i)
            for i in range(9)
        ]
        + [("approval", "AP00400", "payroll", "pass", "", "change_request.csv", 400)],
    )
    _parquet(
        folder / "tables" / "load_issues.parquet",
        'file text, row bigint, line bigint, "table" text, "column" text, value text, expected text, kind text, outcome text',
        [
            (
                "incident.csv",
                412 + i,
                413 + i,
                "cases",
                "opened_at",
                "31.02.2024",
                "a day and time",
                "unreadable",
                "rejected",
            )
            for i in range(5)
        ]
        + [
            ("incident.csv", 9 + i, 10 + i, "cases", "priority", HOSTILE, "1 to 5", "unknown_value", "loaded")
            for i in range(52)
        ]
        + [
            (
                "survey.xlsx",
                3,
                4,
                "survey_responses",
                "case",
                "INC9",
                "a case",
                "dangling_reference",
                "loaded",
            )
        ]
        * 3,
    )
    return path


def _parquet(file: Path, columns: str, rows: list[Any]) -> None:
    database = duckdb.connect()
    database.execute(f"create table written ({columns})")
    if rows:
        database.executemany(f"insert into written values ({', '.join('?' * len(rows[0]))})", rows)
    database.execute(f"copy written to '{file}' (format parquet)")


def with_many_leads(number: int) -> Results:
    """The same run with that many leads from one procedure, as careless data give them."""
    pattern = PING_PONG.leads[0]
    leads = tuple(
        replace(
            pattern,
            id=f"flow.ping-pong/T{place}|V37 2nd",
            object=ObjectRef(kind="team_pair", id=f"T{place}|V37 2nd"),
            statement=f"Between the teams T{place} and V37 2nd, 84 of {211 + place} cases that touched both went back and forth.",
            estimate=84 / (211 + place),
            n=211 + place,
            records=2,
        )
        for place in range(number)
    )
    many = replace(PING_PONG, leads=leads)
    run = results()
    return replace(run, procedures=tuple(many if one.id == many.id else one for one in run.procedures))
