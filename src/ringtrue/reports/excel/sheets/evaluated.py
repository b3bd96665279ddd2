"""What samples allow to be said, beside their records: columns that are worked out, never typed in."""

from typing import Any

from ringtrue.method.sampling.evaluate import evaluate
from ringtrue.method.sampling.wording import conclusion
from ringtrue.model.entry import from_content
from ringtrue.model.sample import Sample, SampleItem
from ringtrue.reports.excel.column import Value
from ringtrue.reports.excel.plan import SHARE, WHOLE
from ringtrue.reports.excel.sheets.material import Material

COLUMNS: tuple[tuple[str, float, dict[str, Any]], ...] = (
    ("Judged", 9, {"number": WHOLE, "help": "Of the records drawn."}),
    ("Deviations", 11, {"number": WHOLE, "help": "Those that could not be produced count among them."}),
    ("Not produced", 10, {"number": WHOLE}),
    ("Seen", 9, {"number": SHARE, "help": "The rate of deviations in the sample."}),
    ("At most", 9, {"number": SHARE, "help": "The upper bound of the rate, with the confidence of the plan."}),
    ("What it says", 60, {"wrap": True}),
)  # fmt: skip


def evaluation(material: Material, id: str) -> list[Value]:
    """The values of the columns for a sample, as far as it was drawn and judged."""
    current = {
        (entry.kind, entry.id): entry.content
        for entry in material.entries
        if entry.kind in ("sample", "sample_item")
    }
    sample = from_content(Sample, current["sample", id])
    if sample.state != "drawn":
        return [None, None, None, None, None, material.words("Committed, and not drawn.")]
    items = [from_content(SampleItem, one) for (kind, _), one in current.items() if kind == "sample_item" and one["sample"] == id]  # fmt: skip
    done = evaluate(sample, items)
    told = material.words(conclusion(done, by_size=sample.method == "pps"))
    return [done.judged, done.deviations, done.not_produced, done.estimate, done.upper, told]
