"""Each question was put to a role that can answer it.

Why it matters: a user asked about strategy and a customer asked about screens both answer politely, and neither answer is evidence.
What is judged: each question that was put in an interview. Deviation: the role of the interview is not among those that may be asked it.
Untestable: the question does not say whom it is for; the interview is not on record.
Lead: any such question. It is a fault of the audit itself, and its answers should not be used.
"""

from ringtrue.model import Ask, RecordProcedure
from ringtrue.statistics.judges import any_deviation

PROCEDURE = RecordProcedure(
    id="roles.question-role-fit",
    item_kind="question_put",
    object_kind="question",
    needs={"questions": ["allowed_roles"], "interviews": ["role"], "answers": ["question"]},
    untestable={
        "question_unknown": "the question is not on record, or does not say whom it is for",
        "interview_unknown": "the interview is not on record",
    },
    deviation={"wrong_role": "was put to a role that it is not for"},
    show=["question", "role", "allowed_roles"],
    lead_by="question",
    lead_when=any_deviation(),
    statement="Question {object} was put {deviations} of {n} times to a role that it is not for. Leave those answers out",
    explanations=["the person holds several roles, and was asked in another one"],
    ask=[Ask("auditor", "Who can answer this instead, and can they still be asked?")],
    disproof="The notes show that the person was asked in a role that the question is for.",
    request="the questions with the roles they are for, and the interviews with the role in which each person was asked",
)
