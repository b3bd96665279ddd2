-- Every approval as its record tells it. is_refused: the decision says no, or not yet, in English, German, French or Spanish. is_granted: it says
-- yes, or says nothing, for then the record of an approval is the decision. What says neither is neither.
select
    approvals.*,
    coalesce(
        regexp_matches(
            lower(trim(approvals.decision)),
            '^(reject|declin|den(y|ied)|refus|cancel|withdr|not|no$|pending|requested|waiting'
            || '|abgelehnt|ablehn|nicht|nein$|zurück|storn|ausstehend|offen$|beantragt|rejet|annul|non$|en attente|demand|rechaz|deneg|pendiente|solicit)'
        ),
        false
    ) as is_refused,
    coalesce(
        regexp_matches(
            lower(trim(approvals.decision)),
            '^(approve|appr\.|appr$|accept|agree|yes|ok|grant|confirm|genehm|angenomm|zugest|freigegeb|bestätig|ja$|accord|oui|valid|aprob|acept|conced|s[ií]$)'
        ),
        true
    ) as is_granted
from approvals
