"""The self-test as a paper."""

from ringtrue.papers.paper import Paper
from ringtrue.papers.self_test.read import read
from ringtrue.papers.self_test.write import write_excel, write_word

PAPER = Paper(
    kind="self-test",
    title="Scenarios with which staff test their understanding",
    write_excel=write_excel,
    write_word=write_word,
    read=read,
)
