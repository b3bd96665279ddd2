"""The sheet on which each record of a sample is judged."""
