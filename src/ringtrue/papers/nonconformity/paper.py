"""The nonconformity report as a paper."""

from ringtrue.papers.actions.read import read
from ringtrue.papers.nonconformity.word import write_word
from ringtrue.papers.nonconformity.write import write_excel
from ringtrue.papers.paper import Paper

PAPER = Paper(
    kind="nonconformity",
    title="A nonconformity report to answer; finding=F-001 chooses one",
    write_excel=write_excel,
    write_word=write_word,
    read=read,
)
"""``ringtrue paper AUDIT nonconformity --with finding=F-001``"""
