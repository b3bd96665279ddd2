"""What a lead says to ask is put to the role that can answer it, in words that do not answer it themselves."""

import pytest

from ringtrue import plugins
from ringtrue.method.questions.asked import AskedQuestion
from ringtrue.method.questions.check import check_question
from ringtrue.reports.language import languages, words

ASKS = sorted(
    {
        (one.declaration.id, ask.role, ask.question)
        for one in plugins.procedures()
        for ask in one.declaration.ask
    }
)


def test_every_procedure_says_whom_to_ask_what() -> None:
    assert {id for id, _, _ in ASKS} == {one.declaration.id for one in plugins.procedures()}


@pytest.mark.parametrize("language", languages())
def test_every_question_of_every_procedure_passes_the_check_that_auditors_questions_must_pass(
    language: str,
) -> None:
    told = words(language)
    faults = [
        (id, role, told(question), fault.kind, fault.words)
        for id, role, question in ASKS
        for fault in check_question(AskedQuestion(text=told(question), role=role, language=language))
    ]
    assert faults == []


@pytest.mark.parametrize("language", [language for language in languages() if language != "en"])
def test_every_question_is_put_in_the_language_of_the_report(language: str) -> None:
    told = words(language)
    assert [question for _, _, question in ASKS if told(question) == question] == []
