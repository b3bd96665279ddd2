-- The records of some controls moved to another tool; those of the two weeks before were stamped by the move, which is on record.
insert into context_events by name
select
    'CTX-move' as id,
    'migration' as kind,
    timestamp '2026-04-18 06:00:00' as "at",
    timestamp '2026-04-19 20:00:00' as until,
    'Records of controls moved to the new tool over a weekend' as note;
update control_records
set recorded_at = timestamp '2026-04-18 09:00:00' + to_seconds(cast(60000 * draw('moved', id) as bigint))
where performed_at >= timestamp '2026-04-04' and performed_at < timestamp '2026-04-18';
