-- The customer of some services works with them every day: one person who truly is both.
insert into role_assignments by name
select party, 'user' as role, service, 'I' as duty, valid_from, valid_to
from role_assignments
where role = 'customer' and draw('truly both', service) < 0.4;
