with amounts as (
    select
        measures.id as measure,
        lower(trim(measures.unit)) as unit,
        measurements.value,
        substr(
            regexp_replace(
                replace(regexp_replace(lower(cast(abs(measurements.value) as varchar)), 'e.*$', ''), '.', ''), '^0+', ''
            ) || '0', 1, 2
        ) as digits
    from measurements
    cross join audit_period
    join measures on measures.id = measurements.measure
    where
        measures.target is null
        and measurements.value > 0
        and measurements.period_end > audit_period.starts_at
        and measurements.period_end <= audit_period.ends_at
        and (not audit_period.scoped or measures.service is null or measures.service in (select service from audit_scope))
        and regexp_matches(
            lower(trim(measures.unit)),
            '^(€|\$|£|eur|euros?|usd|us ?dollars?|dollars?|gbp|pounds?|chf|francs?|franken|cad|aud|jpy|yen|pln|sek|nok|dkk|czk|huf|inr|brl|cny|k?eur|teur)$'
            || '|^([kmgtp]i?b|bytes?|kilobytes?|megabytes?|gigabytes?|terabytes?|k?wh|mwh|kilowatt.?hours?)$'
            || '|^(transactions?|orders?|invoices?|bookings?|payments?|messages?|mails?|e-mails?|pages?|requests?|logins?|calls?|visits?|downloads?'
            || '|transaktionen|aufträge|rechnungen|buchungen|zahlungen|nachrichten|seiten|anrufe|besuche|commandes|factures|pedidos|facturas)$'
        )
),
grouped as (
    select 'by unit' as family, 'amounts in ' || unit as object, null as measure, value, digits from amounts
    union all
    select 'by measure' as family, measure as object, measure, value, digits
    from amounts
    where measure in (select measure from amounts group by measure having count(*) >= $least_amounts)
),
sizes as (
    select
        family,
        object,
        ln(quantile_cont(value, 0.99)) / ln(10) - ln(quantile_cont(value, 0.01)) / ln(10) as orders
    from grouped
    group by family, object
)
select
    grouped.family,
    grouped.object,
    any_value(service_measures.service) as service,
    grouped.digits,
    count(*) as count,
    any_value(sizes.orders) as orders
from grouped
join sizes on sizes.family = grouped.family and sizes.object = grouped.object
left join (select measure, min(service) as service from service_measures group by measure having count(*) = 1) as service_measures
    on service_measures.measure = grouped.measure
group by grouped.family, grouped.object, grouped.digits
order by grouped.family, grouped.object, grouped.digits
