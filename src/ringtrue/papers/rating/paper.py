"""The raters' sheet as a paper."""

from ringtrue.papers.paper import Paper
from ringtrue.papers.rating.read import read
from ringtrue.papers.rating.write import write_excel, write_word

PAPER = Paper(
    kind="rating",
    title="Answers with anchors, for one rater to score",
    write_excel=write_excel,
    write_word=write_word,
    read=read,
)
