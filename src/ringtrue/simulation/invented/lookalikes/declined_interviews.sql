-- The users of some services declined to be interviewed, and the audit has written it down.
create or replace temp table declined as
select id from interviews where role = 'user' and draw('declined', service) < 0.2;
delete from answers where interview in (select id from declined);
insert into answers by name
select declined.id as interview, (select min(id) from questions where list_contains(allowed_roles, 'user')) as question, 'Declined: no time in these weeks.' as text
from declined;
