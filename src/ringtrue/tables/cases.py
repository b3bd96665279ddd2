"""Incidents, requests and problems, as they stood when they were exported."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import CASE_KINDS, CASE_STATES

TABLE = Table(
    name="cases",
    meaning="Incidents, requests and problems, often called tickets, as they stood when exported,"
    " one row each.",
    columns=(
        Column(name="id", meaning="The number under which people speak of the case.", required=True),
        Column(
            name="kind",
            meaning="Whether something broke (incident), something was asked for (request),"
            " or a cause is sought (problem).",
            values=CASE_KINDS,
        ),
        Column(name="title", meaning="The short description, in one line."),
        Column(name="description", meaning="The full text in which the trouble or wish was reported."),
        Column(
            name="service",
            meaning="The catalogue's service that was hit or asked for; not the team or the component.",
            references="services",
        ),
        Column(
            name="configuration_item",
            meaning="The component that was hit.",
            references="configuration_items",
        ),
        Column(name="category", meaning="The category in which the case was filed, as the tool says."),
        Column(
            name="state",
            meaning="Where the case stood at the time of the export.",
            values=CASE_STATES,
        ),
        Column(
            name="opened_at",
            meaning="When the case began, as the record claims; the clock of a target starts here.",
            type=ColumnType.TIME,
        ),
        Column(
            name="recorded_at",
            meaning="When the tool wrote the record, as a stamp that nobody types in;"
            " it may be later than opened_at.",
            type=ColumnType.TIME,
        ),
        Column(
            name="resolved_at",
            meaning="When the provider last said that the service works again or the wish is fulfilled;"
            " the final closing may come days later.",
            type=ColumnType.TIME,
        ),
        Column(
            name="closed_at",
            meaning="When the record was finally closed, by a person or by the tool itself.",
            type=ColumnType.TIME,
        ),
        Column(
            name="closed_by",
            meaning="Who finally closed the record, which may be automation; not who resolved the case.",
            references="parties",
        ),
        Column(name="priority", meaning="How soon it is to be dealt with, as the tool says it."),
        Column(name="impact", meaning="How widely it hurts, as the tool says it."),
        Column(name="urgency", meaning="How little it can wait, as the tool says it."),
        Column(
            name="requester",
            meaning="The user who has the trouble or the wish, whom some tools call the customer;"
            " not who typed it in.",
            references="parties",
        ),
        Column(
            name="customer",
            meaning="The unit or company that agreed service levels for this user;"
            " not the person who called.",
            references="parties",
        ),
        Column(name="site", meaning="The place where the user works, not the place of the provider's team."),
        Column(name="channel", meaning="How it was reported, such as phone, mail or portal."),
        Column(name="environment", meaning="The environment that was hit, such as production or test."),
        Column(
            name="team",
            meaning="The team to which the case was assigned at the time of the export.",
            references="parties",
        ),
        Column(
            name="assignee",
            meaning="The person to whom the case was assigned at the time of the export.",
            references="parties",
        ),
        Column(
            name="supplier",
            meaning="The external or internal supplier who took part in it, if any.",
            references="parties",
        ),
        Column(
            name="users_affected",
            meaning="How many users could not work as they should; empty means unknown, never one.",
            type=ColumnType.INTEGER,
            unit="users",
        ),
        Column(
            name="major",
            meaning="Whether it was handled as a major incident by the organisation's own rule.",
            type=ColumnType.BOOLEAN,
        ),
        Column(name="close_code", meaning="The reason for closing that was chosen from the tool's list."),
        Column(name="close_note", meaning="The free text that was written at the solution or closing."),
        Column(
            name="exclusion",
            meaning="Why the case is left out of the reported service level; empty if it is not left out.",
        ),
        Column(
            name="breach_reason",
            meaning="The reason that was recorded for missing the target; empty if none was.",
        ),
        Column(
            name="elapsed_minutes",
            meaning="The time to resolution that the tool reports, taken as a claim and never used instead of"
            " the times themselves.",
            type=ColumnType.NUMBER,
            unit="minutes",
        ),
        Column(
            name="reassignment_count",
            meaning="How often the tool says that the case went to another team or person.",
            type=ColumnType.INTEGER,
            unit="times",
        ),
        Column(
            name="reopen_count",
            meaning="How often the tool says that the case was opened again after its resolution.",
            type=ColumnType.INTEGER,
            unit="times",
        ),
        Column(
            name="reported_attained",
            meaning="Whether the tool claims that the case met its target; never recomputed.",
            type=ColumnType.BOOLEAN,
        ),
        Column(
            name="in_reports",
            meaning="Whether the case is counted in the reports that customers and management see.",
            type=ColumnType.BOOLEAN,
        ),
    ),
)
