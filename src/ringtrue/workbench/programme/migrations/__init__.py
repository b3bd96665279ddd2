"""The forms of the database, one after another."""
