"""Tests of one app."""
