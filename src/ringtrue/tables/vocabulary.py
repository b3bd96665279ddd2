"""Words that several canonical tables share, defined once."""

LEVELS = ("critical", "high", "medium", "low")
"""How much the loss of a service, or of what a need asks for, would hurt the customer."""

ROLES = (
    "customer",
    "user",
    "sponsor",
    "service_owner",
    "process_owner",
    "practitioner",
    "internal_supplier",
    "external_supplier",
    "top_management",
    "auditor",
)
"""What a party can be towards a service or process; one party may hold several."""

CASE_KINDS = ("incident", "request", "problem")
"""What a case is about: something broke, something is wanted, a cause is sought."""

CASE_STATES = (
    "new",
    "assigned",
    "in_progress",
    "waiting_user",
    "waiting_supplier",
    "waiting_change",
    "waiting_other",
    "resolved",
    "closed",
    "cancelled",
)
"""Where a case stands, whatever its tool calls it."""

AS_UNIT_SAYS = "as the column unit says"
"""The unit of a number whose unit stands beside it in the same row."""

SHARE = "share from 0 to 1"
"""The unit of shares: 0.95 is 95 percent."""
