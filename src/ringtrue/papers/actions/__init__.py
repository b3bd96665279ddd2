"""The corrective action log: the answers to findings, step by step."""
