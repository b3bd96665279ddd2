"""The workbench under hardship, in small; ``benchmarks/workbench`` does the same at length."""
