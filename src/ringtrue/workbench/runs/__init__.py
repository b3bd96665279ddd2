"""Runs: started, watched, each kept; settings of procedures; two runs side by side."""
