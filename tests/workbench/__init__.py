"""The workbench, page by page."""
