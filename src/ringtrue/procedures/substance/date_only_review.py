"""A review of a document looks at what it says, and not only at its date.

Why it matters: a document that is released again and again with a new date alone was signed, and hardly read, while the world around it moved.
What is judged: each document with three versions or more whose text was given. Deviation: two or more versions in a row say the same as the
one before them, once dates, versions, signatures, title and names are left out, though something that asks for a new look happened meanwhile.
Untestable: fewer than three versions with a text; the events around the services were not given. Lead: any such document.
Honest explanations: a stable document: nothing on record asked for a change. Such documents pass, and are counted.
Choices: the same is a Jaccard likeness of at least 0.98 of all threes of words, and the same numbers: a changed number is a change. What asks
for a new look is a context event (contract, reorganisation, law, major incident, demand) of all services or of the one that the document's
title names, after the first of these versions and before the last. The last of them must have been released in the audit period.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_with_values

PROCEDURE = RecordProcedure(
    id="substance.date-only-review",
    item_kind="document",
    object_kind="document",
    needs={"document_versions": ["text", "approved_at|recorded_at"]},
    untestable={
        "too_few_versions": "has fewer than three versions with a text",
    },
    deviation={
        "reviewed_by_date_only": "was released again and again with the same text, though something around it changed",
    },
    show=["title", "versions", "same_again", "trigger", "trigger_at", "last_released", "is_stable"],
    lead_by="item",
    lead_when=any_with_values(),
    settings=[
        Setting("least_alike", 0.98, "D", "Jaccard likeness of texts from which they count as the same"),
        Setting("least_running", 2, "D", "versions in a row that say the same as the one before them"),
    ],
    statement="{object} was released {same_again} times in a row with the same text, though meanwhile an event of kind {trigger} was recorded",
    explanations=[
        "the event did not concern what this document says",
        "the document is general enough to stay true, and the review said so",
        "the change was put into another document",
    ],
    ask=[
        Ask("process_owner", "What did you compare this document with when you released it again?"),
        Ask("practitioner", "Which sentence of it no longer fits how you work?"),
    ],
    disproof="Minutes of these reviews show that the event was looked at, and why nothing had to change.",
    request="all versions of the documents with text and date of release, and the contracts, laws, reorganisations and major incidents of the time",
    facts={
        "documents stayed the same through several releases, explained by nothing on record that asked for a change": (
            "count(*) filter (where is_stable)"
        ),
    },
)
