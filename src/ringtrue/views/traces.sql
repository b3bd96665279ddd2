-- The thread in both directions. Forward, from each need towards the effect of an action (view threads); back, from each requirement, target, measure,
-- reading, review and action to a need (view threads_back). break_at names what is missing first; NULL: the thread is whole.
select 'forward' as direction, 'need' as kind, need as id, service, need, break_at, suspect, source_file, source_row from threads
union all
select 'back' as direction, kind, id, service, need, break_at, suspect, source_file, source_row from threads_back
