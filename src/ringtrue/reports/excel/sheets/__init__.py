"""The sheets of the working papers."""
