-- helper
-- Who owns each process.
select process, party as owner from role_assignments where role = 'process_owner'
