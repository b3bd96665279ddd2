"""The interface for machines: what members of an audit may do by pages, a program may do with a token of theirs."""
