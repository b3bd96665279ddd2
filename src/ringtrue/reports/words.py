"""The fixed words of every report."""

from ringtrue.model.result import Answer, ResultKind
from ringtrue.reports.parts import Colour

HEADING = "Does it ring true?"

SHORT = {
    "outcomes": "Outcomes",
    "value": "Value",
    "roles": "Roles",
    "flow": "Flow",
    "substance": "Substance",
    "thread": "Thread",
}
"""The six questions in one word each."""

ANSWERS: dict[Answer, tuple[str, Colour]] = {
    "contradicted": ("Contradicted", "against"),
    "supported": ("Supported", "for"),
    "undetermined": ("Not known", "open"),
}

RESULTS: dict[ResultKind, tuple[str, Colour]] = {
    "lead": ("leads", "against"),
    "no_lead": ("no lead", "for"),
    "insufficient_data": ("not enough data", "open"),
    "not_applicable": ("does not apply", ""),
}

BASES = {
    "R": "a requirement, or the organisation's own rule",
    "P": "published",
    "S": "statistics",
    "D": "our default",
}

EVIDENCE = {
    "operating": "records of work done",
    "documented": "documents only",
    "none": "none",
}

NOT_A_FINDING = (
    "A lead is a reason to look, not a finding. Each names the records behind it and what else could explain it; only people, "
    "with verified evidence, make findings."
)

CONFORMITY = (
    "Whether a requirement is fulfilled is judged by people, clause by clause, and apart from the six questions: a system can "
    "conform and be of little use, or be of use and not conform. A clause without leads is not thereby fulfilled; the table "
    "says what kind of evidence was looked at."
)

METHOD = (
    (
        "Leads and findings",
        "A procedure tests one claim against the records given. Where the records speak against it more than its threshold and "
        "chance allow, it opens a lead. No lead is graded, and nothing here is said of anybody's intentions.",
    ),
    (
        "Four results",
        "Each procedure ends with leads, with no lead, with not enough data, or does not apply. Missing data are never a pass: "
        "an item whose facts are not known is untestable, and stands beside what was judged.",
    ),
    (
        "Answers to the questions",
        "Contradicted: at least one lead. Supported: no lead, and at least half of the procedures that apply had enough data. "
        "Not known: all else. Supported means that nothing was found that speaks against it in what was given, no more. Services, "
        "questions and clauses are three ways to look; they are never merged into one figure.",
    ),
    (
        "Shares and bounds",
        "A share is the number of deviations divided by the number judged. The figures in brackets are its exact two-sided bounds "
        "(Clopper and Pearson) at 95 %, unless another level is named. n is the number judged. A share of few records has wide "
        "bounds; read the bounds.",
    ),
    (
        "Chance",
        "p says how easily chance alone would give an effect of this size. q is p corrected for looking at many groups at once "
        "(Benjamini and Hochberg). Neither says how large an effect is, and neither is shown without it.",
    ),
    (
        "The order of leads",
        "Leads about critical services come first, then those about services of high, medium and low criticality. Among these, "
        "the further the cautious end of an effect lies beyond its threshold, the earlier; then the more records, the earlier. "
        "It is an order of reading. Leads about persons are in no order.",
    ),
    (
        "Limits",
        "Only the files named under the sources were looked at. What was never recorded cannot be seen, and records can be wrong. "
        "Times were read as stated under the assumptions; if one of these is wrong, so may be what follows from it. "
        "Persons appear under pseudonyms.",
    ),
)

GLOSSARY = (
    ("Lead", "a reason to look, with the records behind it"),
    ("Claim", "a sentence about the management system that records can support or contradict"),
    (
        "Population, judged, untestable",
        "all items looked at; those with a verdict; those whose facts are not known",
    ),
    ("Coverage", "judged divided by population"),
    ("Share, bounds", "deviations divided by judged, and how far chance could move it"),
    ("n", "the number of records behind a figure"),
    ("p, q", "how easily chance alone gives an effect; q is corrected for many comparisons"),
)
