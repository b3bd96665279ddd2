"""Exports of iTop: CSV with codes or labels, and answers of its REST service as JSON."""
