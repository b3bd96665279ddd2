"""The bank of scenarios, a file for each concept of understanding, and what reads it."""

from ringtrue.method.banks.scenarios.read import CONCEPTS, LEVELS, Scenario, all_scenarios, scenarios_for

__all__ = ["CONCEPTS", "LEVELS", "Scenario", "all_scenarios", "scenarios_for"]
