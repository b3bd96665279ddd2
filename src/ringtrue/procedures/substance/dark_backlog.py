"""What has been open for long stands in the reports.

Why it matters: a figure over closed cases never meets those that wait longest; their users do.
What is judged: each open case. Deviation: open for more than three times its own target, or, without one, three times what 95 % of the
resolved cases of its service and kind took, and left out of the reports. Untestable: neither limit is known; the data do not say what
is counted; the data hold no open case at all, as an export of closed cases.
Lead: any such case of a service. Honest explanations: parked by agreement.
Choices: left out means that in_reports says no, or, where it says nothing, that the case has neither a target run nor a reported attainment;
this is judged only if other open cases have one. With a target, time is counted in its calendar, with all pauses. Open cases that are as
old and stand in the reports are a fact.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_deviation

PROCEDURE = RecordProcedure(
    id="substance.dark-backlog",
    item_kind="open_case",
    needs={"cases": ["opened_at", "resolved_at|closed_at"]},
    untestable={
        "none_open": "the data hold no case that is still open: an export of closed cases cannot show this",
        "opening_unknown": "it is not known since when it is open",
        "limit_unknown": "it has no target, and too few cases of its kind are resolved to say what is usual",
        "reports_unknown": "it has been open for long, and the data do not say whether the reports count it",
    },
    deviation={"old_and_left_out": "has been open for long and is left out of the reports"},
    show=["state", "opened_at", "clock_hours", "limit_hours", "limit_is", "exclusion", "old_in_reports"],
    worst=["most clock_hours"],
    lead_when=any_deviation(),
    settings=[
        Setting("least_cases", 20, "D", "resolved cases from which it is told what is usual"),
    ],
    statement="{object}: {deviations} of {n} open cases have been open for long and are left out of the reports",
    explanations=[
        "the cases are parked by agreement with those who wait",
        "the cases are counted in a report of their own",
        "the cases are done, and only their records are still open",
    ],
    ask=[
        Ask("service_owner", "Which cases do your reports not count, and who decided that?"),
        Ask("user", "What became of this case, and when did you last hear of it?"),
    ],
    disproof="The customer agreed to park these cases, or reports that the customer sees count them.",
    request="all cases, open ones too, with their times, targets and target runs, and whether the reports count them",
    facts={"open cases are as old and stand in the reports": "count(*) filter (where old_in_reports)"},
    chart="intervals",
    chart_title="Share of open cases that are old and left out of the reports",
)
