"""The trail: every act of an audit, in the order in which it was done, each line holding the hash of the line before it."""
