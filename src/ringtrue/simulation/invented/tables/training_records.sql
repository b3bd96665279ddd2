-- Who of the provider completed which training; about three in a hundred have not.
select
    people.id as party,
    courses.course,
    case
        when draw('trained', people.id || courses.course) < 0.97
            then greatest(
                after_days($begins, ($months * 30) * draw('trained when', people.id || courses.course)),
                after_days(people.active_from, 3 + 25 * draw('trained when', people.id || courses.course))
            )
    end as completed_at
from people
cross join (values ('Whom our services serve'), ('Security at work'), ('Changes and incidents')) as courses (course)
where people.provider_side and (people.active_to is null or people.active_to > $period_begins)
    and (people.active_from is null or people.active_from < $ends - to_days(40))
order by people.id, courses.course
