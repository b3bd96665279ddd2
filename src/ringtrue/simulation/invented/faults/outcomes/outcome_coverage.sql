-- In some services nobody has read a measure of the outcome for months.
-- consequences: thread.unread-measure, thread.unclosed-thread
create or replace temp table planted as
select id as object
from services
where
    status = 'live'
    and id in (select service from measures)
    and live_from < timestamp '2026-01-01'
    and (draw('outcome unread', id) < 0.15 or id = (select min(service) from measures));
delete from measurements
where
    period_start >= timestamp '2026-03-01'
    and measure in (
        select id
        from measures
        where kind = 'outcome' and service in (select object from planted) and draw('outcome unread hit', service) < 2 * $strength
    );
