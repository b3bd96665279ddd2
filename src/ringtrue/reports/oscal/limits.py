"""What OSCAL cannot express, and how these files say it instead: told in the files themselves."""

from ringtrue.reports.oscal.pieces import NAMESPACE

LEADS = (
    "A lead is an observation, never a finding and never a risk: it is a reason to look. Findings are only those that people wrote, with "
    "evidence that they verified."
)

LIMITS = (
    LEADS,
    "OSCAL knows two states of an objective, satisfied and not-satisfied. Whether a procedure had data enough (insufficient\\_data) or had "
    f"nothing to judge (not\\_applicable) stands in the property result in the namespace {NAMESPACE}. Neither is a pass.",
    "OSCAL has no grades of nonconformity. The grade stands in the property grade of the finding; an opportunity for improvement (ofi) "
    "breaches no requirement, so its target is satisfied as far as conformity goes.",
    "OSCAL has one date of collection. The three dates of evidence (event, document, capture) stand in properties of the observation.",
    "OSCAL does not know services as what is audited: they are components of the type service. Whether customers get what they need "
    "is no control, so the answers to the six questions stand in properties, apart from conformity.",
    "OSCAL asks for a system security plan and a catalogue of controls. There is none: control ids are the numbers of clauses "
    "after the name of their edition; the text of the standards is copyrighted and is not here.",
    "OSCAL has no samples, no shares with bounds and no scores. A sample is an observation of the type sample: its plan, its draw and what it "
    "allows to be said stand in properties, the records drawn are its relevant evidence. An answer is an observation of the type answer, once as "
    "it was noted and once for each rater.",
    "Every judged row and every record behind a lead is not told here, nor are charts; they stand in the audit folder to which the files point.",
    "Persons are pseudonyms.",
)

DATES = "No date here is taken from a clock: last-modified is the last moment that the audit knows of, so that the same audit gives the same bytes."


def remarks() -> str:
    """All of it, as OSCAL's remarks."""
    return "\n\n".join((*LIMITS, DATES))
