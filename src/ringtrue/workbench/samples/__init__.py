"""Samples: planned, drawn by a committed seed, judged record by record, evaluated."""
