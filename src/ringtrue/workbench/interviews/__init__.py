"""Interviews: planned by who is to be heard, held with questions that suit, scored by two raters who do not see each other."""
