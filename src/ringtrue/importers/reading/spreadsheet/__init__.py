"""Workbooks of Excel and LibreOffice."""
