"""The canonical tables are declared as the contract has them, and each column says what it means."""

import re
from collections.abc import Callable

import pytest

from ringtrue.tables import PROVENANCE, Column, ColumnType, Table, all_tables, table

CONTRACT = """
parties | id*, name, kind (person, team, unit, company, shared_mailbox, automation), parent, provider_side, calendar, active_from, active_to
role_assignments | party*, role* (customer, user, sponsor, service_owner, process_owner, practitioner, internal_supplier, external_supplier, top_management, auditor), service, process, duty (R, A, C, I), valid_from, valid_to
services | id*, name*, owner, criticality (critical, high, medium, low), status (live, design, retired), live_from, intended_outcome, parent, calendar
service_dependencies | service*, depends_on*, kind (service, configuration_item, supplier)
configuration_items | id*, name, kind, service, status, verified_at
needs | id*, service, party, statement*, importance (critical, high, medium, low), captured_at, confirmed_at
trace_links | from_kind*, from*, to_kind*, to*
requirements | id*, service, needs, facet (utility, availability, capacity, security, continuity, experience, sustainability, other), statement*, metric, operator, target, unit, source_party, agreed_at, confirmed_at, changed_at, review_days, tested_at, test_interval_days
agreements | id*, kind* (sla, ola, underpinning_contract), service, customer, supplier, signed_by, agreed_at, recorded_at, valid_from, valid_to, satisfaction_target, review_days
targets | id*, agreement, service, requirement, metric*, case_kind, priority, operator, value*, unit, attainment_target, calendar, pause_states, valid_from, valid_to, recorded_at
objectives | id*, statement*, owner, service, priority, target, reading, unit, state, starts_at, ends_at
measures | id*, service, requirements, objective, name*, definition, kind (activity, output, outcome), kind_second_rater, unit, direction (up, down), target
measurements | measure*, period_start*, period_end*, value*, reported_status (green, amber, red)
reviews | id*, kind* (service_review, management_review, internal_audit, change_board), service, held_at*, attendees, findings, decisions, measures_read
actions | id*, kind* (decision, correction, corrective_action, improvement), origin_kind (complaint, survey, review, finding, problem, audit, measure), origin, service, clause, cause, measures, raised_at, decided_at, done_at, checked_at, effective, owner
cases | id*, kind (incident, request, problem), title, description, service, configuration_item, category, state, opened_at, recorded_at, resolved_at, closed_at, closed_by, priority, impact, urgency, requester, customer, site, channel, environment, team, assignee, supplier, users_affected, major, close_code, close_note, exclusion, breach_reason, elapsed_minutes, reassignment_count, reopen_count, reported_attained, in_reports
case_events | case*, at*, sequence, recorded_at, activity (registered, classified, assigned, work_started, note, message_to_user, reply_from_user, waiting, resumed, field_changed, escalated, linked, resolved, confirmed, reopened, closed), raw_activity, state (new, assigned, in_progress, waiting_user, waiting_supplier, waiting_change, waiting_other, resolved, closed, cancelled), raw_state, actor, team, acting_team, field, old, new, note
target_runs | case*, target, metric, started_at, stopped_at, due_at, original_due_at, elapsed_minutes, paused_minutes, state (running, paused, met, missed, cancelled), reported_attained
case_links | from*, from_kind (case, change, problem), to*, to_kind, kind* (caused_by, resolved_by, problem_of, duplicate_of, child_of, related)
changes | id*, service, class (standard, normal, emergency), major, requester, implementer, created_at, planned_start, started_at, ended_at, tested, backout, reviewed_at, outcome, intended_outcome, achieved_outcome
approvals | id*, object_kind* (change, document, requirement, target, agreement, control_record), object*, requester, approver*, decision, decided_at*, recorded_at
gate_items | change*, item*, required, present, recorded_at, sent_back
outages | id*, service*, started_at*, ended_at, user_visible, excluded, exclusion_announced_at, exclusion_recorded_at
survey_invites | id*, case, service, party, role, sent_at
survey_responses | id*, invite, case, service, party, role, item, score*, scale_min, scale_max, answered_at, comment
survey_rounds | id*, service, sent_from, sent_to, throttle_days, claimed_share, nonresponse_check
complaints | id*, service, party, role, received_at*, decided_at, outcome
documents | id*, title*, kind, clauses, owner, status, review_days
document_versions | document*, version*, text, approved_by, approved_at, recorded_at, next_review_at
controls | id*, document, clause, statement*, object_kind (case, change, service), applies_to, step, after_step, mandatory, interval_days, owner, entitled_roles, recording_hours, in_force_from, in_force_to
control_records | id*, control*, object, performed_at*, recorded_at, performed_by, approved_by
training_records | party*, course*, completed_at
questions | id*, text*, lesson, clauses, allowed_roles, concept, open, expected_evidence
interviews | id*, party, role*, service, held_at*, auditor
answers | interview*, question*, text, score, rater, corroborated_by
context_events | id*, kind* (contract, reorganisation, law, major_incident, demand, campaign, migration, freeze, transfer, external_audit), service, at*, until, note
calendars | id*, zone*, weekday*, opens*, closes*
holidays | calendar*, day*
"""

LISTS = """requirements.needs targets.pause_states measures.requirements reviews.attendees
reviews.measures_read actions.measures documents.clauses controls.applies_to controls.entitled_roles
questions.clauses questions.allowed_roles"""
BOOLEANS = """parties.provider_side actions.effective cases.major cases.reported_attained cases.in_reports
target_runs.reported_attained changes.major changes.tested changes.backout gate_items.required
gate_items.present gate_items.sent_back outages.user_visible outages.excluded survey_rounds.nonresponse_check
controls.mandatory questions.open"""
OTHER_TIMES = """parties.active_from parties.active_to services.live_from changes.planned_start
measurements.period_start measurements.period_end survey_rounds.sent_from survey_rounds.sent_to
context_events.at context_events.until case_events.at controls.in_force_from controls.in_force_to"""

COLUMN = re.compile(r"(\w+)(\*?)(?: \(([^)]*)\))?(?:, |$)")
EVERY_COLUMN = [(declared, column) for declared in all_tables().values() for column in declared.columns]


def _contract() -> dict[str, list[tuple[str, bool, tuple[str, ...]]]]:
    """Of each table of the contract its columns: name, required, values of the enumeration."""
    lines = (line.split(" | ") for line in CONTRACT.strip().splitlines())
    return {
        name: [
            (column, bool(star), tuple(values.split(", ")) if values else ())
            for column, star, values in COLUMN.findall(columns)
        ]
        for name, columns in lines
    }


def _where(condition: Callable[[Column], bool]) -> set[str]:
    """The columns, as ``table.column``, for which the condition holds."""
    return {f"{declared.name}.{column.name}" for declared, column in EVERY_COLUMN if condition(column)}


def _of(type_: ColumnType) -> set[str]:
    return _where(lambda column: column.type is type_)


def _is_sentence_of_its_own(column: Column) -> bool:
    words = set(re.findall(r"[a-z]+", column.meaning.lower()))
    adds = words - set(column.name.split("_")) - {"the", "a", "of", "this", "is"}
    one_sentence = re.fullmatch(r"[A-Z][^\n]+[^.]\.", column.meaning) and ". " not in column.meaning
    return bool(one_sentence) and len(adds) >= 2


def test_every_table_of_the_contract_is_declared_and_no_other() -> None:
    assert set(all_tables()) == set(_contract())


@pytest.mark.parametrize("name", _contract())
def test_a_table_has_the_columns_of_the_contract_in_their_order(name: str) -> None:
    assert [column.name for column in table(name).columns] == [column for column, _, _ in _contract()[name]]


@pytest.mark.parametrize("name", _contract())
def test_the_starred_columns_are_required_and_no_others(name: str) -> None:
    assert table(name).required == tuple(column for column, star, _ in _contract()[name] if star)


@pytest.mark.parametrize("name", _contract())
def test_the_enumerations_of_the_contract_have_its_values(name: str) -> None:
    for column, _, values in _contract()[name]:
        if values:
            assert table(name).column(column).values == values


@pytest.mark.parametrize("name", _contract())
def test_rows_are_unique_by_id_wherever_a_table_has_one(name: str) -> None:
    has_id = _contract()[name][0][0] == "id"
    assert table(name).unique_id == (has_id and name != "calendars")


def test_every_reference_names_a_table_that_has_ids() -> None:
    for _, column in EVERY_COLUMN:
        if column.references is not None:
            assert table(column.references).columns[0].name == "id"
            assert column.type in (ColumnType.TEXT, ColumnType.LIST)


def test_the_values_of_an_enumeration_are_lower_case_words_but_for_the_letters_of_a_duty() -> None:
    odd = _where(lambda column: not all(re.fullmatch(r"[a-z]+(_[a-z]+)*", value) for value in column.values))
    assert odd == {"role_assignments.duty"}


def test_the_values_of_an_enumeration_are_distinct_in_any_case() -> None:
    assert (
        _where(lambda column: len({value.lower() for value in column.values}) < len(column.values)) == set()
    )


def test_every_meaning_is_one_sentence_and_no_repetition_of_the_name() -> None:
    assert _where(lambda column: not _is_sentence_of_its_own(column)) == set()


def test_a_meaning_that_only_repeats_its_name_would_be_noticed() -> None:
    assert not _is_sentence_of_its_own(Column(name="opened_at", meaning="The opened at."))
    assert not _is_sentence_of_its_own(Column(name="opened_at", meaning="When the case began"))


@pytest.mark.parametrize("declared", all_tables().values(), ids=all_tables())
def test_a_table_says_what_a_row_is(declared: Table) -> None:
    assert re.fullmatch(r"[A-Z][^.]+ one row [^.]+\.", declared.meaning)


@pytest.mark.parametrize("declared", all_tables().values(), ids=all_tables())
def test_no_column_is_named_twice_or_like_the_provenance(declared: Table) -> None:
    names = [column.name for column in (*declared.columns, *PROVENANCE)]
    assert len(names) == len(set(names))


def test_every_number_has_a_unit_and_nothing_else_has_but_counts() -> None:
    assert _where(lambda column: column.type is ColumnType.NUMBER and not column.unit) == set()
    with_unit = _where(lambda column: column.unit is not None)
    assert with_unit <= _of(ColumnType.NUMBER) | _of(ColumnType.INTEGER)


def test_what_the_contract_calls_lists_and_truth_values_is_of_that_kind() -> None:
    assert _of(ColumnType.LIST) == set(LISTS.split())
    assert _of(ColumnType.BOOLEAN) == set(BOOLEANS.split())


def test_all_times_are_moments_but_holidays_which_are_local_days() -> None:
    by_name = _where(lambda column: column.name.endswith("_at") or column.name in ("valid_from", "valid_to"))
    assert _of(ColumnType.TIME) == by_name | set(OTHER_TIMES.split())
    assert _of(ColumnType.DATE) == {"holidays.day"}


def test_the_hours_of_a_calendar_are_clock_times() -> None:
    assert _of(ColumnType.CLOCK) == {"calendars.opens", "calendars.closes"}


def test_all_roles_are_spoken_of_in_the_same_words() -> None:
    roles = table("role_assignments").column("role").values
    for other in ("survey_invites", "survey_responses", "complaints", "interviews"):
        assert table(other).column("role").values == roles


def test_priority_impact_and_urgency_stay_as_the_tool_says_them() -> None:
    for name in ("priority", "impact", "urgency"):
        assert table("cases").column(name).values == ()


def test_an_unknown_column_is_a_key_error_that_names_the_table() -> None:
    with pytest.raises(KeyError, match="table cases has no column opened"):
        table("cases").column("opened")
