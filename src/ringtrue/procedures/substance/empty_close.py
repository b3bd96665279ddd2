"""A case is closed with a result.

Why it matters: a case that ends as cancelled, unanswered or without a word counts as done, and the user may still wait.
What is judged: each closed or cancelled case. Deviation: its closing code says no response, cancelled or duplicate; or code and note are
both blank; or nobody confirmed it and the same requester came with another case for the same service within seven days.
Untestable: the requester is not known, where other cases name theirs. Lead: a team in the upper funnel of all teams.
Honest explanations: abandoned: a case closed for want of an answer is not counted where a message to the user stands three days
without a reply; nor is a duplicate that is linked to its original. Both are counted as a fact.
Choices: the phrases of codes stand in empty_close.toml, in four languages; further ones are a setting. Requests for something new are no
return. Where no export names requesters, returns are not looked for. The team is that of the case at its closing.
"""

import tomllib
from importlib.resources import files

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import funnel


def code_phrases(says: str) -> str:
    """The phrases of closing codes that say this (``no_response``, ``cancelled``, ``duplicate``, ``blank``), separated by ``;``."""
    content = tomllib.loads(files(__package__).joinpath("empty_close.toml").read_text("utf-8"))
    return ";".join(phrase for phrases in content[says].values() for phrase in phrases)


PROCEDURE = RecordProcedure(
    id="substance.empty-close",
    item_kind="case",
    object_kind="team",
    needs={"cases": ["close_code", "closed_at|state"]},
    deviation={
        "says_nothing": "was closed without a code or a note",
        "closed_without_answer": "was closed for want of an answer, and no message to the user is on record three days before",
        "closed_as_duplicate": "was closed as a duplicate without a link to its original",
        "closed_as_cancelled": "was cancelled",
        "closed_with_further_code": "was closed with a code that the audit names as empty",
        "came_back_unconfirmed": (
            "was closed without confirmation, and its requester came with another case for the same service within seven days"
        ),
    },
    show=["team", "close_code", "days_after", "explained"],
    lead_by="team",
    lead_when=funnel("above", ratio="least_ratio", least="least_cases"),
    settings=[
        Setting("least_ratio", 1.5, "D", "how many times the share of all teams a team must reach"),
        Setting("least_cases", 20, "D", "closed cases for a team to be judged"),
        Setting(
            "patience_hours", 72, "D", "hours that a message to the user must have stood without a reply"
        ),
        Setting(
            "further_codes",
            "",
            "D",
            "further phrases of codes that say that nothing was done, separated by ;",
        ),
        Setting("no_response_codes", code_phrases("no_response"), "D", "phrases of codes: no response"),
        Setting("cancelled_codes", code_phrases("cancelled"), "D", "phrases of codes: cancelled"),
        Setting("duplicate_codes", code_phrases("duplicate"), "D", "phrases of codes: duplicate"),
        Setting("blank_codes", code_phrases("blank"), "D", "whole codes that say nothing"),
    ],
    statement=(
        "{object} closed {deviations} of {n} cases without a result on record ({share}; all teams: "
        "{pooled}{mix})"
    ),
    explanations=[
        "the users really did not answer, or no longer needed it",
        "the team receives what others could not place, and must cancel much of it",
        "the result stands in another field or in another tool",
    ],
    ask=[
        Ask("practitioner", "Walk me through this case. What had the user when it was closed?"),
        Ask("user", "Was it over when your case was closed, and how did you learn that it was?"),
        Ask("process_owner", "Which codes count as done in your figures, and who looks at the others?"),
    ],
    disproof="The users of these cases say that they needed nothing more when the case was closed.",
    request="closed cases with closing code and note, team and requester, histories with messages to and from users, and links of duplicates",
    facts={
        "cases were closed for want of an answer after a message stood unanswered, or as duplicates of a linked original: not counted": (
            "count(*) filter (where explained)"
        ),
    },
    chart="funnel",
    chart_title="Share of cases closed without a result on record, by team",
)
