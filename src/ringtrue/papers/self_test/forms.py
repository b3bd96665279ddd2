"""The sheets of the self-test."""

from collections.abc import Mapping

from ringtrue.model.errors import WrongUse
from ringtrue.papers.form import Field, Form
from ringtrue.papers.interview.forms import ROLE_WORDS
from ringtrue.papers.paper import Wanted

TESTED = (
    "practitioner",
    "service_owner",
    "process_owner",
    "internal_supplier",
    "external_supplier",
    "top_management",
    "auditor",
)
"""The roles whose understanding is tested."""
TESTED_WORDS: Mapping[str, str] = {role: ROLE_WORDS.get(role, "Auditor") for role in TESTED}
OF_EACH_CONCEPT = 2

ABOUT_YOU = Form(
    sheet="About you",
    fields=(
        Field(
            name="code",
            title="Code",
            help="A word of your own by which you recognise your sheet. Not your name.",
            required=True,
            width=24,
        ),
        Field(name="role", title="You answer as", choices=TESTED_WORDS, required=True, width=20),
        Field(name="team", title="Team", help="The id or name of your team.", width=24),
        Field(name="service", title="Service", help="The service that you work for most.", width=24),
        Field(name="day", title="Day", kind="day", required=True),
    ),
)

QUESTIONS = Form(
    sheet="Questions",
    fields=(
        Field(name="id", title="No.", fixed=True, required=True, width=8),
        Field(name="situation", title="Situation", fixed=True, width=60),
        Field(name="question", title="Question", fixed=True, required=True, width=44),
        Field(name="answer", title="Your answer", help="Two or three sentences are enough.", width=70),
    ),
)


def chosen_role(wanted: Wanted) -> str:
    """The role that was chosen; practitioners, where none was. WrongUse where it is not tested."""
    role = wanted.options.get("role", "practitioner")
    if role not in TESTED:
        raise WrongUse(f'there is no self-test for "{role}". There are: {", ".join(TESTED)}.')
    return role


def chosen_number(wanted: Wanted) -> int:
    """How many scenarios of each concept were chosen."""
    told = wanted.options.get("each", str(OF_EACH_CONCEPT))
    if not told.isdigit() or int(told) < 1:
        raise WrongUse(f"each={told}: expected how many scenarios of each concept, such as each=2.")
    return int(told)
