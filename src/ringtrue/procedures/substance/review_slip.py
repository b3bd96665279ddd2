"""A document is reviewed when its own date says so.

Why it matters: a date of review that is moved on each time it comes near is no date, and the document looks looked after all the same.
What is judged: each document with three states on record whose text was given. Deviation: the date of its next review was moved later twice
or more while what it says stayed the same, and no review was held. Untestable: fewer than three states with a text and a date; when they were
released was not given. Lead: any such document, where the last move was in the audit period.
Honest explanations: merged review: an approval of the document between the two states shows that it was reviewed all the same. Such moves
are counted as a fact, and not against it.
Choices: a move counts where the document was not released anew, or where a new release gives it less than three quarters of its interval:
a release with a new date a whole interval away is a review, whether it changed anything or not (see substance.date-only-review). The interval
is the one in the register, else that between release and next review of the first state. The same is as in substance.date-only-review.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_with_values

PROCEDURE = RecordProcedure(
    id="substance.review-slip",
    item_kind="document",
    object_kind="document",
    needs={"document_versions": ["text", "next_review_at"]},
    untestable={
        "too_few_states": "has fewer than three states with a text and a date of its next review",
        "release_unknown": "when its states were released was not given",
    },
    deviation={
        "slipped": "its next review was moved later again and again, and what it says stayed the same"
    },
    show=["title", "moves", "explained_moves", "first_date", "last_date", "last_moved"],
    worst=["most moves"],
    lead_by="item",
    lead_when=any_with_values(),
    settings=[
        Setting("least_moves", 2, "D", "moves of the date without a review"),
        Setting("least_alike", 0.98, "D", "Jaccard likeness of texts from which they count as the same"),
        Setting(
            "least_of_interval",
            0.75,
            "D",
            "part of its interval that a new release must give to count as a review",
        ),
    ],
    statement="the next review of {object} was moved later {moves} times, by {days} days in all, and what it says stayed the same",
    explanations=[
        "the review was held together with that of another document",
        "the review waits for something that is on record, such as a new law",
    ],
    ask=[
        Ask("process_owner", "What was to happen at the first of these dates, and what happened instead?"),
        Ask("top_management", "Which documents are overdue, and how would you see it?"),
    ],
    disproof="Minutes show that the document was reviewed at its date and found right.",
    request="all states of the documents with text, date of release and date of next review, and approvals of them",
    facts={
        "moves of a date are explained by an approval of the document between the two states": "sum(explained_moves)",
    },
)
