"""Sampling as an auditor does it: planned before anybody looks, drawn so that anybody can draw it again, evaluated as planned."""
