"""The four sheets of the plan."""

from ringtrue.model.plan import ACTIVITIES, COMPETENCES, TEAM_ROLES
from ringtrue.papers.form import Field, Form

_ROLES = {role: role.replace("_", " ") for role in TEAM_ROLES}
_ACTIVITIES = {activity: activity.replace("_", " ") for activity in ACTIVITIES}
SKILLS = {
    "method": "Method of auditing",
    "standard": "Criteria",
    "service_management": "Service management",
    "sector": "The auditee's sector",
    "data_analysis": "Data analysis",
}
_LEVELS = {"0": "0 none", "1": "1 some", "2": "2 able", "3": "3 expert"}

ABOUT_THE_AUDIT = (
    ("objectives", "Objectives", "One a line: what is to be known after the audit?"),
    ("criteria", "Criteria", "One a line: by what is judged, such as iso20000-1:2018+amd1:2024."),
    ("method", "Method", "The edition of the guidance on auditing that is followed."),
    ("period", "Period", "First and last day, both included, such as 2026-01-01 to 2026-06-30."),
    ("exclusions", "Left out, and why", "Services, sites, clauses that are not looked at."),
    ("risks", "Risks to the audit", "What could make its conclusions wrong, and what is done about it."),
    ("remote", "Remote work", "What is done from afar, with which means, and what cannot be seen so."),
    ("confidentiality", "Confidentiality", "Who sees what; what becomes of the data afterwards."),
    ("approved_by", "Approved by", "Who approved this plan."),
    ("approved_on", "Approved on", "The day of the approval, such as 2026-09-30."),
)
"""The lines of the first sheet: the name, the words, the help."""

AUDIT = Form(
    sheet="Audit",
    fields=(
        Field(name="line", title="What", fixed=True, width=26),
        Field(name="value", title="Fill in", width=70),
        Field(name="help", title="Help", fixed=True, width=60),
    ),
)

SERVICES = Form(
    sheet="Services",
    fields=(
        Field(name="service", title="Service", help="The id of the service in the catalogue.", required=True),
        Field(name="name", title="Name", width=30),
        Field(
            name="criticality",
            title="Criticality",
            choices={one: one for one in ("critical", "high", "medium", "low")},
        ),
        Field(name="leads", title="Leads", kind="number", help="Leads that name it in the last run."),
        Field(
            name="changes",
            title="Changes",
            kind="number",
            help="Changes in the last 365 days of the records.",
        ),
        Field(
            name="last_audit",
            title="Last audit",
            kind="day",
            help="The last internal audit of it in the records.",
        ),
        Field(
            name="weight",
            title="Weight",
            kind="number",
            help="0 to 12: criticality, leads, years since the last audit and changes, 0 to 3 each. Change it where you know better.",
        ),
        Field(name="in_scope", title="In scope", kind="yes", help="yes: this audit looks at it."),
        Field(name="reason", title="Reason", help="Why it is left out, or why it is in.", width=40),
    ),
)

TEAM = Form(
    sheet="Team",
    fields=(
        Field(name="name", title="Person", required=True, width=24),
        Field(name="role", title="Role in the audit", choices=_ROLES, required=True),
        Field(name="organisation", title="Organisation", width=24),
        Field(
            name="own_work",
            title="Own work",
            kind="list",
            help="Services and clauses in which the person works or worked in the last two years; separated by ;",
            width=30,
        ),
        Field(
            name="conflicts_declared_on",
            title="Conflicts declared on",
            kind="day",
            help="The day on which the person declared conflicts of interest, or that there are none.",
        ),
        *(Field(name=skill, title=SKILLS[skill], choices=_LEVELS) for skill in COMPETENCES),
        Field(name="evaluated", title="Shown by", help="What this evaluation rests on.", width=40),
    ),
)

SCHEDULE = Form(
    sheet="Schedule",
    fields=(
        Field(name="day", title="Day", kind="day", required=True),
        Field(name="starts", title="From", kind="clock", required=True),
        Field(name="ends", title="To", kind="clock", required=True),
        Field(name="activity", title="Activity", choices=_ACTIVITIES, required=True, width=18),
        Field(name="subject", title="Subject", width=40),
        Field(
            name="services", title="Services", kind="list", help="Ids of services, separated by ;", width=24
        ),
        Field(
            name="clauses", title="Clauses", kind="list", help="Numbers of clauses, separated by ;", width=20
        ),
        Field(
            name="auditors",
            title="Auditors",
            kind="list",
            help="Persons of the team, separated by ;",
            width=24,
        ),
        Field(name="with_whom", title="With whom", help="Functions rather than names.", width=30),
        Field(name="place", title="Place", help="A room, a site, or remote.", width=20),
    ),
)
