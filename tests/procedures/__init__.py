"""Procedures on rows in great number, where the rule of a lead is statistical."""
