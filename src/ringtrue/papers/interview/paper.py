"""The interviews as a paper."""

from ringtrue.papers.interview.read import read
from ringtrue.papers.interview.word import write_word
from ringtrue.papers.interview.write import write_excel
from ringtrue.papers.paper import Paper

PAPER = Paper(
    kind="interview",
    title="Interview sheets by role: what the leads ask, and questions that suit",
    write_excel=write_excel,
    write_word=write_word,
    read=read,
)
