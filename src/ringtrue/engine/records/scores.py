"""The scores of understanding that an audit holds: imported ones and those of its journal, with the team of each person."""

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.tables_folder import attach_tables
from ringtrue.engine.database.connect import connection
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.records.records import add_records, rows_of_records
from ringtrue.method.understanding import Score

_SQL = """
select
    concat(answers.interview, '|', answers.question) as answer,
    coalesce(interviews.party, answers.interview) as person,
    questions.concept,
    answers.rater,
    answers.score,
    parties.parent as team,
    answers.interview
from answers
join interviews on interviews.id = answers.interview
join questions on questions.id = answers.question
left join parties on parties.id = interviews.party
where
    answers.score between 0 and 4
    and answers.rater is not null
    and trim(coalesce(questions.concept, '')) <> ''
    and interviews.role in ('practitioner', 'service_owner', 'process_owner', 'internal_supplier', 'top_management')
order by answers.interview, answers.question, answers.rater, answers.source_row
"""


def scores_of(folder: AuditFolder, journal: Journal | None = None) -> list[Score]:
    """The scores of the provider's staff, in a fixed order. The team is the one above the person, else the one that the interview names."""
    journal = journal or Journal(folder)
    named = {id: entry.content.get("team") for id, entry in journal.current("interview").items()}
    with connection("1GB") as database:
        attach_tables(database, folder.tables, {})
        add_records(database, rows_of_records(journal))
        rows = database.execute(_SQL).fetchall()
        names = dict(database.execute("select id, coalesce(name, id) from parties").fetchall())
    return [
        Score(
            answer=answer,
            person=person,
            concept=concept,
            rater=rater,
            score=float(score),
            team=names.get(team or named.get(interview), team or named.get(interview)),
        )
        for answer, person, concept, rater, score, team, interview in rows
    ]
