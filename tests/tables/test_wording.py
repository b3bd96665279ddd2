"""Sentences in the words of the field: names of ours become words, minutes hours, and nobody else's names are touched."""

import pytest

from ringtrue.tables.wording import in_words, value_in_words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "2 of 8 targets were loosened (resolution_minutes of priority 1 from 240.0 to 360.0)",
            "2 of 8 targets were loosened (time to resolve of priority 1 from 4 h to 6 h)",
        ),
        ("response_minutes from 15 to 30", "time to respond from 15 min to 30 min"),
        ("resolution_minutes from 90.0 to 240.0", "time to resolve from 90 min to 240 min"),
        ("below the target of 1440 minutes", "below the target of 24 h"),
        ("closed 24 cases within 10 minutes", "closed 24 cases within 10 minutes"),
        (
            "changes were given without major, achieved_outcome or intended_outcome",
            "changes were given without major, achieved outcome or intended outcome",
        ),
        ("service_dependencies were not given", "service dependencies were not given"),
        ("the column case_events.state", "the column state of case events"),
        ("put to the process_owner", "put to the process owner"),
        ("availability_percent", "availability"),
    ],
)
def test_our_names_are_said_in_words(text: str, told: str) -> None:
    assert in_words(text).replace("\u00a0", " ") == told


@pytest.mark.parametrize(
    "text",
    [
        "cmdb_ci and short_description were not used",
        "control_records.csv, row 3",
        "sources/case_events.parquet",
        "tickets_per_agent from 3 to 4",
        "queue_minutes from 300 to 400",
        "service-01: 3.5 of 4",
        "a sentence. another one",
        "cases.unheard_of",
    ],
)
def test_names_of_others_stay_as_they_are(text: str) -> None:
    assert in_words(text) == text


def test_a_value_is_said_in_words_only_where_it_is_one_of_our_fixed_words() -> None:
    assert value_in_words("waiting_user") == "waiting user"
    assert value_in_words("resolution_minutes") == "time to resolve"
    assert value_in_words("my_own_state") == "my_own_state"
