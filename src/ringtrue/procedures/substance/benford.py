"""Amounts that were counted and not made up begin with the digits that such amounts begin with.

Why it matters: numbers that people think of have other first digits than sums of money or volumes that grew by themselves.
What is judged: the readings of measures whose unit is money or a volume, together by unit, and a measure alone where it has enough. Deviation: the
first two digits lie further from Benford's law than chance gives (1,999 samples drawn from the law), and their mean absolute deviation is above
0.0022, which Nigrini calls nonconformity. Untestable: fewer than a thousand amounts above zero, or fewer than three orders of magnitude
between the smallest and the largest (a hundredth left out at both ends). Lead: a unit or a measure.
Honest explanations: rounding, a price list, a contract with fixed amounts.
Choices: never ids, times, shares, marks or anything with a target: measures with a target are left out, for it caps what is read.
"""

from ringtrue.model import Ask, GroupProcedure, Setting
from ringtrue.statistics.judges import first_digits

PROCEDURE = GroupProcedure(
    id="substance.benford",
    item_kind="amounts",
    object_kind="amounts",
    needs={"measures": ["unit"], "measurements": ["value"]},
    deviation="have first digits unlike those of counted amounts",
    within="have the first digits of counted amounts",
    lead_when=first_digits(
        least_deviation="least_deviation", least="least_amounts", least_orders="least_orders"
    ),
    settings=[
        Setting(
            "least_deviation", 0.0022, "P", "mean absolute deviation of the first two digits (Nigrini 2012)"
        ),
        Setting("least_amounts", 1000, "D", "amounts above zero"),
        Setting("least_orders", 3.0, "D", "orders of magnitude that they span"),
    ],
    statement=(
        "{object}: the first two digits of {n} amounts lie {estimate:.4f} from Benford's law on average (chance gives {by_chance:.4f}); "
        "most too frequent: {most}. A pattern consistent with amounts that were not counted"
    ),
    explanations=[
        "amounts were rounded, or follow a price list or a contract",
        "amounts below or above a limit are kept elsewhere",
        "many small lists of one size were added up",
    ],
    ask=[
        Ask(
            "practitioner",
            "Where does this number come from, and what did you do with it before it was reported?",
        ),
        Ask("process_owner", "Which source would show the same amount without your list?"),
    ],
    disproof="The amounts agree with a source that those who report them cannot change, such as invoices or meters.",
    request="the costs and volumes behind the reports, one row for each booking or reading, with unit",
    measure="mean_absolute_deviation",
)
