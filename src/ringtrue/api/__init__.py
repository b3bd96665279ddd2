"""The one door for the command line and the workbench: import, run, papers, samples, findings, reports, seal."""

from ringtrue.api.asking import check_questionnaire, concepts, questions, understanding, words
from ringtrue.api.catalogue import listed
from ringtrue.api.findings import (
    add_evidence,
    change_plan,
    dispose,
    draft_finding,
    keep_evidence,
    kept_evidence,
    proposed_plan,
    proposed_services,
    records,
)
from ringtrue.api.importing import Imported, fetch, import_sources, source_hashes
from ringtrue.api.interviewing import (
    answer_id,
    answers_to_rate,
    concept_names,
    interview_agenda,
    interviewed_roles,
    own_question,
    question_faults,
    question_put,
    scenario_question,
    scenarios,
    teams,
    tested_roles,
)
from ringtrue.api.mappings import change_mapping, mapping_text, scan, source_mapping
from ringtrue.api.papers import paper, record, request
from ringtrue.api.places import Progress, criteria
from ringtrue.api.reporting import (
    chart_svg,
    check_template,
    claim_rows,
    lead_lines,
    lead_rows,
    one_lead,
    overview,
    report,
    reports,
    save_template,
)
from ringtrue.api.running import (
    Audited,
    audit,
    change_settings,
    compare,
    gap,
    results_of,
    run,
    simulate,
    suggest,
    write_audit_file,
)
from ringtrue.api.sampling import (
    Drawn,
    draw_sample,
    evaluate_sample,
    extend_sample,
    sample,
    sample_sites,
    sample_told,
    sample_under_prior,
)
from ringtrue.api.sealing import seal, verify
from ringtrue.engine.audit.audit_file import audit_file_text
from ringtrue.engine.audit.audit_folder import AuditFolder, sha256
from ringtrue.engine.audit.load_issues import LoadIssues, load_issues
from ringtrue.engine.audit.tables_folder import read_about
from ringtrue.engine.records.journal import ChainedEntry, Journal, chain_line, read_chain, read_line
from ringtrue.engine.running.runs import KeptRun, kept_runs
from ringtrue.engine.sampling.frame import Filter as SampleFilter
from ringtrue.engine.sampling.steps import Asked as AskedSample
from ringtrue.engine.sampling.steps import Signed
from ringtrue.importers.preview import SourceMapping
from ringtrue.importers.reading.peek import PeekTable
from ringtrue.method.banks.scenarios import Scenario
from ringtrue.method.sampling.evaluate import Evaluation
from ringtrue.method.sampling.numbers import UnderPrior
from ringtrue.method.sampling.planning import Wish as SampleWish
from ringtrue.method.sampling.sites import SitesAsked
from ringtrue.method.states import moved, state_named
from ringtrue.method.understanding import PassShare, Understanding
from ringtrue.model.entry import Entry, NewEntry
from ringtrue.model.errors import JournalForked, MethodRefused, RingtrueError, UnreadableInput, WrongUse
from ringtrue.model.source import LoadIssue, SourceFile
from ringtrue.papers.desk import Recorded
from ringtrue.papers.questionnaire.checked import CheckedQuestionnaire
from ringtrue.papers.rating.to_rate import ToRate
from ringtrue.proposals import Suggestion
from ringtrue.reports.paged import Asked as AskedRows
from ringtrue.reports.paged import Rows
from ringtrue.reports.sections.one_lead import LeadLine, OneLead
from ringtrue.sources import change_sources, kept_sources
from ringtrue.tables import all_tables

__all__ = [
    "AskedRows",
    "AskedSample",
    "AuditFolder",
    "Audited",
    "ChainedEntry",
    "CheckedQuestionnaire",
    "Drawn",
    "Entry",
    "Evaluation",
    "Imported",
    "Journal",
    "JournalForked",
    "KeptRun",
    "LeadLine",
    "LoadIssue",
    "LoadIssues",
    "MethodRefused",
    "NewEntry",
    "OneLead",
    "PassShare",
    "PeekTable",
    "Progress",
    "Recorded",
    "RingtrueError",
    "Rows",
    "SampleFilter",
    "SampleWish",
    "Scenario",
    "Signed",
    "SitesAsked",
    "SourceFile",
    "SourceMapping",
    "Suggestion",
    "ToRate",
    "UnderPrior",
    "Understanding",
    "UnreadableInput",
    "WrongUse",
    "add_evidence",
    "all_tables",
    "answer_id",
    "answers_to_rate",
    "audit",
    "audit_file_text",
    "chain_line",
    "change_mapping",
    "change_plan",
    "change_settings",
    "change_sources",
    "chart_svg",
    "check_questionnaire",
    "check_template",
    "claim_rows",
    "compare",
    "concept_names",
    "concepts",
    "criteria",
    "dispose",
    "draft_finding",
    "draw_sample",
    "evaluate_sample",
    "extend_sample",
    "fetch",
    "gap",
    "import_sources",
    "interview_agenda",
    "interviewed_roles",
    "keep_evidence",
    "kept_evidence",
    "kept_runs",
    "kept_sources",
    "lead_lines",
    "lead_rows",
    "listed",
    "load_issues",
    "mapping_text",
    "moved",
    "one_lead",
    "overview",
    "own_question",
    "paper",
    "proposed_plan",
    "proposed_services",
    "question_faults",
    "question_put",
    "questions",
    "read_about",
    "read_chain",
    "read_line",
    "record",
    "records",
    "report",
    "reports",
    "request",
    "results_of",
    "run",
    "sample",
    "sample_sites",
    "sample_told",
    "sample_under_prior",
    "save_template",
    "scan",
    "scenario_question",
    "scenarios",
    "seal",
    "sha256",
    "simulate",
    "source_hashes",
    "source_mapping",
    "state_named",
    "suggest",
    "teams",
    "tested_roles",
    "understanding",
    "verify",
    "words",
    "write_audit_file",
]
