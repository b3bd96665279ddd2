"""Each finding about a question names the words, the reason and a better way to ask."""

import pytest

from ringtrue.method.questions import AskedQuestion, check_question, check_questions
from ringtrue.method.questions.fault import KINDS, fault
from ringtrue.method.questions.role_fit import ROLE_NAMES, themes
from ringtrue.method.questions.wording import language_of, wording
from ringtrue.model.errors import WrongUse
from ringtrue.tables.vocabulary import ROLES


def test_a_strategic_question_to_a_user_names_the_word_and_whom_to_ask_instead() -> None:
    (found,) = check_question(AskedQuestion(text="What is the strategy behind this service?", role="user"))
    assert (found.kind, found.words) == ("role", "strategy")
    assert "cannot know" in found.reason["en"]
    assert "customer, sponsor, top management" in found.better["en"]
    assert "last interruption" in found.better["en"]


def test_a_screen_fault_put_to_a_customer_is_told_in_german_to_who_reads_german() -> None:
    (found,) = check_question(
        AskedQuestion(text="Welche Fehlermeldung erscheint bei der Anmeldung?", role="customer")
    )
    told = found.told("de")
    assert (told["name"], told["words"]) == ("Rolle kann es nicht wissen", "Fehlermeldung")
    assert "Anwender" in told["better"]


def test_the_same_question_to_who_can_answer_it_is_no_fault() -> None:
    for role in ("customer", "sponsor", "top_management"):
        assert (
            check_question(AskedQuestion(text="What is the strategy behind this service?", role=role)) == ()
        )


def test_declared_roles_decide_alone_as_they_do_in_the_procedure() -> None:
    text = "What is the strategy behind this service?"
    assert check_question(AskedQuestion(text=text, role="user", allowed_roles=("user",))) == ()
    (found,) = check_question(AskedQuestion(text=text, role="sponsor", allowed_roles=("customer", "user")))
    assert found.reason["en"] == "It is for customer, user, and is put to: sponsor."


def test_a_question_of_the_bank_is_known_by_its_words_whatever_its_marks() -> None:
    text = "which result do you buy  with this service"
    assert check_question(AskedQuestion(text=text, role="customer")) == ()
    (found,) = check_question(AskedQuestion(text=text, role="practitioner"))
    assert (found.kind, "It is for customer" in found.reason["en"]) == ("role", True)


def test_without_a_role_only_the_wording_is_checked() -> None:
    assert check_question(AskedQuestion(text="What is the strategy behind this service?")) == ()
    (found,) = check_question(AskedQuestion(text="Is there a strategy?"))
    assert found.kind == "closed"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Is it done?", ["closed"]),
        ("Is it done, and how do you know?", []),
        ("Can you show me the last one?", []),
        ("Do you know who the owner is?", ["closed"]),
        ("Show me the last one. Was it over when it closed?", []),
        ("Kennen Sie den Verantwortlichen?", ["closed"]),
        ("Wird das geprüft, und wie geschieht das?", []),
        ("Könnten Sie mir bitte den letzten zeigen?", []),
    ],
)
def test_a_question_is_closed_where_yes_or_no_would_do(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in check_question(AskedQuestion(text=text))] == kinds


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("Who are your customers, and how often do you meet them?", False),
        ("Who are your customers, and how are new colleagues trained for the night shift?", True),
        ("How are roles and responsibilities made known?", False),
        ("How do you plan releases as well as record incidents?", True),
        ("Wer sind Ihre Kunden, und wie erfahren Sie von deren Bedarf?", False),
        ("Wer sind Ihre Kunden, und wie werden neue Kolleginnen für die Nacht geschult?", True),
        ("What did you decide? Since when?", False),
    ],
)
def test_a_question_is_two_where_the_second_part_does_not_go_back_to_the_first(
    text: str, doubled: bool
) -> None:
    assert ("double" in [one.kind for one in check_question(AskedQuestion(text=text))]) == doubled


def test_what_is_quoted_is_not_said() -> None:
    text = 'How did you answer the customer who wrote "this is a terrible mess, obviously"?'
    assert check_question(AskedQuestion(text=text, role="service_owner")) == ()


def test_a_term_of_the_trade_is_jargon_only_to_who_need_not_know_it() -> None:
    text = "How is the CMDB kept?"
    assert [one.kind for one in check_question(AskedQuestion(text=text, role="process_owner"))] == []
    assert "jargon" in [one.kind for one in check_question(AskedQuestion(text=text, role="user"))]


def test_one_fault_of_a_kind_is_enough() -> None:
    text = "Surely you agree that this is obviously right, isn't it?"
    assert [one.kind for one in check_question(AskedQuestion(text=text))].count("leading") == 1


def test_an_empty_question_and_one_of_a_hundred_thousand_letters_are_checked_without_harm() -> None:
    assert check_question(AskedQuestion(text="", role="user")) == ()
    for piece in ("why and ", "a", '"', "und wie ", "satisfied with a ", "("):
        check_question(AskedQuestion(text=piece * (100_000 // len(piece)) + "?", role="user"))


def test_a_role_that_is_not_there_is_refused() -> None:
    with pytest.raises(WrongUse, match='there is no role "boss"'):
        AskedQuestion(text="Who?", role="boss")


def test_every_kind_every_role_and_every_theme_is_told_in_both_languages() -> None:
    for kind in KINDS:
        told = fault(kind, "words")
        assert all(set(part) == {"en", "de"} for part in (told.name, told.reason, told.better))
    assert set(ROLE_NAMES) == set(ROLES)
    for theme in themes():
        assert set(theme.words) == set(theme.name) == {"en", "de"}
        assert set(theme.cannot) & set(theme.ask) == set()


def test_questions_keep_their_order() -> None:
    asked = [AskedQuestion(text="Is it?"), AskedQuestion(text="How is it?")]
    assert [len(found) for _, found in check_questions(asked)] == [1, 0]


def test_the_language_is_told_by_the_words() -> None:
    assert (language_of("What was it?"), language_of("Was war das?")) == ("en", "de")
    assert wording("fr") == wording("en")
