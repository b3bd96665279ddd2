select
    id as object,
    id as item,
    service,
    claimed_share,
    sent_from,
    sent_to,
    nonresponse_check,
    source_file,
    source_row
from survey_rounds
