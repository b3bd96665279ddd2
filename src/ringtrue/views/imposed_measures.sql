-- The measures that a law or a regulator asks for, as their definition says: nobody here chose them.
select id as measure
from measures
where regexp_matches(
    lower(coalesce(definition, '')),
    '(by|under|required by|der|durch|par la|por) (the )?(law|statute|regulat|gesetz|verordnung|loi|ley)|statutory|regulator'
)
