"""An auditor's own questionnaire, as any table, read in order to be checked."""
