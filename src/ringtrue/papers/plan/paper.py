"""The audit plan as a paper."""

from ringtrue.papers.paper import Paper
from ringtrue.papers.plan.read import read
from ringtrue.papers.plan.word import write_word
from ringtrue.papers.plan.write import write_excel

PAPER = Paper(
    kind="plan",
    title="The audit plan: objectives, services by weight, team, schedule",
    write_excel=write_excel,
    write_word=write_word,
    read=read,
)
