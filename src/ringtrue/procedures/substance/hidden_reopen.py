"""Trouble that comes back is taken up where it was left.

Why it matters: a new case for the old trouble starts a new clock; the user has waited since the first.
What is judged: each case that came back: reopened, or opened anew within seven days with the same text by the same requester for the same service, or
linked. Deviation: it came back as a new case. Untestable: the data cannot show reopenings at all.
Honest explanations: the tool forbids reopening. A request made again in the same words is a new wish, and what automation reports is
nobody's trouble: neither counts.
Lead: a service where more than half of what came back came back as a new case.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import share_above

PROCEDURE = RecordProcedure(
    id="substance.hidden-reopen",
    item_kind="returned_case",
    needs={"cases": ["requester", "title|description"]},
    untestable={"reopenings_unknown": "the data do not show whether cases are ever reopened"},
    deviation={"came_as_new": "came back as a new case within seven days of the closing of the first"},
    show=["first_case", "days_after", "similarity"],
    worst=["least days_after"],
    lead_when=share_above("most_hidden", least="least_cases"),
    settings=[
        Setting("most_hidden", 0.5, "D", "share of returned cases that may come as new ones"),
        Setting("least_cases", 20, "D", "returned cases for a service to be judged"),
    ],
    statement=(
        "{object}: of {n} cases whose trouble came back, {deviations} came back as a new case ({share}, at least {lower}). A pattern "
        "consistent with opening anew instead of reopening"
    ),
    explanations=[
        "the tool forbids reopening after some time",
        "the text is that of a form, and the trouble another",
    ],
    ask=[
        Ask("user", "Show me your last interruption that came back. What were you told to do?"),
        Ask("practitioner", "When do you reopen a case, and when do you open a new one?"),
    ],
    disproof="The second cases turn out to be other troubles with the same words.",
    request="cases with requester, service, title and description, and their histories or number of reopenings",
    facts={"cases were reopened": "count(*) filter (where verdict = 'pass')"},
    chart="intervals",
    chart_title="Share of returned cases that came as new ones",
)
