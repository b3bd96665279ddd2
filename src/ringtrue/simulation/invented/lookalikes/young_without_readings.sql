-- A service that went live some weeks ago has no readings yet.
delete from measurements
where measure in (
    select measures.id from measures join services on services.id = measures.service where services.live_from > timestamp '2026-07-20'
);
