"""Understanding: a self-test by single-use link, and what its scores say, by team and never by person."""
