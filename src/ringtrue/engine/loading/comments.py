"""Comments that the user sees: replies where the requester wrote them, messages to the user where somebody else did."""

from duckdb import DuckDBPyConnection

_COMMENT = "activity is null and lower(field) in ('comments', 'additional comments', 'additional_comments')"
_WRITER = "from cases where cases.id = case_events.case and case_events.actor is not null and cases.requester is not null"


def tell_comments(database: DuckDBPyConnection) -> list[str]:
    """Give comments of unknown activity the one that their writer tells. Returns what was assumed.

    Nothing is told where no comment at all was written by its requester: the two columns may then name people differently.
    """
    replies = _count(database, f"{_WRITER} and {_COMMENT} and case_events.actor = cases.requester")
    if not replies:
        return []
    database.execute(
        "update case_events set activity = case when case_events.actor = cases.requester then 'reply_from_user' "
        f"else 'message_to_user' end {_WRITER} and {_COMMENT}"
    )
    counted = database.fetchone()
    told = int(counted[0]) if counted else 0
    return [
        f"{replies:,} comments are by the requester of their case and were taken for replies of the user; {told - replies:,} are by "
        "somebody else and were taken for messages to the user"
    ]


def _count(database: DuckDBPyConnection, condition: str) -> int:
    row = database.execute(
        f"select count(*) {condition.replace('from cases', 'from case_events, cases', 1)}"
    ).fetchone()
    return int(row[0]) if row else 0
