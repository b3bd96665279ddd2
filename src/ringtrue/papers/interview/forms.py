"""The sheets of the interviews."""

from ringtrue.papers.form import Field, Form

ROLE_WORDS = {
    "customer": "Customer",
    "user": "User",
    "sponsor": "Sponsor",
    "service_owner": "Service owner",
    "process_owner": "Process owner",
    "practitioner": "Practitioner",
    "internal_supplier": "Internal supplier",
    "external_supplier": "External supplier",
    "top_management": "Top management",
}
"""The roles in words; a sheet of questions bears its role's."""

INTERVIEWS = Form(
    sheet="Interviews",
    fields=(
        Field(
            name="id",
            title="Interview",
            help="The id by which the answers name it. Give a further interview in the same role an id of its own.",
            required=True,
            width=30,
        ),
        Field(name="role", title="Asked as", choices=ROLE_WORDS, required=True, width=18),
        Field(name="service", title="Service", help="The id of the service that is spoken about.", width=18),
        Field(name="service_name", title="Name of the service", fixed=True, width=26),
        Field(name="leads", title="Leads", kind="number", fixed=True, help="How many leads ask for it."),
        Field(
            name="party",
            title="Person",
            help="The person's id as in the records; empty where the person is not to be known.",
            width=20,
        ),
        Field(name="team", title="Team", help="The team's id, where no person is named.", width=18),
        Field(name="day", title="Held on", kind="day"),
        Field(name="clock", title="At", kind="clock", help="The time of day, such as 09:30."),
        Field(name="auditor", title="Auditor", help="Who asked.", width=18),
    ),
)


def questions_form(role: str) -> Form:
    """The sheet of the questions for a role."""
    return Form(sheet=ROLE_WORDS[role], fields=_QUESTIONS)


_QUESTIONS = (
    Field(
        name="interview",
        title="Interview",
        required=True,
        help="Which interview it was asked in. Copy the row for a further interview.",
        width=26,
    ),
    Field(name="id", title="No.", help="Leave it empty for a question of your own.", width=30),
    Field(name="text", title="Question", required=True, width=46),
    Field(name="answer", title="Answer", help="As it was said. No names of persons.", width=56),
    Field(
        name="corroborated_by",
        title="Borne out by",
        help="The record, observation or number of evidence that bears the answer out; empty: nothing so far.",
        width=30,
    ),
    Field(name="follow_ups", title="Then ask", fixed=True, width=36),
    Field(name="evidence", title="Look for", fixed=True, width=36),
    Field(name="why", title="Asked because of", fixed=True, width=44),
    Field(name="lesson", title="Lesson", fixed=True, width=8),
    Field(name="clauses", title="Clauses", kind="list", fixed=True, width=16),
    Field(name="concept", title="Shows understanding of", fixed=True, width=18),
)
