"""Invented organisations: a clean one by chance and seed, and faults that can be planted in it."""
