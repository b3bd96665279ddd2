"""The sheets of the finding log."""

from ringtrue.papers.form import Field, Form

GRADES = {
    "positive": "good practice",
    "conforming": "conforming",
    "ofi": "opportunity for improvement",
    "minor_nc": "minor nonconformity",
    "major_nc": "major nonconformity",
}
OBTAINED = {
    "examined": "record examined",
    "interviewed": "interview",
    "observed": "observation",
    "recomputed": "computed anew",
    "confirmed": "confirmed by a third party",
}
OUTCOMES = {"verified": "verified", "explained": "explained", "not_pursued": "not pursued"}

FINDINGS = Form(
    sheet="Findings",
    fields=(
        Field(
            name="id",
            title="No.",
            help="Leave the numbers as they are; a row is taken when it is filled in.",
            width=8,
        ),
        Field(
            name="statement",
            title="Statement",
            help="What is generally so, in a sentence: no names of persons, no numbers of records, no remedy.",
            width=60,
        ),
        Field(
            name="grade",
            title="Grade",
            choices=GRADES,
            help="Given by the auditor; empty: a draft.",
            width=24,
        ),
        Field(
            name="grade_reason", title="Reason for the grade", help="Why this grade and no other.", width=40
        ),
        Field(name="criteria", title="Criteria", help="The edition to which the clause belongs.", width=24),
        Field(
            name="clause",
            title="Clause",
            help="The number of the clause that is or is not fulfilled.",
            width=10,
        ),
        Field(
            name="rule",
            title="Own rule",
            help="The organisation's document, a contract or a law, where the requirement stands there.",
            width=30,
        ),
        Field(
            name="required",
            title="What is required",
            help="In own words. Left empty, the clause's title and intent are taken.",
            width=40,
        ),
        Field(
            name="evidence",
            title="Evidence",
            kind="list",
            help="Numbers of the sheet Evidence, separated by ;",
            width=20,
        ),
        Field(name="found", title="Deviating", kind="number", help="How many of those looked at deviate."),
        Field(name="looked_at", title="Looked at", kind="number", help="How many were looked at."),
        Field(
            name="service", title="Service", help="The id of the service, where it is about one.", width=16
        ),
        Field(
            name="clauses",
            title="Bears on clauses",
            kind="list",
            help="Other clauses, separated by ;",
            width=18,
        ),
        Field(
            name="outcome_concern",
            title="Concern about the outcome",
            kind="yes",
            help="yes: it is about whether customers get what they need. Without a requirement it can only be an opportunity.",
        ),
        Field(name="written_by", title="Written by", width=18),
        Field(name="graded_by", title="Graded by", width=18),
        Field(
            name="reviewed_by",
            title="Reviewed by",
            help="Somebody else than who wrote or graded it.",
            width=18,
        ),
        Field(
            name="dissent", title="Dissent", help="What the auditee or an auditor holds against it.", width=40
        ),
        Field(name="lead", title="Lead", help="The lead from which it came.", width=40),
    ),
)

EVIDENCE = Form(
    sheet="Evidence",
    fields=(
        Field(
            name="id",
            title="No.",
            help="Leave the numbers as they are; a row is taken when it is filled in.",
            width=8,
        ),
        Field(name="shows", title="What it shows", width=50),
        Field(name="event_on", title="Event on", kind="day", help="When what it tells of happened."),
        Field(name="event_until", title="Event until", kind="day", help="The end, where it is a span."),
        Field(
            name="document_on",
            title="Document of",
            kind="day",
            help="The date that the document itself bears.",
        ),
        Field(name="captured_at", title="Taken on", kind="day", help="When the auditor took it."),
        Field(name="obtained", title="How obtained", choices=OBTAINED, width=20),
        Field(name="collected_by", title="Obtained by", width=18),
        Field(name="place", title="Where", help="Site, system or meeting.", width=24),
        Field(name="party", title="Given by", help="The role or team that gave it.", width=18),
        Field(name="record", title="Record", help="Its id there.", width=16),
        Field(name="source_file", title="Source file", help="A file of this audit's sources.", width=22),
        Field(name="source_row", title="Source row", kind="number"),
        Field(name="verified_by", title="Verified by", help="Who compared it with its origin.", width=18),
        Field(name="verified_at", title="Verified on", kind="day"),
        Field(name="lead", title="Lead", width=40),
        Field(name="file", title="Kept file", help="Added by `ringtrue evidence`; not read back.", width=24),
        Field(
            name="sha256",
            title="SHA-256",
            help="Of the kept file, or of the source file; not read back.",
            width=20,
        ),
    ),
)

LEADS = Form(
    sheet="Leads",
    fields=(
        Field(name="lead", title="Lead", fixed=True, width=40),
        Field(name="statement", title="What was seen", fixed=True, width=70),
        Field(name="clauses", title="Clauses", kind="list", fixed=True, width=18),
        Field(name="outcome", title="What became of it", choices=OUTCOMES, width=18),
        Field(name="reason", title="Reason", help="A lead is not dropped in silence.", width=50),
        Field(name="by", title="Decided by", width=18),
    ),
)

CLAUSES = Form(
    sheet="Clauses",
    fields=(
        Field(name="criteria", title="Criteria", fixed=True, width=28),
        Field(name="clause", title="Clause", fixed=True, width=10),
        Field(name="required", title="What is required", fixed=True, width=90),
    ),
)
"""To look up the numbers of clauses."""
