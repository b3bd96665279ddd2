"""The audit folder: its settings, its plan, its tables, and whom and what they name."""
