"""Where agreed times are met, the time that users lose is not lost behind them.

Why it matters: a target can be met while the user waits: the clock stands still, or the trouble comes back as a new case.
What is judged: each incident with an agreed time. Deviation: the agreed time was met, and by the user's clock, in the target's own hours,
it took more than twice as long. Untestable: no agreed time can be recomputed; still open within it; counted with the incident it
belongs to; it hangs on waits for the user of which nothing shows whether they were real.
Lead: a service in which such incidents hold more than a fifth of all lost time (bootstrap by week). Honest explanations: the user was
not stopped in the work; the number of users affected is a guess.
Choices: lost time is users affected times the time from opening to resolution, round the clock; where the number of users is unknown it
is one. A wait for the user with a message and a reply is the user's own time, and does not count against the service. How much of all
lost time lies in cases that met their target, and in the worst tenth, is told without a verdict: with most targets met, most of it is
bound to lie there.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import share_of_sums

PROCEDURE = RecordProcedure(
    id="value.lost-time-tail",
    item_kind="incident",
    needs={"cases": ["opened_at", "resolved_at|closed_at"], "targets": ["value"]},
    untestable={
        "impossible_times": "resolved before it was opened",
        "counted_elsewhere": "counted with the incident that it belongs to",
        "still_open": "still open, and its agreed time is not over",
        "clock_unknown": "no agreed time can be held against this case",
    },
    deviation={
        "met_and_long": "met its agreed time, and took the user much longer",
    },
    show=[
        "attained", "target_minutes", "user_minutes", "users", "users_unknown", "lost_hours", "in_worst_tenth", "came_back", "explained",
    ],
    worst=["most lost_hours"],
    lead_when=share_of_sums("most_lost", least="least_cases", least_clusters="least_weeks"),
    settings=[
        Setting("times", 2.0, "D", "times the target from which the user's clock is much longer than the agreed one"),
        Setting("most_lost", 0.20, "D", "share of all lost time that such cases may hold"),
        Setting("least_cases", 20, "D", "incidents for a service to be judged"),
        Setting("least_weeks", 6, "D", "weeks with incidents for a service to be judged"),
    ],
    statement=(
        "{object}: {deviations} of {n} incidents met their agreed time and took the user much longer; these hold {share} of all "
        "time that its users lost ({lower} to {upper}; limit {limit_share})"
    ),
    explanations=[
        "the users could work in the meantime, by a workaround",
        "the user was asked by phone, and answered late",
        "the number of users affected is a guess, or was never filled in",
    ],
    ask=[
        Ask("user", "Show me your last interruption. When could you work again, and was it over when the case closed?"),
        Ask("process_owner", "Which waits stop the agreed clock, and whose time are they?"),
        Ask("customer", "What did this interruption cost you?"),
    ],
    disproof="The users of the longest of these incidents say that they could work while the clock stood still.",
    request="incidents with histories, users affected and agreed times with their calendars; messages to and from users",
    facts={
        "percent of all lost time lies in incidents that met their agreed time": (
            "round(100.0 * sum(lost_hours) filter (where attained) / nullif(sum(lost_hours), 0), 1)"
        ),
        "percent of all lost time lies in the worst tenth of incidents": (
            "round(100.0 * sum(lost_hours) filter (where in_worst_tenth) / nullif(sum(lost_hours), 0), 1)"
        ),
        "percent of incidents name no number of users affected, and count as one user each": (
            "round(100.0 * count(*) filter (where users_unknown) / nullif(count(*), 0), 1)"
        ),
        "incidents took long because the user was asked and answered: not counted": "count(*) filter (where explained)",
        "incidents are counted with the incident that they belong to": (
            "count(*) filter (where reason = 'counted with the incident that it belongs to')"
        ),
    },
)  # fmt: skip
