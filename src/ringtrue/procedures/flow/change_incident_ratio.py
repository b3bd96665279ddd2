"""Changes do not bring incidents.

Why it matters: a change that is closed as successful, and followed by twice as many incidents, was paid for by its users.
What is judged: the incidents of each service in the 72 hours after its changes of the period, against the same hours of the week in the eight
weeks before each. Deviation: at least twice as many, and more than chance gives (exact permutation of the windows of each change). Untestable:
fewer than ten changes with comparable windows, or fewer than twenty incidents in all windows.
Honest explanations: launch demand, seasonality. Changes after which demand, a migration or a transfer is on record are left out and counted.
Choices: hours after a change begin when it ended. Earlier windows within reach of any change of the service are removed, and a change that
followed another within its hours is left out: what came then may be the other's. Weeks before the data or the service began do not count.
Children and duplicates of another incident are left out. The ratios for 24 and for 168 hours are shown, and decide nothing.
"""

from ringtrue.model import Ask, GroupProcedure, Setting
from ringtrue.statistics.judges import after_events

PROCEDURE = GroupProcedure(
    id="flow.change-incident-ratio",
    item_kind="service_with_changes",
    worst=["least hours_after"],
    object_kind="service",
    needs={"changes": ["service", "ended_at|started_at"], "cases": ["service", "kind", "opened_at"]},
    deviation="more incidents come after changes than in the same hours of the weeks before",
    within="incidents do not come more often after changes",
    lead_when=after_events(
        ratio="least_ratio", least_events="least_changes", least="least_incidents", others=("24", "168")
    ),
    settings=[
        Setting(
            "least_ratio", 2.0, "D", "incidents after changes, as a multiple of those of comparable hours"
        ),
        Setting("least_changes", 10, "D", "changes with comparable windows, for a service to be judged"),
        Setting("least_incidents", 20, "D", "incidents in all windows together"),
    ],
    statement=(
        "{object}: in the 72 hours after {events} changes {deviations} incidents came, {times} times as many as in the same hours of the eight "
        "weeks before ({usual}; {windows} windows without other changes); within 24 hours {times_24} times, within 168 hours {times_168} times"
    ),
    explanations=[
        "a launch or a season brought more users just then",
        "monitoring was made sharper for the days after a change",
        "changes were made because of the incidents, which went on for a while",
    ],
    ask=[
        Ask(
            "practitioner", "Walk me through this change. How did you notice what it broke, and who told you?"
        ),
        Ask(
            "process_owner",
            "How do you learn which incidents a change caused, and what did you alter because of it?",
        ),
        Ask("user", "Did you notice this change, and how?"),
    ],
    disproof="The incidents after the changes turn out to have causes of their own.",
    request="the changes with service and actual end, and all incidents with service and time from eight weeks before the first change on",
    facts={
        "changes are left out, explained by demand, a migration or a transfer on record for the hours after them": (
            "max((select count(distinct change) from change_windows where is_expected and week = 0))"
        ),
    },
    measure="ratio_of_incidents",
    chart="intervals",
    chart_title="Incidents in the 72 hours after changes, as a multiple of those in the same hours of the weeks before",
)
