"""A lead by itself in another language: our words told, names and data as they are."""

from dataclasses import replace

from ringtrue.reports.language import DEFAULT, figures, words
from ringtrue.reports.parts import Term
from ringtrue.reports.sections.one_lead import LeadLine, OneLead
from ringtrue.reports.translated import told_in


def line_told(line: LeadLine, language: str) -> LeadLine:
    """A line of the list of leads; what its language does not know stays English."""
    if language == DEFAULT:
        return line
    say = words(language)
    return replace(line, statement=say(line.statement), title=say(line.title))


def lead_told(found: OneLead, language: str) -> OneLead:
    """A lead with its claim's sentence, numbers, charts and advice."""
    if language == DEFAULT:
        return found
    say, figure = words(language), figures(language)
    return replace(
        found,
        line=line_told(found.line, language),
        judged=say(found.judged),
        numbers=tuple(Term(name=say(one.name), text=figure(say(one.text))) for one in found.numbers),
        figures=told_in(found.figures, language),
        advice=told_in(found.advice, language),
    )
