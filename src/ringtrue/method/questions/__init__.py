"""Whether a question is put to somebody who can answer it, in words that leave the answer open. Faults are the audit's own."""

from ringtrue.method.questions.asked import AskedQuestion
from ringtrue.method.questions.check import check_question, check_questions
from ringtrue.method.questions.fault import QuestionFault

__all__ = ["AskedQuestion", "QuestionFault", "check_question", "check_questions"]
