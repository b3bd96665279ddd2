"""Interview sheets by role: what the leads ask, and questions of the bank that suit."""
