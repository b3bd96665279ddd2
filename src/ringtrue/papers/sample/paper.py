"""The sample as a paper."""

from ringtrue.papers.paper import Paper
from ringtrue.papers.sample.read import read
from ringtrue.papers.sample.word import write_word
from ringtrue.papers.sample.write import write_excel

PAPER = Paper(
    kind="sample",
    title="The records of a sample to judge (--with sample=S-001; all open samples, if left out)",
    write_excel=write_excel,
    write_word=write_word,
    read=read,
)
"""``ringtrue paper AUDIT sample``"""
