"""The workbench as people see it, in Chromium."""
