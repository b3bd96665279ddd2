"""Importers that are declared: TOML files say which tables a tool exports, what their columns mean, what is computed.

Each importer of this sort has a folder ``mappings`` with one file a table, and ``fields.toml`` with the labels of columns. A
mapping's file has ``[kind]`` (``title``, ``files``: names of the table, ``needs``, ``marks``, ``least``), ``[labels]``, ``[states]``,
``[[derived]]`` (a column computed in SQL), ``[[part]]`` (rows of one sort; the rest is left out and counted) and ``[[table]]``.
"""
