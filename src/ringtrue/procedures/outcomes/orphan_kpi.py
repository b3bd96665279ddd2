"""Each measure serves a requirement, an objective or a target, and is used.

Why it matters: figures that nobody asked for and nobody decides on cost work, and crowd out those that matter.
What is judged: each measure of a live service, or of the whole system. Deviation: linked to no requirement, objective or target; or named
in no review and no action of the last two review cycles of its service. Untestable: links, or neither reviews with the measures read nor
actions with measures, were given; for its use, also a measure or a service younger than that.
Lead: any such measure of a service. Honest explanations: imposed by law or contract.
Choices: a link to what is not on record is none where that table was given. Where the definition says that a law or regulator asks for
the measure, it needs no use; this is counted as a fact. Two cycles run from the last service review but two, else twice as long as an
agreement says, else 184 days; for measures of no service from the last management review but two, else two years.
"""

from ringtrue.model import Ask, RecordProcedure
from ringtrue.statistics.judges import any_deviation

PROCEDURE = RecordProcedure(
    id="outcomes.orphan-kpi",
    item_kind="measure",
    needs={"measures": ["name"]},
    deviation={
        "no_link": "is linked to no requirement, objective or target",
        "not_cited": "was named in no review and no action of the last two review cycles",
    },
    show=["name", "kind", "first_reading", "last_cited", "counted_since", "explained"],
    lead_when=any_deviation(),
    statement="{object}: {deviations} of {n} measures serve no requirement, objective or target, or were used in no review and no action ({share})",
    explanations=[
        "a law or a contract asks for the measure",
        "the measure is read in a meeting whose minutes do not name it",
        "the link is kept in another tool",
    ],
    ask=[
        Ask("service_owner", "What would you not have noticed without this figure?"),
        Ask("process_owner", "Which measure made you change something? Who asked for the others?"),
    ],
    disproof="The requirement behind the measure, or minutes and actions of the last two cycles that rest on it.",
    request="the list of measures with what each serves, and the minutes of reviews and the actions with the measures that they name",
    facts={
        "measures are explained by a law or regulator that asks for them": "count(*) filter (where explained)"
    },
)
