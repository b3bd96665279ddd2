"""The sheet of a rater."""

from ringtrue.papers.form import Field, Form

SCORES = {str(level): str(level) for level in range(5)}

RATING = Form(
    sheet="Rating",
    fields=(
        Field(name="interview", title="Interview", fixed=True, required=True, width=24),
        Field(name="question", title="No.", fixed=True, required=True, width=10),
        Field(name="concept", title="Shows understanding of", fixed=True, width=18),
        Field(name="text", title="Question", fixed=True, width=44),
        Field(name="answer", title="Answer", fixed=True, width=56),
        Field(
            name="score",
            title="Points",
            choices=SCORES,
            help="From 0 to 4, by the anchors to the right. Leave it empty where the answer cannot be scored.",
            width=8,
        ),
        *(Field(name=f"level_{level}", title=f"Level {level}", fixed=True, width=30) for level in range(5)),
    ),
)
