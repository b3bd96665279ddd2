"""Planning: how much a service needs to be looked at, and what a plan may not be."""
