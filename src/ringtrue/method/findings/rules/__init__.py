"""The rules that a finding may not break, each a function of the finding and what is known of the audit."""

from collections.abc import Callable, Iterator

from ringtrue.method.findings.known import Known
from ringtrue.method.findings.rules.evidence import evidence_rules
from ringtrue.method.findings.rules.grade import grade_rules
from ringtrue.method.findings.rules.people import people_rules
from ringtrue.method.findings.rules.requirement import requirement_rules
from ringtrue.method.findings.rules.statement import statement_rules
from ringtrue.model.finding import Finding, Refusal

Rules = Callable[[Finding, Known], Iterator[Refusal]]

RULES: tuple[Rules, ...] = (statement_rules, requirement_rules, evidence_rules, grade_rules, people_rules)
