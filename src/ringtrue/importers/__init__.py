"""From the exports of tools to raw tables and what their columns mean: one room for each source."""
