"""The corrective action log as a paper."""

from ringtrue.papers.actions.read import read
from ringtrue.papers.actions.word import write_word
from ringtrue.papers.actions.write import write_excel
from ringtrue.papers.paper import Paper

PAPER = Paper(
    kind="actions",
    title="The corrective action log: answers to findings, from correction to verified effect",
    write_excel=write_excel,
    write_word=write_word,
    read=read,
)
"""``ringtrue paper AUDIT actions``"""
