"""A service that meets its targets in total meets them for each customer, site, priority and kind of case.

Why it matters: a good total can hide a group that is served badly, and that group knows it.
What is judged: each segment of each service, by agreed times and by satisfied answers of customers and users apart. Deviation: the
service as a whole reaches its target, and the segment lies at least five points below its own. Untestable: too few cases or answers.
Lead: a service with such a segment whose exact upper bound is below its target (Benjamini-Hochberg over the segments of a service, then
over services). Honest explanations: the segment has its own looser target.
Choices: the target of a segment, and of the whole, is the mean of the targets that bind its cases, so that a looser target of a customer
or a priority counts as its own; segments that are only below the service's target are counted. A lead names the segment furthest below
and the others; one group can show as customer and as site. Of answers nothing is shown of a group of fewer than five, nor where what is left
of the whole without the group would be fewer than five.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import hidden_segment

PROCEDURE = RecordProcedure(
    id="value.hidden-red",
    item_kind="segment_of_a_service",
    object_kind="service",
    needs={"cases": ["service", "customer|site|priority|kind"]},
    untestable={"too_few": "has too few cases or answers"},
    deviation={"below": "lies below its target, while the service as a whole reaches it"},
    show=["told_by", "dimension", "value", "cases", "hits", "share", "target", "whole_n", "whole_hits", "whole_expected", "whole_share", "whole_target", "explained"],
    worst=["least score"],
    lead_when=hidden_segment("least_points", least="least_answers"),
    settings=[
        Setting("least_points", 0.05, "D", "how far below its target a segment must lie"),
        Setting("least_cases", 20, "D", "cases for a segment to be judged by agreed times"),
        Setting("least_answers", 10, "D", "answers for a segment to be judged by satisfaction"),
        Setting("attainment_target", 0.95, "D", "share of cases to be resolved in time, where the agreement names none"),
        Setting("satisfaction_target", 0.80, "D", "share of satisfied answers, where the agreement names none"),
    ],
    statement=(
        "{object} reaches its target in total ({family}: {whole_share} of {whole_n}, target {whole_target_share}), and not for "
        "{segment}: {share} of {n} ({lower} to {upper}; target {segment_target_share}){also}"
    ),
    explanations=[
        "this group agreed to a looser target, and it is not on record",
        "this group has another kind of trouble than the others",
        "the group was being moved to another service or supplier",
    ],
    ask=[
        Ask("customer", "How is your part of the organisation served, compared with others?"),
        Ask("service_owner", "What do your reports show of each single customer?"),
    ],
    disproof="The group has an agreed target of its own, and it is met.",
    request="cases with service, customer, site, priority, kind and the agreed times; answers to surveys with the case they are about",
    measure="good_share",
    facts={
        "segments below their service's target have a looser one of their own, and reach it": "count(*) filter (where explained)",
    },
)  # fmt: skip
