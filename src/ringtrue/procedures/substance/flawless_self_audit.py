"""Audits and reviews of one's own find something where the data show something.

Why it matters: who looks at the own house for two rounds and finds nothing to mend, while targets are missed, has not looked at the house.
What is judged: each internal audit and each management review that follows another of its kind. Deviation: neither it nor the one before it
recorded a finding or a decision, while at least three misses of agreed numbers were on record from the round before. Untestable: the first of
its line; findings and decisions are not known; nothing was given that could show a miss. Lead: any line of audits or reviews with one.
Honest explanations: truly mature: no misses are on record then, and it passes; how many is a fact.
Choices: decisions and findings that stand only in the list of actions, with the review as their origin, count. A line is a kind, and where reviews
name one, a service. Misses: readings beyond their target (or reported red), and months of a service whose cases attained less than agreed.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_with_values

PROCEDURE = RecordProcedure(
    id="substance.flawless-self-audit",
    item_kind="review",
    object_kind="review_line",
    needs={"reviews": ["held_at", "findings|decisions"]},
    demanded=["reviews"],
    untestable={
        "first_of_line": "is the first of its line in the records given",
        "result_unknown": "whether it found or decided anything is not known",
        "misses_unknown": "nothing was given that could show a miss",
    },
    deviation={
        "found_nothing": "found and decided nothing, like the one before it, while targets were missed"
    },
    show=["line", "held_at", "results", "results_before", "misses", "explained"],
    worst=["most misses"],
    lead_by="line",
    lead_when=any_with_values(),
    settings=[
        Setting(
            "least_misses", 3, "D", "misses on record in two rounds from which finding nothing is surprising"
        ),
    ],
    statement=(
        "{told}: two rounds or more in a row found and decided nothing ({deviations} of {n} that follow another), while {misses} misses of "
        "agreed numbers were on record"
    ),
    explanations=[
        "the system is truly mature, and the misses were dealt with elsewhere",
        "findings and decisions are kept in other minutes",
        "the audits looked at areas that the misses have nothing to do with",
    ],
    ask=[
        Ask("top_management", "What did your last audit and your last review change?"),
        Ask("process_owner", "Which of these misses did the auditors see, and what did they make of them?"),
    ],
    disproof="The reports of these audits and reviews name the misses, and somebody decided on them.",
    request="the reports of internal audits and management reviews with the number of findings and decisions, and the readings of the measures",
    facts={
        "audits and reviews found nothing twice in a row, and no or hardly any miss was on record then": (
            "count(*) filter (where explained)"
        ),
    },
)
