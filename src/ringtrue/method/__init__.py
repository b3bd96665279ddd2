"""The auditor's craft as pure functions on plain records: plan, sampling, questions, findings, follow-up."""
