"""What people add to an audit: the journal, evidence, and the records of a clause."""
