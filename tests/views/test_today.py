"""Up to when papers are looked at."""

from datetime import datetime

from tests.given import view

REQUIREMENTS = [
    {"id": "R1", "statement": "works", "confirmed_at": "2024-03-01T00:00Z", "tested_at": "2024-04-01T00:00Z"}
]
CASES = [{"id": "I1", "opened_at": "2024-05-01T00:00Z"}]


def test_papers_alone_end_with_their_last_date():
    assert view("today", {"requirements": REQUIREMENTS}) == [{"at": datetime(2024, 4, 1)}]


def test_the_end_of_the_data_comes_first_where_cases_tell_it():
    assert view("today", {"requirements": REQUIREMENTS, "cases": CASES}) == [{"at": datetime(2024, 5, 1)}]
