-- One row for each service, question, role and mark, counted.
select service, question, role, score, count(*) as n
from perceptions
group by service, question, role, score
order by service, question, role, score
