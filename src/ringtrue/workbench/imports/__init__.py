"""Imports: files received, hashed and kept; what their columns mean; loaded into the tables; what could not be read."""
