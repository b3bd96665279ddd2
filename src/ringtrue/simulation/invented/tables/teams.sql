-- helper
-- The teams of the provider: three desks, and resolver teams in three worlds of hours.
select *
from (
    values
        ('team-desk-berlin', 'Service desk Berlin', 'desk', 'desk-berlin', 9),
        ('team-desk-toronto', 'Service desk Toronto', 'desk', 'desk-toronto', 8),
        ('team-desk-singapore', 'Service desk Singapore', 'desk', 'desk-singapore', 7),
        ('team-01', 'Network operations', 'always', 'always', 7),
        ('team-02', 'Server operations', 'always', 'always', 7),
        ('team-03', 'Database operations', 'always', 'always', 6),
        ('team-04', 'Payment operations', 'always', 'always', 6),
        ('team-05', 'Workplace', 'berlin', 'roster-berlin', 6),
        ('team-06', 'Finance applications', 'berlin', 'roster-berlin', 5),
        ('team-07', 'Logistics applications', 'berlin', 'roster-berlin', 5),
        ('team-08', 'Messaging and meetings', 'berlin', 'roster-berlin', 5),
        ('team-09', 'Identity and access', 'berlin', 'roster-berlin', 5),
        ('team-10', 'Web and portals', 'berlin', 'roster-berlin', 5),
        ('team-11', 'Data and reports', 'berlin', 'roster-berlin', 5),
        ('team-12', 'Field service', 'toronto', 'roster-toronto', 5),
        ('team-13', 'Client applications', 'toronto', 'roster-toronto', 5),
        ('team-14', 'Plant systems', 'toronto', 'roster-toronto', 5)
) as given (id, name, world, roster, size)
