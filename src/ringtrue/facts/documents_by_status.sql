-- What the register itself says of its documents: the status that most of them have, in the register's own word.
with stated as (
    select status, count(*) as documents from documents where status is not null group by status
),
commonest as (
    select status, documents, row_number() over (order by documents desc, status) as place from stated
)
select
    'documents stand as "' || status || '" in their register, more than in any other state' as statement,
    documents as value,
    (select count(*) from documents) as n
from commonest
where place = 1 and documents >= 5
