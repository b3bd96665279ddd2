"""Who may do what: one table for every page, enforced in one place, tested by walking it."""
