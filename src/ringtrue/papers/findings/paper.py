"""The finding log as a paper."""

from ringtrue.papers.findings.read import read
from ringtrue.papers.findings.write import write_excel
from ringtrue.papers.paper import Paper

PAPER = Paper(
    kind="findings",
    title="The finding log: findings, evidence, what became of the leads",
    write_excel=write_excel,
    read=read,
)
"""``ringtrue paper AUDIT findings``"""
