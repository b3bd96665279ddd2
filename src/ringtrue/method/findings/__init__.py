"""Findings: drafted from leads, written and graded by people, and refused where they could not stand."""
