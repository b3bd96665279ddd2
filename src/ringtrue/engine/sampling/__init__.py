"""Samples: what is drawn from, the seed, the draw and its steps in the journal."""
