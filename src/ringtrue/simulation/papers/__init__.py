"""The papers of the organisation: canonical tables, written from what was lived."""

from collections.abc import Mapping

from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers.agreements import agreements, targets
from ringtrue.simulation.papers.approvals import approvals
from ringtrue.simulation.papers.catalogue import calendars, holidays, parties, role_assignments, services
from ringtrue.simulation.papers.complaints import actions, complaints
from ringtrue.simulation.papers.context import context_events
from ringtrue.simulation.papers.controls import control_records, controls
from ringtrue.simulation.papers.documents import document_versions, documents
from ringtrue.simulation.papers.readings import measurements
from ringtrue.simulation.papers.reviews import reviews
from ringtrue.simulation.papers.rows import Rows
from ringtrue.simulation.papers.surveys import survey_invites, survey_responses
from ringtrue.simulation.papers.thread import measures, needs, requirements

_WRITERS = (
    actions,
    agreements,
    approvals,
    calendars,
    complaints,
    context_events,
    control_records,
    controls,
    document_versions,
    documents,
    holidays,
    measurements,
    measures,
    needs,
    parties,
    requirements,
    reviews,
    role_assignments,
    services,
    survey_invites,
    survey_responses,
    targets,
)


def papers(organisation: Organisation) -> Mapping[str, Rows]:
    """All canonical tables of the organisation by name. Times are seconds since 1970 (UTC)."""
    return {writer.__name__: writer(organisation) for writer in _WRITERS}
