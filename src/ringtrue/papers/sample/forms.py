"""The sheets of a sample."""

from ringtrue.papers.form import Field, Form

RESULTS = {"pass": "as it should be", "deviation": "deviation", "not_produced": "not produced"}
"""What a record may show; a cell left empty is a record still to be judged."""

RECORDS = Form(
    sheet="Sample",
    fields=(
        Field(name="id", title="No.", fixed=True, width=14),
        Field(name="rank", title="Rank", fixed=True, kind="number", width=8),
        Field(name="item", title="Record", fixed=True, width=24),
        Field(name="service", title="Service", fixed=True, width=20),
        Field(name="says", title="What the data say", fixed=True, width=40),
        Field(name="source_file", title="Source file", fixed=True, width=22),
        Field(name="source_row", title="Source row", fixed=True, kind="number"),
        Field(
            name="result",
            title="What the record shows",
            choices=RESULTS,
            help="Choose from the list. A record that cannot be shown is not produced; it counts as a deviation and is not replaced.",
            width=22,
        ),
        Field(name="note", title="Note", help="What was seen, and where. No names of persons.", width=44),
        Field(
            name="evidence",
            title="Evidence",
            kind="list",
            help="Numbers of evidence in the finding log, separated by ;",
            width=16,
        ),
        Field(name="by", title="Judged by", width=18),
        Field(name="at", title="Judged on", kind="day"),
    ),
)

PLAN = Form(
    sheet="Sampling plan",
    fields=(
        Field(name="sample", title="Sample", fixed=True, width=10),
        Field(name="told", title="What was done, in this order", fixed=True, width=110),
    ),
)
