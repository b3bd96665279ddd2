"""The report as a Word document, from a template that can be changed."""
