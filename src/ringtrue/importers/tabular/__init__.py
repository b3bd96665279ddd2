"""Tables of any origin: canonical tables as they are, other tables by what their columns are called and
look like."""
