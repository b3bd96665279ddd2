"""What a run says, put so that an auditor can use it: one outline, and formats that draw it."""
